"""One sentence as a person and as extraction see it: which labels both give, which only one of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.ingest.extract import number
from app.ingest.gold import comparable
from app.ingest.records import Claim, ClaimType, Label, LabelledSentence, LabelSource

FIELDS = ("claim", "type", "country", "instrument", "citation", "figure")
"""What is compared. `claim`: whether the sentence asserts something; its only code is the same word."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A label of a sentence, and who gives it. Source, rule, trigger and confidence are extraction's."""

    field: str
    code: str
    person: bool
    extraction: bool
    source: LabelSource | None = None
    rule: str = ""
    trigger: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence that a person labelled; `found` tells whether extraction has it as one sentence, with this `text`."""

    uid: str
    text: str
    found: bool
    judgements: tuple[Judgement, ...]


def judge(entry: LabelledSentence, claim: Claim | None) -> JudgedSentence:
    """Compares the fields that the person gives; a sentence that extraction does not have misses all its labels."""
    return JudgedSentence(
        entry.id, claim.text if claim else entry.begins, claim is not None, tuple(_judgements(entry, claim))
    )


def _judgements(entry: LabelledSentence, claim: Claim | None) -> Iterator[Judgement]:
    if entry.type is not None:
        said, found = entry.type, claim.type if claim else None
        asserts = said != ClaimType.OTHER, found is not None and found.code != ClaimType.OTHER
        if any(asserts):
            yield Judgement("claim", "claim", *asserts)
        yield from _compare("type", Counter([str(said)]), {str(found.code): [found]} if found else {})
    for field, codes, labels in (
        ("country", entry.countries, claim.countries if claim else ()),
        ("instrument", entry.instruments, claim.instruments if claim else ()),
    ):
        if codes is not None:
            yield from _compare(field, Counter(set(codes)), {label.code: [label] for label in reversed(labels)})
    if entry.citations is not None:
        marks = claim.citations if claim else ()
        yield from _compare("citation", Counter(set(entry.citations)), {m.label: [Label(m.label)] for m in marks})
    if entry.figures is not None:
        measured: dict[str, list[Label]] = {}
        for figure in claim.figures if claim else ():
            measured.setdefault(_value(figure.value), []).append(Label(_value(figure.value), trigger=figure.text))
        yield from _compare("figure", Counter(_value(figure.value) for figure in entry.figures), measured)


def _compare(field: str, said: Counter[str], found: Mapping[str, list[Label]]) -> Iterator[Judgement]:
    """One judgement for each time that either gives a code."""
    for code in dict.fromkeys((*said, *found)):
        labels = found.get(code, [])
        for place in range(max(said[code], len(labels))):
            person = place < said[code]
            if place >= len(labels):
                yield Judgement(field, code, person, extraction=False)
                continue
            label = labels[place]
            yield Judgement(field, code, person, True, label.source, label.rule, label.trigger, label.confidence)


def _value(value: float) -> str:
    rounded = comparable(value)
    return rounded if isinstance(rounded, str) else str(number(rounded))
