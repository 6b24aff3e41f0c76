"""The helpers of templates."""

from datetime import date

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from app.web.filters import excerpt, filters, heat, in_context, known, lang_of, mixed, pieces, share, web_address
from tests.views import make_mark, make_reference_view, make_view


def test_a_claim_is_cut_where_its_marks_stand() -> None:
    claim = make_view(
        "王逸舟认为如此，赵刚不然。", citations=(make_mark("8", 12), make_mark("1", 7), make_mark("2", 7))
    )
    assert [(piece.text, [mark.label for mark in piece.marks]) for piece in pieces(claim)] == [
        ("王逸舟认为如此", ["1", "2"]),
        ("，赵刚不然", ["8"]),
        ("。", []),
    ]


@pytest.mark.parametrize(
    ("trigger", "text", "expected"),
    [
        ("日本", "日本签署协定。", ("", "日本", "签署协定。")),
        ("协定", "中国与日本和韩国签署协定。", ("…与日本和韩国签署", "协定", "。")),
        ("中国", "中国与日本和韩国签署协定。", ("", "中国", "与日本和韩国签署…")),
        ("傳統", "传统的协定。", ("", "傳統", "")),
        ("", "传统的协定。", ("", "", "")),
    ],
)
def test_what_led_to_a_label_stands_in_its_sentence(trigger: str, text: str, expected: tuple[str, str, str]) -> None:
    assert in_context(trigger, text) == expected


def test_a_mark_after_the_end_and_a_claim_without_marks() -> None:
    assert [(p.text, len(p.marks)) for p in pieces(make_view("甲。", citations=(make_mark("1", 2),)))] == [("甲。", 1)]
    assert [(p.text, len(p.marks)) for p in pieces(make_view("甲。", citations=(make_mark("1", 99),)))] == [("甲。", 1)]
    assert [(p.text, p.marks) for p in pieces(make_view("甲。"))] == [("甲。", ())]
    assert [(p.text, p.marks) for p in pieces(make_view(""))] == [("", ())]


@given(text=st.text(max_size=30), places=st.lists(st.integers(-3, 40), max_size=6))
def test_the_pieces_give_the_text_and_every_mark_once(text: str, places: list[int]) -> None:
    marks = tuple(make_mark(str(number), at) for number, at in enumerate(places))
    cut = list(pieces(make_view(text, citations=marks)))
    assert "".join(piece.text for piece in cut) == text
    assert sorted(mark.label for piece in cut for mark in piece.marks) == sorted(mark.label for mark in marks)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [("甲乙丙", 3, "甲乙丙"), ("甲乙丙丁", 3, "甲乙…"), ("a b c", 3, "a…"), ("", 3, "")],
)
def test_an_excerpt(text: str, length: int, short: str) -> None:
    assert excerpt(text, length) == short


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(1, 3, 33.3), (0, 0, 0.0), (5, 0, 0.0), (7, 5, 100.0), (2, 2, 100.0)]
)
def test_a_share(part: int, whole: int, percent: float) -> None:
    assert share(part, whole) == percent


@pytest.mark.parametrize(
    ("count", "most", "step"),
    [(0, 50, 0), (1, 50, 1), (3, 50, 2), (13, 50, 3), (25, 50, 4), (50, 50, 5), (1, 1, 5), (3, 0, 0)],
)
def test_the_heat_of_a_count(count: int, most: int, step: int) -> None:
    assert heat(count, most) == step


@given(most=st.integers(1, 10_000), data=st.data())
def test_more_is_never_colder(most: int, data: st.DataObject) -> None:
    less = data.draw(st.integers(0, most))
    more = data.draw(st.integers(less, most))
    assert 0 <= heat(less, most) <= heat(more, most) <= heat(most, most) == 5


def test_what_is_known_of_a_work_that_is_not_printed() -> None:
    assert known(make_reference_view(authors=("赵刚", "王逸舟"))) == "赵刚、王逸舟"
    assert known(make_reference_view(authors=("赵刚",), year=2007)) == "赵刚、2007"
    assert known(make_reference_view()) == ""
    assert known(make_reference_view(title="科技外交", authors=("赵刚",))).startswith("赵刚. 科技外交")


@pytest.mark.parametrize(("text", "tag"), [("科技", "zh-Hans"), ("S&T 外交", "zh-Hans"), ("science", "en"), ("", "en")])
def test_the_language_of_a_text(text: str, tag: str) -> None:
    assert lang_of(text) == tag


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://x", "http://x"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//evil.example", ""),
        ("www.example.org", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, address: str) -> None:
    assert web_address(text) == address


def test_numbers_and_dates_are_written_as_the_locale_does() -> None:
    assert filters("en")["number"](12345.5) == "12,345.5"
    assert filters("zh")["number"](7) == "7"


@pytest.mark.parametrize("number", [0, 1, -3, 1.0, 1234, 1234.0, 10**9])
def test_a_number_written_again_is_the_same(number: float) -> None:
    for locale in ("zh", "en", "zh"):
        assert filters(locale)["number"](number) == format_decimal(number, locale=locale)
    assert filters("zh")["date"](date(2026, 11, 2)) == "2026年11月2日"
    assert filters("en")["date"](date(2026, 11, 2)) == "Nov 2, 2026"


def test_a_quotation_comes_in_the_locale() -> None:
    claim = make_view("科技外交重要。")
    assert "“科技外交重要。”" in filters("zh")["quotation"](claim)
    assert filters("en")["quotation"](claim) != filters("zh")["quotation"](claim)


def test_chinese_inside_english_is_marked_and_all_is_escaped() -> None:
    assert str(mixed("The source prints 英国皇家协会; <b>R&D</b> 《报告》 of 2008年.")) == (
        'The source prints <span lang="zh-Hans">英国皇家协会</span>; &lt;b&gt;R&amp;D&lt;/b&gt; '
        '<span lang="zh-Hans">《报告》</span> of 2008<span lang="zh-Hans">年</span>.'
    )
    assert str(mixed("plain")) == "plain"
    assert str(mixed("")) == ""
