"""The papers and one paper."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from lxml import html

from app.main import create_app
from app.settings import Settings
from app.web.templating import Templating
from tests.factories import make_claim, make_paper
from tests.views import make_record
from tests.visitor import Visitor, links, texts

REVIEW = "/en/papers/002-review"


def test_every_paper_is_listed_with_what_it_holds(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/papers")
    assert len(page.xpath(".//ul[contains(@class, 'paper-list')]/li")) == count("select count(*) from paper")
    review = next(row for row in page.xpath(".//li") if "/en/papers/002-review" in links(row, "."))
    assert "2 sections · 4 claims · 1 reference · 1 note" in " ".join(review.text_content().split())


def test_a_paper_without_a_title_is_named_by_its_file(visitor: Visitor) -> None:
    assert texts(visitor.page("/zh/papers/000-untitled"), ".//h1") == ["原文未印题名 000-untitled"]
    assert texts(visitor.page("/en/papers/000-untitled"), ".//h1") == ["Untitled 000-untitled"]


def test_an_english_title_leads_on_english_pages(visitor: Visitor) -> None:
    page = visitor.page("/en/papers/004-future")
    assert texts(page, ".//h1") == ["The Future of Sino-US Relations"]
    assert texts(page, ".//*[@class='other-title']") == ["科技外交与中美关系的未来发展"]
    assert texts(visitor.page("/zh/papers/004-future"), ".//h1") == ["科技外交与中美关系的未来发展"]


@pytest.mark.parametrize(
    ("locale", "line"), [("zh", "《外交评论》 2021 年第 38 卷第 6 期"), ("en", "外交评论 2021, volume 38, issue 6")]
)
def test_where_a_paper_was_published_is_said_as_each_language_does(site: FastAPI, locale: str, line: str) -> None:
    templating: Templating = site.state.templating
    macros: Any = templating.environments[locale].get_template("includes/papers.html").module
    shown = macros.published(make_record(container="外交评论", year=2021, volume="38", issue="6"))
    assert html.fromstring(f"<p>{shown}</p>").text_content() == line


def test_the_record_says_where_a_field_is_known_from(visitor: Visitor) -> None:
    page = visitor.page(REVIEW)
    fields = dict(zip(texts(page, ".//dl/dt"), page.xpath(".//dl/dd"), strict=True))
    assert texts(fields["Year"], ".//*[@class='provenance']") == ["masthead"]
    assert fields["Keywords"].text_content().split() == ["科技外交；综述"]
    assert "4 claims" in fields["Holds"].text_content()


def test_the_outline_leads_to_every_section(visitor: Visitor) -> None:
    page = visitor.page(REVIEW)
    anchors = [link.removeprefix("#") for link in links(page, ".//nav[@class='outline']")]
    assert anchors == ["s-0", "s-1", "s-1.1", "references"]
    assert all(page.get_element_by_id(anchor) is not None for anchor in anchors)
    assert texts(page, ".//nav[@class='outline']//li")[2] == "1.1 政府间协定"


def test_every_claim_has_an_anchor_in_reading_order(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(REVIEW)
    claims = page.xpath(".//span[@class='claim']")
    beginnings = ("科技外交是外交", "王明国认为", "中国与155", "日本与美国")
    assert [claim.get("id") for claim in claims] == [f"c-{uid_of(beginning)}" for beginning in beginnings]
    assert links(claims[0], ".") == [f"/en/claims/{uid_of(beginnings[0])}"]


def test_a_mark_opens_its_reference_on_the_page(visitor: Visitor) -> None:
    page = visitor.page(REVIEW)
    marks = page.xpath(".//a[@role='doc-noteref']")
    assert [mark.get("href") for mark in marks] == ["#ref-17", "#ref-18", "#ref-17"]
    assert [mark.get("aria-label") for mark in marks] == ["Reference 17", "Note 18", "Reference 17"]
    assert all(page.get_element_by_id(mark.get("href")[1:]).tag == "li" for mark in marks)


def test_a_reference_leads_to_the_paper_here_and_back_to_the_sentences(
    visitor: Visitor, uid_of: Callable[[str], str]
) -> None:
    entry = visitor.page(REVIEW).get_element_by_id("ref-17")
    assert links(entry, ".") == [
        "/en/papers/004-future",
        f"#c-{uid_of('王明国认为')}",
        f"#c-{uid_of('中国与155')}",
        "/en/cite?reference=002-review%2F17",
    ]


def test_papers_say_what_they_cite_and_what_cites_them(visitor: Visitor) -> None:
    section = ".//section[@aria-labelledby='links-title']"
    assert texts(visitor.page(REVIEW), f"{section}//h3") == ["It cites"]
    cited = visitor.page("/en/papers/004-future")
    assert texts(cited, f"{section}//h3") == ["It is cited by"]
    assert links(cited, section) == ["/en/papers/002-review", "/en/papers/002-review#ref-17"]


def test_what_could_not_be_taken_as_printed_is_said(visitor: Visitor) -> None:
    notice = ".//section[@aria-labelledby='warnings-title']"
    assert texts(visitor.page("/zh/papers/002-review"), f"{notice}//li") == ["有 6 个字符重复印出，只计一次。"]
    assert texts(visitor.page("/en/papers/002-review"), f"{notice}//li") == ["6 characters stand twice."]
    assert not visitor.page("/zh/papers/004-future").xpath(notice)


def test_a_paper_can_be_cited_in_the_chosen_style(visitor: Visitor) -> None:
    shown = texts(visitor.page("/zh/papers/004-future"), ".//*[contains(@class, 'quotation')][self::p][@lang]")
    assert shown[0].startswith("王明国. 科技外交与中美关系的未来发展[J]")
    assert len(shown) == 1
    american = texts(
        visitor.page("/zh/papers/004-future?style=mla"), ".//*[contains(@class, 'quotation')][self::p][@lang]"
    )
    assert american == ["Wang Mingguo. “科技外交与中美关系的未来发展” [The Future of Sino-US Relations]. 2017."]


def test_reference_managers_find_what_they_need(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/004-future")
    tags = {tag.get("name"): tag.get("content") for tag in page.xpath(".//meta[starts-with(@name, 'citation_')]")}
    assert tags == {
        "citation_title": "科技外交与中美关系的未来发展",
        "citation_author": "王明国",
        "citation_publication_date": "2017",
        "citation_language": "zh-CN",
        "citation_public_url": "https://kewai.example/zh/papers/004-future",
    }


def test_an_unknown_paper_is_not_found(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/none", 404)
    assert texts(page, ".//h1") == ["本库没有文献“none”"]
    assert "/zh/papers" in links(page)


@pytest.fixture
def many(settings: Settings) -> Iterator[Visitor]:
    """Forty-five papers."""
    app = create_app(settings)
    app.state.library.migrate()
    with app.state.library.session() as session, session.begin():
        for number in range(45):
            make_paper(session, f"p{number:02}", [make_claim(f"第{number}条。")])
    yield Visitor(app)
    app.state.library.close()


def listed(page: html.HtmlElement) -> list[str]:
    return [link.rsplit("/", 1)[1] for link in links(page, ".//ul[contains(@class, 'paper-list')]")]


def test_long_lists_come_in_pages(many: Visitor) -> None:
    pages = [listed(many.page(f"/en/papers?page={number}")) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert sorted(slug for page in pages for slug in page) == [f"p{number:02}" for number in range(45)]
    pager = many.page("/en/papers?page=2").xpath(".//nav[@class='pager']")[0]
    assert links(pager, ".") == ["/en/papers?page=1", "/en/papers?page=1", "/en/papers?page=3", "/en/papers?page=3"]
    many.page("/en/papers?page=4", 404)
