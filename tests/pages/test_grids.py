"""Tables of counts as files: the fields of each picture and the rows of each table are those of the page."""

import csv
import io

import httpx
import pytest
from lxml import etree

from app.web.colours import light_colours
from tests.visitor import Visitor, texts

TEXT = ".//{http://www.w3.org/2000/svg}text"


def rows_of(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def words_of(answer: httpx.Response) -> list[str]:
    """All words of a picture, that of its frame first."""
    assert answer.status_code == 200
    svg = etree.fromstring(answer.text.strip().encode())
    assert svg.findtext("{*}desc")
    assert set(svg.xpath("//@fill | //@stroke")) - {"none"} <= set(light_colours().values())
    return ["".join(text.itertext()).strip() for text in svg.iterfind(TEXT)]


def numbers(words: list[str]) -> list[int]:
    return [int(word) for word in words if word.isdigit()]


@pytest.mark.parametrize("query", ["", "?class=operational", "?paper=002-review", "?year=2017"])
def test_the_matrix_as_a_picture_is_that_of_the_page(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/en/matrix{query}")
    words = words_of(visitor.get(f"/en/matrix.svg{query}"))
    cells = page.xpath(".//table//td//a")
    assert numbers(words) == [int(cell.text_content()) for cell in cells] != []
    assert set(texts(page, ".//table/tbody//th")) <= set(words)
    assert set(texts(page, ".//table//th[@class='tall']")) <= set(words)
    gaps = visitor.get(f"/en/matrix.svg{query}").text.count("<path ")
    assert gaps == len(page.xpath(".//td[contains(@class, 'gap')]"))


def test_what_the_matrix_is_narrowed_to_stands_in_its_title(visitor: Visitor) -> None:
    answer = visitor.get("/en/matrix.svg?class=strategic&year=2008..2020")
    title = etree.fromstring(answer.text.strip().encode()).findtext("{*}title") or ""
    assert title == "Countries and instruments · Strategic instruments · 2008..2020"
    assert "strategic-2008" in answer.headers["content-disposition"]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_countrys_instruments_are_those_of_its_small_matrix(visitor: Visitor, locale: str) -> None:
    page = visitor.page(f"/{locale}/countries/JP")
    table = page.xpath(".//table[contains(@class, 'small-matrix')]")[0]
    shown = [
        (row.xpath("string(th)").strip(), [int(cell.text_content().strip() or 0) for cell in row.xpath("td")])
        for row in table.xpath("tbody/tr[td][not(td[contains(@class, 'gap')])]")
    ]
    kept = rows_of(visitor.get(f"/{locale}/countries/JP/instruments.csv"))
    label = f"label_{locale}"
    counts = {row[label]: [int(row[one]) for one in list(row)[3:]] for row in kept}
    assert len(kept) == 13
    assert {name: counts[name] for name, _ in shown} == dict(shown) != {}
    words = words_of(visitor.get(f"/{locale}/countries/JP/instruments.svg"))
    assert set(counts) <= set(words)
    assert sum(numbers(words)) == sum(map(sum, counts.values()))


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_comparison_is_that_of_its_page(visitor: Visitor, locale: str) -> None:
    query = "country=JP&country=CN&country=TV"
    page = visitor.page(f"/{locale}/compare?{query}")
    rows = page.xpath(".//table/tbody/tr[td[contains(@class, 'heat')]]")
    shown = {
        row.xpath("string(th)").strip(): [cell.xpath("string(a)") or "0" for cell in row.xpath("td")] for row in rows
    }
    kept = rows_of(visitor.get(f"/{locale}/compare.csv?{query}"))
    assert {row[f"label_{locale}"]: [row["JP"], row["CN"], row["TV"]] for row in kept} == shown
    words = words_of(visitor.get(f"/{locale}/compare.svg?{query}"))
    assert sum(numbers(words)) == sum(int(number) for row in shown.values() for number in row)
    assert any(word.endswith("(2)") for word in words)


def test_all_countries_stand_in_one_picture(visitor: Visitor) -> None:
    page = visitor.page("/en/countries")
    tiles = page.xpath(".//ul[@class='country-grid']//a")
    shown = {tile.xpath("string(text()[1])").strip(): tile.xpath("string(span)") for tile in tiles}
    kept = rows_of(visitor.get("/en/countries.csv"))
    assert {row["label_en"]: row["claims"] for row in kept} == shown != {}
    words = words_of(visitor.get("/en/countries.svg"))
    assert set(shown) | set(shown.values()) <= set(words)


def test_tiles_are_darker_the_more_claims_they_have(visitor: Visitor) -> None:
    tiles = visitor.page("/zh/countries").xpath(".//ul[@class='country-grid']/li")
    heats = [(int(tile.xpath("string(.//*[@class='number'])")), int(tile.get("class")[-1])) for tile in tiles]
    assert max(heats)[1] == 5
    assert [heat for _claims, heat in sorted(heats)] == sorted(heat for _claims, heat in heats)


@pytest.mark.parametrize(
    "path",
    [
        *("/countries/XX/instruments.svg", "/countries/none/instruments.csv", "/compare.svg?country=XX"),
        *("/matrix.svg?class=none", "/matrix.svg?paper=none", "/matrix.svg?year=soon", "/countries/JP/instruments.png"),
    ],
)
def test_what_there_is_not_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"/en{path}").status_code == 404


@pytest.mark.parametrize("path", ["/matrix.svg", "/compare.svg", "/countries.svg", "/countries/JP/instruments.svg"])
def test_without_papers_a_picture_says_so_by_being_empty(empty_site: Visitor, path: str) -> None:
    assert not numbers(words_of(empty_site.get(f"/zh{path}"))) or path == "/countries/JP/instruments.svg"


def test_a_name_is_text_in_a_picture(visitor: Visitor) -> None:
    answer = visitor.get("/en/compare.svg?country=CN")
    assert words_of(answer)[0] == "Countries compared by instrument"
    assert answer.headers["content-type"] == "image/svg+xml"
