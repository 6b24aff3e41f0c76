from datetime import UTC

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.catalogue import citation_links, last_change, list_papers, paper_detail, papers_by_slug, titles_by_slug
from app.catalogue.views import CodeCount, PaperCounts, PaperTitle, WarningView
from tests.catalogue.test_statements import listening
from tests.sample import FUTURE, REVIEW, UNTITLED


def test_papers_stand_by_slug_with_what_each_holds(session: Session) -> None:
    assert [(paper.record.slug, paper.counts) for paper in list_papers(session)] == [
        (UNTITLED, PaperCounts(2, 1, 0, 0, 0, 0)),
        (REVIEW, PaperCounts(2, 4, 1, 1, 3, 1)),
        (FUTURE, PaperCounts(2, 2, 0, 0, 0, 0)),
    ]


def test_a_list_of_papers_can_be_paged(session: Session) -> None:
    assert [paper.record.slug for paper in list_papers(session, limit=1, offset=1)] == [REVIEW]
    assert list_papers(session, limit=5, offset=9) == ()


def test_records_and_titles_by_slug(session: Session) -> None:
    assert list(papers_by_slug(session, [FUTURE, "nothing"])) == [FUTURE]
    assert list(papers_by_slug(session)) == [UNTITLED, REVIEW, FUTURE]
    titles = titles_by_slug(session)
    assert titles[UNTITLED] == PaperTitle(None, None)
    assert titles[FUTURE] == PaperTitle("科技外交与中美关系的未来发展", "The Future of Sino-US Relations")


def test_there_is_no_page_for_an_unknown_paper(session: Session) -> None:
    assert paper_detail(session, "nothing") is None


def test_a_paper_gives_its_record_and_where_it_is_known_from(session: Session) -> None:
    detail = paper_detail(session, REVIEW)
    assert detail is not None
    assert (detail.record.title, detail.record.year) == ("新世纪以来科技外交国内文献综述", 2020)
    assert detail.keywords == ("科技外交", "综述")
    assert detail.provenance == (("year", "masthead"),)
    assert (detail.origin, detail.format) == (f"{REVIEW}.txt", "txt")
    assert detail.added_at.tzinfo == UTC
    assert detail.updated_at.tzinfo == UTC


def test_a_paper_gives_its_text_as_sections_of_paragraphs_of_claims(session: Session) -> None:
    detail = paper_detail(session, REVIEW)
    assert detail is not None
    assert [(s.id, s.level, s.heading, s.parent, s.claims) for s in detail.sections] == [
        ("0", 0, "", None, 1),
        ("1", 1, "引言", None, 1),
        ("1.1", 2, "政府间协定", "1", 2),
    ]
    paragraphs = [(p.number, [claim.text[:3] for claim in p.claims]) for p in detail.sections[2].paragraphs]
    assert paragraphs == [(2, ["中国与"]), (3, ["日本与"])]
    positions = [claim.position for s in detail.sections for p in s.paragraphs for claim in p.claims]
    assert positions == [0, 1, 2, 3]


def test_a_paper_keeps_references_and_notes_apart(session: Session) -> None:
    detail = paper_detail(session, REVIEW)
    assert detail is not None
    assert [entry.label for entry in detail.references] == ["17"]
    assert [entry.label for entry in detail.notes] == ["18"]
    assert detail.references[0].link_evidence == "same title, author, year"
    assert len(detail.references[0].cited_at) == 2


def test_a_paper_shows_what_could_not_be_understood(session: Session) -> None:
    detail = paper_detail(session, REVIEW)
    assert detail is not None
    assert detail.warnings == (WarningView("repeated-text", "6 characters stand twice.", 3, 9, {"count": 6}),)


def test_a_papers_labels_are_counted(session: Session) -> None:
    detail = paper_detail(session, REVIEW)
    assert detail is not None
    assert detail.countries == (CodeCount("CN", 2, 1), CodeCount("US", 2, 1), CodeCount("JP", 1, 1))
    assert detail.instruments == (CodeCount("agreement", 2, 1), CodeCount("mechanism", 2, 1))
    assert sum(kind.claims for kind in detail.types) == detail.counts.claims


def test_which_paper_cites_which_stands_on_both(session: Session) -> None:
    (link,) = citation_links(session)
    assert (link.citing.slug, link.cited.slug, link.label, link.anchor) == (REVIEW, FUTURE, "17", "ref-17")
    assert link.citations == 2
    citing, cited = paper_detail(session, REVIEW), paper_detail(session, FUTURE)
    assert citing is not None
    assert cited is not None
    assert (citing.cites, citing.cited_by) == ((link,), ())
    assert (cited.cites, cited.cited_by) == ((), (link,))


def test_the_last_change_is_read_from_an_index_alone(session: Session) -> None:
    """It is asked at every search, and a row holds its paper's whole text before the column that is wanted."""
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    with listening(engine) as heard:
        last_change(session)
    (statement,) = heard
    plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.compile(engine)}").all()
    assert [row.detail for row in plan] == ["SCAN paper USING COVERING INDEX ix_paper_updated_at"]
