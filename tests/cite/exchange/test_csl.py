"""Our CSL JSON as citeproc-js, the processor of Zotero, reads it. Without Node these tests fail."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cite import as_csl_json
from app.cite.exchange.csl import csl_item
from app.cite.works import Work
from tests.cite.exchange.samples import PRACTICE, works

NODE = Path(__file__).parents[2] / "node"
OF_EVERY_OBJECT = frozenset({"__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"})
"""Titles that citeproc-js 2.4 takes for members of its own tables, and stops."""
CHANGED = str.maketrans("", "", "'\"“”‘’<>&")
"""What the processor makes typographic, drops, or takes for rich text, which CSL allows in its fields."""


def read(records: Sequence[Work]) -> list[dict[str, str]]:
    """What citeproc-js understands of each record, by the name of the field."""
    node = shutil.which("node")
    assert node, "Node.js is missing: .ci/tools installs it"
    assert (NODE / "node_modules" / "citeproc").is_dir(), (
        "citeproc is missing: run npm ci in tests/node (make test does)"
    )
    done = subprocess.run(
        [node, "read_items.cjs"], cwd=NODE, input=as_csl_json(records), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [dict(part.partition("=")[::2] for part in line.split("␟")) for line in json.loads(done.stdout)]


def test_what_the_processor_reads() -> None:
    whole = Work(
        title="Soft power {and} 100% of $1_000 \\alpha ^~#",
        authors=("王明国", "欧阳修", "Peyton Z. Peebles, Jr.", "The Royal Society"),
        editors=("A. Bee",),
        translators=("谢远涛",),
        container="Cell",
        publisher="Press, Inc.",
        place="Cambridge, Mass.",
        edition="2",
        year=2001,
        volume="7",
        issue="2",
        doi="10.1/a_b",
        url="https://a.example/?x=1",
        document_type="M",
    )
    practice, book = read([PRACTICE, whole])
    assert practice["title"] == PRACTICE.title
    assert practice["author"] == "罗晖␝李政"
    assert practice["container-title"] == "外交评论"
    assert (practice["issue"].split()[-1], practice["issued"]) == ("6", "2021")
    assert book["title"] == whole.title
    assert book["author"] == "王明国␝欧阳修␝Peebles␞Peyton Z.␞Jr␝The Royal Society"
    assert (book["editor"], book["translator"]) == ("Bee␞A.", "谢远涛")
    assert (book["publisher"], book["publisher-place"], book["DOI"]) == ("Press, Inc.", "Cambridge, Mass.", "10.1/a_b")


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("J", "article-journal"),
        ("N", "article-newspaper"),
        ("M", "book"),
        ("D", "thesis"),
        ("R", "report"),
        ("S", "standard"),
        ("P", "patent"),
        ("EB", "webpage"),
        ("DS", "dataset"),
        ("CM", "map"),
        ("", "document"),
    ],
)
def test_types(kind: str, csl: str) -> None:
    assert csl_item(Work(title="T", document_type=kind), set())["type"] == csl


def test_a_part_of_a_book_and_a_paper_of_a_conference() -> None:
    part = Work(title="T", container="B", publisher="P", document_type="M")
    assert csl_item(part, set())["type"] == "chapter"
    assert csl_item(Work(title="T", event="E", document_type="C"), set())["type"] == "paper-conference"


def test_days_are_dates() -> None:
    item = csl_item(Work(title="T", date="2013-01-12", accessed="2014-02", document_type="N"), set())
    assert item["issued"] == {"date-parts": [[2013, 1, 12]]}
    assert item["accessed"] == {"date-parts": [[2014, 2]]}


def _letters(text: str | None) -> str:
    return "".join((text or "").translate(CHANGED).split())


@settings(max_examples=5, deadline=None)
@given(st.lists(works.filter(lambda work: work.title not in OF_EVERY_OBJECT), min_size=20, max_size=30))
def test_any_works_come_back(several: list[Work]) -> None:
    taken = [Work.of(work) for work in several]
    for work, found in zip(taken, read(several), strict=True):
        assert _letters(found.get("title", "")) == _letters(work.title) or "␟" in (work.title or "")
        assert found.get("issued") == (None if work.year is None else str(work.year))
        assert len(found["author"].split("␝")) == len(work.authors) if work.authors else "author" not in found


@given(st.lists(works, max_size=6))
def test_the_file_is_json_with_keys_of_its_own(several: list[Work]) -> None:
    items = json.loads(as_csl_json(several))
    assert len({item["id"] for item in items}) == len(several)
    assert all(item["id"].isascii() for item in items)
    assert [item["title"] for item in items] == [Work.of(work).title for work in several]
