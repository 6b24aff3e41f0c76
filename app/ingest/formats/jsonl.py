"""JSON lines: many papers in one file, read a line at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from app.ingest.errors import ReadError
from app.ingest.limits import MAX_LINE_BYTES

_FORM = 'write each line as {"id": "…", "text": "…"}, with a "title" if there is one'


@dataclass(frozen=True, slots=True)
class Line:
    """One paper of a JSON lines file. `number` counts lines from 1; `data` are the line's bytes."""

    number: int
    data: bytes
    id: str
    text: str
    title: str | None = None


def read(file: IO[bytes]) -> Iterator[Line | ReadError]:
    """The lines of `file` in order, blank ones left out; for a line that is no paper the error that names it."""
    number = 0
    while data := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        place = f"line {number}"
        if len(data) > MAX_LINE_BYTES:
            _skip_line(file, data)
            yield ReadError(f"it is longer than {MAX_LINE_BYTES:,} bytes", "split the paper", place=place)
        elif data.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield _parse(number, data)
            except ReadError as error:
                yield ReadError(error.cause, error.next_step, place=", ".join(filter(None, (place, error.place))))


def _skip_line(file: IO[bytes], data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = file.readline(MAX_LINE_BYTES)


def _parse(number: int, data: bytes) -> Line:
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf").rstrip().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError("it is not UTF-8", "save the file as UTF-8", place=f"byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ReadError(f"it is not JSON: {error.msg}", _FORM, place=f"column {error.colno}") from error
    except (RecursionError, ValueError) as error:  # nested too deeply; a number of too many digits
        raise ReadError(f"it is not JSON that can be read: {error}", _FORM) from error
    if not isinstance(value, dict):
        raise ReadError("it is not a JSON object", _FORM)
    title = value.get("title")
    return Line(
        number,
        data,
        id=_text(value, "id"),
        text=_text(value, "text"),
        title=None if title is None or title == "" else _text(value, "title"),
    )


def _text(value: dict[str, Any], key: str) -> str:
    text = value.get(key)
    if isinstance(text, int) and not isinstance(text, bool) and key == "id":
        return str(text)
    if not isinstance(text, str) or not text.strip():
        what = "is missing" if key not in value else "is not a text" if not isinstance(text, str) else "is empty"
        raise ReadError(f'"{key}" {what}', _FORM, place=f"key {key}")
    return text
