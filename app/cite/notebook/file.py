"""A notebook as a file of JSON, as a link, and as the fields of a form: written, and read with every field checked.

The file is `{"format": "kewai-notebook", "version": 1, "title": …, "claims": [{"id": …, "note": …, "added": …}]}`.
A link and a form have `claim` once for each claim in their order, `note-ID` for its note, and `title`.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from app.cite.notebook.entries import MOST_CLAIMS, MOST_ID, MOST_NOTE, MOST_TITLE, Kept, Notebook, NotebookError

FORMAT = "kewai-notebook"
VERSION = 1
_MOST_FIELDS = 2 * MOST_CLAIMS + 20


def as_file(notebook: Notebook) -> str:
    """The notebook as JSON, which `read_notebook` reads back to the same value."""
    claims = [
        {"id": entry.id} | {name: value for name, value in (("note", entry.note), ("added", entry.added)) if value}
        for entry in notebook.entries
    ]
    content = {"format": FORMAT, "version": VERSION, "title": notebook.title, "claims": claims}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_notebook(text: str) -> Notebook:
    """The notebook in the content of a file, or in a link. Raises `NotebookError`, which names the entry at fault."""
    text = text.strip().removeprefix("\ufeff")
    if not text:
        raise NotebookError("empty")
    if text.startswith(("http://", "https://", "/")):
        return _from_link(text)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotebookError("not-json", detail=f"line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # numbers beyond what Python reads, and endless brackets
        raise NotebookError("not-json") from error
    return _from_content(content)


def read_fields(fields: Iterable[tuple[str, str]]) -> Notebook:
    """The notebook in the fields of a form or an address. What is too long is cut, since a page must always appear.

    Raises `NotebookError` when there are more claims than a notebook holds.
    """
    pairs = list(fields)
    notes = {name.removeprefix("note-"): value for name, value in pairs if name.startswith("note-")}
    ids = dict.fromkeys(_line(value)[:MOST_ID] for name, value in pairs if name == "claim")
    ids.pop("", None)
    if len(ids) > MOST_CLAIMS:
        raise NotebookError("too-many")
    title = next((value for name, value in pairs if name == "title"), "")
    return Notebook.of((Kept(id, _lines(notes.get(id, ""))[:MOST_NOTE]) for id in ids), _line(title)[:MOST_TITLE])


def _from_link(text: str) -> Notebook:
    try:
        pairs = parse_qsl(urlsplit(text).query, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise NotebookError("too-many") from error
    notebook = read_fields(pairs)
    if not notebook.entries:
        raise NotebookError("no-claims")
    return notebook


def _from_content(content: Any) -> Notebook:
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("claims"), list):
        raise NotebookError("not-a-notebook")
    version, title, claims = content.get("version"), content.get("title", ""), content["claims"]
    if version != VERSION:
        raise NotebookError("newer" if isinstance(version, int) and version > VERSION else "not-a-notebook")
    if not isinstance(title, str) or len(title) > MOST_TITLE:
        raise NotebookError("bad-title")
    if len(claims) > MOST_CLAIMS:
        raise NotebookError("too-many", detail=str(len(claims)))
    return Notebook.of((_entry(number, item) for number, item in enumerate(claims, 1)), _line(title))


def _entry(number: int, item: Any) -> Kept:
    if not isinstance(item, dict):
        raise NotebookError("not-an-object", number, repr(item))
    id, note, added = item.get("id"), item.get("note", ""), item.get("added", "")
    if not isinstance(id, str) or not 0 < len(_line(id)) <= MOST_ID:
        raise NotebookError("bad-id", number, repr(id))
    if not isinstance(note, str):
        raise NotebookError("bad-note", number, repr(note))
    if len(note) > MOST_NOTE:
        raise NotebookError("long-note", number, str(len(note)))
    return Kept(_line(id), _lines(note), _line(added)[:10] if isinstance(added, str) else "")


def _lines(text: str) -> str:
    """Text in lines, without control characters and what is no character at all (half of a surrogate pair)."""
    return "\n".join(_line(line) for line in text.splitlines()).strip()


def _line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).strip()
