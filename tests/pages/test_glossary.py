"""The glossary: looked up, browsed, and never at a loss."""

from collections.abc import Callable

import pytest

from app.pages.glossary import SIZE
from app.vocabulary.glossary import TERM_KINDS
from tests.factories import vocabulary
from tests.visitor import Visitor, links, texts

ENTRIES = ".//dl[@class='term-list']//dt/a"


def shown(visitor: Visitor, path: str) -> list[str]:
    """Codes of the terms on a page, in its order."""
    return [link.rsplit("/", 1)[1] for link in visitor.page(path).xpath(f"{ENTRIES}/@href")]


def all_pages(visitor: Visitor, path: str, total: int) -> list[str]:
    sign = "&" if "?" in path else "?"
    return [code for page in range(1, -(-total // SIZE) + 1) for code in shown(visitor, f"{path}{sign}page={page}")]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_term_is_listed_once(visitor: Visitor, locale: str) -> None:
    codes = all_pages(visitor, f"/{locale}/glossary", len(vocabulary().glossary))
    assert sorted(codes) == sorted(term.code for term in vocabulary().glossary)


def test_each_language_has_its_own_order_and_leads(visitor: Visitor) -> None:
    english = visitor.page("/en/glossary?letter=S&kind=field")
    names = texts(english, ENTRIES)
    assert names == sorted(names, key=str.casefold)
    assert all(name[0].upper() == "S" for name in names)
    chinese = visitor.page("/zh/glossary?pinyin=B&kind=place")
    assert "北京" in texts(chinese, ENTRIES)
    assert texts(chinese, ".//h3[@class='initial']") == ["B"]


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("二轨", "二轨外交"),
        ("二軌", "二轨外交"),
        ("TRACK TWO", "二轨外交"),
        ("第二轨道", "二轨外交"),
        ("ergui", "二轨外交"),
        ("egwj", "二轨外交"),
        ("東協", "东盟"),
        ("智慧財產權", "知识产权"),
        ("川普", "特朗普"),
        ("ASEAN", "东盟"),
    ],
)
def test_a_term_is_found_by_any_name_and_by_pinyin(visitor: Visitor, query: str, term: str) -> None:
    assert term in texts(visitor.page(f"/zh/glossary?q={query}"), ENTRIES)


def test_the_counts_beside_kinds_are_those_of_their_lists(visitor: Visitor) -> None:
    page = visitor.page("/zh/glossary")
    rows = page.xpath(".//nav[@aria-labelledby='kinds-title']//a")
    assert len(rows) == len(TERM_KINDS)
    for row in rows:
        count = int(row.xpath("string(.//*[@class='count'])"))
        heading = texts(visitor.page(row.get("href")), ".//h2[@id='found-title']")[0]
        assert heading.startswith(f"{count} ")


def test_every_letter_leads_to_as_many_terms_as_it_says(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary?kind=person")
    letters = page.xpath(".//nav[contains(@class, 'letters')]//a")
    assert len(letters) > 20
    for letter in letters[::4]:
        count = int(letter.get("aria-label").split(", ")[1].split(" ")[0])
        assert len(shown(visitor, letter.get("href"))) == count


def test_a_chosen_filter_is_marked_and_can_be_dropped(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary?kind=person&letter=Z")
    chosen = page.xpath(".//a[@aria-current='true' and contains(@href, 'glossary?')]")
    assert [link.get("href") for link in chosen] == ["/en/glossary?kind=person", "/en/glossary?letter=Z"]


def test_claims_beside_terms_are_counted_in_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    found = count("select count(*) from claim_term where code = 'science-and-technology-diplomacy'")
    page = visitor.page("/en/glossary?q=kejiwaijiao")
    assert f"{found} claim" in texts(page, "(.//dl[@class='term-list']//p[@class='entry-meta'])[1]")[0]


def test_what_is_not_there_helps(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary?q=sciense diplomacie")
    assert "No term has “sciense diplomacie” in any of its names." in page.text_content()
    assert {"/en/glossary", "/en/glossary/science-diplomacy"} <= set(links(page))


def test_downloads_have_stable_addresses(visitor: Visitor) -> None:
    found = {"/api/v1/glossary.csv", "/api/v1/glossary.tbx", "/api/v1/glossary"}
    assert found <= set(links(visitor.page("/zh/glossary")))
    assert {visitor.get(address).status_code for address in found} == {200}


@pytest.mark.parametrize(
    "query", ["kind=animal", "letter=%C3%89", "letter=SS", "pinyin=%3Cscript%3E", "page=0", "page=99", "kind=%00"]
)
def test_filters_that_there_are_not_get_a_page_that_helps(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/en/glossary?{query}", 404)
    assert "/en/glossary" in links(page)
    assert not page.xpath(".//main//script")


@pytest.mark.parametrize("q", ["%00", "%25", "%3Cscript%3Ealert(1)%3C/script%3E", "%ff%fe", "' OR 1=1 --", "字" * 3000])
def test_any_query_gets_a_page(visitor: Visitor, q: str) -> None:
    page = visitor.page(f"/zh/glossary?q={q}")
    assert not page.xpath(".//main//script")


def test_the_json_twin_is_told(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary?kind=person&q=zhou")
    assert page.xpath("string(.//link[@type='application/json']/@href)") == "/api/v1/glossary?q=zhou&kind=person"
