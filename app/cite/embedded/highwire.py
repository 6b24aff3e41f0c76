"""Highwire tags (`<meta name="citation_…">`), as Google Scholar's guidelines for webmasters and Zotero read them.

Which tag names the container tells a reader what kind of work it is (Zotero's translator `Embedded Metadata`):
`citation_journal_title` an article, `citation_technical_report_institution` a report, and so on.
"""

from collections.abc import Iterable, Iterator

from app.cite.embedded.pages import first_and_last
from app.cite.works import Citable, Work

Tag = tuple[str, str]
"""Name and content of one `meta` element."""

_CONTAINERS = {
    "J": "journal_title",
    "N": "journal_title",
    "C": "conference_title",
    "A": "inbook_title",
    "R": "technical_report_institution",
    "D": "dissertation_institution",
}
"""By the letter of GB/T 7714, the tag that names the container, or the institution that stands in its place."""
_IN_INSTITUTIONS = frozenset("RD")


def highwire(
    record: Citable,
    address: str,
    *,
    abstract: str | None = None,
    keywords: Iterable[str] = (),
) -> tuple[Tag, ...]:
    """The tags of one work whose page is at `address`; nothing that is unknown is named.

    Chinese names stand without a space, since readers split at spaces; key words are joined by `; `, the one
    separator that Zotero splits at.
    """
    return tuple((f"citation_{name}", value) for name, value in _tags(Work.of(record), address, abstract, keywords))


def _tags(work: Work, address: str, abstract: str | None, keywords: Iterable[str]) -> Iterator[Tag]:
    own = work.title or work.title_en
    first, last = first_and_last(work.pages)
    container = _CONTAINERS.get(work.kind)
    institution = work.publisher or work.container if work.kind in _IN_INSTITUTIONS else work.container
    yield from _known("title", own)
    for author in work.authors or work.authors_en:
        yield from _known("author", _unspaced(author))
    yield from _known("publication_date", work.date or (str(work.year) if work.year else None))
    if container:
        yield from _known(container, institution)
    yield from _known("volume", work.volume)
    yield from _known("issue", work.issue)
    yield from _known("firstpage", first)
    yield from _known("lastpage", last)
    yield from _known("doi", work.doi)
    yield from _known("publisher", work.publisher)
    yield from _known("language", work.language)
    yield from _known("abstract", abstract)
    yield from _known("keywords", "; ".join(word.replace(";", "；") for word in keywords))
    yield from _known("public_url", address)


def _known(name: str, value: str | None) -> Iterator[Tag]:
    if value and value.strip():
        yield name, " ".join(value.split())


def _unspaced(author: str) -> str:
    """A name in Chinese characters without spaces; others as they are."""
    joined = author.replace(" ", "").replace("\u3000", "")
    return author if any(letter.isascii() for letter in joined) else joined
