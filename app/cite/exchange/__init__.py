"""Records for reference managers and for programs that format: BibTeX, RIS, CSL JSON and EndNote XML.

Text of documents is data in all of them, never markup.
"""

from app.cite.exchange.bibtex import as_bibtex
from app.cite.exchange.csl import as_csl_json
from app.cite.exchange.endnote import as_endnote_xml
from app.cite.exchange.formats import FORMATS, ExchangeFormat, Format
from app.cite.exchange.ris import as_ris

__all__ = ["FORMATS", "ExchangeFormat", "Format", "as_bibtex", "as_csl_json", "as_endnote_xml", "as_ris"]
