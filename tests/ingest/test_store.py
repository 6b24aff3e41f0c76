from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from app.catalogue import look_up_references
from app.database import transaction
from app.ingest.identity import claim_uids
from app.ingest.linking import link_references
from app.ingest.preparing import prepare
from app.ingest.records import (
    Analysis,
    Citation,
    ClaimType,
    CuratedLabels,
    Figure,
    IngestWarning,
    LabelledSentence,
    LabelSource,
    Section,
    Translated,
    Translation,
)
from app.ingest.store import Counts, Outcome, count_stored, is_current, save
from app.models import Citation as CitationRow
from app.models import Claim, JudgedSentence, Paper, Reference
from app.models import Figure as FigureRow
from app.models import Section as SectionRow
from tests.factories import make_analysis, make_claim, make_document, make_reference, open_database, vocabulary

TABLES = ("paper", "section", "claim", "claim_country", "claim_instrument", "claim_named_instrument")
DEPENDENTS = ("reference", "citation", "figure")


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    with open_database(tmp_path) as made:
        yield made


def store(sessions: sessionmaker[Session], *args: object, **fields: object) -> tuple[Outcome, Counts]:
    with transaction(sessions) as session:
        saved = save(session, prepare(make_analysis(*args, **fields), vocabulary()))  # type: ignore[arg-type]
    return saved.outcome, saved.counts


def rows(sessions: sessionmaker[Session], table: str) -> list[tuple[object, ...]]:
    with sessions() as session:
        return [tuple(row) for row in session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))]  # noqa: S608


CLAIMS = (
    make_claim("中国与日本签署协定[1]。", countries="CN JP", instruments="agreement", cites="1", named_instruments="x"),
    make_claim("主要有：", type="other"),
    make_claim("已有155个国家。", section="1.1", type="statistic", figures=[Figure(155, "个国家", approx=True)]),
)


def test_a_paper_is_added_with_all_that_belongs_to_it(sessions: sessionmaker[Session]) -> None:
    assert store(sessions, "p", CLAIMS) == (Outcome.ADDED, Counts(sections=2, claims=2, references=1, citations=1))
    with sessions() as session:
        paper = session.scalars(select(Paper)).one()
        assert (paper.slug, paper.title, paper.origin, paper.indexed_at) == ("p", "论文p", "p.txt", None)
        assert paper.source_text.startswith("中国与日本")
        assert [section.number for section in paper.sections] == ["0", "1", "1.1"]
        assert [(claim.text[:2], claim.position) for claim in paper.claims] == [("中国", 0), ("已有", 1)]
        first = paper.claims[0]
        assert sorted(label.code for label in first.countries) == ["CN", "JP"]
        assert (first.citations[0].reference.label, first.citations[0].at) == ("1", len(first.text))
        assert (paper.claims[1].figures[0].value, paper.claims[1].figures[0].approx) == (155, True)


def test_sections_keep_their_tree(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS)
    with sessions() as session:
        child = session.scalars(select(SectionRow).where(SectionRow.number == "1.1")).one()
        assert session.get_one(SectionRow, child.parent_id).number == "1"


def test_sentences_that_assert_nothing_are_not_stored(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS)
    with sessions() as session:
        assert session.scalars(select(Claim.text).where(Claim.text == "主要有：")).all() == []


def test_the_same_input_twice_changes_nothing(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS)
    before = {table: rows(sessions, table) for table in (*TABLES, *DEPENDENTS)}
    assert store(sessions, "p", CLAIMS) == (Outcome.UNCHANGED, Counts())
    assert {table: rows(sessions, table) for table in (*TABLES, *DEPENDENTS)} == before


def test_a_document_is_known_before_it_is_analysed(sessions: sessionmaker[Session]) -> None:
    document = make_document("p", "第一版。")
    store(sessions, "p", document=document)
    with sessions() as session:
        assert is_current(session, document, vocabulary())
        assert not is_current(session, make_document("p", "第二版。"), vocabulary())
        assert not is_current(session, make_document("q", "第一版。"), vocabulary())


