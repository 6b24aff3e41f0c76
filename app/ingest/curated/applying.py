"""A paper's analysis and the labels a person gave it → the analysis with these labels, and how the two compare.

A person's label replaces what extraction found in the same field of the same sentence, and only there: a field that
the entry leaves out keeps what extraction found. An entry belongs to the sentence with its id, wherever that stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.ingest.curated.judging import JudgedSentence, judge
from app.ingest.curated.reading import PROBLEM
from app.ingest.identity import claim_uids
from app.ingest.labels import retype
from app.ingest.records import (
    Analysis,
    Citation,
    Claim,
    CuratedLabels,
    Figure,
    IngestWarning,
    Label,
    LabelledSentence,
    LabelSource,
)
from app.text.normalise import bare
from app.vocabulary import Vocabulary

LOST: Final = "labels-without-sentence"
"""Code of the warning for labels whose sentence is not in the paper any more."""


@dataclass(frozen=True, slots=True)
class Curated:
    """The analysis with a person's labels in it, and each labelled sentence as both see it."""

    analysis: Analysis
    judged: tuple[JudgedSentence, ...] = ()
    warnings: tuple[IngestWarning, ...] = ()


def apply_labels(analysis: Analysis, vocabulary: Vocabulary) -> Curated:
    """Puts the labels that stand beside a paper in place of extraction's; the same analysis if there are none."""
    labels = analysis.document.curated
    if labels is None:
        return Curated(analysis)
    entries = {entry.id: entry for entry in labels.sentences}
    uids = claim_uids(analysis.document.slug, analysis.claims)
    warnings = list(labels.problems)
    judged, claims = {}, []
    for uid, claim in zip(uids, analysis.claims, strict=True):
        entry = entries.get(uid)
        if entry and not bare(claim.text).startswith(bare(entry.begins)):
            warnings.append(_warning(PROBLEM, labels, entry, "its id is that of another sentence; correct one of them"))
            del entries[uid]
            entry = None
        if entry:
            entry = _known(entry, vocabulary)
            judged[uid] = judge(entry, claim)
        claims.append(_labelled(claim, entry, vocabulary) if entry else claim)
    warnings += _unknown_codes(labels, vocabulary)
    for uid, entry in entries.items():
        if uid not in judged:
            judged[uid] = judge(_known(entry, vocabulary), None)
            warnings.append(_warning(LOST, labels, entry, "the paper has no sentence with this id; correct it there"))
    ordered = tuple(judged[uid] for uid in entries)
    return Curated(replace(analysis, claims=tuple(claims)), ordered, tuple(warnings))


def _labelled(claim: Claim, entry: LabelledSentence, vocabulary: Vocabulary) -> Claim:
    """The claim with the fields that the entry gives."""
    claim = replace(
        claim,
        countries=_codes(entry.countries, claim.countries),
        instruments=_codes(entry.instruments, claim.instruments),
        citations=_citations(entry.citations, claim),
        figures=_figures(entry.figures, claim.figures),
    )
    if entry.type is None:
        return claim
    (label,) = _codes((entry.type,), (claim.type,))
    return retype(claim, label, vocabulary)


def _codes(said: Sequence[str] | None, extracted: tuple[Label, ...]) -> tuple[Label, ...]:
    """A person's labels; each keeps the reason for which extraction gives it too."""
    if said is None:
        return extracted
    same = {label.code: label for label in reversed(extracted)}
    return tuple(replace(same.get(code, Label(code)), source=LabelSource.PERSON) for code in dict.fromkeys(said))


def _citations(said: Sequence[str] | None, claim: Claim) -> tuple[Citation, ...]:
    """The marks that a person sees; one whose place is not known stands at the end."""
    if said is None:
        return claim.citations
    kept = [replace(mark, source=LabelSource.PERSON) for mark in claim.citations if mark.label in said]
    missing = dict.fromkeys(label for label in said if label not in {mark.label for mark in kept})
    return (*kept, *(Citation(label, len(claim.text), source=LabelSource.PERSON) for label in missing))


def _figures(said: tuple[Figure, ...] | None, extracted: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """A person's figures, as printed where extraction has the same value."""
    if said is None:
        return extracted
    printed: dict[float, list[str]] = {}
    for figure in extracted:
        printed.setdefault(figure.value, []).append(figure.text)
    return tuple(
        figure if figure.text or not printed.get(figure.value) else replace(figure, text=printed[figure.value].pop(0))
        for figure in said
    )


def _known(entry: LabelledSentence, vocabulary: Vocabulary) -> LabelledSentence:
    """The entry without codes that the vocabulary does not have."""
    unknown = set(_unknown(entry, vocabulary))
    return replace(
        entry,
        countries=entry.countries and tuple(code for code in entry.countries if code not in unknown),
        instruments=entry.instruments and tuple(code for code in entry.instruments if code not in unknown),
    )


def _unknown(entry: LabelledSentence, vocabulary: Vocabulary) -> Iterator[str]:
    yield from (code for code in entry.countries or () if code not in vocabulary.countries)
    yield from (code for code in entry.instruments or () if code not in vocabulary.instruments)


def _unknown_codes(labels: CuratedLabels, vocabulary: Vocabulary) -> Iterable[IngestWarning]:
    for entry in labels.sentences:
        for code in _unknown(entry, vocabulary):
            yield _warning(PROBLEM, labels, entry, f"there is no code {code!r}; it is left out, correct it there")


def _warning(code: str, labels: CuratedLabels, entry: LabelledSentence, cause: str) -> IngestWarning:
    begins = f" ({entry.begins}…)" if entry.begins else ""
    detail = f"{labels.origin}, line {entry.line}: {entry.id}{begins}: {cause}."
    return IngestWarning(code, detail, facts=(("file", labels.origin), ("line", entry.line)))
