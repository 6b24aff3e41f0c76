"""Counts of a scope of claims, held against the claims themselves."""

from collections import Counter

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims, select_claims
from app.catalogue.counts import (
    Scope,
    count_claims,
    count_codes,
    count_named,
    count_papers,
    count_types,
    count_years,
    group_claims,
    with_code,
)
from app.catalogue.views import ClaimView, CodeCount
from app.models import Claim, ClaimCountry, ClaimInstrument, ClaimLabel, ClaimNamedInstrument
from tests.factories import make_claim, make_paper
from tests.sample import FUTURE, REVIEW, UNTITLED

TREATY = "cn-jp-environment-1994"
SCOPES: dict[str, Scope] = {
    "all": select(Claim.id),
    "China": with_code(ClaimCountry, "CN"),
    "agreements": with_code(ClaimInstrument, "agreement"),
    "nothing": with_code(ClaimCountry, "BR"),
    "viewpoints": select(Claim.id).where(Claim.type == "viewpoint"),
}


@pytest.fixture(params=SCOPES)
def scope(request: pytest.FixtureRequest) -> Scope:
    return SCOPES[request.param]


def views(session: Session, scope: Scope) -> tuple[ClaimView, ...]:
    return load_claims(session, select_claims().where(Claim.id.in_(scope)))


def codes_of(claim: ClaimView, label: type[ClaimLabel]) -> tuple[str, ...]:
    return {
        ClaimCountry: claim.countries,
        ClaimInstrument: claim.instruments,
        ClaimNamedInstrument: claim.named_instruments,
    }[label]


def test_claims_and_papers(session: Session, scope: Scope) -> None:
    claims = views(session, scope)
    assert count_claims(session, scope) == (len(claims), len({claim.paper.slug for claim in claims}))


@pytest.mark.parametrize("label", [ClaimCountry, ClaimInstrument, ClaimNamedInstrument])
def test_codes_most_frequent_first(session: Session, scope: Scope, label: type[ClaimLabel]) -> None:
    claims = views(session, scope)
    counted = Counter(code for claim in claims for code in codes_of(claim, label))
    papers = {code: len({c.paper.slug for c in claims if code in codes_of(c, label)}) for code in counted}
    expected = [CodeCount(code, n, papers[code]) for code, n in sorted(counted.items(), key=lambda x: (-x[1], x[0]))]
    assert list(count_codes(session, label, scope)) == expected


def test_without_a_scope_all_claims_are_counted(session: Session) -> None:
    for label in (ClaimCountry, ClaimInstrument, ClaimNamedInstrument):
        assert count_codes(session, label) == count_codes(session, label, SCOPES["all"])


def test_types_and_years(session: Session, scope: Scope) -> None:
    claims = views(session, scope)
    assert {one.code: one.claims for one in count_types(session, scope)} == Counter(claim.type for claim in claims)
    years = count_years(session, scope)
    assert {one.year: one.claims for one in years} == Counter(claim.paper.year for claim in claims)
    assert [one.year for one in years] == sorted(
        {c.paper.year for c in claims}, key=lambda year: (year is None, year or 0)
    )


def test_papers_by_number_of_claims(session: Session) -> None:
    found = [(one.paper.slug, one.claims) for one in count_papers(session, SCOPES["all"])]
    assert found == [(REVIEW, 4), (FUTURE, 2), (UNTITLED, 1)]
    assert sum(claims for _, claims in found) == count_claims(session, SCOPES["all"])[0]
    assert count_papers(session, SCOPES["nothing"]) == ()


def test_named_instruments_are_counted_over_all_claims(session: Session) -> None:
    assert [(one.code, one.claims, one.papers) for one in count_named(session, [TREATY, "another"])] == [(TREATY, 1, 1)]
    assert count_named(session, []) == ()


@pytest.mark.parametrize("per_group", [None, 0, 1, 2, 50])
def test_groups_hold_the_claims_of_each_code(session: Session, scope: Scope, per_group: int | None) -> None:
    claims = views(session, scope)
    groups = group_claims(session, ClaimInstrument, scope, per_group)
    expected = {
        code: [c.uid for c in claims if code in c.instruments] for claim in claims for code in claim.instruments
    }
    if loose := [claim.uid for claim in claims if not claim.instruments]:
        expected[None] = loose  # type: ignore[index]
    assert {group.code: group.total for group in groups} == {code: len(uids) for code, uids in expected.items()}
    for group in groups:
        assert [claim.uid for claim in group.claims] == expected[group.code][:per_group]  # type: ignore[index]


def test_the_largest_group_stands_first_and_claims_without_a_code_last(session: Session) -> None:
    groups = group_claims(session, ClaimInstrument, SCOPES["all"], 1)
    coded = [group for group in groups if group.code is not None]
    assert [group.total for group in coded] == sorted((group.total for group in coded), reverse=True)
    assert groups[-1].code is None


def test_an_empty_database_counts_nothing(empty: Session) -> None:
    assert count_claims(empty, SCOPES["all"]) == (0, 0)
    assert count_codes(empty, ClaimCountry) == count_types(empty, SCOPES["all"]) == ()
    assert count_years(empty, SCOPES["all"]) == group_claims(empty, ClaimCountry, SCOPES["all"], None) == ()


def test_equal_counts_stand_in_the_order_of_their_codes(empty: Session) -> None:
    make_paper(
        empty, "p", [make_claim(f"第{i}句。", countries=codes) for i, codes in enumerate(["US JP", "JP US", "FR"])]
    )
    assert [(one.code, one.claims) for one in count_codes(empty, ClaimCountry)] == [("JP", 2), ("US", 2), ("FR", 1)]
