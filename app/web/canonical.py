"""The one address of a page (RFC 6596), and the same page in each language, for search engines.

An address carries what its page is asked for; whoever links to it may add anything. The canonical one keeps those
parameters that the page reads, without those that only change how the same things are matched, ordered or shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from fastapi import Request

from app.web.locale import KNOWN_LOCALES, LANGUAGE_TAGS, locale_of_path
from app.web.text import plain
from app.web.urls import query_string

MANNER = frozenset({"by", "mode", "sort", "style", "synonyms", "terms", "text", "was"})
"""Parameters that say how, not what."""


class _Parameter(Protocol):
    alias: str


class Reading(Protocol):
    """What a route reads from an address, its dependencies among them (FastAPI's `Dependant`)."""

    query_params: list[_Parameter]
    dependencies: "list[Reading]"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Whole addresses of a page."""

    canonical: str
    languages: tuple[tuple[str, str], ...]
    """By language tag, `x-default` last (the address that asks the browser); none for a page under no locale."""


def addresses(request: Request, origin: str) -> Addresses:
    """The addresses of the page that `request` asks for, on the site at `origin`."""
    locale = locale_of_path(request.url.path)
    query = _query(request)
    if locale is None:
        return Addresses(origin + _path(request.url.path) + query, ())
    rest = _path(request.url.path[len(locale) + 1 :])
    own = {LANGUAGE_TAGS[one]: f"{origin}/{one}{rest}{query}" for one in KNOWN_LOCALES}
    return Addresses(own[LANGUAGE_TAGS[locale]], (*own.items(), ("x-default", origin + rest + query)))


def read_by(reading: Reading) -> Iterator[str]:
    """The names of all parameters in the order in which they are declared."""
    yield from (parameter.alias for parameter in reading.query_params)
    for dependency in reading.dependencies:
        yield from read_by(dependency)


def _query(request: Request) -> str:
    reading = getattr(request.scope.get("route"), "dependant", None)
    names = (name for name in dict.fromkeys(read_by(reading) if reading else ()) if name not in MANNER)
    kept = {name: [plain(value) for value in request.query_params.getlist(name)] for name in names}
    if kept.get("page") == ["1"]:
        del kept["page"]
    written = query_string(kept)
    return f"?{written}" if written else ""


def _path(path: str) -> str:
    return quote(path, safe="/:@")
