"""Works as they are read: lists, shares, one with its entries, authors, doubts, former identifiers."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import catalogue, cite
from app.catalogue.works import WorkFilter
from app.database import transaction
from app.ingest.store import link_references
from app.models import Work, WorkAddress, WorkEntry
from tests.factories import make_claim, make_paper, make_reference, open_database

TITLE = "科技外交的理论与实践"
THINK_TANKS = "思想的国度与智库的政治"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Two papers that cite one book in two scripts, a report each in years that differ, and one web page."""
    with open_database(tmp_path_factory.mktemp("works")) as made:
        with transaction(made) as filling:
            _fill(filling)
        with made() as opened:
            yield opened


def _fill(session: Session) -> None:
    book = {"authors": ("赵刚",), "year": 2012, "document_type": "M", "container": "科学出版社"}
    make_paper(
        session,
        "one",
        [make_claim("赵刚与里奇都这样认为[1][2]。", cites="1 2"), make_claim("赵刚又说[1]。", cites="1")],
        references=[
            make_reference("1", text=f"赵刚. {TITLE}[M]. 科学出版社, 2012.", title=TITLE, **book),
            make_reference("2", text="Rich A, 2004", authors=("Rich A",), title=THINK_TANKS, year=2004),
        ],
    )
    make_paper(
        session,
        "two",
        [make_claim("如前所述[1]。", cites="1"), make_claim("网页所载[3]。", cites="3")],
        references=[
            make_reference("1", text="趙剛. 科技外交的理論與實踐", title="科技外交的理論與實踐", **book),
            make_reference("2", text="Rich A, 2006", authors=("Rich A",), title=THINK_TANKS, year=2006),
            make_reference(
                "3", text="概况[EB/OL]. 2020.", title="国家概况与对外交往", year=2020, document_type="EB/OL"
            ),
        ],
    )
    link_references(session)


def titles(session: Session, **asked: object) -> list[str | None]:
    found = catalogue.list_works(session, WorkFilter(**asked), limit=50)  # type: ignore[arg-type]
    assert found.total == len(found.works)
    return [work.title for work in found.works]


def book(session: Session) -> str:
    (found,) = catalogue.list_works(session, WorkFilter(kind="M")).works
    return found.uid


def test_the_work_that_most_papers_cite_comes_first(session: Session) -> None:
    found = catalogue.list_works(session, WorkFilter(), limit=50)
    assert found.total == catalogue.count_works(session) == len(found.works) == 4
    first = found.works[0]
    assert (first.title, first.entries, first.papers, first.citations) == (TITLE, 2, 2, 3)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "赵刚"}, [TITLE]),
        ({"q": "趙剛 2012"}, [TITLE]),
        ({"q": "zhao gang"}, [TITLE]),
        ({"paper": "two", "kind": "EB"}, ["国家概况与对外交往"]),
        ({"paper": "one"}, [TITLE, THINK_TANKS]),
        ({"kind": "none"}, [THINK_TANKS, THINK_TANKS]),
        ({"first_year": 2005, "last_year": 2012}, [TITLE, THINK_TANKS]),
        ({"language": "fr"}, []),
        ({"q": "%"}, []),
        ({"kind": "%"}, []),
    ],
)
def test_a_filter_leaves_what_it_says(session: Session, asked: dict[str, object], expected: list[str]) -> None:
    assert sorted(map(str, titles(session, **asked))) == sorted(expected)


def test_pages_of_the_list_follow_one_another(session: Session) -> None:
    whole = catalogue.list_works(session, WorkFilter(), limit=50).works
    parts = [catalogue.list_works(session, WorkFilter(), limit=1, offset=at).works[0] for at in range(4)]
    assert tuple(parts) == whole


def test_identifiers_are_listed_once_each_in_parts(session: Session) -> None:
    whole = catalogue.work_uids(session, limit=50)
    assert whole == catalogue.work_uids(session, limit=3) + catalogue.work_uids(session, limit=3, offset=3)
    assert set(whole) == {work.uid for work in catalogue.list_works(session, WorkFilter(), limit=50).works}


