"""Claims and the papers they stand in, in the formats of other programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from app import cite
from app.api.shapes import Shaper
from app.catalogue.views import ClaimView
from app.cite import Format

COLUMNS = (
    *("id", "text", "text_en", "text_en_source", "text_en_note", "type"),
    *("countries", "instruments", "named_instruments", "citations", "figures"),
    *("paper", "title", "authors", "year", "section", "heading", "url"),
)


def export(claims: Iterable[ClaimView], format: Format, shaper: Shaper, style: str = cite.USUAL["zh"]) -> Iterator[str]:
    """The file piece by piece, as claims come in.

    `csv` and `jsonl` give the claims; the others each paper once, in the order of its first claim; `references` a list
    of references in `style`. Raises `KeyError` for a style that there is not.
    """
    if format is Format.JSONL:
        yield from cite.jsonl_lines(shaper.claim(claim).model_dump() for claim in claims)
    elif format is Format.CSV:
        yield from cite.csv_lines((_row(claim, shaper) for claim in claims), COLUMNS)
    else:
        papers = list({claim.paper.slug: claim.paper for claim in claims}.values())
        if format is Format.REFERENCES:
            yield from (f"{line}\n" for line in cite.bibliography(papers, style))
        else:
            yield cite.FORMATS[format].write(papers)


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
