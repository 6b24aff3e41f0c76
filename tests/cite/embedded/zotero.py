"""Reads a page's metadata by the rules that Zotero's translators document.

Rules: `Embedded Metadata` (Highwire: the item type follows the tag that names the container; one creator an element; a
name without a space or comma stays in one field; key words split at `;`), and `COinS` (Z39.88-2004, key/encoded
values). Only the rules are here; see https://www.zotero.org/support/dev/exposing_metadata.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

_TYPES = (
    ("citation_journal_title", "journalArticle", "publicationTitle"),
    ("citation_technical_report_institution", "report", "institution"),
    ("citation_conference_title", "conferencePaper", "proceedingsTitle"),
    ("citation_inbook_title", "bookSection", "bookTitle"),
    ("citation_dissertation_institution", "thesis", "university"),
)
_FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_doi": "DOI",
    "citation_publisher": "publisher",
    "citation_language": "language",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
}
_COINS = {"journal": "journalArticle", "book": "book", "dissertation": "thesis", "patent": "patent", "dc": "document"}
_GENRES = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}


@dataclass
class Item:
    """What would be in the library afterwards. A creator is a family and a given name, or one whole name."""

    type: str = ""
    creators: list[tuple[str, ...]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def read_highwire(tags: Iterable[tuple[str, str]]) -> Item:
    """The item that a page with these `meta` elements becomes."""
    given = list(tags)
    first = dict(reversed(given))
    item = Item(type="webpage")
    for name, kind, container in _TYPES:
        if name in first:
            item.type = kind
            item.fields[container] = first[name]
            break
    item.fields |= {target: first[name] for name, target in _FIELDS.items() if name in first}
    if "citation_firstpage" in first:
        pages = [first["citation_firstpage"], first.get("citation_lastpage", "")]
        item.fields["pages"] = "-".join(page for page in pages if page)
    item.creators = [_name(value) for name, value in given if name == "citation_author"]
    item.tags = [word.strip() for word in first.get("citation_keywords", "").split(";") if word.strip()]
    return item


def read_coins(title: str) -> Item:
    """The item that one entry of a list becomes."""
    pairs = parse_qsl(title, strict_parsing=True)
    values = dict(reversed(pairs))
    assert values["ctx_ver"] == "Z39.88-2004"
    form = values["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    item = Item(type=_GENRES.get(values.get("rft.genre", ""), _COINS[form]))
    title_names = ("rft.atitle", "rft.title", "rft.btitle")
    item.fields["title"] = next((values[name] for name in title_names if name in values), "")
    for name, target in (("rft.jtitle", "publicationTitle"), ("rft.date", "date"), ("rft.volume", "volume")):
        if name in values:
            item.fields[target] = values[name]
    if "rft.aulast" in values:
        item.creators.append((values["rft.aulast"], values.get("rft.aufirst", "")))
    item.creators += [_name(value) for name, value in pairs if name in ("rft.au", "rft.inv", "rft.creator")]
    return item


def _name(text: str) -> tuple[str, ...]:
    """`cleanAuthor`: the family name is before a comma or behind the last space; without either it is whole."""
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    given, _, family = text.rpartition(" ")
    return (family, given) if given else (text,)
