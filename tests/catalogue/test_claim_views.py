"""Claims read as plain columns: the same as what the mapped rows say, in few statements, with nothing mapped."""

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from app.catalogue.claim_views import load_claims, load_claims_by_id, select_claims
from app.catalogue.rows import anchor, paper_record
from app.catalogue.views import CitationMark, ClaimView, FigureView, PeriodView, SectionRef, SpeakerView
from app.ingest.records import Figure, Period
from app.models import Citation, Claim, Paper
from tests.catalogue.test_statements import listening
from tests.factories import make_claim, make_paper, make_reference

DEPENDENT = 2
"""Statements beside that for the claims: one for their papers, one for all that stands in other tables."""


def by_way_of_rows(claim: Claim) -> ClaimView:
    """The view of a claim as its mapped row and what hangs on it say."""
    section = claim.section
    return ClaimView(
        uid=claim.uid,
        text=claim.text,
        text_en=claim.text_en,
        type=claim.type,
        countries=tuple(sorted(label.code for label in claim.countries)),
        instruments=tuple(sorted(label.code for label in claim.instruments)),
        named_instruments=tuple(sorted(label.code for label in claim.named_instruments)),
        figures=tuple(
            FigureView(one.value, one.unit, one.of, one.year, one.approx, one.text, one.source) for one in claim.figures
        ),
        citations=tuple(map(mark, claim.citations)),
        paper=paper_record(claim.paper),
        section=SectionRef(section.number, section.level, section.heading, section.heading_en),
        start=claim.start,
        end=claim.end,
        position=claim.position,
        paragraph=claim.paragraph,
        text_en_note=claim.text_en_note,
        speaker=speaker(claim),
        periods=tuple(PeriodView(one.start, one.end, one.precision, one.text) for one in claim.periods),
    )


def mark(citation: Citation) -> CitationMark:
    reference = citation.reference
    linked = reference.linked_paper.slug if reference.linked_paper else None
    at, label = citation.at, reference.label
    return CitationMark(label, at, reference.kind, anchor(label), citation.named_author, linked)


def speaker(claim: Claim) -> SpeakerView | None:
    if claim.speaker is None:
        return None
    rule, trigger = claim.speaker_rule or "", claim.speaker_trigger or ""
    return SpeakerView(claim.speaker, claim.speaker_kind or "", rule, trigger, claim.speaker_entity)


def in_reading_order(session: Session) -> list[Claim]:
    return list(session.scalars(select(Claim).join(Claim.paper).order_by(Paper.slug, Claim.position)))


@pytest.fixture
def crowded(empty: Session) -> Session:
    """A paper whose claims have several of everything, stored in another order than that of their codes."""
    make_paper(
        empty,
        "crowded",
        [
            make_claim(
                "2010年至2020年，中国、美国与日本签署30项协定，投入5亿元[2][1]。",
                countries="US JP CN",
                instruments="mechanism agreement",
                named_instruments="cn-jp-environment-1994",
                cites="2 1 2",
                figures=[Figure(30, "项", "协定", 2020), Figure(5e8, "元", None, None, approx=True)],
                periods=[Period(2020, None, "year", "2020年"), Period(2010, 2020, "years", "2010年至2020年")],
            ),
            make_claim("没有标签的一句。"),
        ],
        references=[make_reference("1", authors=("王某",)), make_reference("2", kind="note")],
    )
    return empty


def test_the_sample_reads_as_its_rows_say(session: Session) -> None:
    rows = in_reading_order(session)
    assert len(rows) > 5
    assert any(row.citations for row in rows)
    assert load_claims(session, select_claims()) == tuple(map(by_way_of_rows, rows))


def test_several_of_everything_keep_their_order(crowded: Session) -> None:
    first, second = load_claims(crowded, select_claims())
    assert (first, second) == tuple(map(by_way_of_rows, in_reading_order(crowded)))
    assert first.countries == ("CN", "JP", "US")
    assert [one.value for one in first.figures] == [30, 5e8]
    assert [one.start for one in first.periods] == [2020, 2010]
    assert [one.label for one in first.citations] == ["2", "1", "2"]
    assert (second.countries, second.figures, second.citations, second.periods) == ((), (), (), ())


def test_who_says_it_is_read_too(crowded: Session) -> None:
    row = in_reading_order(crowded)[1]
    row.speaker, row.speaker_kind, row.speaker_entity = "王某", "person", None
    crowded.flush()
    assert load_claims(crowded, select_claims())[1].speaker == SpeakerView("王某", "person", "", "", None)


def test_claims_can_be_chosen_and_cut(session: Session) -> None:
    everything = load_claims(session, select_claims())
    assert load_claims(session, select_claims().limit(2).offset(1)) == everything[1:3]
    assert load_claims(session, select_claims().where(Claim.uid == "nowhere")) == ()


def test_claims_come_by_their_keys(session: Session) -> None:
    rows = in_reading_order(session)[:3]
    found = load_claims_by_id(session, [row.id for row in reversed(rows)])
    assert found == {row.id: by_way_of_rows(row) for row in rows}
    assert load_claims_by_id(session, []) == {}
    assert load_claims_by_id(session, [0]) == {}


def test_nothing_is_mapped_and_the_statements_are_few(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        with listening(engine) as heard:
            assert load_claims(session, select_claims())
        assert len(heard) == 1 + DEPENDENT
        assert not session.identity_map.values()
