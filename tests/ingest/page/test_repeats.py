"""Stretches that stand twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.page.lines import Role, read_lines, with_roles
from app.ingest.page.repeats import SHORTEST_REPEAT, drop_repeats
from tests.factories import wrapped_text

STRETCH = wrapped_text(8)
FIRST = wrapped_text(30, 23)


def kept(source: str) -> list[str]:
    lines, _ = drop_repeats(read_lines(source))
    return [line.text for line in lines if line.role == Role.TEXT]


def test_the_second_occurrence_goes() -> None:
    source = STRETCH + FIRST + STRETCH
    lines, warnings = drop_repeats(read_lines(source))
    assert [line.role for line in lines[-8:]] == [Role.REPEATED] * 8
    assert {line.role for line in lines[:-8]} == {Role.TEXT}
    (warning,) = warnings
    assert warning.code == "repeated-text"
    assert source[warning.start : warning.end] == STRETCH.strip()


def test_line_breaks_do_not_matter() -> None:
    joined = STRETCH.replace("\n", "")
    assert kept(f"{STRETCH}{FIRST}{joined}\n") == [*STRETCH.split(), *FIRST.split()]
    assert kept(f"{joined}\n{FIRST}{STRETCH}") == [joined, *FIRST.split()]


def test_a_third_occurrence_goes_too() -> None:
    assert kept(STRETCH + FIRST + STRETCH + "另外一行文字在此\n" + STRETCH) == [
        *STRETCH.split(),
        *FIRST.split(),
        "另外一行文字在此",
    ]


def test_a_sentence_quoted_twice_stays() -> None:
    quoted = STRETCH.replace("\n", "")[: SHORTEST_REPEAT - 10]
    source = f"甲{quoted}\n{FIRST}乙{quoted}\n"
    assert kept(source) == source.split()


def test_a_line_only_partly_repeated_stays() -> None:
    joined = STRETCH.replace("\n", "")
    source = f"{joined}\n{FIRST}{joined}{wrapped_text(20, 31).replace(chr(10), '')}\n"
    assert kept(source) == source.split()


def test_other_roles_are_not_looked_at() -> None:
    lines = read_lines(STRETCH + FIRST + STRETCH)
    noted = with_roles(lines, dict.fromkeys(range(8), Role.NOTE))
    assert drop_repeats(noted) == (noted, ())


@pytest.mark.parametrize("source", ["", "甲", "甲乙丙" * 5])
def test_short_texts(source: str) -> None:
    assert kept(source) == source.split()


def test_a_text_that_repeats_itself_without_end_keeps_one_piece() -> None:
    lines, warnings = drop_repeats(read_lines("科技外交的发展\n" * 100))
    assert lines[0].role == Role.TEXT
    assert lines[-1].role == Role.REPEATED
    assert len(warnings) == 1


@given(st.lists(st.sampled_from([STRETCH, FIRST, "甲。\n", "科技外交\n"]), max_size=6))
def test_what_is_kept_repeats_no_more(parts: list[str]) -> None:
    lines, _ = drop_repeats(read_lines("".join(parts)))
    once = [line for line in lines if line.role == Role.TEXT]
    assert drop_repeats(once)[1] == ()


def test_a_line_that_repeats_itself_stays() -> None:
    lines, warnings = drop_repeats(read_lines("科技外交与合作，" * 60 + "完。"))
    assert [line.role for line in lines] == [Role.TEXT]
    assert warnings == ()
