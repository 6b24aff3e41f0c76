"""Entries in the footnote style of the humanities."""

import pytest

from app.ingest.records import Reference
from app.ingest.references.notes import read_chinese_note, read_latin_note


def chinese(text: str, **known: str) -> Reference:
    found = read_chinese_note(Reference("1", **known), text)  # type: ignore[arg-type]
    assert found is not None
    return found


def latin(text: str) -> Reference:
    found = read_latin_note(Reference("1"), text)
    assert found is not None
    return found


def test_an_article() -> None:
    found = chinese("黄金祺：《论“外交”新定义的理论特色》，《外交评论》，2005年第3期，第100—101页。")
    assert found.authors == ("黄金祺",)
    assert (found.title, found.container) == ("论“外交”新定义的理论特色", "外交评论")
    assert (found.year, found.issue, found.pages, found.document_type) == (2005, "3", "100—101", "J")


@pytest.mark.parametrize(
    ("text", "authors", "title", "container"),
    [
        ("李政等：《基于突变理论的方法》，《科研管理》，2017年第S1期。", ("李政",), "基于突变理论的方法", "科研管理"),
        ("参见王明国:《科技外交》,《瞭望》,2017年第7期。", ("王明国",), "科技外交", "瞭望"),
        (
            "《习近平主席的演讲》，习近平系列重要讲话数据库，2017年1月18日。",
            (),
            "习近平主席的演讲",
            "习近平系列重要讲话数据库",
        ),
        ("《关于〈条约〉的联合声明(全文)》,外交部网站,2011年6月17日", (), "关于〈条约〉的联合声明(全文)", "外交部网站"),
        ("《论《诗经》》，中华书局，1990年。", (), "论《诗经》", "中华书局"),
        ("王缉思主编：《国际战略》，北京：北京大学出版社，2006年。", ("王缉思",), "国际战略", "北京大学出版社"),
        ("国家合作中心：《对策研究》，2020年9月，", ("国家合作中心",), "对策研究", None),
    ],
)
def test_authors_title_and_host(text: str, authors: tuple[str, ...], title: str, container: str | None) -> None:
    found = chinese(text)
    assert (found.authors, found.title, found.container) == (authors, title, container)


@pytest.mark.parametrize(
    ("rest", "known", "kind"),
    [
        ("，《求是》，2018年第15期", {}, "J"),
        ("，《人民日报》，1978年4月3日，第2版", {}, "N"),
        ("，北京：人民出版社，2006年", {}, "M"),
        ("，新华网，1996年11月25日", {"url": "http://a.b"}, "EB/OL"),
        ("，2020年9月", {}, None),
    ],
)
def test_the_type_that_its_words_show(rest: str, known: dict[str, str], kind: str | None) -> None:
    assert chinese(f"《题名》{rest}", **known).document_type == kind


@pytest.mark.parametrize(
    "text",
    [
        "自2006年我国《规划纲要（2006—2020）》颁布实施以来，美国对其高度关注。",
        "2010年5月,美国贸易委员会提交报告,认为清单会导致歧视。",
        "TRIPs是Agreement的简称。",
        "",
    ],
)
def test_prose_is_no_entry(text: str) -> None:
    assert read_chinese_note(Reference("1"), text) is None
    assert read_latin_note(Reference("1"), text) is None


def test_a_latin_article() -> None:
    found = latin("Nina V. Fedoroff, “Science Diplomacy in the 21st Century”, *Cell*, Vol 36, Na 1, 2009, pp 9-11.")
    assert found.authors == ("Nina V. Fedoroff",)
    assert (found.title, found.container) == ("Science Diplomacy in the 21st Century", "Cell")
    assert (found.year, found.volume, found.issue, found.pages, found.document_type) == (2009, "36", "1", "9-11", "J")


@pytest.mark.parametrize(
    ("text", "title", "container", "year", "pages"),
    [
        ("Pierre-Bruno Ruffini, *Diplomacy*, Springer, 2017.", "Diplomacy", "Springer", 2017, None),
        ("D. Pestre, “Le Nouvel Univers”, in A. Dahan, eds, *Les Sciences: 1940-1960*, Editions, 2004, pp. 11-47.",
         "Le Nouvel Univers", "Les Sciences: 1940-1960", 2004, "11-47"),
        ("The White House, *National Security Strategy*, 2010, p. 52.", "National Security Strategy", None, 2010, "52"),
        ("Davis and Patman, *New Day or False Dawn?* World Scientific, 2015, p. 278.",
         "New Day or False Dawn?", "World Scientific", 2015, "278"),
        ('M. Lorient, "Le travail diplomatique. Un métier", *Rapport*, 2008, p. 131.',
         "Le travail diplomatique. Un métier", "Rapport", 2008, "131"),
        ("Fry et al., “In a Crisis”, *PLoS ONE*, July 2020.", "In a Crisis", "PLoS ONE", 2020, None),
    ],
)  # fmt: skip
def test_latin_notes(text: str, title: str, container: str | None, year: int, pages: str | None) -> None:
    found = latin(text)
    assert (found.title, found.container, found.year, found.pages) == (title, container, year, pages)


def test_what_another_work_is_quoted_from_is_not_taken_for_it() -> None:
    found = latin("Austen Edwards, “Conscience and Science”, The presidency org. 转引自王明国:《科技外交》,第40页。")
    assert (found.authors, found.title, found.container) == (
        ("Austen Edwards",),
        "Conscience and Science",
        "The presidency org",
    )
    assert found.pages is None


def test_a_chinese_sentence_with_a_quotation_is_no_latin_note() -> None:
    assert read_latin_note(Reference("1"), "他指出，“科技外交是一门艺术”，这很重要。") is None


def test_a_comma_instead_of_a_colon_behind_the_author() -> None:
    found = read_chinese_note(Reference("1"), "褚鸣，《美欧智库比较研究》，中国社会科学出版社2013年出版，第9页。")
    assert found is not None
    assert (found.authors, found.title, found.container) == (("褚鸣",), "美欧智库比较研究", "中国社会科学出版社")
    assert (found.year, found.pages, found.document_type) == (2013, "9", "M")
    assert read_chinese_note(Reference("1"), "由此可见，《美欧智库比较研究》一书很有价值。") is None
