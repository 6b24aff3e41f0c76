"""What identifies a paper and a section."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The bibliographic record of a paper: all that a list entry or a reference to it needs."""

    slug: str
    title: str | None
    title_en: str | None
    authors: tuple[str, ...]
    authors_en: tuple[str, ...]
    authors_complete: bool
    """False when more authors are known to exist than are listed (等, et al.)."""
    container: str | None
    container_en: str | None
    publisher: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    url: str | None
    language: str
    document_type: str
    translated: tuple[str, ...] = ()
    """Those of the English fields of the paper that are the project's translation: `title_en`, `abstract_en` …"""


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """What a paper is called."""

    title: str | None
    title_en: str | None


@dataclass(frozen=True, slots=True)
class SectionRef:
    """The section that a claim stands in. `id` is its number in the paper: "1.2"; front matter is "0"."""

    id: str
    level: int
    heading: str
    heading_en: str | None
