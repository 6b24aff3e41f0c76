"""Every picture can be taken away: as SVG that stands alone, and its numbers as CSV, those of the page's table."""

import csv
import io
import re
from urllib.parse import quote

import httpx
import pytest
from lxml import etree, html

from app.web.colours import light_colours
from tests.visitor import Visitor

PAGES = (
    "/countries/CN",
    "/countries/JP",
    "/instruments/agreement",
    "/instruments/strategy",
    "/timeline",
    "/timeline?country=JP",
    "/search/years?q=%E7%A7%91%E6%8A%80",
    "/network",
    "/matrix",
    "/countries",
    "/compare?country=JP&country=CN",
)
SVG = "{http://www.w3.org/2000/svg}svg"
PICTURES = (
    ".//main//svg[@role] | .//main//table[contains(@class, 'matrix')] | .//main//ul[@class='country-grid'][last()]"
)
"""Drawings, and tables whose fields are shaded."""
EXPORTS = ".//p[@class='picture-exports small']"


def exports(page: html.HtmlElement) -> list[dict[str, str]]:
    """By picture, the address of each form."""
    return [
        {"SVG": links.xpath("string(a[1]/@href)"), "PNG": links.xpath("string(button/@data-png)")}
        | {"CSV": links.xpath("string(a[2]/@href)")}
        for links in page.xpath(EXPORTS)
    ]


def table_of(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def drawing(answer: httpx.Response) -> etree._Element:
    """The picture, after what all of them have in common is checked."""
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert re.fullmatch(r'attachment; filename="kewai-[A-Za-z0-9-]+\.svg"', answer.headers["content-disposition"])
    svg = etree.fromstring(answer.text.strip().encode())
    assert svg.tag == SVG
    assert svg.findtext("{*}title")
    assert svg.findtext("{*}desc")
    assert "var(" not in answer.text
    assert not svg.xpath("//*[local-name()='script' or local-name()='a' or local-name()='style']")
    colours = set(svg.xpath("//@fill | //@stroke")) - {"none"}
    assert colours <= set(light_colours().values())
    return svg


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_each_picture_of_a_page_can_be_taken_away(visitor: Visitor, locale: str, path: str) -> None:
    page = visitor.page(f"/{locale}{path}")
    given = exports(page)
    pictures = page.xpath(PICTURES)
    assert len(given) == len(pictures) > 0
    for picture, addresses in zip(pictures, given, strict=True):
        assert addresses["PNG"] == addresses["SVG"]
        title = drawing(visitor.get(addresses["SVG"])).findtext("{*}title") or ""
        assert title.endswith(picture.xpath("string(self::svg/title)")), path
        assert table_of(visitor.get(addresses["CSV"])), path


def test_names_of_the_links_say_which_picture(visitor: Visitor) -> None:
    pages = (visitor.page(f"/en/countries/{code}") for code in ("CN", "JP"))
    names = {name for page in pages for name in page.xpath(f"{EXPORTS}/*/@aria-label")}
    assert {"SVG: Who is mentioned together with China", "CSV: Claims by the years they tell of"} <= names
    assert {name.split(": ")[0] for name in names} == {"SVG", "PNG", "CSV"}


@pytest.mark.parametrize("path", ["/countries/JP", "/instruments/strategy", "/timeline", "/timeline?country=JP"])
def test_years_are_those_of_the_table(visitor: Visitor, path: str) -> None:
    page = visitor.page(f"/en{path}")
    rows = page.xpath(".//figure[contains(@class, 'timeline')]//tbody/tr")
    shown = [(row.xpath("string(th)").split("–")[0], row.xpath("string(td[1])")) for row in rows]
    years = next(one for one in exports(page) if "years" in one["CSV"] or "timeline" in one["CSV"])
    kept = [(row["first_year"] or "none", row["claims"]) for row in table_of(visitor.get(years["CSV"]))]
    assert kept == shown
    bars = drawing(visitor.get(years["SVG"])).xpath(".//*[local-name()='rect'][*[local-name()='title']]")
    assert [bar.findtext("{*}title") for bar in bars] == [
        f"{row.xpath('string(th)')}: {row.xpath('string(td[1])')}" for row in rows if row.xpath("string(th)") != "none"
    ]


def test_years_of_a_search_are_those_of_its_table(visitor: Visitor) -> None:
    page = visitor.page(f"/en/search/years?q={quote('科技')}&sort=paper")
    rows = page.xpath(".//table[@class='bars']/tbody/tr")
    shown = [(row.xpath("string(th)").strip(), row.xpath("string(td[1])").strip()) for row in rows]
    (given,) = exports(page)
    assert f"q={quote('科技')}" in given["SVG"]
    kept = table_of(visitor.get(given["CSV"]))
    assert [(row["first_year"], row["claims"]) for row in kept if row["first_year"]] == shown
    assert (drawing(visitor.get(given["SVG"])).findtext("{*}title") or "").startswith("科技: ")


@pytest.mark.parametrize("path", ["/countries/CN", "/instruments/agreement"])
def test_partners_are_those_of_the_table(visitor: Visitor, path: str) -> None:
    page = visitor.page(f"/zh{path}")
    (table,) = page.xpath(".//div[@class='picture-and-table'][.//svg[@class='star']]//table")
    shown = [
        (row.xpath("string(th)").strip(), row.xpath("string(td[1])").strip()) for row in table.xpath(".//tbody/tr")
    ]
    star = next(one for one in exports(page) if "partners" in one["CSV"] or one["CSV"].endswith("countries.csv"))
    kept = [(row["name"], row["claims"]) for row in table_of(visitor.get(star["CSV"]))]
    assert kept[: len(shown)] == shown != []


def test_the_bars_of_works_are_a_table(visitor: Visitor) -> None:
    page = visitor.page("/en/works")
    (address,) = page.xpath(".//aside//a[@download]/@href")
    bars = page.xpath(".//aside//table[@class='bars']")
    shown = sorted(int(row.xpath("string(td[1])")) for table in bars for row in table.xpath("tbody/tr"))
    assert sorted(int(row["works"]) for row in table_of(visitor.get(address))) == shown != []


@pytest.mark.parametrize(
    "path",
    [
        "/countries/XX/years.svg",
        "/countries/XX/partners.csv",
        "/instruments/none/years.csv",
        "/instruments/none/countries.svg",
        "/entities/none/years.svg",
        "/timeline.svg?country=XX",
        "/timeline.csv?instrument=%3Cb%3E",
        "/countries/JP/years.png",
    ],
)
def test_a_picture_of_nothing_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"/en{path}").status_code == 404


def test_a_country_without_claims_is_an_empty_picture(visitor: Visitor) -> None:
    assert not drawing(visitor.get("/en/countries/TV/years.svg")).xpath(".//*[local-name()='rect']/*")
    assert table_of(visitor.get("/en/countries/TV/years.csv")) == []


def test_a_query_is_text_in_its_picture(visitor: Visitor) -> None:
    query = quote("<script>alert(1)</script>")
    svg = drawing(visitor.get(f"/en/search/years.svg?q={query}"))
    assert (svg.findtext("{*}title") or "").startswith("<script>")
