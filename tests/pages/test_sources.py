"""Numbered sources."""

from app.pages.sources import Sources
from tests.views import make_record, make_view


def test_papers_are_numbered_in_their_order_each_once() -> None:
    sources = Sources.of([make_record("b"), make_record("a"), make_record("b")])
    assert [sources.number(slug) for slug in ("b", "a", "c")] == [1, 2, None]
    assert [record.slug for record in sources.records] == ["b", "a"]


def test_papers_of_claims_come_after_those_given() -> None:
    claims = [make_view(paper=make_record("z")), make_view(paper=make_record("b"))]
    assert [record.slug for record in Sources.of([make_record("b")], claims).records] == ["b", "z"]


def test_without_papers_there_is_no_number() -> None:
    assert Sources.of([]).number("a") is None
