"""Key words in context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.concordance import WIDTH, Order, concordance
from app.library.results import SearchHit
from app.search.highlight import highlight
from app.search.query import Phrase, Query, Words
from tests.views import make_view


def hit(text: str, query: Query, text_en: str | None = None) -> SearchHit:
    claim = make_view(text=text, text_en=text_en)
    return SearchHit(claim, 1.0, highlight(text, query), highlight(text_en, query) if text_en else None)


def keys(*hits: SearchHit, order: Order = Order.HITS) -> list[str]:
    return [f"{line.left}|{line.key}|{line.right}" for line in concordance(hits, order)]


def test_every_place_is_a_line() -> None:
    assert keys(hit("科技外交与外交官", Words("外交"))) == ["科技|外交|与外交官", "科技外交与|外交|官"]
    assert keys(hit("没有", Words("外交"))) == []


def test_both_languages_are_looked_at() -> None:
    assert keys(hit("外交", Words("diplomacy"), "On diplomacy.")) == ["On |diplomacy|."]


def test_text_that_looks_like_markup_stays_text() -> None:
    assert keys(hit("<b>&外交</b>", Phrase("外交"))) == ["<b>&|外交|</b>"]
    assert keys(hit("<mark>外交", Phrase("外交"))) == ["<mark>|外交|"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.HITS, ["乙、|外交|丙", "甲|外交|丁", "丙乙|外交|甲"]),
        (Order.LEFT, ["丙乙|外交|甲", "乙、|外交|丙", "甲|外交|丁"]),
        (Order.RIGHT, ["甲|外交|丁", "乙、|外交|丙", "丙乙|外交|甲"]),
    ],
)
def test_lines_are_sorted_by_what_stands_beside(order: Order, expected: list[str]) -> None:
    hits = [hit(text, Words("外交")) for text in ("乙、外交丙", "甲外交丁", "丙乙外交甲")]
    found = keys(*hits, order=order)
    assert sorted(found) == sorted(expected)
    if order is Order.HITS:
        assert found == expected
    side = 0 if order is Order.LEFT else 2
    letters = [line.split("|")[side].strip("、") for line in found]
    contexts = [text[::-1] for text in letters] if order is Order.LEFT else letters
    assert order is Order.HITS or contexts == sorted(contexts)


@given(before=st.text("科技外交a b", max_size=80), after=st.text("科技外交a b", max_size=80))
def test_contexts_are_cut_to_their_width(before: str, after: str) -> None:
    for line in concordance([hit(f"{before}首席{after}", Phrase("首席"))], Order.HITS):
        assert max(len(line.left), len(line.right)) <= WIDTH
        assert before.endswith(line.left)
        assert after.startswith(line.right)


def test_the_width_of_english_is_twice_that_of_chinese() -> None:
    (chinese,) = concordance([hit("科" * 60 + "首席", Phrase("首席"))], Order.HITS)
    (english,) = concordance([hit("a" * 60 + " chief", Phrase("chief"))], Order.HITS)
    assert (len(chinese.left), len(english.left)) == (WIDTH // 2, WIDTH)
