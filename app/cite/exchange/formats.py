"""The formats by the code that addresses and commands use, each with the ending and media type of its files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.cite.exchange.bibtex import as_bibtex
from app.cite.exchange.csl import as_csl_json
from app.cite.exchange.endnote import as_endnote_xml
from app.cite.exchange.ris import as_ris
from app.cite.works import Citable


class Format(StrEnum):
    """What claims are given out as: a table or lines, their papers for a reference manager, or a list of references."""

    CSV = "csv"
    JSONL = "jsonl"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csljson"
    ENDNOTE = "endnote"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """A format, and how its files are known."""

    code: str
    name: str
    ending: str
    media_type: str
    """Those of BibTeX and RIS are the ones that Zotero's connector takes for itself."""
    write: Callable[[Iterable[Citable]], str]


FORMATS: dict[str, ExchangeFormat] = {
    format.code: format
    for format in (
        ExchangeFormat("bibtex", "BibTeX", "bib", "application/x-bibtex", as_bibtex),
        ExchangeFormat("ris", "RIS", "ris", "application/x-research-info-systems", as_ris),
        ExchangeFormat("csljson", "CSL JSON", "csl.json", "application/vnd.citationstyles.csl+json", as_csl_json),
        ExchangeFormat("endnote", "EndNote XML", "endnote.xml", "application/xml", as_endnote_xml),
    )
}
"""Format by its code. EndNote XML has no media type of its own (RFC 7303 covers it)."""
