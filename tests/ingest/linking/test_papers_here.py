from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.database import transaction
from app.ingest.linking import link_references
from app.ingest.records import AddedReference, Reference
from app.models import Paper
from app.models import Reference as ReferenceRow
from tests.factories import make_document, make_paper, make_reference, open_database

TITLE = "科技外交与中美关系的未来发展"


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    with open_database(tmp_path) as made:
        yield made


def add_cited(sessions: sessionmaker[Session], slug: str = "cited", **fields: object) -> None:
    with transaction(sessions) as session:
        make_paper(session, slug, **({"title": TITLE, "authors": ("王明国",), "year": 2017} | fields))  # type: ignore[arg-type]


def add_citing(sessions: sessionmaker[Session], reference: Reference, *added: AddedReference) -> None:
    with transaction(sessions) as session:
        make_paper(session, "citing", references=[reference], document=make_document("citing", added_references=added))


def link(sessions: sessionmaker[Session]) -> tuple[int, str | None, str]:
    with transaction(sessions) as session:
        changed = link_references(session)
    with sessions() as session:
        row = session.scalars(select(ReferenceRow)).one()
        slug = session.scalar(select(Paper.slug).where(Paper.id == row.linked_paper_id))
        return changed, slug, row.link_evidence


@pytest.mark.parametrize(
    ("fields", "evidence"),
    [
        ({"title": TITLE, "authors": ("王明国",), "year": 2017}, "same title, author, year"),
        ({"title": "《科技外交与中美关系的　未来发展》", "authors": ("王明国等",)}, "same title, author"),
        ({"title": "科技外交與中美關係的未來發展", "year": 2017}, "same title, year"),
        ({"title": TITLE}, "same title"),
        ({"title": TITLE, "authors": ("某人", "王明国")}, "same title, author"),
    ],
)
def test_a_work_with_the_same_title_is_the_paper(
    sessions: sessionmaker[Session], fields: dict[str, object], evidence: str
) -> None:
    add_cited(sessions)
    add_citing(sessions, make_reference("1", **fields))
    assert link(sessions) == (1, "cited", evidence)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": TITLE, "authors": ("赵刚",)},
        {"title": TITLE, "year": 2016},
        {"title": "科技外交与中美关系"},
        {"authors": ("王明国",), "year": 2017},
        {"title": TITLE, "from_sentence": True},
        {"title": TITLE, "kind": "note"},
    ],
)
def test_what_speaks_against_it_or_proves_nothing_links_nothing(
    sessions: sessionmaker[Session], fields: dict[str, object]
) -> None:
    add_cited(sessions)
    add_citing(sessions, make_reference("1", **fields))
    assert link(sessions) == (0, None, "")


def test_a_title_that_many_works_have_identifies_none(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions, title="科技外交")
    add_citing(sessions, make_reference("1", title="科技外交"))
    assert link(sessions) == (0, None, "")


def test_two_papers_with_the_same_title_are_ambiguous(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions, "one")
    add_cited(sessions, "two")
    add_citing(sessions, make_reference("1", title=TITLE))
    assert link(sessions) == (0, None, "")


def test_the_year_can_settle_which_of_two_it_is(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions, "one")
    add_cited(sessions, "two", year=2019)
    add_citing(sessions, make_reference("1", title=TITLE, year=2019))
    assert link(sessions)[1] == "two"


def test_papers_without_titles_are_never_the_same(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions, title=None)
    add_citing(sessions, make_reference("1"))
    assert link(sessions) == (0, None, "")


def test_a_record_can_state_the_link(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions, "000", title=None, authors=("张翼燕",), year=None)
    stated = AddedReference("24", "section 3.2 reports its subject", paper="000")
    add_citing(sessions, make_reference("24", authors=("张翼燕等",), from_sentence=True), stated)
    assert link(sessions) == (1, "000", "record: section 3.2 reports its subject")


def test_a_title_from_the_record_links_what_is_known_from_a_sentence(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions)
    add_citing(sessions, make_reference("17", from_sentence=True), AddedReference("17", "a footnote", title=TITLE))
    assert link(sessions)[1:] == ("cited", "same title")


def test_a_paper_that_comes_later_is_found_then(sessions: sessionmaker[Session]) -> None:
    add_citing(sessions, make_reference("1", title=TITLE))
    assert link(sessions) == (0, None, "")
    add_cited(sessions)
    assert link(sessions) == (1, "cited", "same title")
    assert link(sessions) == (0, "cited", "same title")


def test_a_link_that_no_longer_holds_is_taken_away(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions)
    add_citing(sessions, make_reference("1", title=TITLE))
    link(sessions)
    add_cited(sessions, title="完全不同的另一篇论文")
    assert link(sessions) == (1, None, "")


def test_an_updated_paper_keeps_the_links_to_it(sessions: sessionmaker[Session]) -> None:
    add_cited(sessions)
    add_citing(sessions, make_reference("1", title=TITLE))
    link(sessions)
    add_cited(sessions, container="全球科技经济瞭望")
    assert link(sessions) == (0, "cited", "same title")


def test_a_paper_that_cites_its_own_title_does_not_cite_itself(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        make_paper(session, "self", title=TITLE, references=[make_reference("1", title=TITLE)])
    assert link(sessions) == (0, None, "")
