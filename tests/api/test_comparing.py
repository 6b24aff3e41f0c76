"""The twins of the pages that compare."""

import csv
import io

import pytest

from app.cite.tables import BYTE_ORDER_MARK
from tests.visitor import Visitor


def test_compared_countries_are_those_of_their_own_addresses(visitor: Visitor) -> None:
    compared = visitor.get("/api/v1/compare?country=JP&country=CN&country=JP&per_group=2").json()
    assert compared == [visitor.get(f"/api/v1/countries/{code}?per_group=2").json() for code in ("JP", "CN")]


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 422), ("country=XX", 404), ("&".join(f"country={code}" for code in ("JP", "CN", "US", "FR", "DE")), 422)],
)
def test_a_wrong_comparison_is_a_problem(visitor: Visitor, query: str, status: int) -> None:
    answer = visitor.get(f"/api/v1/compare?{query}")
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


@pytest.mark.parametrize("query", ["", "paper=002-review", "year=2017", "year=2010..2018&class=operational"])
def test_each_cell_is_what_a_search_finds(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/matrix?{query}").json()
    narrowed = "&".join(part for part in query.split("&") if not part.startswith("class"))
    assert answer["rows"]
    for row in answer["rows"]:
        assert set(row["cells"]) == set(answer["instruments"])
        for instrument, claims in row["cells"].items():
            address = f"/api/v1/search?country={row['code']}&instrument={instrument}&limit=0&{narrowed}"
            assert visitor.get(address).json()["total"] == claims


def test_the_table_has_the_numbers_of_the_answer(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/matrix?class=operational").json()
    table = visitor.get("/api/v1/matrix.csv?class=operational")
    text = table.content.decode()
    assert text.startswith(BYTE_ORDER_MARK)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))
    assert [row["label_zh"] for row in rows] == ["中国", "美国", "日本"]
    for row, told in zip(rows, answer["rows"], strict=True):
        assert {code: int(row[code]) for code in answer["instruments"]} == told["cells"]
        assert int(row["claims"]) == told["claims"]


@pytest.mark.parametrize(("query", "status"), [("class=x", 422), ("year=soon", 422), ("paper=none", 404)])
def test_a_wrong_filter_is_a_problem(visitor: Visitor, query: str, status: int) -> None:
    for path in ("/api/v1/matrix", "/api/v1/matrix.csv"):
        answer = visitor.get(f"{path}?{query}")
        assert (answer.status_code, answer.json()["status"]) == (status, status)
