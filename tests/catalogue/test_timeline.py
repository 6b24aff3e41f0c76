"""The years of the whole corpus: they add up to all claims, and each stretch gives as many claims as it counts."""

from sqlalchemy.orm import Session

from app.catalogue import corpus_events, events_between
from app.ingest.records import Period
from tests.factories import make_claim, make_paper


def fill_years(session: Session) -> None:
    make_paper(
        session,
        "p",
        [
            make_claim("一九七九年签署。", countries="CN US", instruments="agreement", periods=[Period(1979, 1979)]),
            make_claim("一九七八年发布。", countries="CN", instruments="strategy", periods=[Period(1978, 1978)]),
            make_claim("二零零八年发布。", countries="JP", instruments="strategy", periods=[Period(2008, 2012)]),
            make_claim("没有年份。", countries="JP"),
        ],
    )


def test_the_years_add_up_to_all_claims(empty: Session) -> None:
    fill_years(empty)
    assert [(event.year, event.claims) for event in corpus_events(empty)] == [
        (1978, 1),
        (1979, 1),
        (2008, 1),
        (None, 1),
    ]


def test_a_country_and_an_instrument_narrow_them(empty: Session) -> None:
    fill_years(empty)
    assert [event.year for event in corpus_events(empty, "CN")] == [1978, 1979]
    assert [event.year for event in corpus_events(empty, instrument="strategy")] == [1978, 2008]
    assert [event.year for event in corpus_events(empty, "CN", "strategy")] == [1978]
    assert corpus_events(empty, "FR") == ()


def test_a_stretch_gives_its_claims_by_year(empty: Session) -> None:
    fill_years(empty)
    found = events_between(empty, 1970, 1979)
    assert (found.total, [year for year, _ in found.years]) == (2, [1978, 1979])
    assert events_between(empty, 1979, 1979, country="JP").total == 0
    assert events_between(empty, 1979, 2008, instrument="strategy").total == 1
    second = events_between(empty, 0, 9999, limit=1, offset=1)
    assert (second.total, [year for year, _ in second.years]) == (3, [1979])


def test_claims_named_by_uid_narrow_them(empty: Session) -> None:
    fill_years(empty)
    uids = [claim.uid for _year, claims in events_between(empty, 1978, 1979).years for claim in claims]
    assert [(event.year, event.claims) for event in corpus_events(empty, uids=uids[:1])] == [(1978, 1)]
    assert [event.year for event in corpus_events(empty, uids=uids)] == [1978, 1979]
    assert events_between(empty, 1979, 2020, uids=uids).total == 1
    assert corpus_events(empty, uids=[]) == ()
    assert corpus_events(empty, "JP", uids=uids) == ()


def test_as_many_as_a_search_may_find_can_be_named(empty: Session) -> None:
    fill_years(empty)
    found = [claim.uid for _year, claims in events_between(empty, 2008, 2008).years for claim in claims]
    many = [*(f"{number:012x}" for number in range(10_000)), *found]
    assert [event.year for event in corpus_events(empty, uids=many)] == [2008]


def test_a_corpus_without_papers_has_no_years(empty: Session) -> None:
    assert corpus_events(empty) == ()
    assert events_between(empty, 0, 9999).total == 0
