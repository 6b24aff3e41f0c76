"""A notebook in another order."""

import pytest

from app.cite.notebook import Kept, Notebook
from app.pages.arranging import in_order, moved, without
from tests.views import make_record, make_view

BOOK = Notebook(tuple(Kept(id, f"on {id}") for id in "abcd"), "title")
CLAIMS = {
    "a": make_view(uid="a", countries=("US",), paper=make_record("004"), position=2),
    "b": make_view(uid="b", countries=(), paper=make_record("004"), position=1),
    "d": make_view(uid="d", countries=("JP", "US"), paper=make_record("002"), position=9),
}
CHINESE = {"US": "美国", "JP": "日本"}


def ids(notebook: Notebook) -> str:
    assert notebook.title == "title"
    assert all(entry.note == f"on {entry.id}" for entry in notebook.entries)
    return "".join(entry.id for entry in notebook.entries)


@pytest.mark.parametrize(
    ("id", "by", "expected"),
    [("b", -1, "bacd"), ("b", 1, "acbd"), ("a", -1, "abcd"), ("d", 1, "abcd"), ("x", 1, "abcd"), ("c", 0, "abcd")],
)
def test_a_claim_moves_by_one_and_stays_within(id: str, by: int, expected: str) -> None:
    assert ids(moved(BOOK, id, by)) == expected


def test_a_claim_is_taken_out() -> None:
    assert ids(without(BOOK, "b")) == "acd"
    assert ids(without(BOOK, "x")) == "abcd"


def test_by_paper_is_the_papers_own_order_with_the_unknown_last() -> None:
    assert ids(in_order(BOOK, "paper", CLAIMS, str)) == "dbac"


def test_by_country_is_by_the_name_a_reader_sees() -> None:
    assert ids(in_order(BOOK, "country", CLAIMS, {"US": "America", "JP": "Japan"}.__getitem__)) == "adbc"
    assert ids(in_order(BOOK, "country", CLAIMS, CHINESE.__getitem__)) == "adbc"  # Měiguó, Rìběn


def test_an_order_that_there_is_not_changes_nothing() -> None:
    assert ids(in_order(BOOK, "colour", CLAIMS, str)) == "abcd"
