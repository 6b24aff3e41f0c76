"""Claims by the years they tell of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue import country_events
from app.catalogue.events import claims_by_year, count_events
from app.catalogue.views import EventCount
from app.ingest.records import Period
from app.models import Claim
from tests.factories import make_claim, make_paper, open_database

ALL = select(Claim.id)
YEAR, DECADE, ERA, CENTURY, RECENT = (
    Period(1979, 1979, "year", "1979年"),
    Period(1990, 1999, "decade", "20世纪90年代"),
    Period(1949, None, "era", "建国以来"),
    Period(2001, 2100, "century", "21世纪"),
    Period(2016, 2021, "recent", "近年来"),
)


@pytest.fixture
def events(tmp_path: Path) -> Iterator[Session]:
    """One claim for each way of telling a time; the paper of 2020 stands before that of 2010 by its slug."""
    with open_database(tmp_path) as made, made() as session:
        make_paper(
            session,
            "a",
            [
                make_claim("一九七九年。", periods=[YEAR], countries="CN"),
                make_claim("九十年代与一九七九年。", periods=[DECADE, YEAR], countries="CN"),
                make_claim("建国以来。", periods=[ERA], countries="CN"),
                make_claim("建国以来至九十年代。", periods=[ERA, DECADE], countries="JP"),
                make_claim("二十一世纪近年来。", periods=[CENTURY, RECENT], countries="CN"),
                make_claim("没有时间。", countries="CN"),
            ],
            year=2020,
        )
        make_paper(session, "b", [make_claim("又是一九七九年。", periods=[YEAR], countries="CN")], year=2010)
        yield session


def test_each_claim_counts_once_in_the_first_year_it_tells_of(events: Session) -> None:
    assert count_events(events, ALL) == (
        EventCount(1949, 1),
        EventCount(1979, 3),
        EventCount(1990, 1),
        EventCount(None, 2),
    )


def test_counts_add_up_to_the_scope(events: Session) -> None:
    for slug in ("a", "b"):
        scope = select(Claim.id).join(Claim.paper).where(Claim.paper.has(slug=slug))
        assert (
            sum(count.claims for count in count_events(events, scope))
            == events.query(Claim).filter(Claim.paper.has(slug=slug)).count()
        )


def test_claims_stand_by_year_then_by_publication(events: Session) -> None:
    found = claims_by_year(events, ALL, limit=None)
    assert found.total == found.shown == 7
    assert [year for year, _claims in found.years] == [1949, 1979, 1990, None]
    assert [claim.text for claim in found.years[1][1]] == ["又是一九七九年。", "一九七九年。", "九十年代与一九七九年。"]


def test_dated_leaves_out_what_has_no_year(events: Session) -> None:
    found = claims_by_year(events, ALL, dated=True, limit=None)
    assert (found.total, [year for year, _claims in found.years]) == (5, [1949, 1979, 1990])


def test_pages_join_without_gap_or_overlap(events: Session) -> None:
    pages = [claims_by_year(events, ALL, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [page.shown for page in pages] == [3, 3, 1]
    assert {page.total for page in pages} == {7}
    uids = [claim.uid for page in pages for _year, claims in page.years for claim in claims]
    assert len(set(uids)) == 7


def test_what_happened_to_a_country_is_dated_and_its_own(events: Session) -> None:
    assert country_events(events, "CN").total == 4
    assert country_events(events, "CN", limit=2).shown == 2
    assert [year for year, _claims in country_events(events, "JP").years] == [1990]
    assert country_events(events, "FR").years == ()


def test_an_empty_database_has_no_events(empty: Session) -> None:
    assert count_events(empty, ALL) == ()
    assert claims_by_year(empty, ALL).total == 0
