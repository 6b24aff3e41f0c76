"""XML for other programs: an Atom feed (RFC 4287) and an OpenSearch 1.1 description. Every text is escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.web.xml import Element, add, document

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
ATOM_TYPE = "application/atom+xml"
OPENSEARCH_TYPE = "application/opensearchdescription+xml"
SUGGESTIONS_TYPE = "application/x-suggestions+json"
LONGEST_SHORT_NAME = 16
"""Characters that OpenSearch allows in a short name."""


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
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    add(root, "title", feed.title)
    add(root, "id", feed.address)
    add(root, "link", rel="self", type=ATOM_TYPE, href=feed.address)
    add(root, "link", rel="alternate", type="text/html", href=feed.page)
    add(root, "updated", feed.updated.isoformat())
    add(add(root, "author"), "name", "Kewai")
    for entry in feed.entries:
        item = add(root, "entry")
        add(item, "title", entry.title)
        add(item, "id", entry.id)
        add(item, "link", rel="alternate", type="text/html", href=entry.address)
        add(item, "updated", entry.updated.isoformat())
        for author in entry.authors:
            add(add(item, "author"), "name", author)
        add(item, "content", entry.text, type="text")
    return document(root)


def as_opensearch(name: str, description: str, language: str, addresses: Iterable[tuple[str, str]]) -> bytes:
    """A description that lets browsers search here; `addresses` are media types with templates of addresses."""
    root = Element("OpenSearchDescription", {"xmlns": OPENSEARCH})
    add(root, "ShortName", name[:LONGEST_SHORT_NAME])
    add(root, "Description", description)
    for media_type, template in addresses:
        add(root, "Url", type=media_type, template=template)
    add(root, "Language", language)
    for encoding in ("InputEncoding", "OutputEncoding"):
        add(root, encoding, "UTF-8")
    return document(root)
