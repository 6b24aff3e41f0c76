"""Which documents of one index segment fulfil a condition: set operations on sorted arrays of document numbers."""

from collections.abc import Callable, Sequence

import numpy as np

from app.search.analyzers import bigrams
from app.search.column_readers import CodesReader
from app.search.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Everything,
    HasTerm,
    Holds,
    Like,
    Mentions,
    Published,
    Resembles,
    Together,
    Without,
)
from app.search.inexact import alike, expression, fitting, literals, stand_near
from app.search.numbers import Numbers, any_of, both, none, without
from app.search.segments import Segment
from app.text.scripts import has_han, is_han

_AT_ONCE = 10_000
"""Texts that are in memory together."""
_FEW = 40
"""So many texts are read at once: looking at lists of documents first would take longer."""
_ENOUGH = 8
"""Looking at another list of documents pays when it is at most this many times as long as that of the candidates."""


def matches(condition: Condition, segment: Segment, among: Numbers | None = None) -> Numbers:
    """The numbers of the documents in `segment` that fulfil `condition`; where given, of those in `among`."""
    return segment.alive(_matches(condition, segment, among))


def _matches(condition: Condition, segment: Segment, among: Numbers | None) -> Numbers:
    """The documents that fulfil `condition`, deleted ones included; where given, of those in `among`."""
    match condition:
        case Holds(text):
            return any_of([_holding(text, segment, "", among), _holding(text, segment, "_en", among)])
        case Together(words, distance, apart):
            near = _matches(apart, segment, among)
            return _read(segment, near, lambda text: stand_near(words, distance, text))
        case Without(part):
            return without(segment.everything if among is None else among, _matches(part, segment, among))
        case AnyOf(parts) if among is None and all(isinstance(part, HasTerm) for part in parts):
            return any_of([_having(part.field, part.term, segment) for part in parts if isinstance(part, HasTerm)])
        case AnyOf(parts):
            return any_of([_matches(part, segment, among) for part in dict.fromkeys(parts)])
        case AllOf(parts):
            return _all_of(parts, segment, among)
        case Like(pattern) if has_han(pattern):
            held = _all_of([Holds(part) for part in literals(pattern)], segment, among)
            fits = expression(pattern).search
            return _read(segment, held, lambda text: fits(text) is not None)
    found = _listed(condition, segment)
    return found if among is None else both(found, among)


def _listed(condition: Condition, segment: Segment) -> Numbers:
    """The documents that fulfil a condition on their terms and codes."""
    terms, codes = segment.columns.terms, segment.columns.codes
    match condition:
        case HasTerm(field, term):
            return _having(field, term, segment)
        case Like(pattern):
            return any_of(map(terms["latin"].having, fitting(pattern, terms["latin"].terms.list)))
        case Resembles(word, wrong):
            return any_of(map(terms["latin"].having, alike(word, wrong, terms["latin"].terms.list)))
        case Mentions(field, text):
            return _with_codes(codes[field], [value for value in codes[field].values if text in value])
        case Published(start, end):
            years = [year for year in codes["year"].values if _between(start, int(year), end)]
            return _with_codes(codes["year"], years)
    return segment.everything


def _having(field: str, term: str, segment: Segment) -> Numbers:
    """The documents that have a term, or a code."""
    columns = segment.columns
    return columns.terms[field].having(term) if field in columns.terms else _with_codes(columns.codes[field], [term])


def _read(segment: Segment, candidates: Numbers, fits: Callable[[str], bool]) -> Numbers:
    """Those of the candidates of which the folded text, or that of the translation, fits."""
    parts = (candidates[start : start + _AT_ONCE] for start in range(0, len(candidates), _AT_ONCE))
    return np.concatenate([none(), *(_read_part(segment, part, fits) for part in parts)])


def _read_part(segment: Segment, candidates: Numbers, fits: Callable[[str], bool]) -> Numbers:
    found = none()
    for name in ("folded", "folded_en"):
        left = without(candidates, found)
        held = [bool(text) and fits(text) for text in segment.columns.texts[name].some(left)]
        found = any_of([found, left[np.array(held, dtype=bool)]])
    return found


def _all_of(parts: Sequence[Condition], segment: Segment, among: Numbers | None) -> Numbers:
    """Cheap parts first, each once: what they leave over is all that the dearer ones must look at."""
    found = among
    for part in sorted(dict.fromkeys(parts), key=lambda part: _effort(part, segment)):
        if not isinstance(part, Everything):
            found = _matches(part, segment, found)
            if not len(found):
                break
    return segment.everything if found is None else found


def _effort(condition: Condition, segment: Segment) -> tuple[int, int]:
    """Orders conditions by what it costs to look at them, and by how few documents they leave over."""
    terms = segment.columns.terms
    match condition:
        case HasTerm(field, term):
            return 0, terms[field].frequency(term) if field in terms else 0
        case Holds(text) if len(text) < 3:
            return 0, _frequency(text, segment)
        case Holds(text):
            return 1, min(_frequency(gram, segment) for gram in bigrams(text))
        case Together() | Like():
            return 3, 0
        case Without() | Everything():
            return 4, 0
    return 2, 0


def _frequency(text: str, segment: Segment) -> int:
    """How many documents have a text of one or two characters."""
    chinese, english = segment.columns.terms["characters" if len(text) == 1 else "bigrams"], "letters"
    return chinese.frequency(text) + segment.columns.terms[english].frequency(text)


def _with_codes(column: CodesReader, values: Sequence[str]) -> Numbers:
    """The documents that have any of the values."""
    wanted = np.isin(np.array(column.values, dtype=object), values)
    return column.having(wanted) if wanted.any() else none()


def _between(start: int | None, year: int, end: int | None) -> bool:
    return (start is None or start <= year) and (end is None or year <= end)


def _holding(text: str, segment: Segment, language: str, among: Numbers | None) -> Numbers:
    """The documents whose folded text has `text` in it: exactly those that a scan finds.

    A text that holds `text` holds each of its characters and bigrams, so these give the candidates. One character
    and one bigram settle it, and so does a Han word of the index, which stands in its text as it is; the texts of
    all other candidates are read.
    """
    terms = segment.columns.terms
    column = terms["letters" if language else "characters" if len(text) == 1 else "bigrams"]
    if len(text) < 3:
        found = column.having(text)
        return found if among is None else both(found, among)
    if among is not None and len(among) <= _FEW:
        return segment.columns.texts[f"folded{language}"].holding(text.encode(), among)
    grams = sorted(set(bigrams(text)), key=column.frequency)
    found = column.having(grams[0])
    found = found if among is None else both(found, among)
    for gram in grams[1:]:
        if column.frequency(gram) > _ENOUGH * len(found):
            break
        found = both(found, column.having(gram))
    return _reading(text, segment, language, found) if len(found) else found


def _reading(text: str, segment: Segment, language: str, candidates: Numbers) -> Numbers:
    """Those of the candidates whose folded text has `text` in it; texts are read where no word tells."""
    known = none()
    if not language and all(map(is_han, text)):
        known = both(candidates, segment.columns.terms["words"].having(text))
    texts = segment.columns.texts[f"folded{language}"]
    return any_of([known, texts.holding(text.encode(), without(candidates, known))])
