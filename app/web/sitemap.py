"""Sitemaps (https://www.sitemaps.org/protocol.html) with each page in every language, as search engines read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.web.xml import Element, add, document

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MEDIA_TYPE = "application/xml"


@dataclass(frozen=True, slots=True)
class Place:
    """One page: its whole address by language tag, `x-default` among them, and when it changed, if that is known."""

    languages: Mapping[str, str]
    changed: datetime | None = None


def as_sitemap(places: Iterable[Place]) -> bytes:
    """A sitemap that lists each page once for each language and names its translations with each."""
    root = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for place in places:
        for tag, address in place.languages.items():
            if tag == "x-default":
                continue
            entry = add(root, "url")
            add(entry, "loc", address)
            if place.changed:
                add(entry, "lastmod", place.changed.isoformat(timespec="seconds"))
            for other, translation in place.languages.items():
                add(entry, "xhtml:link", rel="alternate", hreflang=other, href=translation)
    return document(root)


def as_index(addresses: Iterable[str]) -> bytes:
    """The list of a site's sitemaps."""
    root = Element("sitemapindex", {"xmlns": SITEMAP})
    for address in addresses:
        add(add(root, "sitemap"), "loc", address)
    return document(root)
