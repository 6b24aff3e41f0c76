import pytest

from app.cite import STYLES, Locator, bibliography, in_text, notes, reference_text
from app.cite.styles import letter_of
from app.cite.works import Work

WANG = Work(
    title="科技外交与中美关系的未来发展",
    authors=("王明国",),
    container="全球科技经济瞭望",
    year=2017,
    issue="7",
    pages="40-47",
    document_type="J",
)
ZHAO = Work(title="科技外交", authors=("赵刚",), publisher="时事出版社", year=2007, document_type="M")
NYE = Work(title="Soft power", authors=("Joseph S. Nye",), publisher="PublicAffairs", year=2004, document_type="M")
ADLER = Work(title="Science", authors=("A. Adler",), publisher="Press", year=2001, document_type="M")
SECTION = Locator(section="2.1", heading="内涵")


def test_the_codes_that_addresses_and_choices_use() -> None:
    assert tuple(STYLES) == (
        *("gb2025", "gb2025-author-date", "gb2025-notes", "gb2015", "gb2015-author-date", "gb2015-notes"),
        *("apa", "chicago-notes", "chicago-author-date", "mla"),
    )
    assert all(code == style.code for code, style in STYLES.items())
    assert {style.language for style in STYLES.values()} == {"zh", "en"}


@pytest.mark.parametrize("function", [lambda: reference_text(WANG, "x"), lambda: bibliography([], "x")])
def test_an_unknown_style_is_refused(function) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KeyError):
        function()


def test_a_numeric_list_is_numbered_in_the_order_of_citation_and_has_each_work_once() -> None:
    assert bibliography([NYE, WANG, NYE], "gb2025") == (
        "[1] Nye J S. Soft power[M]. PublicAffairs，2004.",
        "[2] 王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47.",
    )


def test_by_author_and_date_chinese_works_come_first_in_the_order_of_pinyin() -> None:
    listed = bibliography([NYE, ZHAO, ADLER, WANG], "gb2025-author-date")
    assert [entry.partition("，")[0] for entry in listed] == ["王明国", "赵刚", "Adler A", "Nye J S"]
    assert listed[0] == "王明国，2017. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望（7）：40-47."


@pytest.mark.parametrize("style", ["apa", "chicago-notes", "chicago-author-date", "mla"])
def test_english_lists_are_alphabetical_whatever_the_language(style: str) -> None:
    listed = bibliography([ZHAO, NYE, WANG, ADLER], style)
    assert [entry.replace(",", " ").split()[0] for entry in listed] == ["Adler", "Nye", "Wang", "Zhao"]


def test_works_of_one_author_and_year_are_parted_by_letters() -> None:
    second = Work(title="外交论", authors=("赵刚",), year=2007, document_type="M")
    assert bibliography([ZHAO, second, WANG], "gb2015-author-date")[1:] == (
        "赵刚, 2007a. 科技外交[M]. 时事出版社.",
        "赵刚, 2007b. 外交论[M].",
    )
    assert bibliography([ZHAO, second], "apa")[0].startswith("Zhao, G. (2007a). 科技外交.")
    assert "2007b" in bibliography([ZHAO, second], "chicago-author-date")[1]
    assert "2007b" not in "".join(bibliography([ZHAO, second], "mla"))


def test_works_without_a_year_get_no_letter() -> None:
    undated = [Work(title=title, authors=("赵刚",), document_type="M") for title in ("甲", "乙")]
    assert bibliography(undated, "gb2025-author-date") == ("赵刚. 甲[M].", "赵刚. 乙[M].")


def test_a_list_keeps_the_printed_entry_of_a_work_of_which_nothing_else_is_known() -> None:
    printed = Work(text="转引自王明国：某文。")
    assert bibliography([printed], "apa") == ("转引自王明国：某文。",)
    assert notes([(printed, Locator())], "gb2025-notes") == ("转引自王明国：某文。",)


def test_a_later_note_of_the_standard_gives_the_number_of_the_first_and_the_page() -> None:
    cited = [(WANG, SECTION), (NYE, Locator(page="12")), (WANG, Locator(page="326-329")), (NYE, Locator())]
    assert notes(cited, "gb2015-notes") == (
        "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望, 2017(7): 40-47. 第2.1节“内涵”.",
        "NYE J S. Soft power[M]. PublicAffairs, 2004: 12.",
        "同①326-329.",
        "同②.",
    )


def test_later_notes_by_author_and_date() -> None:
    assert notes([(WANG, Locator(page="41")), (WANG, Locator(page="42"))], "gb2025-author-date") == (
        "王明国，2017. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望（7）：41.",
        "（王明国，2017）42.",
    )
    assert notes([(NYE, Locator()), (NYE, Locator(page="3-5"))], "apa")[1] == "Nye, 2004, pp. 3–5."
    assert notes([(NYE, Locator()), (NYE, SECTION)], "mla")[1] == "Nye, sec. 2.1."


def test_later_notes_of_chicago_are_shortened_not_ibid() -> None:
    cited = [(NYE, Locator(page="12")), (NYE, Locator(page="14")), (WANG, SECTION), (WANG, SECTION), (WANG, Locator())]
    assert notes(cited, "chicago-notes") == (
        "Joseph S. Nye, Soft power (PublicAffairs, 2004), 12.",
        "Nye, Soft power, 14.",
        "Wang Mingguo 王明国, “科技外交与中美关系的未来发展,” 全球科技经济瞭望, no. 7 (2017), sec. 2.1.",
        "Wang, “科技外交与中美关系的未来发展,” sec. 2.1.",
        "Wang, “科技外交与中美关系的未来发展.”",
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("gb2025", ""),
        ("gb2025-author-date", "王明国，2017"),
        ("gb2015-author-date", "王明国, 2017"),
        ("apa", "Wang, 2017, sec. 2.1"),
        ("chicago-notes", ""),
        ("chicago-author-date", "Wang 2017, sec. 2.1"),
        ("mla", "Wang, sec. 2.1"),
    ],
)
def test_citing_in_a_text(style: str, expected: str) -> None:
    assert in_text(WANG, style, SECTION) == expected


def test_notes_of_fifty_works_and_more() -> None:
    works = [Work(title=str(number), document_type="M") for number in range(60)]
    texts = notes([(work, Locator()) for work in works + works], "gb2025-notes")
    assert (texts[60], texts[60 + 20], texts[60 + 35], texts[60 + 50]) == ("同①.", "同㉑.", "同㊱.", "同[51].")


def test_letters_go_on_behind_z() -> None:
    assert [letter_of(number) for number in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
