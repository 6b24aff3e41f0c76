"""JSON lines: each line stands for itself, and a bad one is named by its number."""

from io import BytesIO

import pytest

from app.ingest.errors import ReadError
from app.ingest.formats import jsonl
from app.ingest.limits import MAX_LINE_BYTES


def read(text: str | bytes) -> list[jsonl.Line | ReadError]:
    return list(jsonl.read(BytesIO(text if isinstance(text, bytes) else text.encode("utf-8"))))


def test_a_line_is_a_paper() -> None:
    (line,) = read('{"id": "a", "text": "科技\\n外交", "title": "题", "more": [1]}')
    assert isinstance(line, jsonl.Line)
    assert (line.number, line.id, line.text, line.title) == (1, "a", "科技\n外交", "题")


@pytest.mark.parametrize("title", ["", ', "title": null', ', "title": ""'])
def test_a_title_may_be_missing(title: str) -> None:
    (line,) = read(f'{{"id": 7, "text": "科技"{title}}}\n')
    assert isinstance(line, jsonl.Line)
    assert (line.id, line.title) == ("7", None)


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    lines = read('\ufeff{"id": "a", "text": "x"}\r\n\r\n  \n{"id": "b", "text": "y"}')
    assert [(line.number, line.id) for line in lines if isinstance(line, jsonl.Line)] == [(1, "a"), (4, "b")]
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("line", "place", "cause"),
    [
        ("{", "line 2, column 2", "it is not JSON: Expecting property name"),
        ('{"id": "a", "text": "x"} y', "line 2, column 26", "Extra data"),
        ("[]", "line 2", "it is not a JSON object"),
        ("3", "line 2", "it is not a JSON object"),
        ('{"text": "x"}', "line 2, key id", '"id" is missing'),
        ('{"id": true, "text": "x"}', "line 2, key id", '"id" is not a text'),
        ('{"id": " ", "text": "x"}', "line 2, key id", '"id" is empty'),
        ('{"id": "a"}', "line 2, key text", '"text" is missing'),
        ('{"id": "a", "text": 5}', "line 2, key text", '"text" is not a text'),
        ('{"id": "a", "text": ""}', "line 2, key text", '"text" is empty'),
        ('{"id": "a", "text": "x", "title": ["t"]}', "line 2, key title", '"title" is not a text'),
        ("[" * 100_000, "line 2", "it is not JSON that can be read"),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', "line 2", "it is not JSON that can be read"),
        ('{"id": "a", "text": "日本"}'.encode("gb18030"), "line 2, byte 21", "it is not UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: str | bytes, place: str, cause: str) -> None:
    data = line if isinstance(line, bytes) else line.encode("utf-8")
    before, error, after = read(b'{"id": "1", "text": "x"}\n' + data + b'\n{"id": "3", "text": "z"}\n')
    assert isinstance(error, ReadError)
    assert error.place == place
    assert cause in error.cause
    assert '{"id": "…"' in error.next_step or "UTF-8" in error.next_step
    assert [line.number for line in (before, after) if isinstance(line, jsonl.Line)] == [1, 3]


def test_a_line_beyond_the_limit_is_passed_over_without_being_kept() -> None:
    long = b'{"id": "a", "text": "' + b"x" * (2 * MAX_LINE_BYTES) + b'"}'
    error, after = read(long + b'\n{"id": "b", "text": "y"}')
    assert isinstance(error, ReadError)
    assert error.cause == f"it is longer than {MAX_LINE_BYTES:,} bytes"
    assert isinstance(after, jsonl.Line)
    assert after.number == 2


def test_the_file_is_read_a_line_at_a_time() -> None:
    file = BytesIO(b'{"id": "a", "text": "x"}\n' * 1000)
    assert isinstance(next(jsonl.read(file)), jsonl.Line)
    assert file.tell() < 100
