"""What can be cited: any value with the fields of a bibliographic record, a paper of ours or a work it cites."""

import re
from dataclasses import dataclass, fields
from typing import Any, Protocol

from app.text.scripts import has_han


class Citable(Protocol):
    """The fields that every bibliographic record has, unknown ones being `None` or empty."""

    @property
    def title(self) -> str | None:
        """As printed, in the work's own language."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Each as printed: 王明国, Nina V. Fedoroff, The Royal Society."""

    @property
    def container(self) -> str | None:
        """Journal, newspaper or book that it appeared in; of a book or report, its publisher."""

    @property
    def year(self) -> int | None:
        """Year of publication."""

    @property
    def volume(self) -> str | None:
        """Volume."""

    @property
    def issue(self) -> str | None:
        """Issue."""

    @property
    def pages(self) -> str | None:
        """First and last page: 40-47."""

    @property
    def document_type(self) -> str | None:
        """GB/T 7714 type letters, with those of the carrier: J, M, EB/OL …"""

    @property
    def url(self) -> str | None:
        """Address."""

    @property
    def doi(self) -> str | None:
        """Digital object identifier, without a resolver's address."""


@dataclass(frozen=True, slots=True)
class Work:
    """A record with every field that a style may ask for; `of` fills it from any `Citable`."""

    title: str | None = None
    title_en: str | None = None
    authors: tuple[str, ...] = ()
    authors_en: tuple[str, ...] = ()
    authors_complete: bool = True
    editors: tuple[str, ...] = ()
    """Of the book or proceedings that it stands in."""
    translators: tuple[str, ...] = ()
    container: str | None = None
    container_en: str | None = None
    event: str | None = None
    """The meeting at which a paper was given that no proceedings print."""
    edition: str | None = None
    """A number, or as printed: 2, 修订版, Rev. ed."""
    place: str | None = None
    publisher: str | None = None
    year: int | None = None
    date: str | None = None
    """The day of publication in ISO 8601, of what has one: 2013-01-12."""
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    """Of a report, a standard, a patent or a file in an archive."""
    pages: str | None = None
    doi: str | None = None
    url: str | None = None
    accessed: str | None = None
    """The day on which a work on the web was read, in ISO 8601."""
    language: str | None = None
    document_type: str | None = None
    text: str | None = None
    """The entry as printed, of a work of which nothing else may be known."""
    note: str | None = None
    """Where the record comes from, if no printed entry has it: for reference managers, in no list of references."""

    @classmethod
    def of(cls, record: Citable) -> "Work":
        """Takes what `record` has of these fields, on one line each: a document's line breaks mean nothing here."""
        if isinstance(record, cls):
            return cls(**{field.name: one_line(getattr(record, field.name)) for field in fields(cls)})
        taken = {field.name: getattr(record, field.name) for field in fields(cls) if hasattr(record, field.name)}
        return cls(**{name: one_line(value) for name, value in taken.items()})

    @property
    def kind(self) -> str:
        """The type letter without its carrier: `J/OL` → `J`; empty when nothing tells what it is."""
        letter = (self.document_type or "").partition("/")[0].strip().upper()
        return letter or ("J" if self.issue or self.volume else "EB" if self.url else "")

    @property
    def carrier(self) -> str:
        """The letters of the carrier: `OL` of what is on the web, `CD` …; empty for paper."""
        printed = (self.document_type or "").partition("/")[2].strip().upper()
        return printed or ("OL" if self.url or self.doi else "")

    @property
    def chinese(self) -> bool:
        """Whether the work is in Chinese, as its record says or else as its title and authors are printed."""
        if self.language:
            return self.language.lower().startswith("zh")
        return has_han(self.title or "".join(self.authors) or self.container or "")

    @property
    def host(self) -> str | None:
        """The journal, newspaper, book or proceedings that it stands in.

        The entry of a book, a report or a thesis has its publisher where others have their container.
        """
        if self.container is None or self.kind in _PERIODICALS:
            return self.container
        bare = not self.publisher and not self.editors
        return None if bare and (self.kind in _PUBLISHED or _PUBLISHER.search(self.container)) else self.container

    @property
    def house(self) -> str | None:
        """Who published it: a press, a university, the institution of a report."""
        return self.publisher or (None if self.host else self.container)

    @property
    def path(self) -> str | None:
        """Its address: that of its DOI where it has one, else as it is known."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


_PERIODICALS = frozenset({"J", "N"})
_PUBLISHED = frozenset({"M", "D", "R", "S", "DB", "DS", "EB", "CP", "PP", "CM"})
_PUBLISHER = re.compile(
    r"出版|书局|书店|印书馆|大学$|学院$|研究院$|\b(?:Press|Publish\w*|Books?|University|Verlag|House|Sons|Springer|Elsevier)\b"
)


_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")


def one_line(value: Any) -> Any:
    """Text, or a tuple of texts, with each run of white space as one space; anything else as it is.

    Characters that no format can hold, controls and halves of a pair, are left out.
    """
    if isinstance(value, str):
        return " ".join(_UNPRINTABLE.sub("", value).split())
    if isinstance(value, tuple | list):
        return tuple(text for part in value if (text := one_line(str(part))))
    return value
