"""What reaches the database: statements that PostgreSQL takes, and as many of them for thirty papers as for three."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.sql import ClauseElement

from app import catalogue
from app.catalogue.views import NodeKey
from app.catalogue.works import WorkFilter
from app.database import transaction
from app.ingest.store import link_references
from tests.factories import make_claim, make_paper, make_reference, open_database
from tests.sample import REVIEW, fill

DAY = datetime(2026, 11, 22, tzinfo=UTC)
TREATY = "cn-jp-environment-1994"

WALKS = {"neighbourhood", "network_around", "overview_network"}
"""These ask for the neighbours of each node that they show, of which there are never more than a bounded number."""

READS: dict[str, Callable[[Session], Any]] = {
    "overview": catalogue.overview,
    "matrix": lambda session: catalogue.matrix(session, papers=[REVIEW], years=(2010, 2020)),
    "country_list": catalogue.country_list,
    "country_detail": lambda session: catalogue.country_detail(session, "CN", per_group=3),
    "country_events": lambda session: catalogue.country_events(session, "CN", limit=20),
    "papers_on_country": lambda session: catalogue.papers_on_country(session, "CN"),
    "entity_papers": lambda session: catalogue.entity_papers(session, [TREATY]),
    "entity_list": catalogue.entity_list,
    "entity_detail": lambda session: catalogue.entity_detail(session, TREATY),
    "entity_claims": lambda session: catalogue.entity_claims(session, TREATY, paper=REVIEW, together=TREATY),
    "entities_in_claim": lambda session: catalogue.entities_in_claim(session, all_uids(session)[0]),
    "entities_in_paper": lambda session: catalogue.entities_in_paper(session, REVIEW),
    "quantity_list": catalogue.quantity_list,
    "quantity_detail": lambda session: catalogue.quantity_detail(session, "cn-st-agreements"),
    "quantities_in_claim": lambda session: catalogue.quantities_in_claim(session, all_uids(session)[0]),
    "newest_papers": lambda session: catalogue.newest_papers(session, 10),
    "claim_uids": lambda session: catalogue.claim_uids(session, limit=10),
    "list_changes": lambda session: catalogue.list_changes(session, since=DAY, before=DAY, after=(DAY, REVIEW)),
    "count_changes": lambda session: catalogue.count_changes(session, since=DAY),
    "last_change_of": lambda session: catalogue.last_change_of(session, REVIEW),
    "first_change": catalogue.first_change,
    "harvested": lambda session: catalogue.harvested(session, [REVIEW]),
    "departed_claim": lambda session: catalogue.departed_claim(session, "aaaaaaaaaaaa"),
    "departed_paper": lambda session: catalogue.departed_paper(session, "away"),
    "corpus_events": lambda session: catalogue.corpus_events(session, "CN", "agreement"),
    "events_between": lambda session: catalogue.events_between(session, 1970, 2030, country="CN"),
    "instrument_list": catalogue.instrument_list,
    "named_instrument_list": catalogue.named_instrument_list,
    "instrument_detail": lambda session: catalogue.instrument_detail(session, "agreement"),
    "instrument_events": lambda session: catalogue.instrument_events(session, "agreement", limit=20),
    "list_papers": lambda session: catalogue.list_papers(session, limit=50),
    "papers_by_slug": lambda session: catalogue.papers_by_slug(session, [REVIEW]),
    "titles_by_slug": catalogue.titles_by_slug,
    "paper_detail": lambda session: catalogue.paper_detail(session, REVIEW),
    "citation_links": catalogue.citation_links,
    "claims_citing": lambda session: catalogue.claims_citing(session, REVIEW),
    "list_works": lambda session: catalogue.list_works(session, WorkFilter("王明国 2010-2020", REVIEW)),
    "work_shares": lambda session: catalogue.work_shares(session, WorkFilter(country="none", kind="J")),
    "count_works": catalogue.count_works,
    "work_uids": lambda session: catalogue.work_uids(session, limit=10),
    "work_detail": lambda session: catalogue.work_detail(session, any_work(session)),
    "current_uid": lambda session: catalogue.current_uid(session, "none"),
    "authors_of_work": lambda session: catalogue.authors_of_work(session, any_work(session)),
    "authors_by_key": lambda session: catalogue.authors_by_key(session, ["王明国"]),
    "works_of_authors": lambda session: catalogue.works_of_authors(session, ["王明国", "赵刚"]),
    "work_by_uid": lambda session: catalogue.work_by_uid(session, any_work(session)),
    "count_doubts": catalogue.count_doubts,
    "work_doubts": catalogue.work_doubts,
    "neighbourhood": lambda session: catalogue.neighbourhood(session, NodeKey("author", "王明国")),
    "network_around": lambda session: catalogue.network_around(session, f"work:{any_work(session)}"),
    "overview_network": catalogue.overview_network,
    "claims_by_uid": lambda session: catalogue.claims_by_uid(session, all_uids(session)),
    "claim_page": lambda session: catalogue.claim_page(session, all_uids(session)[1]),
    "term_list": catalogue.term_list,
    "term_detail": lambda session: catalogue.term_detail(session, "science-and-technology-diplomacy"),
    "term_claims_of": lambda session: catalogue.term_claims_of(session, "science-and-technology-diplomacy", REVIEW),
    "terms_in_claim": lambda session: catalogue.terms_in_claim(session, all_uids(session)[0]),
    "terms_in_paper": lambda session: catalogue.terms_in_paper(session, REVIEW),
    "look_up_references": lambda session: catalogue.look_up_references(session, "王 2017", limit=50),
    "code_agreement": lambda session: catalogue.code_agreement(session, "country", "JP"),
    "rows_to_index": lambda session: list(catalogue.rows_to_index(session)),
    "author_names": catalogue.author_names,
    "last_change": catalogue.last_change,
    "changes_by_slug": catalogue.changes_by_slug,
    "trust": catalogue.trust,
    "told": lambda session: catalogue.told(session, all_uids(session)),
    "told_in_paper": lambda session: catalogue.told_in_paper(session, REVIEW),
    "sharing": lambda session: catalogue.sharing(session, all_uids(session)),
    "mistakes_in_claim": lambda session: catalogue.mistakes_in_claim(session, all_uids(session)[0]),
}


def any_work(session: Session) -> str:
    """The identifier of the first work."""
    return catalogue.list_works(session, WorkFilter()).works[0].uid


def all_uids(session: Session) -> list[str]:
    return [row.uid for row in catalogue.rows_to_index(session)]


@contextmanager
def listening(engine: Engine) -> Iterator[list[Any]]:
    """Collects the statements that are executed meanwhile."""
    heard: list[Any] = []

    def hear(_connection: Any, element: Any, *_: Any) -> None:
        heard.append(element)

    event.listen(engine, "before_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_execute", hear)


def statements(sessions: sessionmaker[Session], read: Callable[[Session], Any]) -> list[Any]:
    with sessions() as session:
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        with listening(engine) as heard:
            read(session)
    return heard


def test_every_public_read_is_looked_at() -> None:
    assert set(READS) == set(catalogue.__all__)


@pytest.mark.parametrize("name", sorted(READS))
def test_postgresql_takes_the_statements(sessions: sessionmaker[Session], name: str) -> None:
    heard = [element for element in statements(sessions, READS[name]) if isinstance(element, ClauseElement)]
    assert heard
    for element in heard:
        sql = str(element.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
        assert "SELECT" in sql
        assert "DISTINCT paper.authors" not in sql


@pytest.mark.parametrize("name", sorted(READS.keys() - WALKS))
def test_more_papers_need_no_more_statements(
    sessions: sessionmaker[Session], many: sessionmaker[Session], name: str
) -> None:
    assert len(statements(many, READS[name])) == len(statements(sessions, READS[name]))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sessionmaker[Session]]:
    """The sample and thirty more papers that cite each other."""
    with open_database(Path(tmp_path_factory.mktemp("many"))) as made:
        with transaction(made) as session:
            fill(session)
            for number in range(30):
                make_paper(
                    session,
                    f"more-{number:02}",
                    [
                        make_claim(f"中国第{number}次签署协定。", countries="CN", instruments="agreement", cites="1 2"),
                        make_claim(
                            f"日本第{number}次发布战略。", section="1.1", countries="JP", instruments="strategy"
                        ),
                    ],
                    references=[
                        make_reference("1", title="科技外交与中美关系的未来发展", authors=("王明国",), year=2017),
                        make_reference("2", authors=("王某",), year=2017),
                    ],
                )
            link_references(session)
        yield made