def test_a_changed_paper_is_put_in_place_of_the_old_one(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS, title="旧题")
    with sessions() as session:
        key, added_at = session.execute(select(Paper.id, Paper.added_at)).one()
    outcome, counts = store(sessions, "p", CLAIMS[:1], title="新题")
    assert (outcome, counts.claims) == (Outcome.UPDATED, 1)
    with sessions() as session:
        paper = session.scalars(select(Paper)).one()
        assert (paper.id, paper.added_at, paper.title) == (key, added_at, "新题")
        assert session.scalar(select(func.count(Claim.id))) == 1
        assert session.scalar(select(func.count(FigureRow.id))) == 0
        assert session.scalar(select(func.count(CitationRow.id))) == 1


def test_an_updated_paper_has_to_be_indexed_again(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS)
    with transaction(sessions) as session:
        session.execute(text("UPDATE paper SET indexed_at = updated_at"))
    store(sessions, "p", CLAIMS)
    with sessions() as session:
        assert session.scalar(select(Paper.indexed_at)) is not None
    store(sessions, "p", CLAIMS[:1])
    with sessions() as session:
        assert session.scalar(select(Paper.indexed_at)) is None


TRANSLATION = Translation(
    "translations/p.toml",
    title="Our title",
    headings=(Translated("政府间协定", "Agreements"),),
    sentences=(
        Translated("中国与日本签署协定。", "China and Japan signed an agreement.", "The source errs.", 3),
        Translated("已有１５５个国家。", "There are 155 countries.", None, 7),
    ),
)


def english(sessions: sessionmaker[Session]) -> dict[str, str | None]:
    with sessions() as session:
        return {claim.text: claim.text_en for claim in session.scalars(select(Claim))}


def test_a_translation_gives_sentences_headings_and_title_their_english(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS, document=make_document("p", translation=TRANSLATION))
    with sessions() as session:
        paper = session.scalars(select(Paper)).one()
        assert (paper.title_en, paper.translated) == ("Our title", ["title_en"])
        assert [section.heading_en for section in paper.sections] == [None, None, "Agreements"]
        assert [(claim.text_en, claim.text_en_note) for claim in paper.claims] == [
            ("China and Japan signed an agreement.", "The source errs."),
            ("There are 155 countries.", None),
        ]
        assert paper.warnings == []


def test_a_changed_sentence_loses_its_english_and_the_paper_says_so(sessions: sessionmaker[Session]) -> None:
    document = make_document("p", translation=TRANSLATION)
    store(sessions, "p", CLAIMS, document=document)
    changed = (CLAIMS[0], CLAIMS[1], replace(CLAIMS[2], text="已有156个国家。", start=20, end=30))
    store(sessions, "p", changed, document=replace(document, checksum="other"))
    assert english(sessions)["已有156个国家。"] is None
    with sessions() as session:
        told = {str(warning["code"]): warning for warning in session.scalars(select(Paper.warnings)).one()}
    assert told.keys() == {"translation-problem", "untranslated"}
    assert "translations/p.toml, line 7" in str(told["translation-problem"]["detail"])
    assert (told["untranslated"]["start"], told["untranslated"]["end"]) == (20, 30)


def test_editing_a_translation_updates_the_paper(sessions: sessionmaker[Session]) -> None:
    document = make_document("p", translation=TRANSLATION)
    store(sessions, "p", CLAIMS, document=document)
    better = replace(TRANSLATION.sentences[1], en="There are more than 155 countries.")
    edited = replace(document, translation=replace(TRANSLATION, sentences=(TRANSLATION.sentences[0], better)))
    with sessions() as session:
        assert is_current(session, document, vocabulary())
        assert not is_current(session, edited, vocabulary())
    assert store(sessions, "p", CLAIMS, document=edited)[0] == Outcome.UPDATED
    assert english(sessions)["已有155个国家。"] == "There are more than 155 countries."
    store(sessions, "p", CLAIMS, document=make_document("p"))
    assert set(english(sessions).values()) == {None}


