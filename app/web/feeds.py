"""XML for other programs: an Atom feed (RFC 4287) and an OpenSearch 1.1 description. Every text is escaped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
ATOM_TYPE = "application/atom+xml"
OPENSEARCH_TYPE = "application/opensearchdescription+xml"
SUGGESTIONS_TYPE = "application/x-suggestions+json"
LONGEST_SHORT_NAME = 16
"""Characters that OpenSearch allows in a short name."""
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed. `id` never changes; `address` leads to its page."""

    id: str
    title: str
    address: str
    updated: datetime
    authors: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Feed:
    """`address` is that of the feed itself, `page` that of the page that it follows."""

    title: str
    language: str
    address: str
    page: str
    updated: datetime
    entries: tuple[Entry, ...]


def as_atom(feed: Feed) -> bytes:
    """The feed as a document. Every entry has an author: the feed itself names one for those without."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _add(root, "title", feed.title)
    _add(root, "id", feed.address)
    _add(root, "link", rel="self", type=ATOM_TYPE, href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    _add(root, "updated", feed.updated.isoformat())
    _add(_add(root, "author"), "name", "Kewai")
    for entry in feed.entries:
        item = _add(root, "entry")
        _add(item, "title", entry.title)
        _add(item, "id", entry.id)
        _add(item, "link", rel="alternate", type="text/html", href=entry.address)
        _add(item, "updated", entry.updated.isoformat())
        for author in entry.authors:
            _add(_add(item, "author"), "name", author)
        _add(item, "content", entry.text, type="text")
    return _document(root)


def as_opensearch(name: str, description: str, language: str, addresses: Iterable[tuple[str, str]]) -> bytes:
    """A description that lets browsers search here; `addresses` are media types with templates of addresses."""
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": OPENSEARCH})
    _add(root, "ShortName", name[:LONGEST_SHORT_NAME])
    _add(root, "Description", description)
    for media_type, template in addresses:
        _add(root, "Url", type=media_type, template=template)
    _add(root, "Language", language)
    for encoding in ("InputEncoding", "OutputEncoding"):
        _add(root, encoding, "UTF-8")
    return _document(root)


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()})
    element.text = _clean(text) or None
    return element


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _document(root: ElementTree.Element) -> bytes:
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
