import csv
import io
import json

import pytest

from app.cite import as_csv, csv_lines, jsonl_lines

COLUMNS = ("id", "text", "countries", "year")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_csv_has_a_byte_order_mark_and_a_line_of_names() -> None:
    text = as_csv([], COLUMNS)
    assert text.startswith("\ufeff")
    assert read(text) == [list(COLUMNS)]


def test_lists_are_joined_and_what_is_unknown_is_empty() -> None:
    row = {"id": "a", "text": '他说：“是,\n否"”', "countries": ["CN", "JP"], "year": None, "more": 1}
    assert read(as_csv([row], COLUMNS))[1] == ["a", '他说：“是,\n否"”', "CN; JP", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_of_a_document_never_becomes_a_formula(start: str) -> None:
    (_, row) = read(as_csv([{"text": f"{start}cmd()", "countries": [f"{start}x"], "year": -1}], COLUMNS))
    assert row[1].startswith(f"'{start}")
    assert row[2] == f"'{start}x"
    assert row[3] == "-1"


def test_json_lines_read_back() -> None:
    rows = [{"text": "日本\n<b>", "n": 1}, {"text": "\u2028"}]
    text = "".join(jsonl_lines(rows))
    assert "日本" in text
    assert [json.loads(line) for line in text.split("\n") if line] == rows


def test_lines_come_one_by_one() -> None:
    taken = []
    lines = csv_lines((taken.append(n) or {"id": n} for n in range(3)), ("id",))
    assert [next(lines), next(lines)] == ["\ufeffid\r\n", "0\r\n"]
    assert taken == [0]
