"""A claim's text in pieces: nothing is lost, names are whole, marks keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.views import TermPlace
from app.web.terms import linkable, term_pieces
from tests.factories import vocabulary
from tests.views import make_mark, make_view

TEXT = "科技外交是外交的组成部分。"


def pieces(places: list[TermPlace], at: list[int], text: str = TEXT) -> list[tuple[str, str | None, int]]:
    claim = make_view(text, citations=tuple(make_mark(at=one) for one in at))
    return [(piece.text, piece.term, len(piece.marks)) for piece in term_pieces(claim, places)]


def test_names_are_cut_out_and_marks_follow_their_place() -> None:
    assert pieces([TermPlace("st", 0, 4), TermPlace("d", 5, 7)], [7, 13]) == [
        ("科技外交", "st", 0),
        ("是", None, 0),
        ("外交", "d", 1),
        ("的组成部分。", None, 1),
    ]


def test_a_mark_inside_a_name_follows_the_name() -> None:
    assert pieces([TermPlace("st", 0, 4)], [2, 3]) == [("科技外交", "st", 2), ("是外交的组成部分。", None, 0)]


def test_marks_before_and_beyond_the_text_are_kept() -> None:
    assert pieces([], [0, 99]) == [("", None, 1), (TEXT, None, 1)]
    assert pieces([], [3], "") == [("", None, 1)]
    assert pieces([], []) == [(TEXT, None, 0)]


def test_places_outside_the_text_or_over_others_are_passed_over() -> None:
    places = [TermPlace("a", 0, 4), TermPlace("b", 2, 6), TermPlace("c", 10, 99), TermPlace("d", 6, 6)]
    assert [term for _, term, _ in pieces(places, []) if term] == ["a"]


spans = st.tuples(st.integers(-3, 16), st.integers(-3, 16))


@given(st.lists(spans, max_size=6), st.lists(st.integers(-3, 16), max_size=5))
def test_the_pieces_give_the_text_and_every_mark_back(found: list[tuple[int, int]], at: list[int]) -> None:
    cut = pieces([TermPlace(str(number), *span) for number, span in enumerate(found)], at)
    assert "".join(text for text, _, _ in cut) == TEXT
    assert sum(marks for _, _, marks in cut) == len(at)


def test_common_and_unknown_terms_are_not_linked_and_others_once() -> None:
    places = [
        TermPlace("soft-power", 9, 12),
        TermPlace("soft-power", 0, 3),
        TermPlace("science", 4, 6),
        TermPlace("no-such-term", 6, 8),
    ]
    assert linkable(places, vocabulary().glossary) == (TermPlace("soft-power", 0, 3),)
