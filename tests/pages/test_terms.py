"""One term's page, and terms where they stand in a text."""

from collections.abc import Callable

import pytest

from app.text.normalise import fold_text
from tests.factories import vocabulary
from tests.visitor import Visitor, links, texts

DIPLOMACY = "/glossary/science-and-technology-diplomacy"


def test_a_term_has_its_names_meanings_and_pinyin(visitor: Visitor) -> None:
    page = visitor.page(f"/en{DIPLOMACY}")
    assert texts(page, ".//h1/span") == ["科技外交", "science and technology diplomacy (S&T diplomacy)"]
    assert texts(page, ".//*[@class='pinyin']") == ["kē jì wài jiāo"]
    assert [p.get("lang") for p in page.xpath(".//p[contains(@class, 'definition')]")] == ["en", "zh-Hans"]
    chinese = visitor.page(f"/zh{DIPLOMACY}")
    assert [p.get("lang") for p in chinese.xpath(".//p[contains(@class, 'definition')]")] == ["zh-Hans", "en"]
    assert "/en/glossary/science-diplomacy" in links(page)


def test_traditional_forms_and_words_of_taiwan_are_marked_with_their_language(visitor: Visitor) -> None:
    page = visitor.page("/zh/glossary/asean")
    assert texts(page, ".//dd[@lang='zh-Hant']") == ["東盟"]
    assert "東協" in texts(page, ".//dd[@lang='zh-Hant-TW']")[0]


def test_claims_stand_by_paper_and_definitions_apart(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page(f"/en{DIPLOMACY}")
    named = "select count(*) from claim_term where code = 'science-and-technology-diplomacy'"
    defined = f"{named} and rule = 'term:defined'"
    assert texts(page, ".//*[@id='claims-title']")[0].startswith(f"{count(named)} claim")
    definitions = page.xpath(".//section[@aria-labelledby='definitions-title']//article")
    assert len(definitions) == count(defined) >= 1
    headings = texts(page, ".//h3[starts-with(@id, 'paper-')]")
    assert headings[0].startswith("2020 ")
    assert len(headings) == count(
        "select count(distinct paper_id) from claim_term join claim on claim.id = claim_id"
        " where code = 'science-and-technology-diplomacy'"
    )


def test_a_named_instrument_leads_to_its_countries_instrument_and_claims(visitor: Visitor) -> None:
    found = links(visitor.page("/en/glossary/swissnex"))
    assert {"/en/countries/CH", "/en/instruments/overseas"} <= set(found)
    assert "/en/entities/ch-swissnex" in found


def test_a_translation_of_ours_says_so(visitor: Visitor) -> None:
    ours = next(term for term in vocabulary().glossary if term.en_is_translation)
    assert "our translation" in visitor.page(f"/en/glossary/{ours.code}").text_content()
    assert "our translation" not in visitor.page(f"/en{DIPLOMACY}").text_content()


def test_a_sample_of_terms_has_pages_in_both_languages(visitor: Visitor) -> None:
    for number, term in enumerate(vocabulary().glossary):
        if number % 9 == 0:
            locale = ("zh", "en")[number // 9 % 2]
            assert texts(visitor.page(f"/{locale}/glossary/{term.code}"), ".//h1/span")[0] == term.zh


def test_the_claims_of_one_paper_have_their_own_page(visitor: Visitor) -> None:
    page = visitor.page(f"/zh{DIPLOMACY}?paper=002-review")
    assert texts(page, ".//p[contains(@class, 'claim-text')]")[0].startswith("科技外交是外交的组成部分。")
    visitor.page(f"/zh{DIPLOMACY}?paper=no-such", 404)
    visitor.page(f"/zh{DIPLOMACY}?paper=002-review&page=9", 404)


@pytest.mark.parametrize(
    ("name", "code"), [("%E6%9D%B1%E5%8D%94", "asean"), ("Soft power", "soft-power"), ("ASEAN", "asean")]
)
def test_a_name_leads_to_its_code(visitor: Visitor, name: str, code: str) -> None:
    answer = visitor.get(f"/zh/glossary/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/zh/glossary/{code}")


def test_a_mistyped_term_is_not_found_and_helps(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary/sciense-diplomacy", 404)
    assert "/en/glossary/science-diplomacy" in links(page)
    assert texts(page, ".//h1") == ["The glossary has no entry “sciense-diplomacy”"]
    visitor.page("/en/glossary/%3Cscript%3E", 404)


def test_terms_of_a_claim_are_listed_and_linked_but_not_common_words(
    visitor: Visitor, uid_of: Callable[[str], str]
) -> None:
    page = visitor.page(f"/en/claims/{uid_of('科技外交是外交')}")
    listed = links(page, ".//details[contains(@class, 'terms-here')]")
    assert listed == [f"/en{DIPLOMACY}"]
    linked = page.xpath(".//blockquote//a[@class='term']")
    assert [(link.text, link.get("href")) for link in linked] == [("科技外交", f"/en{DIPLOMACY}")]
    assert page.xpath(".//details[contains(@class, 'terms-here')]/@open")


def test_a_claim_without_terms_lists_none(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    page = visitor.page(f"/zh/claims/{uid_of('日本发布战略')}")
    assert not page.xpath(".//details[contains(@class, 'terms-here')]")


def test_a_paper_marks_terms_when_asked(visitor: Visitor) -> None:
    plain = visitor.page("/zh/papers/002-review")
    assert not plain.xpath(".//a[@class='term']")
    switch = plain.xpath("string(.//*[@id='terms-switch']/a/@href)")
    assert switch == "/zh/papers/002-review?terms=on#terms-switch"
    marked = visitor.page(switch.partition("#")[0])
    words = marked.xpath(".//a[@class='term']")
    assert words
    for word in words:
        term = vocabulary().glossary.get(word.get("href").rsplit("/", 1)[1])
        assert term is not None
        assert fold_text(word.text) in {fold_text(name) for name in term.names()}
    assert texts(marked, ".//span[@class='claim']") == texts(plain, ".//span[@class='claim']")
    assert visitor.page("/zh/papers/002-review?terms=%3Cscript%3E").xpath("count(.//a[@class='term'])") == 0
