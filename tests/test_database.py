from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError
from sqlalchemy.orm import Session, sessionmaker

from app.database import open_engine, transaction
from tests.factories import make_claim, make_paper, open_database


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    with open_database(tmp_path) as made:
        yield made


def count(sessions: sessionmaker[Session], table: str) -> int:
    with sessions() as session:
        return session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608


def test_a_transaction_commits_on_a_clean_exit(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        make_paper(session, "p", [make_claim()])
    assert count(sessions, "claim") == 1


def test_a_transaction_rolls_back_on_any_exception(sessions: sessionmaker[Session]) -> None:
    def stop_halfway() -> None:
        with transaction(sessions) as session:
            make_paper(session, "p", [make_claim()])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    assert count(sessions, "paper") == 0


def test_deleting_a_paper_deletes_all_that_is_in_it(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        make_paper(session, "p", [make_claim(countries="CN", instruments="aid", named_instruments="x", cites="1")])
        session.execute(text("DELETE FROM paper"))
    tables = (
        "section",
        "claim",
        "reference",
        "citation",
        "claim_country",
        "claim_instrument",
        "claim_named_instrument",
    )
    assert {table: count(sessions, table) for table in tables} == dict.fromkeys(tables, 0)


def test_a_sentence_that_asserts_nothing_is_refused(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        make_paper(session, "p", [make_claim()])
    with pytest.raises(IntegrityError, match="asserts_something"), transaction(sessions) as session:
        session.execute(text("UPDATE claim SET type = 'other'"))


def test_two_claims_never_share_a_uid(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        make_paper(session, "p", [make_claim("一。"), make_claim("二。")])
    with pytest.raises(IntegrityError, match="uid"), transaction(sessions) as session:
        session.execute(text("UPDATE claim SET uid = 'same'"))


@pytest.mark.parametrize(
    ("url", "error"), [("no url", ArgumentError), ("nosuch://x", NoSuchModuleError), ("", ArgumentError)]
)
def test_what_is_no_database_is_refused(url: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        open_engine(url)


def test_a_database_in_memory_needs_no_folder() -> None:
    engine = open_engine("sqlite://")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
