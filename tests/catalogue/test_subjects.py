"""Country pages, instrument pages, the matrix and the overview: every number against a count of its own."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.catalogue import (
    country_detail,
    country_list,
    instrument_detail,
    instrument_list,
    matrix,
    named_instrument_list,
    overview,
    papers_on_country,
)
from app.catalogue.views import CodeCount, EventCount, Overview, YearCount
from tests.sample import FUTURE, REVIEW, UNTITLED


def count(session: Session, sql: str, **values: str) -> int:
    return session.execute(text(sql), values).scalar_one()


def test_countries_stand_by_number_of_claims(session: Session) -> None:
    assert country_list(session) == (CodeCount("CN", 4, 2), CodeCount("US", 3, 2), CodeCount("JP", 2, 2))


def test_instruments_stand_by_number_of_claims(session: Session) -> None:
    assert instrument_list(session) == (
        CodeCount("agreement", 2, 1),
        CodeCount("mechanism", 2, 1),
        CodeCount("control", 1, 1),
        CodeCount("strategy", 1, 1),
    )
    assert named_instrument_list(session) == (CodeCount("cn-jp-environment-1994", 1, 1),)


@pytest.mark.parametrize("code", ["CN", "US", "JP"])
def test_a_countrys_numbers_are_those_of_direct_counts(session: Session, code: str) -> None:
    detail = country_detail(session, code)
    having = "SELECT claim_id FROM claim_country WHERE code = :code"
    assert detail.claims == count(session, f"SELECT count(*) FROM ({having}) AS found", code=code)  # noqa: S608
    assert detail.papers == count(
        session,
        f"SELECT count(DISTINCT paper_id) FROM claim WHERE id IN ({having})",  # noqa: S608
        code=code,
    )
    for counted, table in (
        (detail.countries, "claim_country"),
        (detail.instruments, "claim_instrument"),
        (detail.named_instruments, "claim_named_instrument"),
    ):
        for other in counted:
            sql = f"SELECT count(*) FROM {table} WHERE code = :other AND claim_id IN ({having})"  # noqa: S608
            assert other.claims == count(session, sql, code=code, other=other.code)
    assert sum(source.claims for source in detail.sources) == detail.claims
    assert sum(year.claims for year in detail.years) == detail.claims
    assert sum(kind.claims for kind in detail.types) == detail.claims


def test_a_countrys_claims_are_grouped_by_instrument_with_those_without_last(session: Session) -> None:
    detail = country_detail(session, "CN")
    assert [(group.code, group.total, len(group.claims)) for group in detail.groups] == [
        ("agreement", 1, 1),
        ("control", 1, 1),
        ("mechanism", 1, 1),
        (None, 1, 1),
    ]
    assert all("CN" in claim.countries for group in detail.groups for claim in group.claims)


def test_a_claim_with_two_instruments_stands_in_both_groups(session: Session) -> None:
    groups = {group.code: group for group in country_detail(session, "US").groups}
    shared = {claim.uid for claim in groups["agreement"].claims} & {claim.uid for claim in groups["mechanism"].claims}
    assert len(shared) == 1
    assert groups["mechanism"].total == 2


def test_a_group_can_be_cut_short_and_keeps_its_total(session: Session) -> None:
    groups = {group.code: group for group in country_detail(session, "US", per_group=1).groups}
    assert (groups["mechanism"].total, len(groups["mechanism"].claims)) == (2, 1)


def test_a_group_of_which_nothing_is_given_is_still_counted(session: Session) -> None:
    groups = country_detail(session, "US", per_group=0).groups
    assert {group.code: group.total for group in groups} == {"mechanism": 2, "agreement": 1, "control": 1}
    assert all(group.claims == () for group in groups)


def test_a_country_page_names_companions_years_and_sources(session: Session) -> None:
    detail = country_detail(session, "JP")
    assert [one.code for one in detail.countries] == ["US"]
    assert detail.years == (YearCount(2020, 1, 1), YearCount(None, 1, 1))
    assert [(source.paper.slug, source.claims) for source in detail.sources] == [(UNTITLED, 1), (REVIEW, 1)]


def test_a_country_without_claims_is_empty_and_no_error(session: Session) -> None:
    detail = country_detail(session, "FR")
    assert (detail.claims, detail.papers, detail.groups, detail.years) == (0, 0, (), ())


def test_an_instruments_claims_are_grouped_by_country(session: Session) -> None:
    detail = instrument_detail(session, "agreement")
    assert (detail.claims, detail.papers) == (2, 1)
    assert [(group.code, group.total) for group in detail.groups] == [("CN", 1), ("JP", 1), ("US", 1)]
    assert [one.code for one in detail.instruments] == ["mechanism"]
    assert [one.code for one in detail.countries] == ["CN", "JP", "US"]
    assert [one.code for one in detail.named_instruments] == ["cn-jp-environment-1994"]


def test_an_instrument_without_claims_is_empty(session: Session) -> None:
    assert instrument_detail(session, "aid").claims == 0


def test_every_cell_of_the_matrix_is_a_direct_count(session: Session) -> None:
    found = matrix(session)
    assert found.countries == ("CN", "US", "JP")
    for country in found.countries:
        for instrument in found.instruments:
            sql = (
                "SELECT count(*) FROM claim WHERE id IN (SELECT claim_id FROM claim_country WHERE code = :country)"
                " AND id IN (SELECT claim_id FROM claim_instrument WHERE code = :instrument)"
            )
            assert found.cell(country, instrument) == count(session, sql, country=country, instrument=instrument)


def test_the_matrixs_totals_count_claims_and_not_cells(session: Session) -> None:
    found = matrix(session)
    assert found.country_totals == {"CN": 4, "US": 3, "JP": 2}
    assert found.instrument_totals == {"agreement": 2, "mechanism": 2, "control": 1, "strategy": 1}
    assert found.total == 7
    assert found.cell("FR", "agreement") == 0


def test_the_overview_counts_everything_once(session: Session) -> None:
    assert overview(session) == Overview(
        papers=3,
        sections=6,
        claims=7,
        references=1,
        notes=1,
        citations=3,
        figures=1,
        countries=3,
        instruments=4,
        named_instruments=1,
    )


def test_an_empty_database_answers_zeros(empty: Session) -> None:
    assert overview(empty) == Overview(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert (matrix(empty).countries, matrix(empty).total) == ((), 0)
    assert country_list(empty) == ()


def test_the_papers_of_the_sample_are_those_that_the_counts_assume(session: Session) -> None:
    slugs = session.execute(text("SELECT slug FROM paper ORDER BY slug")).scalars().all()
    assert slugs == [UNTITLED, REVIEW, FUTURE]


def test_a_page_lists_its_own_named_instruments_and_not_others_named_beside_them(session: Session) -> None:
    assert [named.code for named in country_detail(session, "JP").named_instruments] == ["cn-jp-environment-1994"]
    own = country_detail(session, "JP", named={"cn-jp-environment-1994"})
    assert [named.code for named in own.named_instruments] == ["cn-jp-environment-1994"]
    assert country_detail(session, "JP", named=()).named_instruments == ()
    assert instrument_detail(session, "agreement", named=()).named_instruments == ()


@pytest.mark.parametrize("code", ["CN", "US", "JP"])
def test_every_cell_by_type_is_a_direct_count(session: Session, code: str) -> None:
    detail = country_detail(session, code)
    sql = (
        "SELECT count(*) FROM claim WHERE type = :type"
        " AND id IN (SELECT claim_id FROM claim_country WHERE code = :country)"
        " AND id IN (SELECT claim_id FROM claim_instrument WHERE code = :instrument)"
    )
    for (instrument, kind), claims in detail.cells.items():
        assert claims == count(session, sql, country=code, instrument=instrument, type=kind)
    for one in detail.instruments:
        assert one.claims == sum(n for (instrument, _kind), n in detail.cells.items() if instrument == one.code)


def test_events_are_the_years_told_of_and_years_those_of_publication(session: Session) -> None:
    detail = country_detail(session, "JP")
    assert detail.events == (EventCount(2008, 1), EventCount(None, 1))
    assert instrument_detail(session, "strategy").events == (EventCount(2008, 1),)
    assert instrument_detail(session, "strategy").years == (YearCount(None, 1, 1),)


def test_papers_tell_of_a_country_where_they_do_and_what_is_most_its_own(session: Session) -> None:
    first, second = papers_on_country(session, "CN", per_paper=1)
    assert [(one.paper.slug, one.total) for one in (first, second)] == [(REVIEW, 2), (FUTURE, 2)]
    assert [(item.section.id, item.claims) for item in first.sections] == [("1", 1), ("1.1", 1)]
    assert [claim.countries for claim in (*first.claims, *second.claims)] == [("CN",), ("CN",)]
    assert [len(one.claims) for one in papers_on_country(session, "CN", per_paper=5)] == [2, 2]


@pytest.mark.parametrize("code", ["CN", "US", "JP", "FR"])
def test_what_papers_tell_adds_up(session: Session, code: str) -> None:
    detail, told = country_detail(session, code), papers_on_country(session, code)
    assert [(one.paper, one.total) for one in told] == [(one.paper, one.claims) for one in detail.sources]
    assert all(sum(item.claims for item in one.sections) == one.total for one in told)
    assert sum(one.total for one in told) == detail.claims


@pytest.mark.parametrize(
    ("papers", "years", "sql"),
    [
        ([REVIEW], None, "slug = '002-review'"),
        ((), (2017, 2019), "year between 2017 and 2019"),
        ([REVIEW], (2017, 2017), "slug = '002-review' and year = 2017"),
        ((), (2000, 2030), "year between 2000 and 2030"),
    ],
)
def test_a_narrowed_matrix_is_a_direct_count(
    session: Session, papers: list[str], years: tuple[int, int] | None, sql: str
) -> None:
    found = matrix(session, papers, years)
    chosen = f"SELECT claim.id FROM claim JOIN paper ON paper.id = paper_id WHERE {sql}"  # noqa: S608
    assert found.total == count(session, f"SELECT count(*) FROM ({chosen}) AS found")  # noqa: S608
    for country in ("CN", "US", "JP"):
        having = f"SELECT count(*) FROM claim_country WHERE code = :country AND claim_id IN ({chosen})"  # noqa: S608
        assert found.country_totals.get(country, 0) == count(session, having, country=country)
        for instrument in ("agreement", "mechanism", "control", "strategy"):
            both = f"{having} AND claim_id IN (SELECT claim_id FROM claim_instrument WHERE code = :instrument)"  # noqa: S608
            assert found.cell(country, instrument) == count(session, both, country=country, instrument=instrument)


def test_gaps_are_the_pairs_without_claims(session: Session) -> None:
    found = matrix(session)
    assert found.gaps(["agreement", "aid"]) == 3
    assert found.gaps(found.instruments) == 12 - len(found.cells)
    assert found.gaps([]) == 0
