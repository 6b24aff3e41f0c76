"""Files and folders → documents and errors: what is found, what is read, and that one bad file stops nothing."""

import codecs
import json
import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from app import resources
from app.ingest import reader
from app.ingest.limits import MAX_CHARACTERS, MAX_FILE_BYTES
from app.ingest.reader import ReadError, find_files, read_all, read_documents
from app.ingest.records import Bibliography, Document

SENTENCE = "科技外交是外交的重要组成部分，是处理国家之间科技合作关系的活动。\n"


def write(path: Path, content: str | bytes = SENTENCE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read_one(path: Path) -> Document:
    (result,) = read_documents(path)
    assert isinstance(result, Document), result
    return result


def error_of(path: Path) -> ReadError:
    (result,) = read_documents(path)
    assert isinstance(result, ReadError), result
    return result


class TestFinding:
    def test_a_folder_gives_its_known_files_in_order_to_the_bottom(self, tmp_path: Path) -> None:
        names = ["b.txt", "a/z.pdf", "a/y.MD", "c.jsonl", "d.htm", "e.docx", "f.html"]
        for name in [*names, "b.toml", "picture.png", "none", ".hidden.txt", ".git/x.txt", "README.md", "a/readme.txt"]:
            write(tmp_path / name)
        found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
        assert found == ["b.txt", "c.jsonl", "d.htm", "e.docx", "f.html", "a/y.MD", "a/z.pdf"]

    def test_a_file_named_twice_is_read_once(self, tmp_path: Path) -> None:
        file = write(tmp_path / "a.txt")
        link = tmp_path / "folder" / "b.txt"
        link.parent.mkdir()
        link.symlink_to(file)
        assert find_files([file, tmp_path, link]) == [file]

    def test_folders_that_contain_themselves_end(self, tmp_path: Path) -> None:
        file = write(tmp_path / "a.txt")
        (tmp_path / "loop").symlink_to(tmp_path)
        assert find_files([tmp_path]) == [file]

    def test_what_is_named_is_kept_whatever_it_is(self, tmp_path: Path) -> None:
        paths = [tmp_path / "nowhere.txt", write(tmp_path / "picture.png")]
        assert find_files(paths) == paths

    def test_the_corpus_gives_the_five_papers(self) -> None:
        found = find_files([resources.PAPERS])
        assert [path.name[:3] for path in found] == ["000", "001", "002", "003", "004"]

    def test_a_closed_folder_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        closed = tmp_path / "closed"
        open_file = write(tmp_path / "open.txt")
        write(closed / "a.txt")
        scandir, listdir = os.scandir, os.listdir

        def refuse(path: os.PathLike[str] | str) -> None:
            if Path(path) == closed:
                raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(os, "scandir", lambda path: refuse(path) or scandir(path))
        monkeypatch.setattr(os, "listdir", lambda path: refuse(path) or listdir(path))
        assert find_files([tmp_path]) == [open_file, closed]
        assert str(error_of(closed)) == f"{closed}: it may not be read; give yourself the right to read it"


class TestReading:
    def test_a_document_carries_what_identifies_it(self, tmp_path: Path) -> None:
        path = write(tmp_path / "paper-1.txt")
        assert read_one(path) == Document(
            slug="paper-1",
            text=SENTENCE,
            checksum=sha256(SENTENCE.encode()).hexdigest(),
            format="txt",
            encoding="utf-8",
            origin=str(path),
        )

    @pytest.mark.parametrize("path", sorted(resources.PAPERS.glob("*.txt")), ids=lambda path: path.stem[:3])
    def test_a_shipped_paper_is_read_as_it_is(self, path: Path) -> None:
        document = read_one(path)
        assert document.text == path.read_text(encoding="utf-8")
        assert document.slug == path.stem
        assert document.record is not None
        assert document.warnings == ()

    def test_the_record_beside_it_comes_along(self, tmp_path: Path) -> None:
        write(tmp_path / "a.toml", "[paper]\ntitle = '题'\n[[references]]\nlabel = '1'\nsource = 's'")
        document = read_one(write(tmp_path / "a.txt"))
        assert document.record == Bibliography(title="题")
        assert [reference.label for reference in document.added_references] == ["1"]

    def test_a_broken_record_is_an_error_of_its_own_file(self, tmp_path: Path) -> None:
        write(tmp_path / "a.toml", "[paper]\n\ntitel = '题'")
        error = error_of(write(tmp_path / "a.txt"))
        assert str(error).startswith(
            f"{tmp_path / 'a.toml'}, line 3, key paper.titel: there is no such key; use one of"
        )

    @pytest.mark.parametrize(
        ("data", "encoding"),
        [
            (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8-sig"),
            (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16"),
            (SENTENCE.encode("gb18030"), "gb18030"),
        ],
    )
    def test_encodings_give_the_same_text(self, tmp_path: Path, data: bytes, encoding: str) -> None:
        document = read_one(write(tmp_path / "a.txt", data))
        assert (document.text, document.encoding) == (SENTENCE, encoding)

    def test_windows_line_ends_and_controls_are_cleaned_with_a_warning(self, tmp_path: Path) -> None:
        document = read_one(write(tmp_path / "a.md", SENTENCE + "科技\x00外交\r\n国家\x1b"))
        assert document.text == SENTENCE + "科技 外交\n国家 "
        assert [(w.code, w.detail) for w in document.warnings] == [
            ("control-characters", "2 control characters stand as spaces.")
        ]

    def test_some_unknown_glyphs_are_a_warning(self, tmp_path: Path) -> None:
        document = read_one(write(tmp_path / "a.txt", SENTENCE + "\ue123"))
        assert [warning.code for warning in document.warnings] == ["illegible-glyphs"]

    def test_a_name_that_is_no_utf8_is_read_and_printed(self, tmp_path: Path) -> None:
        path = write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")))
        document = read_one(path)
        assert document.origin.endswith(r"/\xff.txt")
        document.slug.encode("ascii")


class TestRefusing:
    @pytest.mark.parametrize(
        ("name", "content", "cause", "step"),
        [
            ("a.txt", b"", "it is empty", "put the paper's text into it"),
            ("a.txt", " \n\t", "it is empty", "put the paper's text into it"),
            ("a.txt", "\u3000\ufeff\x07\n", "holds no text", ""),
            ("a.txt", b"\x7fELF\x02\x01\x01\x00\x00", "binary file", "UTF-8"),
            ("a.txt", "abc".encode("utf-16-le"), "binary file: 3 of its characters are controls", "UTF-8"),
            ("a.txt", b"%PDF-1.7\n%", "it is no plain text but a .pdf file", "give it that ending"),
            ("a.md", b"PK\x03\x04rest", "it is no plain text but a .docx file", "give it that ending"),
            ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1", "a .doc file", "save it as .docx"),
            ("a.txt", "(cid:12)(cid:13)(cid:14)", "no character behind them", "OCR"),
            ("a.png", "x", "files ending in .png are not read", "use one of .txt .md .html .htm .pdf .docx .jsonl"),
            ("a", "x", "no ending", "use one of"),
            ("a.toml", "", "the record of the paper beside it", "name the paper"),
            ("a.pdf", "no pdf", "no readable PDF", ""),
            ("a.docx", "no zip", "it is no .docx file", ""),
            ("a.html", "", "it is empty", ""),
        ],
    )
    def test_each_says_what_is_wrong_and_what_to_do(
        self, tmp_path: Path, name: str, content: str | bytes, cause: str, step: str
    ) -> None:
        path = write(tmp_path / name, content)
        error = error_of(path)
        assert cause in error.cause
        assert step in error.next_step
        assert str(error).startswith(str(path))
        assert "\n" not in str(error)

    def test_a_file_that_vanished_is_named(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt")
        (found,) = find_files([tmp_path])
        path.unlink()
        assert error_of(found).cause == "there is no such file"

    def test_a_file_that_may_not_be_read_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path / "a.txt")

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        assert error_of(path).cause == "it may not be read"

    def test_a_failing_disk_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path / "a.txt")

        def fail(*_: object) -> None:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Path, "open", fail)
        assert error_of(path).cause == "it cannot be read (Input/output error)"

    def test_a_folder_and_a_pipe_are_no_files(self, tmp_path: Path) -> None:
        (tmp_path / "folder.txt").mkdir()
        assert error_of(tmp_path / "folder.txt").cause == "it is a folder"
        os.mkfifo(tmp_path / "pipe.txt")
        assert error_of(tmp_path / "pipe.txt").cause == "it is no regular file"

    def test_a_file_over_the_limit_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        with path.open("wb") as file:
            file.truncate(MAX_FILE_BYTES + 1)
        assert error_of(path).cause == f"it has {MAX_FILE_BYTES + 1:,} bytes, and {MAX_FILE_BYTES:,} is the limit"

    @pytest.mark.parametrize("character", ["科", "a"])
    def test_fifty_megabytes_on_one_line_are_refused_quickly(self, tmp_path: Path, character: str) -> None:
        size = 50 * 1024 * 1024
        path = write(tmp_path / "a.txt", character.encode() * (size // len(character.encode())))
        began = time.perf_counter()
        error = error_of(path)
        assert f"{MAX_CHARACTERS:,} is the limit" in error.cause
        assert time.perf_counter() - began < 20

    def test_a_parser_that_breaks_is_an_error_of_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def break_down(_: bytes) -> None:
            raise KeyError("word/document.xml")

        monkeypatch.setitem(reader.READERS, ".docx", break_down)  # type: ignore[arg-type]
        error = error_of(write(tmp_path / "a.docx", "x"))
        assert error.cause == "it is no .docx file that can be read (KeyError: 'word/document.xml')"


class TestManyAtOnce:
    def test_one_bad_file_does_not_stop_the_rest(self, tmp_path: Path) -> None:
        write(tmp_path / "1.txt")
        write(tmp_path / "2.txt", b"")
        write(tmp_path / "3.pdf", "no pdf")
        write(tmp_path / "4.md")
        results = list(read_all([tmp_path, tmp_path / "nowhere.txt"]))
        assert [type(result) for result in results] == [Document, ReadError, ReadError, Document, ReadError]

    def test_a_second_paper_with_the_same_address_is_refused_by_name(self, tmp_path: Path) -> None:
        first, second = write(tmp_path / "a" / "x.txt"), write(tmp_path / "b" / "x.md")
        results = list(read_all([tmp_path]))
        assert isinstance(results[0], Document)
        assert str(results[1]) == (
            f"{second}: its address x is already taken in this run by {first}; give one of them another name"
        )

    def test_json_lines_are_papers_with_their_line_numbers(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"id": "a-1", "text": SENTENCE, "title": "题\n目"}),
            "",
            '{"id": "b"',
            json.dumps({"id": "科技", "text": SENTENCE}, ensure_ascii=False),
            json.dumps({"id": "a-1", "text": SENTENCE}),
            json.dumps({"id": "d", "text": "(cid:1)"}),
        ]
        path = write(tmp_path / "many.jsonl", "\n".join(lines))
        first, broken, second, again, illegible = read_all([path])
        assert isinstance(first, Document)
        assert (first.slug, first.origin, first.format) == ("a-1", f"{path}, line 1", "jsonl")
        assert first.record == Bibliography(title="题\n目")
        assert first.checksum == sha256(lines[0].encode()).hexdigest()
        assert str(broken).startswith(f"{path}, line 3, column 11: it is not JSON")
        assert isinstance(second, Document)
        assert second.slug.startswith("ke-ji-")
        assert second.record is None
        assert f"taken in this run by {path}, line 1" in str(again)
        assert str(illegible).startswith(f"{path}, line 6: ")

    def test_json_lines_are_streamed(self, tmp_path: Path) -> None:
        path = write(tmp_path / "many.jsonl", json.dumps({"id": "a", "text": SENTENCE}) + "\n{broken")
        results = read_documents(path)
        assert isinstance(next(results), Document)
        assert isinstance(next(results), ReadError)
