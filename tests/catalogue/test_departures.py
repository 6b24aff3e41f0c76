from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app import catalogue
from app.models import GoneClaim, GonePaper
from tests.factories import make_claim, make_paper, open_database

WHEN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_database(tmp_path) as sessions, sessions() as opened:
        make_paper(opened, "here", [make_claim("现在的一句话。")])
        yield opened


@pytest.fixture
def living(session: Session) -> str:
    """The uid of a claim that is here."""
    detail = catalogue.paper_detail(session, "here")
    assert detail is not None
    return next(p.claims[0].uid for section in detail.sections for p in section.paragraphs)


def go(session: Session, uid: str, to: str | None, corrected: bool = True, paper: str = "here") -> None:
    row = GoneClaim(uid=uid, paper_slug=paper, text=f"{uid}的原文", gone_at=WHEN, replaced_by=to, corrected=corrected)
    session.add(row)
    session.flush()


def test_what_never_was_is_unknown(session: Session) -> None:
    assert catalogue.departed_claim(session, "never") is None
    assert catalogue.departed_paper(session, "never") is None


def test_a_claim_that_is_gone_tells_what_it_said_and_what_stands_for_it(session: Session, living: str) -> None:
    go(session, "old", living)
    found = catalogue.departed_claim(session, "old")
    assert found is not None
    assert (found.text, found.paper, found.paper_here, found.gone_at) == ("old的原文", "here", True, WHEN)
    assert (found.successor, found.corrected) == (living, True)


def test_corrections_are_followed_to_the_claim_that_is_here(session: Session, living: str) -> None:
    go(session, "first", "second")
    go(session, "second", "third")
    go(session, "third", living)
    found = catalogue.departed_claim(session, "first")
    assert found is not None
    assert (found.text, found.successor, found.corrected) == ("first的原文", living, True)


def test_one_step_that_was_more_than_a_correction_makes_the_whole_way_more(session: Session, living: str) -> None:
    go(session, "first", "second")
    go(session, "second", living, corrected=False)
    found = catalogue.departed_claim(session, "first")
    assert found is not None
    assert (found.successor, found.corrected) == (living, False)


@pytest.mark.parametrize("way", [{"first": None}, {"first": "lost"}, {"first": "second", "second": None}])
def test_a_way_that_ends_in_nothing_has_no_successor(session: Session, way: dict[str, str | None]) -> None:
    for uid, to in way.items():
        go(session, uid, to)
    found = catalogue.departed_claim(session, "first")
    assert found is not None
    assert (found.successor, found.corrected) == (None, False)


def test_a_circle_ends(session: Session) -> None:
    go(session, "first", "second")
    go(session, "second", "first")
    found = catalogue.departed_claim(session, "first")
    assert found is not None
    assert found.successor is None


def test_a_claim_whose_paper_is_gone_says_so(session: Session) -> None:
    go(session, "old", None, paper="away")
    found = catalogue.departed_claim(session, "old")
    assert found is not None
    assert not found.paper_here


def test_a_paper_that_was_taken_out_has_its_title_and_day(session: Session) -> None:
    session.add(GonePaper(slug="away", title="旧文", gone_at=WHEN))
    session.flush()
    found = catalogue.departed_paper(session, "away")
    assert found is not None
    assert (found.slug, found.title, found.gone_at) == ("away", "旧文", WHEN)
