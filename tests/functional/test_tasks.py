"""What a researcher comes for, done as a researcher does it: by clicking, from the home page on."""

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.functional.site import Words

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SOURCE = re.compile(r"\[(\d+)\]")
DIPLOMATS = {"2007": "131", "2017": "144", "2021": "146"}
"""How many S&T diplomats China has, by the paper of which year."""


@dataclass(frozen=True)
class Names:
    """What is clicked on, in one language."""

    france: str
    spain: str
    strategies: str
    things: str
    strategy: str
    countries: str
    compare: str
    do_compare: str
    numbers: str
    diplomats: str
    values: str
    sources: str
    tools: tuple[str, ...]
    """Words of buttons and of the frame, which have no place on paper."""


NAMES = {
    "zh": Names(
        france="法国",
        spain="西班牙",
        strategies="战略与协定",
        things="战略、协定等具名事物",
        strategy="法国科学外交战略",
        countries="国家",
        compare="国家比较",
        do_compare="比较",
        numbers="数字",
        diplomats="中国：科技外交官",
        values="数值与出处",
        sources="文献来源",
        tools=("复制引文", "JSON", "术语表", "跳到正文", "在其中检索", "怎样检索"),
    ),
    "en": Names(
        france="France",
        spain="Spain",
        strategies="Strategies and agreements",
        things="Strategies, agreements and other named things",
        strategy="Science Diplomacy for France",
        countries="Countries",
        compare="Compare countries",
        do_compare="Compare",
        numbers="Numbers",
        diplomats="China: S&T diplomats posted abroad",
        values="The values and their sentences",
        sources="Sources",
        tools=("Copy quotation", "JSON", "Glossary", "Skip to content", "Search in them", "How to search"),
    ),
}


@pytest.fixture
def names(words: Words) -> Names:
    return NAMES[words.locale]


class Clicks:
    """Clicks, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, what: Locator) -> None:
        what.click()
        self.count += 1


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def sources_cited(page: Page, part: Locator) -> set[str]:
    """The titles in the list of sources that the marks in `part` lead to."""
    numbers = set(SOURCE.findall(part.inner_text()))
    return {page.locator(f"#source-{number}").inner_text() for number in numbers}


def test_the_strategies_of_france_with_year_and_source_are_three_clicks_away(
    page: Page, words: Words, names: Names
) -> None:
    clicks = Clicks()
    page.goto(f"/{words.locale}/")
    clicks.on(page.get_by_role("main").get_by_role("rowheader").get_by_role("link", name=names.france, exact=True))
    page.wait_for_url("**/countries/FR")
    clicks.on(page.get_by_role("link", name=names.strategies, exact=True))
    table = page.get_by_role("table", name=names.things)
    expect(table).to_be_in_viewport()
    row = table.get_by_role("row").filter(has_text=names.strategy)
    expect(row).to_contain_text("2013")
    assert len(sources_cited(page, row)) == 2
    strategies = table.locator("tbody").first.get_by_role("row").all()[1:]
    assert len(strategies) >= 2
    for strategy in strategies:
        assert YEAR.search(strategy.inner_text())
        assert sources_cited(page, strategy)
    clicks.on(row.locator("a.source-mark").first)
    expect(page.locator("#sources")).to_be_in_viewport()
    assert clicks.count == 3


def test_japan_france_and_spain_stand_side_by_side(page: Page, words: Words, names: Names) -> None:
    page.goto(f"/{words.locale}/")
    page.get_by_role("navigation").get_by_role("link", name=names.countries, exact=True).click()
    page.get_by_role("main").get_by_role("link", name=names.compare, exact=True).click()
    wanted = (words.japan, names.france, names.spain)
    for place, country in enumerate(wanted):
        choice = page.locator(f"#country-{place}")
        option = choice.locator("option").filter(has_text=re.compile(rf"^{country} \(\d+\)$"))
        choice.select_option(label=option.inner_text())
    page.get_by_role("main").get_by_role("button", name=names.do_compare, exact=True).click()
    page.wait_for_url("**/compare?*")
    table = page.get_by_role("main").get_by_role("table").first
    assert [head.inner_text() for head in table.get_by_role("columnheader").all()[1:]] == list(wanted)
    strategies = page.locator("#instrument-strategy")
    assert [head.inner_text() for head in strategies.get_by_role("heading", level=3).all()] == list(wanted)
    assert sources_cited(page, strategies)
    strategies.locator("a.told").first.click()
    page.wait_for_url("**/claims/*")
    expect(page.locator("#claim-sheet blockquote")).to_be_visible()


def test_how_many_diplomats_china_has_and_who_says_so(page: Page, words: Words, names: Names) -> None:
    clicks = Clicks()
    page.goto(f"/{words.locale}/")
    clicks.on(page.get_by_role("main").get_by_role("link", name=names.numbers, exact=True))
    clicks.on(page.get_by_role("main").get_by_role("link", name=names.diplomats, exact=True))
    page.wait_for_url("**/numbers/*")
    values = page.get_by_role("table", name=names.values)
    rows = values.locator("tbody").get_by_role("row").all()
    told = {
        (re.findall(r"\b(?:19|20)\d\d\b", row.inner_text())[0], row.get_by_role("rowheader").inner_text())
        for row in rows
    }
    assert {year: re.findall(r"\d+", value)[0] for year, value in told} == DIPLOMATS
    picture = page.get_by_role("img", name=names.diplomats)
    expect(picture).to_be_visible()
    assert all(number in (picture.text_content() or "") for number in DIPLOMATS.values())
    clicks.on(rows[0].get_by_role("link").first)
    page.wait_for_url("**/claims/*")
    expect(page.locator("#claim-sheet blockquote")).to_contain_text("131")
    assert clicks.count == 3


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF, without spaces and line breaks."""
    with pypdfium2.PdfDocument(path) as document:
        return [bare(page.get_textpage().get_text_range()) for page in document]


def test_japan_is_printed_as_a_dossier(page: Page, words: Words, names: Names, tmp_path: Path) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    claims = [bare(claim.inner_text()) for claim in page.locator("#claims .claim-text").all()]
    sources = [bare(source.inner_text()) for source in page.locator(".source-list li").all()]
    page.pdf(path=tmp_path / "japan.pdf", format="A4")
    printed = pages_of(tmp_path / "japan.pdf")
    whole = "".join(printed)
    assert 3 <= len(printed) <= 20
    assert min(map(len, printed)) > 40, "no page is all but empty"
    assert words.japan in printed[0]
    assert len(sources) == 5
    for source in sources:
        assert source in whole
    assert set(SOURCE.findall(whole)) == {str(number) for number in range(1, len(sources) + 1)}
    assert not [tool for tool in names.tools if bare(tool) in whole]
    assert claims
    assert [claim for claim in claims if not any(claim in one for one in printed)] == [], "cut in two"
