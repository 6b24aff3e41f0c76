"""Works in the database: made once, kept up to date, the same as from scratch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, sessionmaker

from app.database import transaction
from app.ingest import store
from app.ingest.linking import link_references
from app.ingest.records import Reference as ReferenceRecord
from app.ingest.works import Decision, Decisions, Verdict
from app.models import (
    Paper,
    Reference,
    ReferenceToken,
    Work,
    WorkAddress,
    WorkAuthor,
    WorkDoubt,
    WorkEntry,
    WorkMatching,
)
from tests.factories import make_claim, make_paper, make_reference, open_database

FUTURE = "科技外交与中美关系的未来发展"
REPORT = "此外，王明国指出科技外交与公共外交在基本特征、主体、客体及实施路径等方面都具有相似之处。"


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    with open_database(tmp_path) as made:
        yield made


def add(sessions: sessionmaker[Session], slug: str, *references: ReferenceRecord, **fields: object) -> None:
    with transaction(sessions) as session:
        make_paper(session, slug, fields.pop("claims", ()), references=references, **fields)  # type: ignore[arg-type]


def link(sessions: sessionmaker[Session], decisions: Decisions | None = None) -> int:
    with transaction(sessions) as session:
        return link_references(session, decisions) if decisions else link_references(session)


Made = dict[str, tuple[tuple[str, ...], str | None, int, int, int]]


def works(sessions: sessionmaker[Session]) -> Made:
    """Every work by its identifier: places of its entries, the paper that it is, and its counts."""
    with sessions() as session:
        found: Made = {}
        for work in session.scalars(select(Work)):
            rows = session.execute(
                select(Paper.slug, Reference.label)
                .join(Reference.paper)
                .join(WorkEntry, WorkEntry.reference_id == Reference.id)
                .where(WorkEntry.work_id == work.id)
            )
            places = tuple(sorted(f"{slug}#{label}" for slug, label in rows))
            paper = session.scalar(select(Paper.slug).where(Paper.id == work.linked_paper_id))
            found[work.uid] = (places, paper, work.entries, work.papers, work.citations)
        return found


def test_entries_of_two_papers_are_one_work_with_counts(sessions: sessionmaker[Session]) -> None:
    cites = [make_claim("甲认为如此。", cites="1"), make_claim("乙认为如此。", cites="1")]
    add(sessions, "a", make_reference("1", title=FUTURE, authors=("王明国",), text="x"), claims=cites)
    add(sessions, "b", make_reference("9", title=FUTURE, year=2017, text="y"))
    assert link(sessions) == 0
    assert list(works(sessions).values()) == [(("a#1", "b#9"), None, 2, 2, 2)]
    with sessions() as session:
        work = session.scalars(select(Work)).one()
        assert (work.title, work.authors, work.year, work.partial) == (FUTURE, ["王明国"], 2017, False)
        assert session.scalars(select(WorkAuthor.name)).all() == ["王明国"]
        evidence = session.execute(select(WorkEntry.other, WorkEntry.evidence).order_by(WorkEntry.other)).all()
        assert sorted(map(tuple, evidence)) == [("", ""), ("a#1", "title")]


def test_notes_are_no_works_and_what_a_sentence_tells_is_partial(sessions: sessionmaker[Session]) -> None:
    add(
        sessions,
        "a",
        make_reference("1", kind="note", text="这里指狭义。"),
        make_reference("2", authors=("王逸舟",), from_sentence=True),
    )
    link(sessions)
    with sessions() as session:
        work = session.scalars(select(Work)).one()
        assert (work.authors, work.title, work.partial) == (["王逸舟"], None, True)


def test_works_that_are_only_told_of_are_never_joined(sessions: sessionmaker[Session]) -> None:
    add(sessions, "a", *(make_reference(label, authors=("赵刚",), from_sentence=True) for label in ("8", "16")))
    link(sessions)
    assert len(works(sessions)) == 2


def test_a_reported_wording_links_to_the_paper_of_the_author_named(sessions: sessionmaker[Session]) -> None:
    told = make_reference("17", authors=("王明国",), from_sentence=True)
    add(sessions, "002", told, claims=[make_claim(REPORT, cites="17")])
    own = make_claim("科技外交与公共外交在基本特征、主体、客体及实施路径等方面具有相似之处。")
    add(sessions, "004", title=FUTURE, authors=("王明国",), claims=[own])
    assert link(sessions) == 1
    with sessions() as session:
        row = session.scalars(select(Reference)).one()
        assert row.linked_paper is not None
        assert (row.linked_paper.slug, row.link_evidence) == ("004", "same author, wording (26 signs)")


def test_a_paper_through_which_a_work_is_quoted_is_found(sessions: sessionmaker[Session]) -> None:
    text = f"Austen Edwards, “Conscience and Science”. 转引自王明国:《{FUTURE}》,第40页。"
    add(sessions, "003", make_reference("19", text=text, title="Conscience and Science", authors=("Austen Edwards",)))
    assert link(sessions) == 0
    add(sessions, "004", title=FUTURE, authors=("王明国",))
    assert link(sessions) == 1
    with sessions() as session:
        entry = session.scalars(select(WorkEntry)).one()
        assert entry.through_paper is not None
        assert (entry.through_paper.slug, entry.through_evidence) == ("004", "quoted through it: same title, author")
    with transaction(sessions) as session:
        store.remove(session, "004")
    link(sessions)
    with sessions() as session:
        assert session.scalars(select(WorkEntry.through_paper_id)).one() is None


def test_nothing_is_done_twice(sessions: sessionmaker[Session]) -> None:
    add(sessions, "a", make_reference("1", title=FUTURE))
    link(sessions)
    before = works(sessions)
    with sessions() as session:
        key = session.scalars(select(Work.id)).one()
    assert link(sessions) == 0
    assert works(sessions) == before
    with sessions() as session:
        assert session.scalars(select(Work.id)).one() == key, "an unchanged work is not written again"


def test_decisions_are_followed_and_taken_back(sessions: sessionmaker[Session]) -> None:
    title = "思想的国度与智库的政治"
    add(sessions, "a", make_reference("1", title=title, authors=("Rich A",), year=2004))
    add(sessions, "b", make_reference("1", title=title, authors=("Rich A",), year=2006))
    link(sessions)
    with sessions() as session:
        doubt = session.scalars(select(WorkDoubt)).one()
        assert (doubt.one_place, doubt.other_place, doubt.evidence) == ("a#1", "b#1", "title, author")
        pair = (doubt.one_uid, doubt.other_uid)
    same = Decision(pair, Verdict.SAME, "a reprint", "2026-11-22")
    link(sessions, Decisions((same,), "one", {frozenset(pair): same}))
    assert [one[0] for one in works(sessions).values()] == [("a#1", "b#1")]
    with sessions() as session:
        assert session.scalar(select(func.count(WorkDoubt.id))) == 0
    link(sessions)
    assert len(works(sessions)) == 2


def test_an_address_that_a_work_once_had_stays_known(sessions: sessionmaker[Session]) -> None:
    add(sessions, "a", make_reference("1", title=FUTURE))
    link(sessions)
    (old,) = works(sessions)
    add(sessions, "a", make_reference("1", title=f"{FUTURE}：对话", year=2017), claims=[make_claim()])
    link(sessions)
    assert old not in works(sessions)
    with sessions() as session:
        assert session.scalar(select(WorkAddress.place).where(WorkAddress.uid == old)) == "a#1"


def test_every_entry_has_words_to_be_found_by(sessions: sessionmaker[Session]) -> None:
    add(sessions, "a", make_reference("17", title=FUTURE, authors=("王明国",)), make_reference("n", kind="note"))
    link(sessions)
    with sessions() as session:
        tokens = set(session.scalars(select(ReferenceToken.token)))
    assert {"#17", "#n", "wangmingguo", "wang", "科技", "中美"} <= tokens


def test_a_failure_leaves_what_was(sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch) -> None:
    add(sessions, "a", make_reference("1", title=FUTURE))
    link(sessions)
    before = works(sessions)
    add(sessions, "b", make_reference("1", title=FUTURE))

    def fail(*_: object) -> int:
        raise RuntimeError("power cut")

    monkeypatch.setattr("app.ingest.linking.link_through", fail)
    with pytest.raises(RuntimeError):
        link(sessions)
    assert works(sessions) == before
    monkeypatch.undo()
    link(sessions)
    assert [one[0] for one in works(sessions).values()] == [("a#1", "b#1")]


TITLES = (
    FUTURE,
    f"{FUTURE}：续篇",
    "全球智库发展报告2014",
    "全球智库发展报告2015",
    None,
    "概况",
    "国务院关于智库的意见",
)
ENTRIES = st.lists(
    st.builds(
        lambda title, author, year: {"title": title, "authors": (author,) if author else (), "year": year},
        st.sampled_from(TITLES),
        st.sampled_from(["", "王明国", "Wang Mingguo", "国务院"]),
        st.sampled_from([None, 2014, 2017]),
    ),
    max_size=3,
)
BARE = {"title": FUTURE, "authors": (), "year": None}
STEPS = st.lists(st.tuples(st.sampled_from(["p", "q", "r"]), st.one_of(st.none(), ENTRIES)), min_size=1, max_size=5)


@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
@example([("r", [BARE] * 3), ("p", [BARE])])
@example(
    [("r", [BARE]), ("p", [{"title": f"{FUTURE}：续篇", "authors": (), "year": 2014}]), ("p", [BARE]), ("q", None)]
)
def test_step_by_step_comes_to_the_same_as_from_scratch(tmp_path_factory: pytest.TempPathFactory, steps: list) -> None:  # type: ignore[type-arg]
    with open_database(tmp_path_factory.mktemp("steps")) as sessions:
        for slug, entries in steps:
            if entries is None:
                with transaction(sessions) as session:
                    store.remove(session, slug)
            else:
                references = [make_reference(str(n), **fields) for n, fields in enumerate(entries, 1)]
                own = entries[0] if entries else {"title": FUTURE, "authors": ("王明国",), "year": None}
                add(sessions, slug, *references, title=own["title"], authors=own["authors"], year=own["year"])
            link(sessions)
        stepwise, doubts = works(sessions), _doubts(sessions)
        with transaction(sessions) as session:
            session.execute(delete(WorkMatching))
        link(sessions)
        assert works(sessions) == stepwise
        assert _doubts(sessions) == doubts


def _doubts(sessions: sessionmaker[Session]) -> set[tuple[str, ...]]:
    with sessions() as session:
        columns = select(WorkDoubt.one_place, WorkDoubt.other_place, WorkDoubt.evidence)
        return {tuple(row) for row in session.execute(columns)}


@pytest.mark.parametrize(
    ("kind", "printed", "pages"),
    [
        ("R", "The Royal Society. New Frontiers in Science Diplomacy[R]. 2010: 5-6. https://a.example", None),
        ("M", "赵刚. 科技外交的理论与实践[M]. 时事出版社, 2007: 13.", None),
        ("M", "赵刚. 论定义[M]//科技外交文集. 时事出版社, 2007: 13-20.", "5-6"),
        ("J", "赵刚. 论科技外交的定义与内涵[J]. 国际论坛, 2007: 5-6.", "5-6"),
        (None, "赵刚. 论科技外交的定义与内涵. 5-6.", "5-6"),
    ],
)
def test_pages_that_are_cited_are_no_pages_of_a_whole_work(
    sessions: sessionmaker[Session], kind: str | None, printed: str, pages: str | None
) -> None:
    entry = make_reference("1", text=printed, title="科技外交的一部著作之题名", pages="5-6", document_type=kind)
    add(sessions, "one", entry)
    link(sessions)
    with sessions() as session:
        assert session.scalars(select(Work.pages)).all() == [pages]
