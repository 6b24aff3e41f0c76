"""Files in, papers and index out: real stages, real database, real index."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import text

from app.catalogue import list_papers, overview
from app.library import Library, LibraryError
from app.library import analysing as analysing_module
from app.library.ingesting import Ingestion
from app.search.encoders import Vectors
from app.search.request import Mode
from app.settings import Settings

PAPER = """科技外交的实践

摘要：本文介绍科技外交。

一、日本的科技外交

日本于2008年发布科技外交战略。美国与日本签署科技合作协定[1]。

二、结语

我国应当加强科技外交。

参考文献
[1] 赵刚. 科技外交的理论与实践[M]. 北京：时事出版社，2007.
"""


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    opened = Library(settings)
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    (made / "japan.txt").write_text(PAPER, encoding="utf-8")
    return made


class Watcher:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, total: int | None) -> None:
        self.told.append(("start", total))

    def advance(self, origin: str) -> None:
        self.told.append(Path(origin).name)

    def indexing(self, claims: int) -> None:
        self.told.append(("index", claims))

    def indexed(self) -> None:
        self.told.append("claim")


def dump(library: Library) -> list[tuple[object, ...]]:
    with library.session() as session:
        return [
            tuple(row)
            for table in ("paper", "section", "claim", "reference", "citation", "figure", "claim_country")
            for row in session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))  # noqa: S608
        ]


def test_a_file_becomes_a_paper_that_can_be_found(library: Library, folder: Path) -> None:
    report = library.ingest([folder])
    assert report.ok
    assert report.summary().startswith("added: 1 paper, ")
    assert report.summary().endswith("; failed: 0")
    page = library.search("日本发布科技外交战略")
    assert page.hits[0].claim.text == "日本于2008年发布科技外交战略。"
    assert page.hits[0].claim.paper.slug == "japan"
    assert library.check() is None


def test_the_same_input_twice_changes_nothing(library: Library, folder: Path) -> None:
    first = library.ingest([folder])
    before = dump(library)
    second = library.ingest([folder])
    assert dump(library) == before
    assert second.papers == {"unchanged": 1}
    assert second.contents["unchanged"] == first.contents["added"]
    assert second.summary().startswith("added: 0 papers, 0 sections, 0 claims, 0 references, 0 citations; ")


def test_a_changed_file_replaces_what_was_known_of_it(library: Library, folder: Path) -> None:
    library.ingest([folder])
    changed = PAPER.replace("日本于2008年发布", "德国于2008年发布")
    (folder / "japan.txt").write_text(changed, encoding="utf-8")
    assert library.ingest([folder]).papers == {"updated": 1}
    assert library.search('"德国于2008年"').total == 1
    assert library.search('"日本于2008年"').total == 0


def test_a_changed_record_is_a_change(library: Library, folder: Path) -> None:
    library.ingest([folder])
    (folder / "japan.toml").write_text('[paper]\ntitle = "题"\nyear = 2009\n', encoding="utf-8")
    assert library.ingest([folder]).papers == {"updated": 1}
    with library.session() as session:
        assert list_papers(session)[0].record.year == 2009


def test_one_bad_file_does_not_stop_the_rest(library: Library, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "zebra.txt").write_text(PAPER.replace("日本", "法国"), encoding="utf-8")
    report = library.ingest([folder, folder / "vanished.txt"])
    assert report.papers == {"added": 2}
    assert [Path(failure.origin).name for failure in report.failures] == ["empty.txt", "vanished.txt"]
    assert all("; " in failure.message and "\n" not in failure.message for failure in report.failures)
    assert not report.ok


def test_a_stage_that_breaks_on_one_paper_is_reported_and_the_rest_goes_on(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "broken.txt").write_text(PAPER, encoding="utf-8")
    whole = analysing_module.analyse

    def analyse(document: object, vocabulary: object) -> object:
        if document.slug == "broken":  # type: ignore[attr-defined]
            raise RecursionError("too\ndeep")
        return whole(document, vocabulary)  # type: ignore[arg-type]

    monkeypatch.setattr(analysing_module, "analyse", analyse)
    report = library.ingest([folder])
    assert report.papers == {"added": 1}
    (failure,) = report.failures
    assert "RecursionError: too deep" in failure.message
    with library.session() as session:
        assert [paper.record.slug for paper in list_papers(session)] == ["japan"]


def test_an_index_that_fails_leaves_the_papers_stored_and_the_next_run_indexes_them(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(library.engine, "replace_papers", fail)
        report = library.ingest([folder])
    assert report.papers == {"added": 1}
    assert not report.ok
    assert report.index_problem is not None
    assert "No space left" in report.index_problem
    assert "kewai reindex" in report.index_problem
    assert library.check() is not None
    assert library.ingest([folder]).papers == {"unchanged": 1}
    assert library.check() is None
    assert library.search("日本").total > 0


class Broken:
    """An encoder without a model to go by."""

    name = "broken 1"
    spreads = False

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise RuntimeError(f"no model for {len(texts)} texts")


def test_an_encoder_that_fails_loses_no_paper_and_leaves_the_index(library: Library, folder: Path) -> None:
    library.ingest([folder])
    broken = Library(library.settings.model_copy(update={"encoder": f"{__name__}:Broken"}))
    (folder / "new.txt").write_text(PAPER.replace("日本", "德国"), encoding="utf-8")
    report = broken.ingest([folder])
    assert report.papers == {"added": 1, "unchanged": 1}
    assert report.index_problem is not None
    assert "broken 1 gave no vectors (RuntimeError: no model for 3 texts)" in report.index_problem
    assert "KEWAI_ENCODER" in report.index_problem
    assert broken.search("德国", mode=Mode.KEYWORD).total > 0, "what is known by words stays"
    with pytest.raises(LibraryError, match="index stays as it was: broken 1 gave no vectors"):
        broken.reindex()
    broken.close()
    assert library.search("日本", mode=Mode.KEYWORD).total > 0
    assert library.ingest([folder]).index_problem is None
    assert library.check() is None


def test_papers_that_are_not_indexed_are_told_and_reindex_helps(library: Library, folder: Path) -> None:
    library.ingest([folder])
    with library.session() as session, session.begin():
        session.execute(text("UPDATE paper SET indexed_at = NULL"))
    problem = library.check()
    assert problem is not None
    assert "kewai reindex" in problem
    with library.session() as session:
        claims = overview(session).claims
    assert library.reindex() == claims
    assert library.check() is None


def test_a_paper_is_found_by_its_words_before_works_are_brought_up_to_date(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[int] = []
    link = Ingestion.link

    def watched(ingestion: Ingestion) -> int:
        found.append(library.search("日本", mode=Mode.KEYWORD).total)
        return link(ingestion)

    monkeypatch.setattr(Ingestion, "link", watched)
    library.ingest([folder])
    assert found == [library.search("日本", mode=Mode.KEYWORD).total]
    assert found[0] > 0
    assert library.check() is None


def test_progress_is_told_file_by_file(library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    watcher = Watcher()
    library.ingest([folder], watcher)
    assert watcher.told == [("start", 2), "bad.txt", "japan.txt", ("index", 3), "claim", "claim", "claim"]
    watcher.told.clear()
    library.ingest([folder], watcher)
    assert watcher.told == [("start", 2), "bad.txt", "japan.txt"]


def test_json_lines_are_papers_of_their_own(library: Library, tmp_path: Path) -> None:
    lines = [
        {"id": "one", "text": "日本于2008年与美国签署科技合作协定，并设立联合委员会。", "title": "第一篇"},
        {"id": "two", "text": "美国于2010年发布科技外交战略，提出了三个目标。"},
        {"text": "没有编号。"},
    ]
    file = tmp_path / "bulk.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    watcher = Watcher()
    report = library.ingest([file], watcher)
    assert report.papers == {"added": 2}
    assert "line 3" in report.failures[0].message
    assert watcher.told[0] == ("start", None)
    with library.session() as session:
        assert [paper.record.slug for paper in list_papers(session)] == ["one", "two"]
    assert library.search("协定").hits[0].claim.paper.slug == "one"


def test_a_paper_that_comes_later_is_linked_from_those_before(library: Library, folder: Path) -> None:
    library.ingest([folder])
    (folder / "cited.txt").write_text("科技外交的理论与实践\n\n赵刚\n\n1 引言\n\n科技外交很重要。\n", encoding="utf-8")
    (folder / "cited.toml").write_text(
        '[paper]\ntitle = "科技外交的理论与实践"\nauthors = ["赵刚"]\nyear = 2007\n', encoding="utf-8"
    )
    report = library.ingest([folder])
    assert report.linked == 1


def test_text_that_looks_like_markup_stays_text(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "nasty.txt"
    file.write_text(
        "<script>alert(1)</script>\n\n1 引言\n\n日本<img src=x onerror=alert(1)>于2008年发布科技外交战略。\n",
        encoding="utf-8",
    )
    library.ingest([file])
    hit = library.search("日本").hits[0]
    assert "<img" not in hit.highlight
    assert "&lt;img" in hit.highlight


def test_a_library_without_papers_finds_nothing(library: Library) -> None:
    assert library.is_empty()
    assert library.reindex() == 0
    assert library.search("日本").total == 0
    assert library.search("").total == 0
    assert library.check() is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"search_url": "https://search.example"}, "KEWAI_SEARCH_URL"),
        ({"database_url": "nonsense"}, "KEWAI_DATABASE_URL"),
        ({"database_url": "nosuch://x/y"}, "KEWAI_DATABASE_URL"),
        ({"database_url": "postgresql+psycopg://localhost/kewai"}, "psycopg"),
        ({"database_url": "sqlite:////proc/nowhere/kewai.db"}, "KEWAI_DATABASE_URL"),
    ],
)
def test_settings_that_cannot_be_followed_are_refused_in_one_line(
    settings: Settings, fields: dict[str, str], words: str
) -> None:
    with pytest.raises(LibraryError, match=words) as caught:
        Library(settings.model_copy(update=fields))
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_named_as_such(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "kewai.db").write_text("this is no database, it is a diary\n" * 40)
    library = Library(settings)
    with pytest.raises(LibraryError, match="not a database"):
        library.migrate()
    problem = library.check()
    assert problem is not None
    assert "not a database" in problem
    library.close()


def test_a_database_without_tables_is_told(settings: Settings) -> None:
    library = Library(settings)
    problem = library.check()
    assert problem is not None
    assert "not up to date" in problem
    library.close()
