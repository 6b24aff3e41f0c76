"""COinS: a work as a ContextObject inside a `span` of a list (Z39.88-2004; ocoins.info). Zotero offers the list."""

from collections.abc import Iterator
from urllib.parse import urlencode

from app.cite.embedded.pages import first_and_last
from app.cite.names import parse_name
from app.cite.works import Citable, Work

_FORMAT = "info:ofi/fmt:kev:mtx:"
_GENRES = {
    "J": ("journal", "article"),
    "N": ("journal", "article"),
    "M": ("book", "book"),
    "C": ("book", "proceeding"),
    "A": ("book", "bookitem"),
    "R": ("book", "report"),
    "D": ("dissertation", ""),
    "P": ("patent", ""),
}
"""By the letter of GB/T 7714, the format of the registry and the genre in it; anything else is Dublin Core."""


def coins(record: Citable) -> str:
    """The `title` of a `span` of class `Z3988`; still to be escaped as an attribute."""
    work = Work.of(record)
    format_, genre = _GENRES.get(work.kind, ("dc", ""))
    pairs: list[tuple[str, str | None]] = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", _FORMAT + format_),
        ("rft.genre", genre),
    ]
    pairs += _dublin_core(work) if format_ == "dc" else _described(work, format_, genre)
    if work.doi:
        pairs.append(("rft_id", f"info:doi/{work.doi}"))
    elif work.url and format_ != "dc":
        pairs.append(("rft_id", work.url))
    return urlencode([(name, value) for name, value in pairs if value])


def _described(work: Work, format_: str, genre: str) -> Iterator[tuple[str, str | None]]:
    title = work.title or work.title_en
    first, last = first_and_last(work.pages)
    if format_ == "journal":
        yield from (("rft.atitle", title), ("rft.jtitle", work.container))
        yield from (("rft.volume", work.volume), ("rft.issue", work.issue))
    elif genre in ("bookitem", "proceeding"):
        yield from (("rft.atitle", title), ("rft.btitle", work.container))
    else:
        yield ("rft.title" if format_ in ("dissertation", "patent") else "rft.btitle"), title
    yield from (("rft.spage", first), ("rft.epage", last), ("rft.date", _date(work)))
    if format_ == "book":
        yield "rft.pub", work.publisher or (work.container if genre in ("book", "report") else None)
        yield "rft.place", work.place
    if format_ == "dissertation":
        yield "rft.inst", work.publisher or work.container
    yield from _authors(work, "rft.inv" if format_ == "patent" else "rft.au")


def _dublin_core(work: Work) -> Iterator[tuple[str, str | None]]:
    yield from (("rft.title", work.title or work.title_en), ("rft.source", work.container))
    yield from (("rft.date", _date(work)), ("rft.publisher", work.publisher), ("rft.identifier", work.url))
    yield from (("rft.type", "webpage" if work.url else "document"), ("rft.language", work.language))
    yield from _authors(work, "rft.creator")


def _authors(work: Work, field: str) -> Iterator[tuple[str, str | None]]:
    """Each author; the first of a work with fields for that in two parts, since readers split at the last space."""
    names = [parse_name(author) for author in work.authors or work.authors_en]
    if names and field == "rft.au" and names[0].given and not names[0].han:
        yield from (("rft.aulast", names[0].family), ("rft.aufirst", names[0].given))
        names = names[1:]
    yield from ((field, name.full) for name in names)


def _date(work: Work) -> str | None:
    return work.date or (str(work.year) if work.year else None)
