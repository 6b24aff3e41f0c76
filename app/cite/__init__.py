"""Citing: references in GB/T 7714 and APA, quotations, and exchange formats for reference managers and tables."""

from collections.abc import Callable
from functools import partial

from app.cite.apa import format_apa
from app.cite.export import as_bibtex, as_csl_json, as_ris
from app.cite.gbt7714 import EDITION_2015, EDITION_2025, format_gbt7714
from app.cite.quotation import quotation
from app.cite.tables import as_csv, csv_lines, jsonl_lines
from app.cite.tbx import as_tbx
from app.cite.terms import TERM_COLUMNS, term_rows
from app.cite.works import Citable, Work

__all__ = [
    "STYLES",
    "TERM_COLUMNS",
    "Citable",
    "as_bibtex",
    "as_csl_json",
    "as_csv",
    "as_ris",
    "as_tbx",
    "csv_lines",
    "jsonl_lines",
    "quotation",
    "reference_text",
    "term_rows",
]

STYLES: dict[str, Callable[[Work], str]] = {
    "gb2025": partial(format_gbt7714, edition=EDITION_2025),
    "gb2015": partial(format_gbt7714, edition=EDITION_2015),
    "apa": format_apa,
}
"""Style → formatter; the first is the one to offer first."""


def reference_text(record: Citable, style: str = "gb2025") -> str:
    """The reference to a paper or a cited work in one of `STYLES`, as plain text on one line.

    A cited work of which only the printed entry is known is given as it is printed. Raises `KeyError` for an
    unknown style.
    """
    formatter = STYLES[style]
    printed = getattr(record, "text", None)
    if printed and not record.title:
        return " ".join(printed.split())
    return formatter(Work.of(record))
