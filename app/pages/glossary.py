"""The glossary: looked up by any name or pinyin, browsed by letter, pinyin and kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app import catalogue
from app.pages.suggestions import suggest
from app.vocabulary import Term
from app.vocabulary.glossary import TERM_KINDS
from app.vocabulary.lookup import (
    TermFilter,
    TermFinder,
    count_by,
    english_initial,
    english_order,
    pinyin_initial,
    pinyin_order,
)
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound, Suggestion
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/glossary", include_in_schema=False)
SIZE = 60
CLOSE = 4
"""Terms that are offered when nothing was found."""


@dataclass(frozen=True, slots=True)
class TermChoices:
    """What the address of the glossary says."""

    q: str = ""
    kind: str = ""
    letter: str = ""
    pinyin: str = ""

    @property
    def filter(self) -> TermFilter:
        """The filters alone."""
        return TermFilter(self.kind, self.letter, self.pinyin)

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        return {"q": self.q, "kind": self.kind, "letter": self.letter, "pinyin": self.pinyin}

    def with_kind(self, kind: str) -> "TermChoices":
        """The same with another kind, or none."""
        return replace(self, kind=kind)

    def with_letter(self, letter: str) -> "TermChoices":
        """The same under a letter of the English names; pinyin is another order."""
        return replace(self, letter=letter, pinyin="")

    def with_pinyin(self, initial: str) -> "TermChoices":
        """The same under an initial of the pinyin."""
        return replace(self, letter="", pinyin=initial)


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """The context of the glossary: one page of the terms that were asked for, under their initials.

    `kinds`, `letters` and `initials` count what choosing each would show; `counts` are claims by the term's code.
    """

    template: ClassVar[str] = "pages/glossary.html"
    choices: TermChoices
    total: int
    paging: Paging
    groups: tuple[tuple[str, tuple[Term, ...]], ...]
    kinds: Mapping[str, int]
    letters: Mapping[str, int]
    initials: Mapping[str, int]
    counts: Mapping[str, int]
    close: tuple[Suggestion, ...]


def read_term_choices(
    q: Annotated[str, Query()] = "",
    kind: Annotated[str, Query()] = "",
    letter: Annotated[str, Query()] = "",
    pinyin: Annotated[str, Query()] = "",
) -> TermChoices:
    """What an address asks for. Raises `NotFound` for a kind or a letter that there is not."""
    for name, value, known in (("kind", kind, TERM_KINDS), ("letter", letter, LETTERS), ("letter", pinyin, LETTERS)):
        if value and value not in known:
            raise NotFound(name, plain(value))
    return TermChoices(plain(q), kind, letter, pinyin)


LETTERS = tuple("0ABCDEFGHIJKLMNOPQRSTUVWXYZ")
TermChoicesHere = Annotated[TermChoices, Depends(read_term_choices)]


@router.get("", name="glossary")
def list_terms(
    request: Request, library: LibraryHere, links: LinksHere, choices: TermChoicesHere, page: PageNumber = ""
) -> Response:
    """All terms, or those that were asked for."""
    glossary = library.vocabulary.glossary
    found = TermFinder.of(glossary).find(choices.q)
    shown = [term for term in found if choices.filter.takes(term)]
    paging = Paging.of(read_page(page), SIZE, len(shown))
    with library.session() as session:
        counts = {count.code: count.claims for count in catalogue.term_list(session)}
    context = GlossaryPage(
        choices=choices,
        total=len(glossary),
        paging=paging,
        groups=_groups(shown, choices, links.locale, paging),
        kinds=_counts(found, replace(choices, kind=""), "kind", TERM_KINDS),
        letters=_counts(found, choices.with_letter(""), "letter", LETTERS),
        initials=_counts(found, choices.with_pinyin(""), "pinyin", LETTERS),
        counts=counts,
        close=() if found or not choices.q else suggest(choices.q, glossary, links, "term")[:CLOSE],
    )
    return render(request, context)


def _counts(found: Sequence[Term], choices: TermChoices, field: str, order: Sequence[str]) -> dict[str, int]:
    counts = count_by(filter(choices.filter.takes, found), field)
    return {key: counts[key] for key in order if key in counts}


def _groups(
    shown: Sequence[Term], choices: TermChoices, locale: str, paging: Paging
) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """The terms of one page: as they were found if something was looked up, and else under their initials."""
    if choices.q:
        return (("", paging.page_of(shown)),) if shown else ()
    chinese = bool(choices.pinyin) or (locale == "zh" and not choices.letter)
    ordered = sorted(shown, key=pinyin_order if chinese else english_order)
    initial = pinyin_initial if chinese else english_initial
    return tuple((letter, tuple(terms)) for letter, terms in groupby(paging.page_of(ordered), key=initial))
