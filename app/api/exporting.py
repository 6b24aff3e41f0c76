"""Claims and the papers they stand in, in the formats of other programs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app import cite
from app.api.shapes import Shaper
from app.catalogue.views import ClaimView, PaperRecord
from app.cite import Format

OF_CLAIMS = (Format.CSV, Format.JSONL)
"""Formats that give claims; the others give papers."""
COLUMNS = (
    *("id", "text", "text_en", "text_en_source", "text_en_note", "type"),
    *("countries", "instruments", "named_instruments", "citations", "figures"),
    *("paper", "title", "authors", "year", "section", "heading", "url"),
)


def export_claims(claims: Iterable[ClaimView], format: Format, shaper: Shaper) -> Iterator[str]:
    """Claims as `csv` or `jsonl`, piece by piece as they come in."""
    if format is Format.JSONL:
        return cite.jsonl_lines(shaper.claim(claim).model_dump() for claim in claims)
    return cite.csv_lines((_row(claim, shaper) for claim in claims), COLUMNS)


def export_papers(papers: Sequence[PaperRecord], format: Format, style: str = cite.USUAL["zh"]) -> Iterator[str]:
    """Papers for reference managers, or as `references` in a style. Raises `KeyError` for a style that there is not."""
    if format is Format.REFERENCES:
        return (f"{line}\n" for line in cite.bibliography(papers, style))
    return iter([cite.FORMATS[format].write(papers)])


def _row(claim: ClaimView, shaper: Shaper) -> dict[str, Any]:
    shape = shaper.claim(claim)
    return shape.model_dump() | {
        "figures": [figure.text or f"{figure.value:g} {figure.unit}".strip() for figure in claim.figures],
        "paper": claim.paper.slug,
        "title": claim.paper.title,
        "authors": claim.paper.authors,
        "year": claim.paper.year,
        "section": claim.section.id,
        "heading": claim.section.heading,
    }
