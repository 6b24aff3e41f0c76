"""Tables to download."""

import csv
import io

import pytest

from app.api.downloads import csv_answer
from app.cite.tables import BYTE_ORDER_MARK
from tests.visitor import Visitor


def test_a_table_is_a_file_that_spreadsheets_read() -> None:
    answer = csv_answer([{"year": 1979, "text": "=1+1"}], ("year", "text"), "kewai-test")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="kewai-test.csv"'
    assert bytes(answer.body).decode() == f"{BYTE_ORDER_MARK}year,text\r\n1979,'=1+1\r\n"


@pytest.mark.parametrize("path", ["countries/JP", "instruments/strategy"])
def test_a_timeline_has_every_dated_claim(visitor: Visitor, path: str) -> None:
    answer = visitor.get(f"/api/v1/{path}/timeline.csv")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.startswith(BYTE_ORDER_MARK)
    (row,) = csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)))
    assert (row["year"], row["text"], row["paper"]) == ("2008", "日本发布战略。", "000-untitled")
    events = visitor.get(f"/api/v1/{path}").json()["events"]
    assert sum(event["claims"] for event in events if event["year"]) == 1
    assert row["url"].startswith("http://testserver/claims/")


@pytest.mark.parametrize("path", ["countries/XX", "instruments/nothing"])
def test_a_timeline_of_nothing_is_a_problem(visitor: Visitor, path: str) -> None:
    answer = visitor.get(f"/api/v1/{path}/timeline.csv")
    assert answer.status_code == 404
    assert "lists those there are" in answer.json()["detail"]
