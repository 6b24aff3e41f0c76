"""The labels by hand that ship with the papers: each has its sentence, and nearly every sentence has its labels."""

from app.ingest.curated import apply_labels
from app.ingest.records import LabelSource
from tests.corpus.conftest import Translated
from tests.factories import vocabulary


def test_no_label_has_lost_its_sentence(paper: Translated) -> None:
    curated = apply_labels(paper.analysis, vocabulary())
    assert [warning.detail for warning in curated.warnings] == []
    assert curated.judged
    assert all(sentence.found for sentence in curated.judged)


def test_an_entry_says_something_of_every_kind_of_label(paper: Translated) -> None:
    labels = paper.analysis.document.curated
    assert labels
    for entry in labels.sentences:
        fields = (entry.type, entry.countries, entry.instruments, entry.citations, entry.figures)
        assert None not in fields, entry
        assert entry.begins, entry


def test_sentences_without_labels_assert_nothing(paper: Translated) -> None:
    claims = apply_labels(paper.analysis, vocabulary()).analysis.claims
    without = [claim for claim in claims if claim.type.source != LabelSource.PERSON]
    assert {claim.type.code for claim in without} <= {"other"}
    assert len(without) <= 3


def test_cited_labels_are_references_of_the_paper(paper: Translated) -> None:
    known = {reference.label for reference in paper.analysis.references}
    labels = paper.analysis.document.curated
    assert labels
    assert {label for entry in labels.sentences for label in entry.citations or ()} <= known


def test_figures_stand_in_the_text(paper: Translated) -> None:
    for claim in apply_labels(paper.analysis, vocabulary()).analysis.claims:
        assert all(figure.text for figure in claim.figures), claim.text
