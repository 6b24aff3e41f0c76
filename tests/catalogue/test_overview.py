"""The whole at a glance: each number is that of the rows, each cell that of the claims with both codes."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.catalogue import matrix, overview
from app.catalogue.claim_views import load_claims, select_claims


def count(session: Session, what: str) -> int:
    return int(session.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())  # noqa: S608


def test_every_number_is_that_of_the_rows(session: Session) -> None:
    found = overview(session)
    assert found.papers == count(session, "paper") == 3
    assert found.sections == count(session, "section WHERE level > 0")
    assert found.claims == count(session, "claim")
    assert found.references == count(session, "reference WHERE kind = 'reference'") == 1
    assert found.notes == count(session, "reference WHERE kind = 'note'") == 1
    assert found.citations == count(session, "citation")
    assert found.figures == count(session, "figure") == 1
    assert found.countries == count(session, "(SELECT DISTINCT code FROM claim_country) AS codes")
    assert found.instruments == count(session, "(SELECT DISTINCT code FROM claim_instrument) AS codes")


def test_every_cell_counts_the_claims_with_both_codes(session: Session) -> None:
    claims = load_claims(session, select_claims())
    found = matrix(session)
    for country in found.countries:
        for instrument in found.instruments:
            both = [c for c in claims if country in c.countries and instrument in c.instruments]
            assert found.cells.get((country, instrument), 0) == len(both)
    assert found.total == len(claims)


def test_totals_count_claims_once_and_stand_in_the_order_of_the_lines(session: Session) -> None:
    claims = load_claims(session, select_claims())
    found = matrix(session)
    assert found.country_totals == {code: sum(code in c.countries for c in claims) for code in found.countries}
    assert found.instrument_totals == {code: sum(code in c.instruments for c in claims) for code in found.instruments}
    assert list(found.country_totals.values()) == sorted(found.country_totals.values(), reverse=True)


def test_nothing_in_an_empty_database(empty: Session) -> None:
    found = overview(empty)
    assert {getattr(found, name) for name in found.__dataclass_fields__} == {0}
    assert (matrix(empty).countries, matrix(empty).cells, matrix(empty).total) == ((), {}, 0)
