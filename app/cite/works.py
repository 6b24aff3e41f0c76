"""What can be cited: any value with the fields of a bibliographic record, a paper of ours or a work it cites."""

from dataclasses import dataclass, fields
from typing import Any, Protocol


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
        """GB/T 7714 type letter: J, M, R, D, C, N, S, P, EB …"""

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
    container: str | None = None
    container_en: str | None = None
    publisher: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str | None = None
    document_type: str | None = None

    @classmethod
    def of(cls, record: Citable) -> "Work":
        """Takes what `record` has of these fields, on one line each: a document's line breaks mean nothing here."""
        taken = {field.name: getattr(record, field.name) for field in fields(cls) if hasattr(record, field.name)}
        return cls(**{name: _one_line(value) for name, value in taken.items()})

    @property
    def kind(self) -> str:
        """The type letter without its carrier: `J/OL` → `J`; empty when nothing tells what it is."""
        letter = (self.document_type or "").partition("/")[0].strip().upper()
        return letter or ("J" if self.issue or self.volume else "EB" if self.url else "")


def _one_line(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(" ".join(part.split()) for part in value)
    return value
