"""The query language's public face: values, `parse` from text and `unparse` back to it.

`parse(unparse(query)).query == query` for every query, and `unparse(parse(text).query)` is the canonical writing.
"""

import re

from app.search.query_parser import NameResolver, Parsed, parse
from app.search.query_types import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Text,
    Wildcard,
    Words,
    Years,
    all_of,
    any_of,
    none_of,
)

__all__ = [
    "And",
    "Empty",
    "Fuzzy",
    "NameResolver",
    "Near",
    "Not",
    "Or",
    "Parsed",
    "Phrase",
    "Query",
    "Restriction",
    "Wildcard",
    "Words",
    "Years",
    "all_of",
    "any_of",
    "none_of",
    "parse",
    "unparse",
]

_BARE_VALUE = re.compile(r"[\w.][\w.-]*")


def unparse(query: Query) -> str:
    """The canonical writing of `query`, with English field names and codes; empty for `Empty`."""
    match query:
        case Not(part):
            return "-" + (f"({unparse(part)})" if isinstance(part, And | Or) else unparse(part))
        case And(parts):
            return " ".join(f"({unparse(part)})" if isinstance(part, Or) else unparse(part) for part in parts)
        case Or(parts):
            return " OR ".join(unparse(part) for part in parts)
        case Restriction(field, values):
            return f"{field}:{','.join(v if _BARE_VALUE.fullmatch(v) else _quoted(v) for v in values)}"
        case Years(start, end):
            return f"year:{start}" if start == end else f"year:{_year(start)}..{_year(end)}"
        case Empty():
            return ""
    return _text(query)


def _text(query: Text) -> str:
    match query:
        case Words(text) | Wildcard(text):
            return text
        case Phrase(text):
            return _quoted(text)
        case Near(_, distance):
            return f"{_quoted(query.text)}~{distance}"
        case Fuzzy(text, wrong):
            return f"{text}~{wrong}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
