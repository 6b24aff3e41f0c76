"""What may stand beside a paper: works that its record adds, its English, labels given by a person."""

from dataclasses import dataclass

from app.ingest.values import ClaimType, Figure, IngestWarning


@dataclass(frozen=True, slots=True)
class AddedReference:
    """What a record's `[[references]]` table knows of a cited work beyond what the paper prints.

    `label` is that of the `Reference` it completes, `source` says where the knowledge comes from, and `paper`
    is the slug of the paper in the knowledge base that the work is, where that is known.
    """

    label: str
    source: str
    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    document_type: str | None = None
    url: str | None = None
    doi: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Translated:
    """A Chinese text with its English and the translator's note, from `line` of the translation file."""

    zh: str
    en: str
    note: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Translation:
    """A paper's English as its translation file gives it; `problems` are the entries that were left out.

    Title, authors, abstract, container and keywords are there for what the paper does not print in English.
    """

    origin: str
    """The file's name, for messages."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    abstract: str | None = None
    container: str | None = None
    keywords: tuple[str, ...] = ()
    headings: tuple[Translated, ...] = ()
    sentences: tuple[Translated, ...] = ()
    notes: tuple[Translated, ...] = ()
    problems: tuple[IngestWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """What a person says of one sentence, from `line` of a file of labels; `None` where they say nothing.

    `id` is the public identifier of the sentence, `begins` its first words, for those who read the file.
    """

    id: str
    begins: str = ""
    type: ClaimType | None = None
    countries: tuple[str, ...] | None = None
    instruments: tuple[str, ...] | None = None
    citations: tuple[str, ...] | None = None
    figures: tuple[Figure, ...] | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class CuratedLabels:
    """A paper's labels given by a person, as its file holds them; `problems` are the entries that were left out."""

    origin: str
    """The file's name, for messages."""
    sentences: tuple[LabelledSentence, ...] = ()
    problems: tuple[IngestWarning, ...] = ()
