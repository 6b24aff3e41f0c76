from app.ingest.curated import Curated, apply_labels
from app.ingest.curated.applying import LOST
from app.ingest.curated.reading import PROBLEM
from app.ingest.identity import claim_uids
from app.ingest.records import (
    Claim,
    ClaimType,
    CuratedLabels,
    Figure,
    LabelledSentence,
    LabelSource,
)
from tests.factories import make_analysis, make_claim, make_document, vocabulary

SIGNED = make_claim(
    "中国与日本签署3项协定[1]。",
    countries="CN US",
    instruments="agreement",
    figures=[Figure(3, "项", text="3项")],
    cites="1",
)
TERM = make_claim("所谓科技外交是指以科技为手段的外交。", type="fact")


def entry(claim: Claim, **fields: object) -> LabelledSentence:
    (uid,) = claim_uids("p", [claim])
    return LabelledSentence(uid, line=4, **fields)  # type: ignore[arg-type]


def curate(*entries: LabelledSentence, claims: tuple[Claim, ...] = (SIGNED, TERM)) -> Curated:
    document = make_document("p", curated=CuratedLabels("labels/p.toml", entries))
    return apply_labels(make_analysis("p", claims, document=document), vocabulary())


def test_a_paper_without_labels_stays_as_it_is() -> None:
    analysis = make_analysis("p", [SIGNED])
    assert apply_labels(analysis, vocabulary()) == Curated(analysis)


def test_what_a_person_says_replaces_what_extraction_found() -> None:
    said = entry(SIGNED, type=ClaimType.STATISTIC, countries=("CN", "JP"), instruments=())
    claim = curate(said).analysis.claims[0]
    assert (claim.type.code, claim.type.source) == ("statistic", LabelSource.PERSON)
    assert [(label.code, label.source) for label in claim.countries] == [("CN", "person"), ("JP", "person")]
    assert claim.instruments == ()


def test_a_label_that_both_give_keeps_extractions_reason() -> None:
    claim = curate(entry(SIGNED, countries=("CN", "JP"))).analysis.claims[0]
    assert [label.rule for label in claim.countries] == ["test", ""]


def test_fields_that_a_person_leaves_out_and_other_sentences_keep_what_extraction_found() -> None:
    curated = curate(entry(SIGNED, countries=("CN",)))
    claim = curated.analysis.claims[0]
    assert (claim.type, claim.instruments, claim.figures) == (SIGNED.type, SIGNED.instruments, SIGNED.figures)
    assert curated.analysis.claims[1] == TERM


def test_figures_are_the_persons_as_the_paper_prints_them() -> None:
    said = (Figure(3, "项", "协定", 2018, source=LabelSource.PERSON), Figure(2, source=LabelSource.PERSON))
    figures = curate(entry(SIGNED, figures=said)).analysis.claims[0].figures
    assert [(figure.value, figure.of, figure.text, figure.source) for figure in figures] == [
        (3, "协定", "3项", "person"),
        (2, None, "", "person"),
    ]


def test_citations_keep_their_place_and_missing_ones_stand_at_the_end() -> None:
    marks = curate(entry(SIGNED, citations=("1", "9"))).analysis.claims[0].citations
    assert [(mark.label, mark.at, mark.source) for mark in marks] == [
        ("1", len(SIGNED.text), "person"),
        ("9", len(SIGNED.text), "person"),
    ]
    assert curate(entry(SIGNED, citations=())).analysis.claims[0].citations == ()


def test_terms_and_speaker_follow_the_type() -> None:
    definition = curate(entry(TERM, type=ClaimType.DEFINITION)).analysis.claims[1]
    assert "term:defined" in {use.rule for use in definition.terms}
    said = make_claim("王逸舟认为中国应当对话。", type="other")
    claim = curate(entry(said, type=ClaimType.VIEWPOINT), claims=(said,)).analysis.claims[0]
    assert claim.speaker
    assert claim.speaker.name == "王逸舟"


def test_labels_whose_sentence_is_gone_are_a_warning_and_count_as_missed() -> None:
    gone = LabelledSentence("abcdefghij23", "中国已与", ClaimType.FACT, countries=("CN",), line=9)
    curated = curate(gone)
    (warning,) = curated.warnings
    assert warning.code == LOST
    assert warning.detail.startswith("labels/p.toml, line 9: abcdefghij23 (中国已与…)")
    (sentence,) = curated.judged
    assert (sentence.found, sentence.text) == (False, "中国已与")
    assert not any(judgement.extraction for judgement in sentence.judgements)


def test_an_id_with_the_beginning_of_another_sentence_is_not_used() -> None:
    curated = curate(entry(SIGNED, begins="美国", countries=("US",)))
    assert [warning.code for warning in curated.warnings] == [PROBLEM]
    assert curated.analysis.claims[0] == SIGNED
    assert curated.judged == ()


def test_codes_that_there_are_not_are_left_out_and_named() -> None:
    curated = curate(entry(SIGNED, countries=("CN", "Atlantis"), instruments=("magic",)))
    assert [label.code for label in curated.analysis.claims[0].countries] == ["CN"]
    assert ["'Atlantis'" in one.detail or "'magic'" in one.detail for one in curated.warnings] == [True, True]
    assert {judgement.code for judgement in curated.judged[0].judgements} == {"CN", "US", "agreement"}
