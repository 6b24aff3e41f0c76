"""Records → rows: what of an analysis is kept, and that what is kept comes back as it was."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app import models
from app.catalogue.claim_views import load_claims, select_claims
from app.catalogue.views import ClaimView, FigureView, PeriodView, SpeakerView
from app.ingest.records import (
    Bibliography,
    Claim,
    Figure,
    IngestWarning,
    Label,
    LabelSource,
    Period,
    Reference,
    Speaker,
    SpeakerKind,
)
from app.ingest.rows import KEPT_BIBLIOGRAPHY, LISTS
from tests.factories import make_analysis, make_claim, make_paper, make_reference, open_database

TEXT = "中国与日本签署科技合作协定。"


def stored(folder: Path, *claims: Claim, **fields: Any) -> tuple[models.Paper, tuple[ClaimView, ...]]:
    """The row of a paper with these claims, and the claims as the catalogue answers them."""
    with open_database(folder) as sessions, sessions() as session:
        paper = make_paper(session, "paper", claims, **fields)
        session.refresh(paper, ["warnings", "references"])
        return paper, load_claims(session, select_claims())


SPEAKERS = st.none() | st.builds(
    Speaker,
    name=st.sampled_from(["王逸舟", "世界银行", "《白皮书》"]),
    kind=st.sampled_from(list(SpeakerKind)),
    rule=st.sampled_from(["speaker:says", "speaker:according-to"]),
    trigger=st.sampled_from(["认为", "统计"]),
)
PERIODS = st.builds(
    Period,
    start=st.integers(1500, 2100),
    end=st.none() | st.integers(2100, 2200),
    precision=st.sampled_from(["day", "month", "year", "years", "decade", "century", "era", "recent"]),
    text=st.sampled_from(["1979年1月", "20 世纪 60 年代", "改革开放以来"]),
)
FIGURES = st.builds(
    Figure,
    value=st.floats(0, 1e12, allow_nan=False),
    unit=st.sampled_from(["", "个国家", "亿美元"]),
    of=st.none() | st.just("签署协定的国家"),
    year=st.none() | st.integers(1500, 2100),
    approx=st.booleans(),
    text=st.sampled_from(["155 个国家", "约3%"]),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SPEAKERS, st.lists(PERIODS, max_size=3), st.lists(FIGURES, max_size=3))
def test_who_when_and_how_many_come_back(
    tmp_path_factory: pytest.TempPathFactory,
    speaker: Speaker | None,
    periods: list[Period],
    figures: list[Figure],
) -> None:
    claim = replace(make_claim(TEXT, figures=figures, periods=periods), speaker=speaker)
    _, (view,) = stored(tmp_path_factory.mktemp("rows"), claim)
    assert view.speaker == (speaker and SpeakerView(speaker.name, speaker.kind, speaker.rule, speaker.trigger, None))
    assert view.periods == tuple(PeriodView(p.start, p.end, p.precision, p.text) for p in periods)
    assert view.figures == tuple(FigureView(f.value, f.unit, f.of, f.year, f.approx, f.text) for f in figures)


def test_the_entity_that_a_speaker_is_comes_back(tmp_path: Path) -> None:
    speaker = Speaker("世界银行", SpeakerKind.INSTITUTION)
    _, (view,) = stored(tmp_path, replace(make_claim(TEXT), speaker=speaker, speaker_entity="world-bank"))
    assert view.speaker is not None
    assert (view.speaker.name, view.speaker.kind, view.speaker.entity) == ("世界银行", "institution", "world-bank")


def test_a_code_that_two_rules_gave_is_kept_once_as_the_first_gave_it(tmp_path: Path) -> None:
    labels = (
        Label("JP", rule="country:name", trigger="日本"),
        Label("JP", rule="country:list", trigger="日"),
        Label("CN"),
    )
    _, (view,) = stored(tmp_path, replace(make_claim(TEXT), countries=labels))
    assert view.countries == ("CN", "JP")


def test_why_a_label_is_there_is_kept(tmp_path: Path) -> None:
    label = Label("viewpoint", LabelSource.MODEL, "type:model group:need", "应当", 0.75)
    with open_database(tmp_path) as sessions, sessions() as session:
        make_paper(session, "paper", [replace(make_claim(TEXT), type=label)])
        (claim,) = session.query(models.Claim)
        kept = (claim.type, claim.type_source, claim.type_rule, claim.type_trigger, claim.type_confidence)
        assert kept == ("viewpoint", "model", "type:model group:need", "应当", 0.75)


def test_every_field_of_the_record_is_kept(tmp_path: Path) -> None:
    """A field that `Bibliography` gains must be kept too, or be named here."""
    assert {*KEPT_BIBLIOGRAPHY, *LISTS, "provenance"} == set(Bibliography.__dataclass_fields__)
    values: dict[str, Any] = {name: f"the {name}" for name in KEPT_BIBLIOGRAPHY} | dict.fromkeys(LISTS, ("甲", "乙"))
    values |= {"year": 2017, "authors_complete": False, "document_type": "R", "language": "zh-TW"}
    values["provenance"] = (("year", "masthead"),)
    paper, _ = stored(tmp_path, make_claim(TEXT), **values)
    for name, value in values.items():
        kept = getattr(paper, name)
        assert kept == {"provenance": {"year": "masthead"}}.get(name, list(value) if name in LISTS else value), name


def test_warnings_are_kept_with_place_and_facts(tmp_path: Path) -> None:
    warnings = [
        IngestWarning("repeated-text", "6 characters.", 3, 9, (("count", 6),)),
        IngestWarning("no-headings", "None."),
    ]
    paper, _ = stored(tmp_path, make_claim(TEXT), warnings=warnings)
    assert [(one["code"], one["start"], dict(one["facts"])) for one in paper.warnings] == [
        ("repeated-text", 3, {"count": 6}),
        ("no-headings", None, {}),
    ]


def test_sections_keep_their_tree(tmp_path: Path) -> None:
    with open_database(tmp_path) as sessions, sessions() as session:
        make_paper(session, "paper", [make_claim(TEXT, section="1.1")])
        sections = {section.number: section for section in session.query(models.Section)}
        assert {number: section.level for number, section in sections.items()} == {"0": 0, "1": 1, "1.1": 2}
        assert sections["1.1"].parent_id == sections["1"].id
        assert sections["1"].parent_id is None
        assert [s.number for s in sorted(sections.values(), key=lambda one: one.position)] == ["0", "1", "1.1"]


FIELDS = {
    **{"text": "王明国：《题名》", "title": "题名", "container": "刊名", "year": 2017, "volume": "3", "issue": "7"},
    **{"pages": "1-9", "document_type": "J", "url": "https://a.org/x", "doi": "10.1000/x"},
}


def test_references_keep_every_field_and_can_be_looked_up(tmp_path: Path) -> None:
    reference = make_reference("17", authors=("王明国",), **FIELDS)
    paper, _ = stored(tmp_path, make_claim(TEXT, cites="17"), references=[reference])
    (row,) = paper.references
    assert {name: getattr(row, name) for name in FIELDS} == FIELDS
    assert (row.label, row.authors, row.from_sentence) == ("17", ["王明国"], False)
    assert {"王明国", "题名", "刊名", "10.1000/x"} <= set(row.lookup.split("\n"))


def test_a_reference_record_has_a_column_for_all_that_is_known() -> None:
    columns = set(models.Reference.__table__.columns.keys())
    assert asdict(Reference("1")).keys() - columns == {"start", "end"}


def test_marks_without_a_reference_are_no_citations(tmp_path: Path) -> None:
    claim = make_claim(TEXT, cites="1 2")
    paper, (view,) = stored(tmp_path, claim, references=[make_reference("1")])
    assert [mark.label for mark in view.citations] == ["1"]
    assert [one["code"] for one in paper.warnings] == ["unresolved-citation"]
    assert dict(paper.warnings[0]["facts"]) == {"mark": "[2]"}


def test_the_same_analysis_makes_the_same_rows(tmp_path: Path) -> None:
    def kept(session: Session) -> list[tuple[str, int, str]]:
        return [(claim.uid, claim.position, claim.text) for claim in load_claims(session, select_claims())]

    analysis = [make_claim(TEXT), make_claim("美国发布战略。")]
    assert make_analysis("paper", analysis) == make_analysis("paper", analysis)
    with open_database(tmp_path) as sessions, sessions() as session:
        make_paper(session, "paper", analysis)
        first = kept(session)
        make_paper(session, "paper", analysis)
        assert kept(session) == first


def test_a_checked_kind_of_record_is_kept_like_the_record_itself(tmp_path: Path) -> None:
    class CheckedFigure(Figure):
        """As the reader of labels by people makes it."""

    figure = CheckedFigure(value=3.0, unit="项", of="协定", year=None, approx=False)
    _, (claim,) = stored(tmp_path, make_claim(TEXT, figures=(figure,)))
    assert [(one.value, one.unit, one.of) for one in claim.figures] == [(3.0, "项", "协定")]
