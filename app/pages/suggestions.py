"""What a visitor may have meant by a code or name that is not there."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Protocol

from app.web.errors import Suggestion
from app.web.urls import Links

LONGEST = 60
"""Characters of a mistyped name that are compared."""


class Named(Protocol):
    """An entry of the vocabulary."""

    @property
    def code(self) -> str:
        """Its code."""

    def label(self, locale: str) -> str:
        """Its name in a locale."""

    def names(self) -> Iterator[str]:
        """All its names."""


def suggest(asked: str, entries: Iterable[Named], links: Links, route: str) -> tuple[Suggestion, ...]:
    """Up to four entries with a code or name like `asked`, linked to their page `route`."""
    known = {name.casefold(): entry for entry in entries for name in (entry.code, *entry.names()) if name}
    close = get_close_matches(asked[:LONGEST].casefold(), known, n=8)
    found = {known[name].code: known[name] for name in close}
    return tuple(
        Suggestion(entry.label(links.locale), links.url(route, code=entry.code)) for entry in list(found.values())[:4]
    )