def test_a_paper_is_stored_as_a_whole_or_not_at_all(sessions: sessionmaker[Session]) -> None:
    twice = (make_reference("1"), make_reference("2"))
    broken = (Section("0", 0, ""), Section("1", 1, "一"), Section("1", 1, "又一"))
    with pytest.raises((IntegrityError, KeyError)):
        store(sessions, "p", [make_claim(section="9")], sections=broken, references=twice)
    assert all(rows(sessions, table) == [] for table in (*TABLES, *DEPENDENTS))


def test_an_update_that_fails_leaves_the_old_paper(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", CLAIMS)
    before = {table: rows(sessions, table) for table in (*TABLES, *DEPENDENTS)}
    with pytest.raises(KeyError):
        store(sessions, "p", [make_claim("新。", section="nowhere")])
    assert {table: rows(sessions, table) for table in (*TABLES, *DEPENDENTS)} == before


def test_a_mark_without_its_reference_is_told_and_not_stored(sessions: sessionmaker[Session]) -> None:
    claim = replace(make_claim("据研究。", start=4), citations=(Citation("1", 4), Citation("99", 4)))
    _, counts = store(sessions, "p", [claim], references=[make_reference("1")])
    assert counts.citations == 1
    with sessions() as session:
        (warning,) = session.scalars(select(Paper.warnings)).one()
        assert (warning["code"], warning["start"]) == ("unresolved-citation", 4)
        assert "[99]" in str(warning["detail"])


def test_warnings_travel_with_the_paper(sessions: sessionmaker[Session]) -> None:
    told = IngestWarning("no-headings", "It has no headings.")
    document = make_document("p", warnings=(IngestWarning("control-characters", "Two."), told))
    store(sessions, "p", warnings=[told], document=document)
    with sessions() as session:
        codes = [warning["code"] for warning in session.scalars(select(Paper.warnings)).one()]
    assert codes == ["control-characters", "no-headings"]


def test_a_code_given_by_two_rules_is_stored_once(sessions: sessionmaker[Session]) -> None:
    store(sessions, "p", [make_claim(countries="CN CN US")])
    assert [row[1] for row in rows(sessions, "claim_country")] == ["CN", "US"]


def test_named_authors_can_be_looked_up(sessions: sessionmaker[Session]) -> None:
    claim = replace(make_claim("尼娜·费德洛夫认为。"), citations=(Citation("2", 9, "Nina V. Fedoroff"),))
    store(sessions, "p", [claim], references=[make_reference("2", title="Ｓｃｉｅｎｃｅ 外交")])
    with sessions() as session:
        assert session.scalar(select(Reference.lookup)) == "nina v. fedoroff\nscience外交"


def test_counting_what_is_stored_agrees_with_what_was_saved(sessions: sessionmaker[Session]) -> None:
    notes = [make_reference("1"), make_reference("2", kind="note")]
    _, counts = store(sessions, "p", CLAIMS, references=notes)
    store(sessions, "other", CLAIMS)
    with sessions() as session:
        assert count_stored(session, "p") == counts == Counts(2, 2, 1, 1)
        assert count_stored(session, "nothing") == Counts()


def test_any_text_of_a_document_is_data(sessions: sessionmaker[Session]) -> None:
    nasty = "<script>alert(1)</script>'; DROP TABLE paper; -- %s {0}"
    store(sessions, "p", [make_claim(nasty)], title=nasty, references=[make_reference(nasty, text=nasty)])
    with sessions() as session:
        assert session.scalars(select(Claim.text)).one() == nasty
        assert session.scalars(select(Reference.label)).one() == nasty


def labelled() -> Analysis:
    """The claims, with a person who calls the second one a fact and sees other countries in the first one."""
    uids = claim_uids("p", CLAIMS)
    sentences = (
        LabelledSentence(uids[0], countries=("CN", "US"), figures=(Figure(2, source=LabelSource.PERSON),)),
        LabelledSentence(uids[1], type=ClaimType.FACT),
    )
    document = make_document("p", curated=CuratedLabels("labels/p.toml", sentences))
    return make_analysis("p", CLAIMS, document=document)


def test_a_persons_labels_are_stored_in_place_of_extractions_and_compared(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        saved = save(session, prepare(labelled(), vocabulary()))
    assert (saved.counts.claims, saved.problems) == (3, ())
    with sessions() as session:
        first, second, third = session.scalars(select(Claim).order_by(Claim.position))
        assert {(label.code, label.source) for label in first.countries} == {("CN", "person"), ("US", "person")}
        assert [(figure.value, figure.source) for figure in first.figures] == [(2, "person")]
        assert (second.text, second.type, second.type_source) == ("主要有：", "fact", "person")
        assert (third.type, third.type_source) == ("statistic", "rule")
        judged = session.scalars(select(JudgedSentence).order_by(JudgedSentence.position)).all()
        assert [(sentence.uid, sentence.found) for sentence in judged] == [(first.uid, True), (second.uid, True)]
        seen = {(one.field, one.code, one.person, one.extraction) for one in judged[0].judgements}
        assert seen == {
            ("country", "CN", True, True),
            ("country", "US", True, False),
            ("country", "JP", False, True),
            ("figure", "2", True, False),
        }


def test_a_persons_labels_stay_when_the_paper_is_ingested_again(sessions: sessionmaker[Session]) -> None:
    with transaction(sessions) as session:
        save(session, prepare(labelled(), vocabulary()))
    first = rows(sessions, "claim_country")
    again = replace(labelled(), claims=tuple(replace(claim, countries=()) for claim in CLAIMS))
    with transaction(sessions) as session:
        changed = replace(again.document, checksum="new bytes")
        assert save(session, prepare(replace(again, document=changed), vocabulary())).outcome == Outcome.UPDATED
    assert [row[1:3] for row in rows(sessions, "claim_country")] == [row[1:3] for row in first]
    assert len(rows(sessions, "judged_sentence")) == 2


def test_changed_labels_make_a_paper_new(sessions: sessionmaker[Session]) -> None:
    plain = replace(labelled(), document=replace(labelled().document, curated=None))
    with transaction(sessions) as session:
        save(session, prepare(plain, vocabulary()))
        assert not is_current(session, labelled().document, vocabulary())


def test_labels_that_fit_no_sentence_are_problems_and_warnings(sessions: sessionmaker[Session]) -> None:
    lost = CuratedLabels("labels/p.toml", (LabelledSentence("abcdefghij23", type=ClaimType.FACT, line=7),))
    analysis = replace(labelled(), document=replace(labelled().document, curated=lost))
    with transaction(sessions) as session:
        (problem,) = save(session, prepare(analysis, vocabulary())).problems
    assert problem.startswith("labels/p.toml, line 7: abcdefghij23")
    with sessions() as session:
        (warning,) = session.scalars(select(Paper)).one().warnings
        assert warning["code"] == "labels-without-sentence"


def test_every_field_of_a_reference_is_kept_and_comes_out(sessions: sessionmaker[Session]) -> None:
    known = {"title": "意见", "container": "新华网", "year": 2015, "document_type": "EB/OL", "url": "http://a.cn/1"}
    known |= {"volume": "1", "issue": "2", "pages": "3", "accessed": "2017-01-12", "doi": "10.1/x"}
    store(sessions, "p", [make_claim(cites="1")], references=[make_reference("1", authors=("新华社",), **known)])
    with transaction(sessions) as session:
        link_references(session)
    with sessions() as session:
        (hit,) = look_up_references(session, "新华社").hits
    assert {name: getattr(hit.reference, name) for name in known} == known
