"""Notebooks as files, links and forms: round trips, and every kind of bad input with its place."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite.notebook import MOST_CLAIMS, MOST_NOTE, Kept, Notebook, NotebookError, as_file, read_fields, read_notebook
from app.cite.notebook.entries import MOST_ID
from tests.cite.notebook.conftest import NOTEBOOK

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
NOTES = st.lists(WORDS, max_size=4).map("\n".join)
NOTEBOOKS = st.builds(
    lambda notes, title: Notebook(tuple(Kept(id, note, "2026-11-22") for id, note in notes.items()), title),
    st.dictionaries(WORDS, NOTES, max_size=8),
    st.one_of(st.just(""), WORDS),
)


def file(**changes: Any) -> str:
    content = {"format": "kewai-notebook", "version": 1, "title": "", "claims": [{"id": "abc"}]}
    return json.dumps(content | changes)


def problem(text: str) -> tuple[str, int | None]:
    with pytest.raises(NotebookError) as caught:
        read_notebook(text)
    return caught.value.problem, caught.value.entry


@given(NOTEBOOKS)
def test_a_file_is_read_back_as_it_was_written(notebook: Notebook) -> None:
    assert read_notebook(as_file(notebook)) == notebook


def test_a_file_is_plain_to_read() -> None:
    content = json.loads(as_file(NOTEBOOK))
    assert content["format"] == "kewai-notebook"
    assert content["version"] == 1
    assert content["title"] == "我的[草稿]"
    assert content["claims"][1] == {"id": "gone", "note": "I had this from a link."}
    assert content["claims"][2] == {"id": "front"}
    assert "我的" in as_file(NOTEBOOK)


def test_a_byte_order_mark_and_spaces_around_do_no_harm() -> None:
    assert read_notebook("\n\ufeff" + as_file(NOTEBOOK) + "  ") == NOTEBOOK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty", None)),
        ("  \n", ("empty", None)),
        ("{", ("not-json", None)),
        ("PK\x03\x04", ("not-json", None)),
        ("[" * 100_000, ("not-json", None)),
        ("1" * 10_000, ("not-json", None)),
        ("[]", ("not-a-notebook", None)),
        ('{"claims": []}', ("not-a-notebook", None)),
        (file(format="other"), ("not-a-notebook", None)),
        (file(claims={}), ("not-a-notebook", None)),
        (file(version="1"), ("not-a-notebook", None)),
        (file(version=2), ("newer", None)),
        (file(title=7), ("bad-title", None)),
        (file(title="题" * 201), ("bad-title", None)),
        (file(claims=[{"id": str(n)} for n in range(MOST_CLAIMS + 1)]), ("too-many", None)),
        (file(claims=[{"id": "a"}, "b"]), ("not-an-object", 2)),
        (file(claims=[{"note": "a"}]), ("bad-id", 1)),
        (file(claims=[{"id": ""}]), ("bad-id", 1)),
        (file(claims=[{"id": " "}]), ("bad-id", 1)),
        (file(claims=[{"id": 7}]), ("bad-id", 1)),
        (file(claims=[{"id": "x" * (MOST_ID + 1)}]), ("bad-id", 1)),
        (file(claims=[{"id": "a"}, {"id": "b"}, {"id": "c", "note": ["x"]}]), ("bad-note", 3)),
        (file(claims=[{"id": "a", "note": "x" * (MOST_NOTE + 1)}]), ("long-note", 1)),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, expected: tuple[str, int | None]) -> None:
    assert problem(text) == expected


def test_where_json_breaks_off_is_told() -> None:
    with pytest.raises(NotebookError, match=r"line 2, column 11\)$"):
        read_notebook('{\n"format": }')


def test_what_is_added_by_other_programs_is_passed_over() -> None:
    claims = [{"id": "a", "colour": "red", "added": 5}, {"id": "a", "note": "x"}]
    assert read_notebook(file(claims=claims, more=1)) == Notebook((Kept("a", "x"),))


def test_text_is_cleaned_of_what_is_no_character() -> None:
    claims = [{"id": "a\x00b", "note": "one\r\ntwo\x07 \ud800"}]
    assert read_notebook(file(claims=claims)).entries == (Kept("a b", "one\ntwo"),)


@given(NOTEBOOKS.filter(lambda notebook: bool(notebook.entries)))
def test_a_link_is_read_back_with_its_notes(notebook: Notebook) -> None:
    pairs = [("title", notebook.title)]
    for entry in notebook.entries:
        pairs += [("claim", entry.id), (f"note-{entry.id}", entry.note)]
    read = read_notebook(f"https://kewai.example/en/notebook?{urlencode(pairs)}")
    assert [(entry.id, entry.note) for entry in read.entries] == [(e.id, e.note) for e in notebook.entries]
    assert read.title == notebook.title


@pytest.mark.parametrize("link", ["https://kewai.example/en/notebook", "/zh/notebook?note-a=x", "https://[::1/?claim="])
def test_a_link_without_claims_is_none(link: str) -> None:
    assert problem(link)[0] in {"no-claims", "too-many"}


def test_a_link_with_too_many_claims_is_refused() -> None:
    assert problem("/zh/notebook?" + "&".join(f"claim={n}" for n in range(MOST_CLAIMS + 1))) == ("too-many", None)
    assert problem("/zh/notebook?" + "a=1&" * 5000) == ("too-many", None)


def test_a_form_always_gives_a_notebook() -> None:
    fields = [("claim", "a"), ("claim", ""), ("claim", "a"), ("note-a", "x" * 20_000), ("title", "t\nu" * 300)]
    notebook = read_fields(fields)
    assert [entry.id for entry in notebook.entries] == ["a"]
    assert len(notebook.entries[0].note) == MOST_NOTE
    assert len(notebook.title) == 200
    assert "\n" not in notebook.title
