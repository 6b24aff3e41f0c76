"""A claim's text cut where citation marks and names of terms stand, for pages that link terms in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.catalogue.views import CitationMark, ClaimView, TermPlace
from app.vocabulary import Glossary


@dataclass(frozen=True, slots=True)
class TermPiece:
    """A stretch of a claim's text, the term that it names if it is a name, and the marks that stand after it."""

    text: str
    term: str | None
    marks: tuple[CitationMark, ...] = ()
    start: int = 0
    """Where in the claim's text it begins."""


def linkable(places: Iterable[TermPlace], glossary: Glossary) -> tuple[TermPlace, ...]:
    """Where each term first stands, without words too common to be marked and terms that are no longer known."""
    first: dict[str, TermPlace] = {}
    for place in sorted(places, key=lambda place: place.start):
        term = glossary.get(place.code)
        if term is not None and not term.common:
            first.setdefault(place.code, place)
    return tuple(first.values())


def term_pieces(claim: ClaimView, places: Iterable[TermPlace]) -> Iterator[TermPiece]:
    """The claim's text in pieces; the texts joined give the whole text again.

    Places that do not lie in the text, or lie over one another, are passed over; a mark inside a name follows the
    name, and one beyond the text follows the text.
    """
    names = list(_apart(places, len(claim.text)))
    marks: dict[int, list[CitationMark]] = {}
    for mark in sorted(claim.citations, key=lambda mark: mark.at):
        marks.setdefault(_cut(mark.at, names, len(claim.text)), []).append(mark)
    starts = {place.start: place.code for place in names}
    edges = sorted({0, len(claim.text), *starts, *(place.end for place in names), *marks})
    if 0 in marks or len(edges) == 1:
        yield TermPiece("", None, tuple(marks.get(0, ())))
    for start, end in pairwise(edges):
        yield TermPiece(claim.text[start:end], starts.get(start), tuple(marks.get(end, ())), start)


def _apart(places: Iterable[TermPlace], length: int) -> Iterator[TermPlace]:
    end = 0
    for place in sorted(places, key=lambda place: place.start):
        if end <= place.start < place.end <= length:
            end = place.end
            yield place


def _cut(at: int, names: Iterable[TermPlace], length: int) -> int:
    """Where a mark is shown: at its own place within the text, or behind the name that it stands in."""
    at = min(max(at, 0), length)
    return next((place.end for place in names if place.start < at < place.end), at)
