"""Terms in claims: counts that equal a direct count, groups by paper and year, places that hold the names."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.catalogue import (
    claims_by_uid,
    rows_to_index,
    term_claims_of,
    term_detail,
    term_list,
    terms_in_claim,
    terms_in_paper,
)
from app.text.normalise import fold_text
from tests.factories import make_claim, make_paper, vocabulary
from tests.sample import REVIEW

DIPLOMACY = "science-and-technology-diplomacy"


def fill_terms(session: Session) -> None:
    """Three papers that use one term; the first has no year."""
    make_paper(session, "a-unknown", [make_claim("科技外交有新局面。")], year=None)
    make_paper(
        session,
        "b-late",
        [
            make_claim("科技外交是一种外交。", type="definition"),
            *(make_claim(f"第{number}次科技外交与科技外交官。") for number in range(6)),
            make_claim("与此无关。"),
        ],
        year=2021,
    )
    make_paper(session, "c-early", [make_claim("科技外交官不少。"), make_claim("科技外交活动。")], year=2008)


def test_counts_equal_those_of_the_table(session: Session) -> None:
    for count in term_list(session):
        rows = session.execute(text("select count(*) from claim_term where code = :code"), {"code": count.code})
        assert count.claims == rows.scalar_one() == term_detail(session, count.code).claims
        assert count.code in vocabulary().glossary


def test_claims_stand_by_paper_with_the_earliest_year_first(empty: Session) -> None:
    fill_terms(empty)
    found = term_detail(empty, DIPLOMACY, per_group=3)
    assert (found.claims, found.papers) == (9, 3)
    assert [(group.paper.slug, group.paper.year, group.total, len(group.claims)) for group in found.groups] == [
        ("c-early", 2008, 1, 1),
        ("b-late", 2021, 7, 3),
        ("a-unknown", None, 1, 1),
    ]
    assert [claim.position for claim in found.groups[1].claims] == [0, 1, 2]
    assert [(count.year, count.claims) for count in found.years] == [(2008, 1), (2021, 7), (None, 1)]


def test_groups_without_claims_still_tell_their_totals(empty: Session) -> None:
    fill_terms(empty)
    assert [(group.total, group.claims) for group in term_detail(empty, DIPLOMACY, per_group=0).groups] == [
        (1, ()),
        (7, ()),
        (1, ()),
    ]


def test_definitions_are_the_claims_that_define(empty: Session) -> None:
    fill_terms(empty)
    assert [claim.text for claim in term_detail(empty, DIPLOMACY).definitions] == ["科技外交是一种外交。"]
    assert term_detail(empty, "diplomacy").definitions == ()


def test_a_longer_term_does_not_count_for_the_shorter(empty: Session) -> None:
    fill_terms(empty)
    assert "科技外交官不少。" not in [c.text for g in term_detail(empty, DIPLOMACY).groups for c in g.claims]


def test_the_claims_of_one_paper_come_in_pages(empty: Session) -> None:
    fill_terms(empty)
    first = term_claims_of(empty, DIPLOMACY, "b-late", limit=4)
    rest = term_claims_of(empty, DIPLOMACY, "b-late", limit=4, offset=4)
    assert (first.total, len(first.claims), len(rest.claims)) == (7, 4, 3)
    assert [claim.position for claim in (*first.claims, *rest.claims)] == list(range(7))
    assert term_claims_of(empty, DIPLOMACY, "no-such-paper").total == 0


def test_a_term_that_no_claim_names_is_empty(session: Session) -> None:
    found = term_detail(session, "no-such-term")
    assert (found.claims, found.papers, found.definitions, found.years, found.groups) == (0, 0, (), (), ())


def test_places_hold_names_of_the_term_in_order(session: Session) -> None:
    glossary = vocabulary().glossary
    uids = [row.uid for row in rows_to_index(session)]
    for uid, view in claims_by_uid(session, uids).items():
        places = terms_in_claim(session, uid)
        assert list(places) == sorted(places, key=lambda place: place.start)
        for place in places:
            term = glossary.get(place.code)
            assert term is not None
            assert fold_text(view.text[place.start : place.end]) in {fold_text(name) for name in term.names()}


def test_places_of_a_paper_are_those_of_its_claims(session: Session) -> None:
    places = terms_in_paper(session, REVIEW)
    assert places
    assert {uid: terms_in_claim(session, uid) for uid in places} == dict(places)
    assert terms_in_paper(session, "no-such-paper") == {}
    assert terms_in_claim(session, "no-such-claim") == ()