def test_each_share_counts_every_work_once(session: Session) -> None:
    shares = catalogue.work_shares(session, WorkFilter())
    for share in (shares.years, shares.languages, shares.countries, shares.types):
        assert sum(count for _, count in share) == shares.total == 4
    assert shares.years == ((2004, 1), (2006, 1), (2012, 1), (2020, 1))
    assert dict(shares.types) == {"M": 1, "EB": 1, None: 2}
    assert catalogue.work_shares(session, WorkFilter(paper="one")).total == 2


def test_a_work_tells_its_entries_claims_and_what_is_cited_with_it(session: Session) -> None:
    detail = catalogue.work_detail(session, book(session))
    assert detail is not None
    assert {entry.paper.slug: len(entry.claims) for entry in detail.entries} == {"one": 2, "two": 1}
    likened = [entry for entry in detail.entries if entry.other]
    assert [(entry.other, entry.evidence) for entry in likened if "title" in entry.evidence] != []
    assert [(one.work.title, one.claims) for one in detail.together] == [(THINK_TANKS, 1)]
    assert detail.doubts == ()
    assert catalogue.work_detail(session, "none") is None


@pytest.mark.parametrize("style", sorted(cite.STYLES))
def test_a_work_is_cited_without_its_place_in_our_list(session: Session, style: str) -> None:
    """`slug#label` says where an entry stands here: it is no place of publication."""
    for work in catalogue.list_works(session, WorkFilter(), limit=50).works:
        assert work.stands_at.partition("#")[0] in ("one", "two")
        assert "#" not in cite.reference_text(work, style)


def test_authors_are_told_with_how_many_works_they_have(session: Session) -> None:
    (author,) = catalogue.authors_of_work(session, book(session))
    assert (author.name, author.works) == ("赵刚", 1)
    assert catalogue.authors_by_key(session, [author.key, "nobody"]) == (author,)
    assert catalogue.authors_by_key(session, []) == ()
    assert [work.title for work in catalogue.works_of_authors(session, [author.key, "richa"]).works][:1] == [TITLE]
    assert catalogue.works_of_authors(session, [author.key, "richa"], limit=1, offset=1).total == 3
    assert catalogue.works_of_authors(session, ["nobody"]).total == 0
    rich = titles(session, q="rich")
    assert rich == [THINK_TANKS] * 2


def test_what_may_be_one_work_waits_for_a_decision(session: Session) -> None:
    (doubt,) = catalogue.work_doubts(session)
    assert catalogue.count_doubts(session) == 1
    assert doubt.places == ("one#2", "two#2")
    assert [work.year for work in doubt.works if work] == [2004, 2006]
    assert [paper.slug for paper in doubt.papers] == ["one", "two"]
    assert catalogue.work_doubts(session, limit=1, offset=1) == ()
    for uid in doubt.uids:
        detail = catalogue.work_detail(session, uid)
        assert detail is not None
        assert detail.doubts == (doubt,)


def test_every_identifier_of_an_entry_leads_to_its_work(session: Session) -> None:
    rows = session.execute(select(WorkEntry.uid, Work.uid).join(WorkEntry.work)).all()
    assert len(rows) == 5
    for entry, work in rows:
        assert catalogue.current_uid(session, entry) in {work, entry}
        assert catalogue.work_detail(session, str(catalogue.current_uid(session, entry))) is not None
    assert catalogue.current_uid(session, "none") is None


@pytest.mark.parametrize(("place", "leads"), [("two#1", True), ("two#9", False), ("gone#1", False), ("", False)])
def test_a_former_identifier_leads_where_its_entry_stands(session: Session, place: str, leads: bool) -> None:
    session.add(WorkAddress(uid="former", place=place))
    session.flush()
    try:
        assert catalogue.current_uid(session, "former") == (book(session) if leads else None)
    finally:
        session.rollback()


def test_without_papers_there_are_no_works(empty: Session) -> None:
    assert catalogue.list_works(empty, WorkFilter()).works == ()
    assert catalogue.work_shares(empty, WorkFilter()).total == 0
    assert (catalogue.count_works(empty), catalogue.count_doubts(empty)) == (0, 0)
