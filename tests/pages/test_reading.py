"""A paper as it is read: in which languages, with labels or without, and with what is found in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from lxml import html

from app.ingest.records import Citation
from app.main import create_app
from app.pages.reading import TEXTS, Asked, ReadingChoices, choose
from app.settings import Settings
from tests.factories import make_claim, make_paper, make_reference
from tests.pages.conftest import SCRIPT
from tests.visitor import Visitor, links, texts

REVIEW = "/en/papers/002-review"


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("text", [*TEXTS, "", "xx", "<script>"])
def test_what_cannot_be_had_is_shown_as_the_reader_reads(locale: str, text: str) -> None:
    asked = Asked(text=text, terms="maybe", labels="maybe")
    default = "both" if locale == "en" else "zh"
    assert choose(asked, "p", locale, translated=True).text == (text if text in TEXTS else default)
    alone = choose(asked, "p", locale, translated=False)
    assert (alone.text, alone.marked, alone.labels) == ("zh", False, True)


def test_the_readers_language_comes_first() -> None:
    assert ReadingChoices("p", "both", "zh").languages("en") == ("en", "zh")
    assert ReadingChoices("p", "side", "zh").languages("zh") == ("zh", "en")
    assert ReadingChoices("p", "en", "zh").languages("zh") == ("en",)


def test_an_address_says_what_differs_from_the_usual() -> None:
    usual = ReadingChoices("p", "zh", "zh")
    assert {name: value for name, value in usual.query().items() if value} == {}
    assert {name: value for name, value in usual.query(text="side", find="科技").items() if value} == {
        "text": "side",
        "find": "科技",
    }
    other = ReadingChoices("p", "en", "zh", marked=True, labels=False, find="a")
    assert other.query() == {"text": "en", "terms": "on", "labels": "off", "find": "a"}
    assert other.query(text="zh")["text"] == ""


def test_each_sentence_has_its_labels_beside_it(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(REVIEW)
    assert texts(page, ".//p/*[@class='labels']") == [
        "definition",
        "viewpoint China United States Mechanism",
        "statistic China Agreement 155个国家",
        "fact Japan United States Agreement Mechanism",
    ]
    labels = page.get_element_by_id(f"c-{uid_of('日本与美国')}").getprevious()
    assert links(labels, ".") == [
        *("/en/countries/JP", "/en/countries/US", "/en/instruments/agreement", "/en/instruments/mechanism"),
    ]


def test_a_sign_right_behind_a_mark_has_room_of_its_own(translated: Visitor) -> None:
    """Elsewhere it stands in the empty half of the full stop before it."""
    library = translated.app.state.library  # type: ignore[attr-defined]
    inside = make_claim("美国签署协定。", cites="1")
    claims = [
        make_claim("日本签署协定。", cites="1"),
        replace(inside, citations=(Citation("1", at=2),)),
        make_claim("无注。"),
    ]
    with library.session() as session, session.begin():
        make_paper(session, "marks", claims, references=[make_reference("1", title="书")])
    names = translated.page("/en/papers/marks").xpath(".//a[starts-with(@class, 'permalink')]/@aria-label")
    assert names == [f"Open claim {number}" for number in range(len(claims))], "a list of links tells them apart"
    signs = translated.page("/zh/papers/marks").xpath(".//a[starts-with(@class, 'permalink')]/@class")
    assert signs == ["permalink apart", "permalink", "permalink"]


def test_labels_are_hidden_by_an_address(visitor: Visitor) -> None:
    shown = visitor.page(REVIEW)
    assert "no-labels" not in shown.get_element_by_id("reading").get("class")
    switch = shown.get_element_by_id("labels-switch").get("href")
    assert switch == f"{REVIEW}?labels=off#labels-switch"
    hidden = visitor.page(switch.partition("#")[0])
    assert "no-labels" in hidden.get_element_by_id("reading").get("class")
    assert hidden.get_element_by_id("labels-switch").get("href") == f"{REVIEW}#labels-switch"


def found(page: html.HtmlElement) -> list[str]:
    return texts(page, ".//*[@class='hits']//li")


@pytest.mark.parametrize("typed", ["签署协定", "簽署協定", " 签署协定"])
def test_what_is_looked_for_is_marked_and_listed_with_links(visitor: Visitor, typed: str) -> None:
    page = visitor.page(f"/zh/papers/002-review?find={typed}")
    assert texts(page, ".//div[@id='text']//mark") == ["签署协定", "签署协定"]
    assert found(page) == ["中国与155个国家签署协定。", "日本与美国签署协定并设立联委会。"]
    targets = [link.removeprefix("#") for link in links(page, ".//*[@class='hits']")]
    assert targets == ["hit-1", "hit-2"]
    assert [page.get_element_by_id(target).tag for target in targets] == ["mark", "mark"]
    assert texts(page, ".//*[@data-count]") == ["共 2 处"]


def test_terms_and_marks_of_what_is_found_go_together(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/002-review?find=外交是&terms=on")
    (mark, rest) = page.xpath(".//div[@id='text']//mark")
    assert (mark.text, rest.text) == ("外交", "是")
    assert mark.getparent().get("class") == "term"
    assert [mark.get("id"), rest.get("id")] == ["hit-1", None]
    assert mark.get("data-hit") == rest.get("data-hit") == "1"


def test_the_form_keeps_what_else_was_chosen(visitor: Visitor) -> None:
    page = visitor.page(f"{REVIEW}?terms=on&labels=off&find=a")
    (form,) = page.xpath(".//form[@id='find']")
    assert form.get("action") == REVIEW
    kept = {field.get("name"): field.get("value") for field in form.xpath(".//input")}
    assert kept == {"find": "a", "terms": "on", "labels": "off"}


def test_what_is_not_there_is_said(visitor: Visitor) -> None:
    page = visitor.page(f"{REVIEW}?find=月球")
    assert texts(page, ".//*[@data-count]") == ["0 places"]
    assert not page.xpath(".//mark")
    assert not visitor.page(f"{REVIEW}?find=%20").xpath(".//*[@data-count]")


@pytest.mark.parametrize("typed", [SCRIPT, '"><img src=x onerror=alert(1)>', "\u202e\x00", "科" * 5000, "[", ".*"])
def test_what_is_typed_is_text(visitor: Visitor, typed: str) -> None:
    answer = visitor.ask("GET", "/zh/papers/evil", params={"find": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    page = html.fromstring(answer.text)
    assert len(page.xpath("string(.//input[@id='find-box']/@value)")) <= 200
    assert not page.xpath(".//img[@src='x']")


def test_a_script_in_a_paper_is_found_as_text(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/evil?find=%3Cscript%3E")
    assert "<script>" in texts(page, ".//div[@id='text']//mark")


@pytest.fixture
def translated(settings: Settings) -> Iterator[Visitor]:
    """A paper of two sentences, the first with English, and one that quotes it."""
    app = create_app(settings)
    app.state.library.migrate()
    with app.state.library.session() as session, session.begin():
        first = make_claim("瑞士科学中心是最具代表性的科技外交网络。")
        row = make_paper(session, "swiss", [first, make_claim("它由两部门共同管理。")], title="瑞士", authors=("甲",))
        row.claims[0].text_en = "The most representative network is swissnex."
        citing = make_claim("甲认为瑞士科学中心是最具代表性的科技外交网络[1]。", cites="1")
        other = make_paper(session, "citing", [citing], references=[make_reference("1", title="瑞士")])
        session.flush()
        other.references[0].linked_paper_id = row.id
    yield Visitor(app)
    app.state.library.close()


@pytest.mark.parametrize(("text", "expected"), [("zh", ["zh-Hans"]), ("both", ["zh-Hans", "en"]), ("en", ["en"])])
def test_paragraphs_stand_in_the_languages_that_were_asked_for(
    translated: Visitor, text: str, expected: list[str]
) -> None:
    page = translated.page(f"/zh/papers/swiss?text={text}")
    assert [p.get("lang") for p in page.xpath(".//*[@class='paragraph']/p")] == expected
    assert len(page.xpath(".//span[@class='claim']")) == 2
    assert texts(page, ".//nav[@class='text-choice']/a[@aria-current]") == [
        {"zh": "中文", "both": "逐段对照", "en": "英文"}[text]
    ]


def test_what_has_no_english_is_read_in_chinese(translated: Visitor) -> None:
    first, second = translated.page("/en/papers/swiss?text=en").xpath(".//span[@class='claim']")
    assert first.text_content().startswith("The most representative network")
    assert (second.get("lang"), second.text_content()[:5]) == ("zh-Hans", "它由两部门")


def test_who_quotes_a_sentence_is_told_beside_it_and_below(translated: Visitor) -> None:
    page = translated.page("/zh/papers/swiss")
    (quoted,) = page.xpath(".//*[@class='quoted']//a/@href")
    (told,) = page.xpath(".//ul[@class='passages']/li")
    assert links(told, ".")[0] == quoted
    assert quoted.startswith("/zh/claims/")
    assert links(told, ".")[-1] == f"#{page.xpath('.//span[@class=$c]', c='claim')[0].get('id')}"
    assert not translated.page("/zh/papers/citing").xpath(".//ul[@class='passages']")


def test_what_is_not_known_is_said_at_the_head(visitor: Visitor, translated: Visitor) -> None:
    assert "Not printed, and not known: Title" in visitor.page("/en/papers/000-untitled").xpath(
        "string(.//header[@class='page-head paper-head'])"
    )
    head = translated.page("/zh/papers/swiss").xpath("string(.//header[@class='page-head paper-head'])")
    assert "原文未印，亦无从得知： 刊物或丛书、年份" in " ".join(head.split())


def test_a_paper_is_taken_away_in_each_form(visitor: Visitor) -> None:
    page = visitor.page(REVIEW)
    offered = [link for link in links(page) if link.startswith(("/api/v1/search.", "/api/v1/cite."))]
    endings = {link.partition("?")[0].rpartition(".")[2] for link in offered}
    assert endings == {"bib", "ris", "json", "xml", "txt", "csv", "jsonl"}
    assert all("paper=002-review" in link for link in offered)
    assert [visitor.get(link).status_code for link in offered] == [200] * len(offered)
