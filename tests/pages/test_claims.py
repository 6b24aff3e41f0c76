"""One claim."""

from collections.abc import Callable

import pytest

from app import cite
from app.catalogue import claim_page
from app.library import Library, SearchUnavailableError
from tests.visitor import Visitor, links, texts

BEGINNING = "中国与155"


def test_the_sentence_stands_among_its_neighbours(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(f"/zh/claims/{uid_of(BEGINNING)}")
    assert texts(page, ".//blockquote/p") == ["中国与155个国家签署协定。[17]"]
    assert texts(page, ".//*[@class='neighbour']") == [
        "科技外交是外交的组成部分。",
        "王明国认为中美应当对话[17]。",
        "日本与美国签署协定并设立联委会。",
    ]
    assert links(page, ".//*[@class='neighbour']")[1] == f"/zh/claims/{uid_of('王明国认为')}"


def test_it_leads_to_its_place_in_the_paper(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(f"/en/claims/{uid_of(BEGINNING)}")
    assert links(page, ".//*[@class='kicker']") == ["/en/papers/002-review", "/en/papers/002-review#s-1.1"]
    assert page.xpath("string(.//blockquote/@cite)").endswith(f"#c-{uid_of(BEGINNING)}")
    assert "/en/papers/002-review#ref-17" in links(page, ".//blockquote")


def test_every_label_says_why_it_is_there(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    rows = visitor.page(f"/en/claims/{uid_of('日本与美国')}").xpath(".//table//tbody/tr")
    shown = [(row.xpath("string(th)").strip(), row.xpath("string(td[1])").strip()) for row in rows]
    assert shown[0] == ("fact", "Type")
    assert {("Japan", "Country"), ("United States", "Country"), ("Agreement", "Instrument")} <= set(shown)
    assert [kind for _name, kind in shown].count("Named instrument") == 1
    assert all("rule" in row.xpath("string(td[3])") and "test" in row.xpath("string(td[3])") for row in rows)


def test_its_figures_are_shown_as_printed_and_as_numbers(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    rows = visitor.page(f"/en/claims/{uid_of(BEGINNING)}").xpath(".//table//tbody/tr")
    figure = next(row for row in rows if row.xpath("string(td[1])") == "Figure")
    assert figure.xpath("string(th)") == "155个国家"
    assert " ".join(figure.xpath("string(td[2])").split()) == "155 个国家签署协定的国家 (2018)"


def test_quotations_are_those_of_the_citing_module(
    visitor: Visitor, library: Library, uid_of: Callable[[str], str]
) -> None:
    uid = uid_of(BEGINNING)
    with library.session() as session:
        detail = claim_page(session, uid)
    assert detail is not None
    page = visitor.page(f"/en/claims/{uid}")
    permalink = f"https://kewai.example/en/claims/{uid}"
    wanted = [cite.quotation(detail.claim, locale, permalink) for locale in ("zh", "en")]
    wanted.append(cite.reference_text(detail.claim.paper, "apa"))
    assert [p.text_content() for p in page.xpath(".//p[@class='quotation']")] == wanted
    tools = ".//header//*[contains(@class, 'claim-tools')]/button/@data-copy"
    assert page.xpath(tools) == [cite.quotation(detail.claim, "en")]
    assert page.xpath(".//section[@aria-labelledby='quote-title']//button/@data-copy") == wanted
    assert permalink in links(page)


def test_what_it_cites_stands_below_once(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(f"/zh/claims/{uid_of('王明国认为')}")
    assert texts(page, ".//ol[@class='references']/li/span") == ["[17]", "[18]"]
    assert not visitor.page(f"/zh/claims/{uid_of('日本发布')}").xpath(".//ol[@class='references']")


def test_english_pages_say_that_there_is_no_translation_yet(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    words = "There is no English translation of this sentence yet."
    uid = uid_of(BEGINNING)
    assert words in visitor.page(f"/en/claims/{uid}").text_content()
    assert words not in visitor.page(f"/zh/claims/{uid}").text_content()


def test_an_unknown_claim_is_not_found(visitor: Visitor) -> None:
    page = visitor.page("/en/claims/aaaaaaaaaaaa", 404)
    assert texts(page, ".//h1") == ["There is no claim “aaaaaaaaaaaa” here"]
    assert page.xpath(".//main//form")


def test_claims_like_it_are_shown_with_their_papers(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(f"/en/claims/{uid_of('日本与美国')}")
    (section,) = page.xpath(".//section[@aria-labelledby='similar-title']")
    assert "中国与155个国家签署协定。[17]" in texts(section, ".//*[@class='claim-text']")
    assert "/en/papers/002-review#c-" + uid_of("中国与155") in links(section, ".//footer")
    assert not page.xpath(".//section[@aria-labelledby='same-title']")


def test_without_an_index_the_claim_is_shown_all_the_same(
    visitor: Visitor, uid_of: Callable[[str], str], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = uid_of(BEGINNING)

    def broken(_: str) -> None:
        raise SearchUnavailableError("run `kewai reindex`")

    monkeypatch.setattr(library, "likeness", broken)
    page = visitor.page(f"/en/claims/{uid}")
    assert texts(page, ".//blockquote/p") == ["中国与155个国家签署协定。[17]"]
    assert not page.xpath(".//section[@aria-labelledby='similar-title']")
