"""Behind each claim that stands in a line: a sign that collects it and one that copies it as a quotation."""

import pytest
from lxml import html

from tests.visitor import Visitor

PLACES = (
    "/countries/JP",
    "/instruments/strategy",
    "/compare?country=JP&country=CN",
    "/search/concordance?q=协定",
    "/citations?q=王明国",
    "/papers/004-future",
)
LINES = " | ".join(
    (
        ".//a[contains(@class, 'told')][not(starts-with(@href, '#'))]",
        ".//table[@class='concordance']//td[@class='source']/a",
    )
)


def signs_after(link: html.HtmlElement) -> list[html.HtmlElement]:
    return list(link.xpath("following-sibling::span[@class='nowrap']/button"))


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("path", PLACES)
def test_a_claim_in_a_line_can_be_collected_and_quoted(visitor: Visitor, locale: str, path: str) -> None:
    page = visitor.page(f"/{locale}{path}")
    lines = page.xpath(LINES)
    quotes = page.xpath(".//main//button[@class='quote mark scripted']")
    assert len(quotes) >= max(len(lines), 1)
    for line in lines:
        collect, quote = signs_after(line)
        assert line.get("href") == f"/{locale}/claims/{collect.get('data-collect')}"
        assert quote.get("class").startswith("quote")


def test_a_sign_copies_what_stands_right_before_it(visitor: Visitor) -> None:
    """The script asks the sign before a quotation sign which claim it is."""
    for path in PLACES:
        for quote in visitor.page(f"/en{path}").xpath(".//button[contains(@class, 'quote')]"):
            uid = quote.getprevious().get("data-collect")
            (carried,) = visitor.page(f"/en/claims/{uid}").xpath(".//p[contains(@class, 'claim-tools')]//@data-copy")
            assert carried.startswith("“")


def test_what_scripts_say_of_them_is_on_every_page(visitor: Visitor) -> None:
    (link,) = visitor.page("/zh/keys").xpath(".//a[@id='notebook-link']")
    assert [link.get(f"data-{name}") for name in ("quote", "copied", "uncopied")] == ["复制引文", "已复制", "未能复制"]


def test_values_of_a_number_have_them_too(visitor: Visitor) -> None:
    found = visitor.get("/api/v1/numbers").json()["quantities"]
    for one in found:
        page = visitor.page(f"/en/numbers/{one['key']}")
        assert len(page.xpath(".//button[contains(@class, 'quote')]")) == len(one["values"])


@pytest.mark.parametrize(
    ("path", "next_steps"),
    [
        ("/countries/TV", {"/en/search", "/en/countries"}),
        ("/instruments/bigscience", {"/en/search", "/en/matrix"}),
        ("/compare?country=JP", {"/en/compare"}),
        ("/timeline?q=月球上的奶酪", {"/en/search", "/en/timeline"}),
        ("/numbers?country=TV", {"/en/search"}),
    ],
)
def test_an_empty_page_says_what_to_do(visitor: Visitor, path: str, next_steps: set[str]) -> None:
    page = visitor.page(f"/en{path}")
    (notice, *_) = page.xpath(".//*[contains(@class, 'notice')]")
    ways = {link.split("?")[0] for link in notice.xpath(".//a/@href")}
    assert ways == next_steps
    for link in notice.xpath(".//a/@href"):
        assert visitor.get(link).status_code == 200
