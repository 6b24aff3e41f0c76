"""One entry or footnote as a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.records import Reference, ReferenceKind
from app.ingest.references.fields import parse_entry, parse_footnote


@pytest.mark.parametrize(
    ("text", "url", "doi"),
    [
        (
            "《演讲》，数据库，<http://jhsjk.people.cn/article/29034230>。",
            "http://jhsjk.people.cn/article/29034230",
            None,
        ),
        ("NIH. Policy[EB/OL].[2015-04-14]. http://grants.nih.gov/a_b.htm.", "http://grants.nih.gov/a_b.htm", None),
        ("甲.乙[J].丙,2014. DOI: 10.1234/abc.5", None, "10.1234/abc.5"),
        ("甲.乙[J].丙,2014. https://doi.org/10.1234/abc.5.", "https://doi.org/10.1234/abc.5", "10.1234/abc.5"),
        ("甲.乙[J].丙,2014.", None, None),
    ],
)
def test_addresses(text: str, url: str | None, doi: str | None) -> None:
    found = parse_entry("1", text, 0, len(text))
    assert (found.url, found.doi) == (url, doi)


def test_an_address_does_not_disturb_the_other_fields() -> None:
    found = parse_footnote("6", "The White House, *Strategy*, 2010, http://a.gov/x.pdf, p. 52.", 0, 9)
    assert (found.title, found.year, found.pages, found.url) == ("Strategy", 2010, "52", "http://a.gov/x.pdf")


def test_a_bare_address_is_a_reference() -> None:
    found = parse_footnote("10", "<https://www.auswaertiges-amt.de/blob/2423206/201203.pdf>.", 0, 9)
    assert found.kind == ReferenceKind.REFERENCE
    assert found.url == "https://www.auswaertiges-amt.de/blob/2423206/201203.pdf"
    assert found.title is None


@pytest.mark.parametrize(
    "text",
    [
        "TRIPs是Agreement的简称。TRIPs与GATT共同构成WTO规则体系的三大支柱。",
        "自2006年我国《纲要》颁布实施以来，美国高度关注。",
        "该报告见 http://a.b ，它提出，促使中国放弃通过政府采购来鼓励创新，去除对所有权的要求。",
    ],
)
def test_an_explanation_is_a_note(text: str) -> None:
    assert parse_footnote("1", text, 5, 9) == Reference("1", ReferenceKind.NOTE, text, start=5, end=9)


def test_an_entry_in_an_unknown_style_keeps_year_and_address() -> None:
    found = parse_entry("3", "某机构报告，2016年，见 http://a.b/c", 0, 9)
    assert (found.kind, found.year, found.url, found.title) == (ReferenceKind.REFERENCE, 2016, "http://a.b/c", None)


@pytest.mark.parametrize("text", ["某机构报告，2015年至2016年", "某机构报告[2016-01-02]", "某机构报告"])
def test_a_year_in_doubt_is_unknown(text: str) -> None:
    assert parse_entry("3", text, 0, 9).year is None


@given(st.text())
def test_any_text_is_taken_and_kept(text: str) -> None:
    for parse in (parse_entry, parse_footnote):
        found = parse("1", text, 0, len(text))
        assert (found.label, found.text, found.from_sentence) == ("1", text, False)
        assert found.year is None or 1900 <= found.year < 2100


@given(st.text(alphabet=st.sampled_from("甲.，《》“”[J]*:2014()-, aA1年第期页http/"), max_size=80))
def test_nothing_is_invented(text: str) -> None:
    found = parse_entry("1", text, 0, len(text))
    for value in (found.title, found.container, found.volume, found.issue, found.url, *found.authors):
        assert value is None or set(value) <= set(text) | set("(): -")


@pytest.mark.parametrize(
    ("text", "authors", "title", "container"),
    [
        (
            "Finger, M. Conceptualizing governance[J]. Policy Review,2005,3(1): 1-7.",
            1,
            "Conceptualizing governance",
            "Policy Review",
        ),
        (
            "Wang Y. Offensive for defensive: the belt. Pacific Review,2016,29(3): 455-463.",
            1,
            "Offensive for defensive: the belt",
            "Pacific Review",
        ),
        ("Pordes R， Altunay M，Avery P,et al. Open science[J]. Grid, 2009(2): 3.", 3, "Open science", "Grid"),
        (
            "公小萍,宋周,刘卫.中国与中亚地区的贸易格局.地理研究,2015,34(5):812-824.",
            3,
            "中国与中亚地区的贸易格局",
            "地理研究",
        ),
    ],
)
def test_authors_are_told_from_the_title(text: str, authors: int, title: str, container: str) -> None:
    found = parse_entry("1", text, 0, 9)
    assert (len(found.authors), found.title, found.container) == (authors, title, container)


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("htp:/www.a.org/plan.pdf.", "http://www.a.org/plan.pdf"),
        ("ttp:// www. a.ac.uk/site/plan. pdf.", "http://www.a.ac.uk/site/plan.pdf"),
        ("http://www. a. ac. uk/Research -Guide. pdf.", "http://www.a.ac.uk/Research-Guide.pdf"),
    ],
)
def test_damaged_addresses_are_mended(printed: str, url: str) -> None:
    assert parse_entry("1", f"NIH. Data policy[EB/OL].[2015-04-14].{printed}", 0, 9).url == url
