"""A vocabulary file with a mistake is refused, and the message says where it is and what to do."""

from pathlib import Path
from typing import Any

import pytest

from app.vocabulary.reading import Table, VocabularyError, read_toml, tables


def table(**fields: Any) -> Table:
    return Table(Path("words.toml"), "[[term]] 3 (x)", fields)


def test_reads_what_is_there() -> None:
    entry = table(zh="科技外交", more=["a", "b"], year=1979, plain=True)
    assert entry.text("zh") == "科技外交"
    assert entry.texts("more") == ("a", "b")
    assert entry.integer_or_none("year") == 1979
    assert entry.flag("plain") is True
    entry.done()


def test_what_may_be_left_out_has_a_default() -> None:
    entry = table()
    assert entry.text_or("zh", "无") == "无"
    assert entry.text_or_none("zh") is None
    assert entry.texts("more") == ()
    assert entry.integer_or_none("year") is None
    assert entry.flag("plain") is False
    assert entry.raw("anything") is None


@pytest.mark.parametrize(
    ("fields", "read", "says"),
    [
        ({}, lambda entry: entry.text("zh"), "'zh' is missing; add it"),
        ({"zh": " "}, lambda entry: entry.text("zh"), "'zh' must be a text that is not empty"),
        ({"zh": 3}, lambda entry: entry.text_or("zh"), "'zh' must be a text"),
        ({"more": "a"}, lambda entry: entry.texts("more"), "'more' must be a list of texts"),
        ({"more": ["a", ""]}, lambda entry: entry.texts("more"), "'more' must be a list of texts"),
        ({"year": "1979"}, lambda entry: entry.integer_or_none("year"), "'year' must be a whole number"),
        ({"year": True}, lambda entry: entry.integer_or_none("year"), "'year' must be a whole number"),
        ({"plain": 1}, lambda entry: entry.flag("plain"), "'plain' must be true or false"),
        ({"kind": "z"}, lambda entry: entry.one_of("kind", ["b", "a"]), "'kind' is 'z', but must be one of a, b"),
        ({"zg": "x"}, lambda entry: entry.done(), "unknown field zg; correct or remove it"),
    ],
)
def test_a_mistake_is_named_with_its_place(fields: dict[str, Any], read: Any, says: str) -> None:
    with pytest.raises(VocabularyError) as error:
        read(table(**fields))
    assert str(error.value).startswith("words.toml: [[term]] 3 (x): ")
    assert says in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"gone\.toml: cannot be read .*restore the file"):
        read_toml(tmp_path / "gone.toml")


@pytest.mark.parametrize("content", [b"[[term", b"a = \xff"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(VocabularyError, match=r"bad\.toml: not valid TOML in UTF-8"):
        read_toml(path)


def test_tables_are_called_by_number_and_code() -> None:
    first, second = tables(Path("f.toml"), {"term": [{"code": "a"}, {}]}, "term")
    assert str(first.error("wrong")) == "f.toml: [[term]] 1 (a): wrong"
    assert str(second.error("wrong")) == "f.toml: [[term]] 2 (no code): wrong"
    assert tables(Path("f.toml"), {}, "term") == []


@pytest.mark.parametrize("wrong", [{"term": {"code": "a"}}, {"term": ["a"]}, {"term": 3}])
def test_a_table_written_otherwise_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(VocabularyError, match=r"must be written as \[\[term\]\]"):
        tables(Path("f.toml"), wrong, "term")
