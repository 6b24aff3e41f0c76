"""What other tables say of claims, read by one statement: of the right kind, in the right order."""

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, sessionmaker

from app.catalogue import claim_parts
from app.catalogue.claim_parts import parts_of, records_of
from app.catalogue.claim_views import load_claims, select_claims
from app.catalogue.rows import paper_record
from app.catalogue.views import CitationMark, FigureView, PeriodView
from app.ingest.records import Figure, Period
from app.models import Claim, Paper
from tests.catalogue.test_statements import listening
from tests.factories import make_claim, make_paper, make_reference


@pytest.fixture
def keys(empty: Session) -> tuple[int, int]:
    """A claim with one of everything, whose values differ in kind, and one that has nothing."""
    make_paper(
        empty,
        "of-everything",
        [
            make_claim(
                "1995年日本投入约2.5亿元[1]。",
                countries="JP",
                instruments="strategy",
                named_instruments="cn-jp-environment-1994",
                cites="1",
                figures=[Figure(2.5, "亿元", None, None, approx=True), Figure(1995, "年", "年份", 1995)],
                periods=[Period(1995, None, "year", "1995年")],
            ),
            make_claim("其余从略。"),
        ],
        references=[make_reference("1", authors=("王某",))],
    )
    first, second = empty.scalars(select(Claim.id).order_by(Claim.position))
    return first, second


def test_each_part_is_of_its_kind(empty: Session, keys: tuple[int, int]) -> None:
    parts = parts_of(empty, keys)[keys[0]]
    assert (parts.countries, parts.instruments) == (["JP"], ["strategy"])
    assert parts.named_instruments == ["cn-jp-environment-1994"]
    assert parts.figures == [
        FigureView(2.5, "亿元", None, None, True, "", "rule"),
        FigureView(1995.0, "年", "年份", 1995, False, "", "rule"),
    ]
    kinds = [(type(one.value), type(one.approx), type(one.year)) for one in parts.figures]
    assert kinds == [(float, bool, type(None)), (float, bool, int)]
    assert parts.periods == [PeriodView(1995, None, "year", "1995年")]
    (mark,) = parts.citations
    assert mark == CitationMark("1", mark.at, "reference", "ref-1", None, None)
    assert type(mark.at) is int


def test_a_claim_without_any_has_empty_ones(empty: Session, keys: tuple[int, int]) -> None:
    parts = parts_of(empty, keys)
    assert list(parts) == [keys[0]]
    nothing = parts[keys[1]]
    assert [getattr(nothing, name) for name in nothing.__slots__] == [[]] * 6
    assert parts_of(empty, []) == {}


def test_all_parts_come_by_one_statement(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        wanted = list(session.scalars(select(Claim.id)))
        with listening(engine) as heard:
            assert parts_of(session, wanted)
        assert len(heard) == 1
        assert len(wanted) > 5


def test_postgresql_is_told_the_kind_of_every_column() -> None:
    """A union takes its kinds from all its parts there, and an untyped nothing is text."""
    sql = str(claim_parts._PARTS.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert sql.count("UNION ALL") == 5
    assert sql.count("AS FLOAT) AS number") == sql.count("AS BOOLEAN) AS sure") == 6


def test_more_keys_than_a_statement_takes_are_asked_in_turns(
    empty: Session, keys: tuple[int, int], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = load_claims(session, select_claims()), load_claims(empty, select_claims())
    monkeypatch.setattr(claim_parts, "_AT_ONCE", 1)
    assert (load_claims(session, select_claims()), load_claims(empty, select_claims())) == expected
    assert len(expected[1]) == len(keys)


def test_records_are_what_the_rows_say(session: Session) -> None:
    papers = {paper.id: paper for paper in session.scalars(select(Paper))}
    assert len(papers) > 1
    for _ in range(2):
        assert records_of(session, papers) == {key: paper_record(paper) for key, paper in papers.items()}
    assert records_of(session, []) == {}


def test_a_record_that_was_corrected_is_read_as_it_is_now(empty: Session, keys: tuple[int, int]) -> None:
    (paper,) = empty.scalars(select(Paper))
    before = records_of(empty, [paper.id])[paper.id]
    paper.title, paper.authors, paper.year = "改正后的题名", ["王某", "李某"], 2021
    empty.flush()
    after = records_of(empty, [paper.id])[paper.id]
    assert (after.title, after.authors, after.year) == ("改正后的题名", ("王某", "李某"), 2021)
    assert before != after
    assert load_claims(empty, select_claims())[0].paper == after
    assert keys
