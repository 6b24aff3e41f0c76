"""A claim's row → what the index holds of it: the one place where this is decided."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from app.models import Claim, Section
from app.search.analyzers import bigrams, search_words, stems, tokens
from app.search.request import HAS, ClaimDocument
from app.text.normalise import fold_text
from app.text.scripts import is_han


def claim_document(claim: Claim) -> ClaimDocument:
    """The document of a claim; reads its paper, section, countries and instruments."""
    return ClaimDocument(
        uid=claim.uid,
        paper=claim.paper.slug,
        position=claim.position,
        text=claim.text,
        text_en=claim.text_en or "",
        heading=claim.section.heading,
        title=claim.paper.title or "",
        heading_en=claim.section.heading_en or "",
        title_en=claim.paper.title_en or "",
        type=claim.type,
        countries=tuple(sorted(label.code for label in claim.countries)),
        instruments=tuple(sorted(label.code for label in claim.instruments)),
        year=claim.paper.year,
        speaker=claim.speaker or "",
        authors=(*claim.paper.authors, *claim.paper.authors_en),
        sections=tuple(_headings(claim.section)),
        has=tuple(name for name, value in _beside(claim).items() if value),
    )


def _headings(section: Section | None) -> Iterator[str]:
    while section:
        yield from filter(None, (section.heading, section.heading_en))
        section = section.parent


def _beside(claim: Claim) -> dict[str, object]:
    """What each of `HAS` is made of."""
    rows = (claim.figures, claim.text_en, claim.citations, claim.speaker, claim.periods)
    return dict(zip(HAS, rows, strict=True))


def index_fields(document: ClaimDocument) -> dict[str, Any]:
    """The fields of `schema.schema()` for a document."""
    folded, folded_en = fold_text(document.text), fold_text(document.text_en)
    words = search_words(folded)
    return {
        "of_paper": document.paper,
        "uid": document.uid.encode(),
        "paper": [document.paper],
        "position": document.position,
        "type": [document.type],
        "year": [] if document.year is None else [str(document.year)],
        "country": list(document.countries),
        "instrument": list(document.instruments),
        "words": words,
        "bigrams": bigrams(folded),
        "characters": list(folded),
        "english": stems(folded_en),
        "letters": [*folded_en, *bigrams(folded_en)],
        "heading": _context_words(document.heading),
        "title": _context_words(document.title),
        "heading_english": _context_stems(document.heading_en),
        "title_english": _context_stems(document.title_en),
        "latin": [word for word in (*words, *(token.text for token in tokens(folded_en))) if not is_han(word[0])],
        "has": list(document.has),
        "speaker": _names([document.speaker]),
        "author": _names(document.authors),
        "section": _names(document.sections),
        "folded": folded.encode(),
        "folded_en": folded_en.encode(),
    }


def _names(names: Iterable[str]) -> list[str]:
    """Folded, each once."""
    return list(dict.fromkeys(filter(None, map(fold_text, names))))


@lru_cache(maxsize=1024)
def _context_words(text: str) -> Sequence[str]:
    """The words of a heading or title, which many claims share."""
    return search_words(fold_text(text))


@lru_cache(maxsize=1024)
def _context_stems(text: str) -> Sequence[str]:
    return stems(fold_text(text))
