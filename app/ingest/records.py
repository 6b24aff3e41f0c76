"""The frozen values that ingestion stages hand to each other. They depend on nothing else in the system.

Offsets are counted in characters (code points) of `Document.text`; `text[start:end]` covers what is meant
as printed, line breaks and citation marks included.
"""

from dataclasses import dataclass, field

from app.ingest.attributions import Period as Period
from app.ingest.attributions import Speaker as Speaker
from app.ingest.attributions import SpeakerKind as SpeakerKind
from app.ingest.companions import AddedReference as AddedReference
from app.ingest.companions import CuratedLabels as CuratedLabels
from app.ingest.companions import LabelledSentence as LabelledSentence
from app.ingest.companions import Translated as Translated
from app.ingest.companions import Translation as Translation
from app.ingest.entity_mentions import EntityMention as EntityMention
from app.ingest.values import ClaimType as ClaimType
from app.ingest.values import Figure as Figure
from app.ingest.values import IngestWarning as IngestWarning
from app.ingest.values import LabelSource as LabelSource
from app.ingest.values import ReferenceKind as ReferenceKind


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The bibliographic record of a paper: what the text prints, or what a `.toml` beside the file says.

    `None` or `()` means unknown. `provenance` says, field by field, where a value comes from when the text
    does not print it, e.g. `{"authors": "002 cites it as [24]: 张翼燕等"}`.
    """

    title: str | None = None
    title_en: str | None = None
    authors: tuple[str, ...] = ()
    authors_en: tuple[str, ...] = ()
    authors_complete: bool = True
    abstract: str | None = None
    abstract_en: str | None = None
    keywords: tuple[str, ...] = ()
    keywords_en: tuple[str, ...] = ()
    container: str | None = None
    container_en: str | None = None
    publisher: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    url: str | None = None
    language: str = "zh-CN"
    document_type: str = "J"
    """GB/T 7714 type letter: J article, R report, M book …"""
    source: str | None = None
    """Where the text was taken from."""
    rights: str | None = None
    provenance: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text and what identifies it. `checksum` is the SHA-256 of the bytes, in hexadecimal."""

    slug: str
    text: str
    checksum: str
    format: str = "txt"
    encoding: str | None = "utf-8"
    origin: str = ""
    """The file's path as the user gave it, with the line number for JSON lines: for messages only."""
    record: Bibliography | None = None
    """What the `.toml` beside the file, or the JSON line, says."""
    added_references: tuple[AddedReference, ...] = ()
    """The `[[references]]` tables of the `.toml` beside the file."""
    translation: Translation | None = None
    """The project's English of it, if there is one."""
    curated: CuratedLabels | None = None
    """The labels that a person gave its sentences, if there are any."""
    warnings: tuple[IngestWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the paper. `number` is the path in the tree: "1", "1.2"; front matter is "0" with level 0."""

    number: str
    level: int
    heading: str
    """Without its number; empty for front matter and for untitled introductions."""
    start: int = 0
    end: int = 0
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A code put on a claim, with why: the rule's or model's name, and the words in the claim's `text` that led to it.

    Where a person gave it, these say how extraction comes to the same code; they are empty where it does not.
    """

    code: str
    source: LabelSource = LabelSource.RULE
    rule: str = ""
    trigger: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of the glossary that a claim names, and where: `claim.text[start:end]` for each of its `places`.

    `rule` is `term:defined` where the claim says what the term means, and else `term:name`.
    """

    code: str
    source: LabelSource = LabelSource.RULE
    rule: str = "term:name"
    trigger: str = ""
    """The name as it first stands there."""
    confidence: float | None = None
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One mark in a claim: the reference's label, where it stood, and the author whom the sentence names before it.

    `at` is the offset in `Claim.text` before which the mark stood: a page shows the mark there.
    """

    label: str
    at: int = 0
    named_author: str | None = None
    source: LabelSource = LabelSource.RULE


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence. `text` is cleaned (no line breaks, no citation marks, no spaces between Han characters)."""

    section: str
    text: str
    start: int
    end: int
    type: Label = Label("fact")
    countries: tuple[Label, ...] = ()
    instruments: tuple[Label, ...] = ()
    named_instruments: tuple[Label, ...] = ()
    terms: tuple[TermUse, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    speaker: Speaker | None = None
    """Who says it; `None` is the author."""
    speaker_entity: str | None = None
    """Code of the entity that the speaker is, where it is known."""
    periods: tuple[Period, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    """Names of real things and persons, in the order of the text, none over another."""
    paragraph: int = 0
    """Running number of the paragraph in the paper, for showing text as it was printed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a reference list, a footnote, or a work known only from the sentences that cite it.

    `label` is what `Citation.label` points to: the printed number, or for page footnotes the number through
    the whole paper. `text` is the entry as printed, `None` when the paper prints none.
    """

    label: str
    kind: ReferenceKind = ReferenceKind.REFERENCE
    text: str | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    document_type: str | None = None
    url: str | None = None
    accessed: str | None = None
    """The day on which a work on the web was read: 2017-03-13."""
    doi: str | None = None
    from_sentence: bool = False
    """True when no entry is printed and the fields come from the citing sentence."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was understood of one document: what `extract` prints and `preparing.prepare` makes rows of."""

    document: Document
    bibliography: Bibliography
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[IngestWarning, ...] = field(default=())
