"""The answers of API and command line are one: and every page's twin tells the same as the page's own read."""

import json
from typing import Any

import pytest
from fastapi import FastAPI

from app import catalogue
from app.api.exporting import COLUMNS, export_claims, export_papers
from app.api.shapes import Shaper
from app.cite import Format
from app.library import Library
from app.library.names import Names
from tests.sample import FUTURE, REVIEW, UNTITLED
from tests.visitor import Visitor


@pytest.fixture
def library(app: FastAPI) -> Library:
    found: Library = app.state.library
    return found


@pytest.fixture
def shaper(library: Library) -> Shaper:
    return Shaper("http://testserver", Names(library.vocabulary, {}))


def test_a_search_is_the_same_from_both_sides(visitor: Visitor, library: Library, shaper: Shaper) -> None:
    answered = visitor.get("/api/v1/search?q=%E5%8D%8F%E5%AE%9A&limit=2").json()
    asked = json.loads(shaper.search(library.search("协定", limit=2)).model_dump_json())
    for answer in (answered, asked):
        del answer["took_ms"]
    assert answered == asked


@pytest.mark.parametrize("code", ["CN", "JP", "US"])
def test_a_countrys_twin_counts_as_its_list_does(visitor: Visitor, code: str) -> None:
    listed = {one["code"]: one for one in visitor.get("/api/v1/countries").json()}[code]
    detail = visitor.get(f"/api/v1/countries/{code}").json()
    assert {name: detail[name] for name in listed} == listed
    found = visitor.get(f"/api/v1/search?country={code}&limit=0").json()
    assert found["total"] == detail["claims"]
    facets = {value["code"]: value["count"] for value in found["facets"]["instrument"]}
    assert facets == {one["code"]: one["claims"] for one in detail["instruments"]}


@pytest.mark.parametrize("slug", [REVIEW, FUTURE, UNTITLED])
def test_a_papers_twin_counts_as_its_list_does(visitor: Visitor, slug: str) -> None:
    listed = {one["slug"]: one for one in visitor.get("/api/v1/papers").json()}[slug]
    detail = visitor.get(f"/api/v1/papers/{slug}").json()
    assert {name: detail[name] for name in listed} == listed
    assert sum(len(section["claims"]) for section in detail["sections"]) == detail["counts"]["claims"]
    assert len(detail["references"]) == detail["counts"]["references"]
    assert visitor.get(f"/api/v1/search?paper={slug}&limit=0").json()["total"] == detail["counts"]["claims"]


def test_every_claim_of_a_search_has_a_page_of_its_own(visitor: Visitor) -> None:
    for hit in visitor.get("/api/v1/search?limit=100").json()["hits"]:
        detail = visitor.get(f"/api/v1/claims/{hit['id']}").json()
        assert {name: detail[name] for name in hit.keys() & detail.keys()} == {
            name: hit[name] for name in hit.keys() & detail.keys()
        }
        assert [label["code"] for label in detail["labels"]["country"]] == hit["countries"]
        assert [label["code"] for label in detail["labels"]["type"]] == [hit["type"]]


def test_json_lines_are_the_claims_of_the_api(visitor: Visitor, library: Library, shaper: Shaper) -> None:
    lines = [
        json.loads(line) for line in "".join(export_claims(library.find_all(""), Format.JSONL, shaper)).splitlines()
    ]
    hits = visitor.get("/api/v1/search?limit=100&sort=paper").json()["hits"]
    assert [line["id"] for line in lines] == [hit["id"] for hit in hits]
    assert all(line.items() <= hit.items() for line, hit in zip(lines, hits, strict=True))


def test_a_table_has_a_row_for_each_claim_and_a_column_for_each_name(library: Library, shaper: Shaper) -> None:
    rows = "".join(export_claims(library.find_all(""), Format.CSV, shaper)).removeprefix("\ufeff").splitlines()
    assert rows[0] == ",".join(COLUMNS)
    assert len(rows) == 8
    assert any("155个国家" in row and "CN" in row for row in rows)


@pytest.mark.parametrize("format_", [Format.BIBTEX, Format.RIS, Format.CSL_JSON])
def test_a_reference_manager_gets_each_paper_once(library: Library, format_: Format) -> None:
    marks: dict[Format, Any] = {Format.BIBTEX: "@article", Format.RIS: "TY  - ", Format.CSL_JSON: '"type": '}
    assert "".join(export_papers(library.find_papers(""), format_)).count(marks[format_]) == 3
    assert "".join(export_papers(library.find_papers("日本发布"), format_)).count(marks[format_]) >= 1


def test_what_the_api_shows_is_what_is_stored(visitor: Visitor, library: Library) -> None:
    with library.session() as session:
        whole = catalogue.overview(session)
        matrix = catalogue.matrix(session)
    assert visitor.get("/api/v1/search?limit=0").json()["total"] == whole.claims
    for (country, instrument), claims in matrix.cells.items():
        query = f"/api/v1/search?country={country}&instrument={instrument}&limit=0"
        assert visitor.get(query).json()["total"] == claims
