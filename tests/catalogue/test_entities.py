"""Entities in claims: counts that equal a direct count, claims in the order of the years they tell of, their pages."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.catalogue import (
    country_detail,
    entities_in_claim,
    entities_in_paper,
    entity_claims,
    entity_detail,
    entity_list,
    rows_to_index,
)
from app.ingest.records import Period
from tests.factories import make_claim, make_paper, vocabulary
from tests.sample import REVIEW

SIN, SWISSNEX, UNKNOWN = "gb-sin", "ch-swissnex", "立陶宛创新署"


def years(*starts: int) -> list[Period]:
    return [Period(start, start, text=f"{start}年") for start in starts]


def fill_entities(session: Session) -> None:
    """Two papers; the later one tells of earlier years, and names one entity twice in a claim."""
    make_paper(
        session,
        "a-late",
        [
            make_claim("网络成立于二零零一年。", entities=f"{SIN} {SWISSNEX}", periods=years(2001)),
            make_claim("网络又有网络。", entities=f"{SIN} {SIN}"),
            make_claim("网络扩大。", entities=SIN, periods=years(2015, 2003)),
        ],
        year=2021,
    )
    make_paper(
        session,
        "b-early",
        [
            make_claim("网络在二零零一年。", entities=f"{SIN} {UNKNOWN}", periods=years(2001), countries="JP"),
            make_claim("与此无关。"),
        ],
        year=2008,
    )


def test_counts_equal_those_of_the_table(empty: Session) -> None:
    fill_entities(empty)
    for count in entity_list(empty):
        rows = empty.execute(
            text("select count(distinct claim_id) from claim_entity where code = :code"), {"code": count.code}
        )
        detail = entity_detail(empty, count.code)
        assert detail is not None
        assert count.claims == rows.scalar_one() == detail.count.claims == entity_claims(empty, count.code).total
        assert sum(event.claims for event in detail.events) == count.claims
        assert sum(source.claims for source in detail.sources) == count.claims


def test_the_most_frequent_comes_first_and_a_claim_counts_once(empty: Session) -> None:
    fill_entities(empty)
    assert [(one.code, one.claims, one.papers) for one in entity_list(empty)] == [
        (SIN, 4, 2),
        (SWISSNEX, 1, 1),
        (UNKNOWN, 1, 1),
    ]
    assert [one.code for one in entity_list(empty, [SWISSNEX, "no-such"])] == [SWISSNEX]


def test_claims_stand_by_the_first_year_they_tell_of_then_by_publication(empty: Session) -> None:
    fill_entities(empty)
    found = entity_claims(empty, SIN)
    assert [(year, [(one.paper.slug, one.position) for one in claims]) for year, claims in found.years] == [
        (2001, [("b-early", 0), ("a-late", 0)]),
        (2003, [("a-late", 2)]),
        (None, [("a-late", 1)]),
    ]
    detail = entity_detail(empty, SIN)
    assert detail is not None
    assert [(event.year, event.claims) for event in detail.events] == [(2001, 2), (2003, 1), (None, 1)]


def test_a_named_year_comes_before_an_era_and_a_century_is_none(empty: Session) -> None:
    old, century = Period(1978, None, "era", "改革开放以来"), Period(2001, 2100, "century", "21世纪")
    claims = [
        make_claim("一。", entities=SIN, periods=[old, *years(2013)]),
        make_claim("二。", entities=SIN, periods=[century]),
        make_claim("三。", entities=SIN, periods=[old, century]),
    ]
    make_paper(empty, "eras", claims)
    assert [year for year, _ in entity_claims(empty, SIN).years] == [1978, 2013, None]


def test_claims_come_in_pages_of_one_paper_and_with_another_entity(empty: Session) -> None:
    fill_entities(empty)
    first, rest = entity_claims(empty, SIN, limit=3), entity_claims(empty, SIN, limit=3, offset=3)
    uids = [claim.uid for page in (first, rest) for _, claims in page.years for claim in claims]
    assert len(uids) == len(set(uids)) == first.total == rest.total == 4
    assert entity_claims(empty, SIN, paper="b-early").total == 1
    assert entity_claims(empty, SIN, together=SWISSNEX).total == 1
    assert entity_claims(empty, SIN, paper="b-early", together=SWISSNEX).total == 0


def test_who_is_named_together_is_counted_in_the_same_claims(empty: Session) -> None:
    fill_entities(empty)
    detail = entity_detail(empty, SIN)
    assert detail is not None
    assert [(one.code, one.claims) for one in detail.together] == [(SWISSNEX, 1), (UNKNOWN, 1)]
    for other in detail.together:
        assert entity_claims(empty, SIN, together=other.code).total == other.claims


def test_an_entity_that_no_claim_names_is_none(session: Session) -> None:
    assert entity_detail(session, "no-such-entity") is None
    assert entity_claims(session, "no-such-entity").total == 0


def test_places_hold_what_is_printed(empty: Session) -> None:
    fill_entities(empty)
    for row in rows_to_index(empty):
        for place in entities_in_claim(empty, row.uid):
            assert row.text[place.start : place.end] == place.name
    assert entities_in_claim(empty, "no-such-claim") == ()


def test_a_paper_counts_its_own_claims(empty: Session) -> None:
    fill_entities(empty)
    assert [(one.code, one.claims) for one in entities_in_paper(empty, "a-late")] == [(SIN, 3), (SWISSNEX, 1)]
    assert entities_in_paper(empty, "no-such-paper") == ()


def test_a_countrys_named_instruments_are_counted_as_their_pages_list_them(empty: Session) -> None:
    fill_entities(empty)
    own = vocabulary().named_instruments_of("GB")
    (count,) = country_detail(empty, "GB", named=own).named_instruments
    assert (count.code, count.claims) == (SIN, entity_claims(empty, SIN).total)


def test_the_sample_names_one(session: Session) -> None:
    assert [one.code for one in entities_in_paper(session, REVIEW)] == ["cn-jp-environment-1994"]
