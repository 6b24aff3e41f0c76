"""What a notebook holds: each claim once, and nothing that was noted is lost."""

import pytest

from app.cite.notebook import Kept, Notebook, NotebookError
from app.cite.notebook.entries import MESSAGES, joined


def test_a_claim_stands_once_where_it_stood_first_with_all_notes() -> None:
    notebook = Notebook.of([Kept("a", "one"), Kept("b"), Kept("a", "two", "2026-11-22"), Kept("a", "one")])
    assert [entry.id for entry in notebook.entries] == ["a", "b"]
    assert notebook.entries[0] == Kept("a", "one\n\ntwo")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", ""),
        ("a", "", "a"),
        ("", "a", "a"),
        ("long note", "note", "long note"),
        ("note", "long note", "long note"),
        ("a", "b", "a\n\nb"),
    ],
)
def test_notes_follow_one_another_and_are_not_said_twice(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


@pytest.mark.parametrize("problem", MESSAGES)
def test_an_error_names_the_entry_and_what_to_do(problem: str) -> None:
    error = NotebookError(problem, 3, "x" * 200)
    assert str(error).startswith("Entry 3: ")
    assert MESSAGES[problem] in str(error)
    assert error.detail == "x" * 80


def test_an_error_of_the_whole_names_no_entry() -> None:
    assert str(NotebookError("empty")) == MESSAGES["empty"]
