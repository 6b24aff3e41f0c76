"""Addresses of pages, made from the names of routes: templates and handlers never spell one."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, quote_plus

from fastapi import FastAPI, Request

from app.web.assets import fingerprint
from app.web.locale import KNOWN_LOCALES, locale_of_path

_PATHS = 8192
"""Paths that are kept: a page of results links to some hundred."""

QueryValue = str | int | None | Iterable[str]


_quoted = lru_cache(maxsize=_PATHS)(quote_plus)
"""The links of a page of results all have the same search in them."""


def query_string(query: Mapping[str, QueryValue]) -> str:
    """`query` as the part after `?`; empty values are left out, several values repeat the name."""
    pairs: list[str] = []
    for name, value in query.items():
        if value is None or value == "" or value == ():
            continue
        values = (value,) if isinstance(value, str | int) else value
        pairs += [f"{_quoted(name)}={_quoted(str(one))}" for one in values if one not in (None, "")]
    return "&".join(pairs)


class Links:
    """Makes addresses in one locale."""

    def __init__(self, app: FastAPI, locale: str) -> None:
        self._path_for = _remembering(app)
        self.locale = locale

    def url(self, name: str, query: Mapping[str, QueryValue] | None = None, anchor: str = "", **parts: str) -> str:
        """The path of the page `name` in this locale, e.g. `url("country", code="JP")` → `/zh/countries/JP`."""
        path = str(self._path_for(name, locale=self.locale, **parts))
        return _join(path, query_string(query or {}), anchor)

    def twin(self, path: str, query: Mapping[str, QueryValue] | None = None) -> str:
        """The address of the JSON twin at `path` below /api/v1."""
        return _join(f"/api/v1{quote(path)}", query_string(query or {}), "")


def _remembering(app: FastAPI) -> Callable[..., str]:
    """The application's `url_path_for` with its answers kept: looking through all routes is slow, and they stay."""
    if not hasattr(app.state, "path_for"):
        app.state.path_for = lru_cache(maxsize=_PATHS)(app.url_path_for)
    path_for: Callable[..., str] = app.state.path_for
    return path_for


def _join(path: str, query: str, anchor: str) -> str:
    return path + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def static_url(path: str) -> str:
    """The address of a file below static/, with its fingerprint."""
    return f"/static/{path}?v={fingerprint(path)}"


def alternates(request: Request) -> dict[str, str]:
    """The same page with the same query in each locale; the home pages for an address under no locale."""
    query = f"?{request.url.query}" if request.url.query else ""
    current = locale_of_path(request.url.path)
    if current is None:
        return {locale: f"/{locale}/" for locale in KNOWN_LOCALES}
    rest = quote(request.url.path[len(current) + 1 :], safe="/:@")
    return {locale: f"/{locale}{rest}{query}" for locale in KNOWN_LOCALES}
