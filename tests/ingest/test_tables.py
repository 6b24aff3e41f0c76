from pathlib import Path

import pytest

from app.ingest.tables import EntryError, FilesBySlug, Tables, problem, read_bytes, read_tables

TWO = b'[a]\nx = 1\n\n[[b]]\ny = "z"\n'


def read(data: bytes) -> tuple[list[tuple[int, Tables]], list[str]]:
    found: list[tuple[int, Tables]] = []
    problems = read_tables(data, "f.toml", "code", lambda tables, line: found.append((line, tables)))
    return found, [one.detail for one in problems]


def test_a_file_comes_table_by_table_with_the_lines_they_begin_on() -> None:
    found, problems = read(TWO)
    assert found == [(1, {}), (1, {"a": {"x": 1}}), (4, {"b": [{"y": "z"}]})]
    assert problems == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"[a]\nx = \n" + TWO, "f.toml, line 2: it is not TOML"),
        (b'[a]\nx = "\xff"\n' + TWO, "f.toml, line 2: it is not UTF-8"),
        (b"[a]\nx = " + b"[" * 3000 + b"\n" + TWO, "f.toml, line 2: it is not TOML"),
    ],
)
def test_a_faulty_table_is_named_and_the_others_stand(data: bytes, says: str) -> None:
    found, problems = read(data)
    assert [tables for _, tables in found][-2:] == [{"a": {"x": 1}}, {"b": [{"y": "z"}]}]
    assert [detail[: len(says)] for detail in problems] == [says]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert read(b"\xef\xbb\xbfx = 1")[0] == [(1, {"x": 1})]


def test_what_takes_the_tables_may_refuse_one() -> None:
    def refuse(tables: Tables, _: int) -> None:
        if "b" in tables:
            raise EntryError("no b here", 1)

    (warning,) = read_tables(TWO, "f.toml", "code", refuse)
    assert warning == problem("code", "f.toml", 5, "no b here")


def test_bytes_are_read_or_a_warning_says_why_not(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(TWO)
    assert read_bytes(tmp_path / "a.toml", "a", "code") == TWO
    gone = read_bytes(tmp_path / "b.toml", "b", "code")
    assert gone == problem("code", "b", 1, "it cannot be read (No such file or directory)")


def test_files_are_looked_up_by_slug_in_the_listing(tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    (tmp_path / "b.txt").touch()
    files = FilesBySlug(tmp_path)
    assert files.path("a") == tmp_path / "a.toml"
    assert (files.path("b"), files.path("../a")) == (None, None)
