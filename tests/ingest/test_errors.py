"""An error says where, what and what next, in one line."""

import pytest

from app.ingest.errors import ReadError


@pytest.mark.parametrize(
    ("origin", "place", "line"),
    [
        ("a.txt", "line 3", "a.txt, line 3: it is wrong; do it right"),
        ("a.txt", "", "a.txt: it is wrong; do it right"),
        ("", "", "it is wrong; do it right"),
    ],
)
def test_an_error_is_one_line(origin: str, place: str, line: str) -> None:
    assert str(ReadError("it is\n wrong", "do  it right", origin=origin, place=place)) == line


def test_an_error_is_given_its_file_once() -> None:
    error = ReadError("cause", "step", place="byte 1").at("a.txt")
    assert (error.origin, error.place, error.cause, error.next_step) == ("a.txt", "byte 1", "cause", "step")
    assert error.at("b.txt").origin == "a.txt"
