"""All that a search finds, as a file."""

import csv
import io
import json

import pytest

from tests.visitor import Visitor

MARKS = {"csv": "\ufeffid,", "jsonl": '{"id"', "bib": "@", "ris": "TY  - "}


@pytest.mark.parametrize("ending", MARKS)
def test_files_have_their_type_and_a_name(visitor: Visitor, ending: str) -> None:
    response = visitor.get(f"/api/v1/search.{ending}?q=协定")
    assert response.status_code == 200
    assert response.headers["content-disposition"] == f'attachment; filename="kewai-search.{ending}"'
    assert response.text.startswith(MARKS[ending])


@pytest.mark.parametrize("query", ["", "q=协定", "country=JP", "q=country:JP&type=fact", "year=2017", "q=没有这样的话"])
def test_tables_hold_all_claims_that_the_search_finds(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/search?{query}&limit=100").json()
    rows = list(csv.DictReader(io.StringIO(visitor.get(f"/api/v1/search.csv?{query}").text.removeprefix("\ufeff"))))
    lines = [json.loads(line) for line in visitor.get(f"/api/v1/search.jsonl?{query}").text.splitlines()]
    assert len(rows) == len(lines) == answer["total"]
    assert {row["id"] for row in rows} == {line["id"] for line in lines} == {hit["id"] for hit in answer["hits"]}


def test_reference_managers_get_each_paper_once(visitor: Visitor) -> None:
    papers = visitor.get("/api/v1/search?limit=0").json()["facets"]["paper"]
    assert visitor.get("/api/v1/search.ris").text.count("TY  - ") == len(papers)
    assert visitor.get("/api/v1/search.bib").text.count("@") >= len(papers)


@pytest.mark.parametrize("query", ["country=Atlantis", "mode=magic", "year=soon"])
def test_what_cannot_be_answered_is_said_before_anything_is_sent(visitor: Visitor, query: str) -> None:
    response = visitor.get(f"/api/v1/search.csv?{query}")
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
