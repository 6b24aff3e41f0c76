"""What is found is held against Whoosh's own matchers over an index of its own, written by its own code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.fields import ID, KEYWORD, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

from app.search import matching
from app.search.conditions import AllOf, AnyOf, Condition, Everything, HasTerm, Holds, Published, Without
from app.search.documents import index_fields
from app.search.index import WhooshEngine
from app.search.numbers import Numbers
from app.search.query_types import Words
from app.search.request import SearchRequest
from app.search.schema import CODES, TERMS
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.scan import corpus, make_document

CORPUS = {document.uid: document for document in corpus()}
FIELDS = {uid: index_fields(document) for uid, document in CORPUS.items()}
GONE = frozenset(sorted({document.paper for document in CORPUS.values()})[1:2])
"""Papers that are indexed and taken out again."""
KEPT = {uid for uid, document in CORPUS.items() if document.paper not in GONE}


@pytest.fixture(scope="module")
def oracle() -> Iterator[Searcher]:
    """Whoosh with fields of its own, holding the claims that are left."""
    storage = RamStorage()
    names = (*TERMS, *CODES)
    index = storage.create_index(Schema(uid=ID(stored=True), **{name: KEYWORD() for name in names}))
    writer = index.writer()
    for uid in KEPT:
        writer.add_document(uid=uid, **{name: list(FIELDS[uid][name]) for name in names})
    writer.commit()
    with index.searcher() as searcher:
        yield searcher


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The same claims in several segments, some of whose documents are deleted."""
    folder = tmp_path_factory.mktemp("segments")
    engine = WhooshEngine(folder, vocabulary())
    documents = list(CORPUS.values())
    sizes = [len(documents) // 2, len(documents) // 5, len(documents)]
    papers = list(dict.fromkeys(document.paper for document in documents))
    engine.rebuild([d for d in documents if d.paper in papers[:3]])
    for paper in papers[3:]:
        engine.replace_papers({paper: [d for d in documents if d.paper == paper]})
    engine.replace_papers({paper: [] for paper in GONE})
    found = Snapshots(IndexFolder(folder)).current()
    assert len(found.segments) > 1, sizes
    assert sum(map(len, found.find(Everything()))) == len(KEPT) < found.documents
    return found


def found_by_us(snapshot: Snapshot, condition: Condition) -> set[str]:
    found = snapshot.find(condition)
    uids = snapshot.uids(np.arange(sum(map(len, found))), found)
    assert len(uids) == len(set(uids))
    return set(uids)


def found_by_whoosh(searcher: Searcher, condition: Condition) -> set[str]:
    return {hit["uid"] for hit in searcher.search(as_query(condition), limit=None)}


def as_query(condition: Condition) -> whoosh.Query:
    """The condition as a tree of Whoosh."""
    match condition:
        case HasTerm(field, term):
            return whoosh.Term(field, term)
        case Without(part):
            return whoosh.And([whoosh.Every(), whoosh.Not(as_query(part))])
        case AnyOf(parts):
            return whoosh.Or([as_query(part) for part in parts])
        case AllOf(parts):
            return whoosh.And([whoosh.Every(), *map(as_query, parts)])
        case Holds(text) if len(text) < 3:
            chinese = "characters" if len(text) == 1 else "bigrams"
            return whoosh.Or([whoosh.Term(chinese, text), whoosh.Term("letters", text)])
        case Published(start, end):
            years = {year for fields in FIELDS.values() for year in fields["year"]}
            between = [year for year in years if (start or 0) <= int(year) <= (9999 if end is None else end)]
            return whoosh.Or([whoosh.Term("year", year) for year in between])
    return whoosh.Every()


def terms() -> st.SearchStrategy[Condition]:
    held = sorted({(name, term) for fields in FIELDS.values() for name in (*TERMS, *CODES) for term in fields[name]})
    short = sorted({term for name, term in held if name in ("characters", "bigrams", "letters")})
    years = st.none() | st.integers(2006, 2022)
    return st.one_of(
        st.sampled_from(held).map(lambda pair: HasTerm(*pair)),
        st.sampled_from(short).map(Holds),
        st.builds(Published, years, years),
        st.just(HasTerm("words", "饕餮")),
        st.just(Everything()),
    )


CONDITIONS = st.recursive(
    terms(),
    lambda parts: st.one_of(
        parts.map(Without),
        st.lists(parts, min_size=1, max_size=5).map(lambda some: AnyOf(tuple(some))),
        st.lists(parts, min_size=1, max_size=4).map(lambda some: AllOf(tuple(some))),
    ),
    max_leaves=8,
)


@settings(max_examples=250)
@given(condition=CONDITIONS)
def test_whoosh_itself_finds_the_same(snapshot: Snapshot, oracle: Searcher, condition: Condition) -> None:
    assert found_by_us(snapshot, condition) == found_by_whoosh(oracle, condition)


@given(condition=CONDITIONS)
def test_facets_are_counts_of_what_is_found(snapshot: Snapshot, condition: Condition) -> None:
    found = snapshot.find(condition)
    uids = found_by_us(snapshot, condition)
    for facet, counts in snapshot.facets.counts(found).items():
        values = [value for uid in uids for value in FIELDS[uid][facet]]
        assert counts == {value: values.count(value) for value in set(values)}
        assert list(counts.items()) == sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


@given(
    text=st.sampled_from(sorted(CORPUS)).flatmap(lambda uid: st.just(FIELDS[uid]["folded"].decode())), data=st.data()
)
def test_a_part_of_a_claim_is_found_wherever_it_is(snapshot: Snapshot, text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : start + data.draw(st.integers(1, 12))]
    folded = {uid: (FIELDS[uid]["folded"], FIELDS[uid]["folded_en"]) for uid in KEPT}
    wanted = {uid for uid, texts in folded.items() if any(part.encode() in text for text in texts)}
    assert found_by_us(snapshot, Holds(part)) == wanted


def test_segments_and_deletions_do_not_change_scores(snapshot: Snapshot, tmp_path: Path) -> None:
    """Two documents with the same text score the same wherever they lie, and go by paper."""
    engine = WhooshEngine(tmp_path, vocabulary())
    engine.rebuild(
        [make_document("两国签署协定。", "b", paper="b"), *(make_document("会议。", f"x{i}") for i in range(20))]
    )
    engine.replace_papers({"c": [make_document("两国签署协定。", "c", paper="c")]})
    engine.replace_papers({"a": [make_document("两国签署协定。", "a", paper="a")], "p": []})
    hits = engine.search(SearchRequest(Words("协定"))).hits
    assert [hit.uid for hit in hits] == ["a", "b", "c"]
    assert len({hit.score for hit in hits}) == 1
    assert engine.search(SearchRequest(Words("会议"))).total == 0
    engine.close()


@pytest.mark.parametrize("together", [AllOf, AnyOf])
def test_what_is_asked_for_many_times_is_looked_for_once(
    snapshot: Snapshot, together: type[AllOf | AnyOf], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    holding = matching._holding

    def counted(text: str, *rest: Any) -> Numbers:
        looked.append(text)
        return holding(text, *rest)

    monkeypatch.setattr(matching, "_holding", counted)
    segment = snapshot.segments[0]
    once = matching.matches(Holds("科技"), segment)
    assert len(once) > 0
    assert looked == ["科技"] * 2, "in both languages"
    many = matching.matches(together((Holds("科技"),) * 500), segment)
    assert many.tolist() == once.tolist()
    assert looked == ["科技"] * 4
