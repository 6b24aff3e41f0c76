"""An index over the shipped papers, built once, for the tests that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.search.index import WhooshEngine
from app.search.query import NameResolver, parse
from app.search.request import ClaimDocument, SearchEngine, SearchRequest
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import IndexFolder
from app.text.words import load_user_words
from tests.factories import vocabulary
from tests.search.scan import SEGMENTS, corpus, make_document

# The segmenter is one for the whole process: the order of the tests must not decide which words it knows.
load_user_words(vocabulary().user_words())

KNOWN = {
    "country": {"日本": "JP", "美国": "US", "英国": "GB", "United States": "US"},
    "instrument": {"协议": "agreement", "战略": "strategy", "操作工具": "operational"},
    "type": {"数据": "statistic", "事实": "fact"},
    "has": {"数字": "figure", "译文": "translation"},
}


class FewNames:
    """Knows a few names of each field, as the registries do."""

    def resolve(self, field: str, name: str) -> str | None:
        """A code stands for itself; papers have no other names."""
        if field == "paper":
            return name
        return KNOWN[field].get(name) or (name if name in KNOWN[field].values() else None)


@pytest.fixture(scope="session")
def names() -> NameResolver:
    return FewNames()


@pytest.fixture(scope="session")
def documents() -> list[ClaimDocument]:
    return corpus()


@pytest.fixture(scope="session")
def engine(documents: list[ClaimDocument], tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    built = WhooshEngine(tmp_path_factory.mktemp("search") / "index", vocabulary())
    assert built.rebuild(documents) == len(documents)
    yield built
    built.close()


@pytest.fixture(scope="session")
def found(engine: SearchEngine, names: NameResolver):  # type: ignore[no-untyped-def]
    """`found("日本 协定")` → the uids of all hits, in their order."""

    def search(text: str) -> list[str]:
        request = SearchRequest(parse(text, names).query, limit=10_000, facets=())
        return [hit.uid for hit in engine.search(request).hits]

    return search


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """`SEGMENTS` in three commits, so three segments, and one with a deleted document."""
    folder: Path = tmp_path_factory.mktemp("snapshot")
    engine = WhooshEngine(folder, vocabulary())
    engine.replace_papers({"gone": [make_document("曾经的协定。", "x", paper="gone", countries=("DE",))]})
    for paper, documents in SEGMENTS.items():
        engine.replace_papers({paper: documents})
    engine.replace_papers({"gone": []})
    held = Snapshots(IndexFolder(folder))
    found = held.current()
    held.close()
    engine.close()
    return found
