"""What the English styles share."""

import pytest

from app.cite.english.pieces import (
    authors_of,
    commas,
    dashed,
    latin_names,
    listed,
    month,
    quoted,
    sentences,
    shortened,
    stands_alone,
)
from app.cite.ordinals import ordinal
from app.cite.works import Work


@pytest.mark.parametrize(
    ("pages", "mla", "chicago"),
    [
        ("193-200", "193–200", "193–200"),
        ("1818–1859", "1818–59", "1818–59"),
        ("457-472", "457–72", "457–72"),
        ("103-104", "103–04", "103–4"),
        ("200-203", "200–03", "200–203"),
        ("56-75", "56–75", "56–75"),
        ("7", "7", "7"),
        ("e12-e14", "e12–e14", "e12–e14"),
        ("998-1002", "998–1002", "998–1002"),
        (None, "", ""),
    ],
)
def test_ranges_of_pages(pages: str | None, mla: str, chicago: str) -> None:
    assert (shortened(pages, two_digits=True), shortened(pages, two_digits=False)) == (mla, chicago)
    assert "-" not in dashed(pages)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["Yu, C.", "B"], "Yu, C., and B"),
        (["A", "B", "C"], "A, B, and C"),
    ],
)
def test_lists_of_names(names: list[str], text: str) -> None:
    assert listed(names, "and") == text


def test_initials_get_their_points_and_suffixes_too() -> None:
    assert [name.full for name in latin_names(["Caplan P", "Peebles P Z Jr", "王明国", "外交部"])] == [
        *("P. Caplan", "P. Z. Peebles Jr.", "Mingguo Wang", "外交部"),
    ]


def test_authors_of_a_book_translated_into_chinese_are_not_spelt_in_pinyin() -> None:
    book = Work(title="西方文明史", authors=("罗杰斯",), translators=("潘惠霞",))
    assert [name.full for name in authors_of(book)] == ["罗杰斯"]
    assert [name.full for name in authors_of(Work(title="题", authors=("罗杰斯",)))] == ["Jiesi Luo"]


def test_quotation_marks_and_full_stops() -> None:
    assert quoted("Money", None, ".") == "“Money.”"
    assert quoted("Why?", None, ".") == "“Why?”"
    assert quoted("题“目”", "Title", ".") == "“题‘目’” [Title]."
    assert sentences(["A", "B.", "", "C?", "“D.”"]) == "A. B. C? “D.”"
    assert commas("a", None, "", "b") == "a, b"


def test_days_and_ordinals() -> None:
    assert month("2013-01-02") == ("2013", "January", "2")
    assert (month("2013"), month("2013-13")) == (("2013", "", ""), ("2013", "", ""))
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 21, 112)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "21st", "112th"),
    ]


def test_what_stands_alone() -> None:
    assert stands_alone(Work(title="T", document_type="M"))
    assert not stands_alone(Work(title="T", container="B", publisher="P", document_type="M"))
    assert not any(stands_alone(Work(title="T", document_type=kind)) for kind in ("J", "N", "D", "EB", None))
