"""Citing: references in the styles of `styles`, quotations, and exchange formats for reference managers and tables."""

from app.cite.exchange import FORMATS, ExchangeFormat, Format, as_bibtex, as_csl_json, as_endnote_xml, as_ris
from app.cite.locators import Locator
from app.cite.quotation import USUAL, Quotable, quotation
from app.cite.selectors import selectors, text_link
from app.cite.styles import STYLES, Style, bibliography, in_text, notes, reference_text
from app.cite.tables import as_csv, csv_lines, jsonl_lines
from app.cite.tbx import as_tbx
from app.cite.terms import TERM_COLUMNS, term_rows
from app.cite.works import Citable

__all__ = [
    "FORMATS",
    "STYLES",
    "TERM_COLUMNS",
    "USUAL",
    "Citable",
    "ExchangeFormat",
    "Format",
    "Locator",
    "Quotable",
    "Style",
    "as_bibtex",
    "as_csl_json",
    "as_csv",
    "as_endnote_xml",
    "as_ris",
    "as_tbx",
    "bibliography",
    "csv_lines",
    "in_text",
    "jsonl_lines",
    "notes",
    "quotation",
    "reference_text",
    "selectors",
    "term_rows",
    "text_link",
]
