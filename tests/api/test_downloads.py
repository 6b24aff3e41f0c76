"""Tables to download."""

import csv
import io

import pytest

from app.cite.tables import BYTE_ORDER_MARK
from tests.visitor import Visitor


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
