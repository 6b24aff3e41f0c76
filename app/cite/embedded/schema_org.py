"""Works and claims in the vocabulary of schema.org, as JSON-LD (https://schema.org/ScholarlyArticle, /Claim)."""

from collections.abc import Iterable
from typing import Any, Protocol

from app.cite.names import parse_name
from app.cite.styles import reference_text
from app.cite.works import Citable, Work

CONTEXT = "https://schema.org"
_TYPES = {
    "J": "ScholarlyArticle",
    "M": "Book",
    "A": "Chapter",
    "C": "ScholarlyArticle",
    "R": "Report",
    "D": "Thesis",
    "N": "NewsArticle",
    "DB": "Dataset",
}
"""By the letter of GB/T 7714."""

Json = dict[str, Any]


class Speaker(Protocol):
    """To whom a sentence attributes what it says."""

    @property
    def name(self) -> str:
        """As printed."""

    @property
    def kind(self) -> str:
        """`person`, `institution` or `document`."""


class QuotableClaim(Protocol):
    """What is told of a claim."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def speaker(self) -> Speaker | None:
        """Who says it, if not the authors."""


def as_article(
    record: Citable,
    address: str,
    *,
    abstract: str | None = None,
    keywords: Iterable[str] = (),
    cites: Iterable[str] = (),
) -> Json:
    """The work whose page is at `address`; `cites` are addresses of works that it cites, of which each says its own."""
    work = Work.of(record)
    return _without_gaps(
        {
            "@context": CONTEXT,
            **_described(work),
            "@id": address,
            "url": address,
            "abstract": abstract,
            "keywords": list(keywords),
            "citation": [{"@id": cited} for cited in dict.fromkeys(cites)],
        }
    )


def as_claim(
    claim: QuotableClaim,
    address: str,
    paper: Citable,
    paper_address: str,
    *,
    about: Iterable[str] = (),
    cites: Iterable[Citable] = (),
) -> Json:
    """A claim with the paper in which it appears and the works that it cites; `about` are names of countries.

    Its author is whoever the sentence says it is, else the authors of the paper.
    """
    work = Work.of(paper)
    return _without_gaps(
        {
            "@context": CONTEXT,
            "@type": "Claim",
            "@id": address,
            "url": address,
            "text": claim.text,
            "inLanguage": work.language,
            "author": _speaker(claim.speaker) if claim.speaker else _authors(work),
            "about": [{"@type": "Country", "name": name} for name in about],
            "appearance": {**_described(work), "@id": paper_address, "url": paper_address},
            "citation": [reference_text(cited) for cited in cites],
        }
    )


def _speaker(speaker: Speaker) -> Json | None:
    """Persons and institutions; a document is no author."""
    kind = {"person": "Person", "institution": "Organization"}.get(speaker.kind)
    return {"@type": kind, "name": speaker.name} if kind else None


def _described(work: Work) -> Json:
    title = work.title or work.title_en
    return {
        "@type": _TYPES.get(work.kind, "CreativeWork"),
        "name": title,
        "headline": title,
        "alternativeHeadline": work.title_en if work.title else None,
        "author": _authors(work),
        "datePublished": work.date or (str(work.year) if work.year else None),
        "inLanguage": work.language,
        "isPartOf": _container(work),
        "pagination": work.pages,
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": work.doi} if work.doi else None,
        "sameAs": [f"https://doi.org/{work.doi}"] if work.doi else None,
    }


def _authors(work: Work) -> list[Json]:
    """A name that can be taken apart is a person's; of others only the name is said."""
    named = zip(work.authors or work.authors_en, map(parse_name, work.authors or work.authors_en), strict=True)
    return [{"@type": "Person" if name.given else "Organization", "name": printed} for printed, name in named]


def _container(work: Work) -> Json | None:
    """The journal, through its volume and issue where those are known."""
    if not work.container or work.kind in ("M", "R", "D"):
        return None
    whole: Json = {"@type": "Periodical" if work.kind in ("J", "N") else "CreativeWork", "name": work.container}
    if work.volume:
        whole = {"@type": "PublicationVolume", "volumeNumber": work.volume, "isPartOf": whole}
    if work.issue:
        whole = {"@type": "PublicationIssue", "issueNumber": work.issue, "isPartOf": whole}
    return whole


def _without_gaps(values: Json) -> Json:
    """The same without what is unknown, at every depth: schema.org has no word for that."""
    kept = ((name, _without_gaps(value) if isinstance(value, dict) else value) for name, value in values.items())
    return {name: value for name, value in kept if value not in (None, "", [], {})}
