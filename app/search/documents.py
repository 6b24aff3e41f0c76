"""A claim's row → what the index holds of it: the one place where this is decided."""

from typing import Any

from app.models import Claim
from app.search.analyzers import bigrams, search_words, stems
from app.search.request import ClaimDocument
from app.text.normalise import fold_text


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
    )


def index_fields(document: ClaimDocument) -> dict[str, Any]:
    """The fields of `schema.schema()` for a document."""
    folded, folded_en = fold_text(document.text), fold_text(document.text_en)
    return {
        "of_paper": document.paper,
        "uid": document.uid.encode(),
        "paper": [document.paper],
        "position": document.position,
        "type": [document.type],
        "year": [] if document.year is None else [str(document.year)],
        "country": list(document.countries),
        "instrument": list(document.instruments),
        "words": search_words(folded),
        "bigrams": bigrams(folded),
        "characters": list(folded),
        "english": stems(folded_en),
        "letters": [*folded_en, *bigrams(folded_en)],
        "heading": search_words(fold_text(document.heading)),
        "title": search_words(fold_text(document.title)),
        "heading_english": stems(fold_text(document.heading_en)),
        "title_english": stems(fold_text(document.title_en)),
        "folded": folded.encode(),
        "folded_en": folded_en.encode(),
    }
