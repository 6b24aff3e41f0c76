"""Entities: what papers name by proper names, browsed by kind and country; one of them with its claims over time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import ClaimsByYear, EntityCount, EntityDetail, PaperRecord
from app.library import Library
from app.library.authors import Written, written_by
from app.library.entities import EntityEntry, EntityFilter, count_countries, count_kinds, entity_entries
from app.pages.known import known_country
from app.pages.suggestions import suggest
from app.vocabulary import ENTITY_KINDS, Term
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/entities", include_in_schema=False)
SIZE = 60
CLAIMS = 20


@dataclass(frozen=True, slots=True)
class EntityChoices:
    """What the address of the list says."""

    filter: EntityFilter
    paper: str = ""
    """The slug of the one paper whose entities are asked for."""

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        asked = self.filter
        return {"q": asked.q, "kind": asked.kind, "country": asked.country, "paper": self.paper}

    def with_kind(self, kind: str) -> "EntityChoices":
        """The same with another kind, or none."""
        return replace(self, filter=replace(self.filter, kind=kind))

    def with_country(self, country: str) -> "EntityChoices":
        """The same with another country, or none."""
        return replace(self, filter=replace(self.filter, country=country))


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """The context of the list: one page of the entities asked for, of `paper` alone if one is chosen.

    `kinds` and `countries` count what choosing each would show.
    """

    template: ClassVar[str] = "pages/entities.html"
    choices: EntityChoices
    total: int
    paper: PaperRecord | None
    paging: Paging
    entries: tuple[EntityEntry, ...]
    kinds: Mapping[str, int]
    countries: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """The context of one entity's page: `claims` are those that name it, of `paper` and with `other` alone if given."""

    template: ClassVar[str] = "pages/entity.html"
    entry: EntityEntry
    term: Term | None
    detail: EntityDetail | None
    claims: ClaimsByYear
    paging: Paging
    query: Mapping[str, QueryValue]
    paper: PaperRecord | None
    other: EntityEntry | None
    together: tuple[EntityEntry, ...]
    written: Written


def read_entity_choices(
    library: LibraryHere,
    q: Annotated[str, Query()] = "",
    kind: Annotated[str, Query()] = "",
    country: Annotated[str, Query()] = "",
    paper: Annotated[str, Query()] = "",
) -> EntityChoices:
    """What an address asks for. Raises `NotFound` for a kind or a country that there is not."""
    if kind and kind not in ENTITY_KINDS:
        raise NotFound("kind", plain(kind))
    home = known_country(library, country).code if country else ""
    return EntityChoices(EntityFilter(plain(q), kind, home), plain(paper))


EntityChoicesHere = Annotated[EntityChoices, Depends(read_entity_choices)]


@router.get("", name="entities")
def list_entities(
    request: Request, library: LibraryHere, choices: EntityChoicesHere, page: PageNumber = ""
) -> Response:
    """The entities that claims name, or those of one paper, the most frequent first."""
    with library.session() as session:
        paper = catalogue.papers_by_slug(session, [choices.paper]).get(choices.paper)
        counts = catalogue.entities_in_paper(session, choices.paper) if paper else catalogue.entity_list(session)
    if choices.paper and paper is None:
        raise NotFound("paper", choices.paper)
    entries = entity_entries(counts, library.vocabulary)
    shown = tuple(filter(choices.filter.takes, entries))
    paging = Paging.of(read_page(page), SIZE, len(shown))
    context = EntitiesPage(
        choices,
        len(entries),
        paper,
        paging,
        paging.page_of(shown),
        count_kinds(tuple(filter(choices.with_kind("").filter.takes, entries))),
        count_countries(tuple(filter(choices.with_country("").filter.takes, entries))),
    )
    return render(request, context)


@router.get("/{code}", name="entity")
def show_entity(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    code: str,
    paper: Annotated[str, Query()] = "",
    other: Annotated[str, Query(alias="with")] = "",
    page: PageNumber = "",
) -> Response:
    """One entity. A name (英国皇家协会) leads to the code; others get 404 with suggestions."""
    code, paper, other = plain(code), plain(paper), plain(other)
    with library.session() as session:
        detail = catalogue.entity_detail(session, code)
        if detail is None and code not in library.vocabulary.entities:
            if named := library.vocabulary.entities.find(code):
                return RedirectResponse(links.url("entity", code=named.code), 301)
            raise NotFound("entity", code, suggest(code, library.vocabulary.entities, links, "entity"))
        offset = (read_page(page) - 1) * CLAIMS
        claims = catalogue.entity_claims(session, code, paper=paper, together=other, limit=CLAIMS, offset=offset)
        entry = _entry(library, code, detail)
        written = written_by(session, entry, [name.name for name in detail.names] if detail else ())
    paging = Paging.of(read_page(page), CLAIMS, claims.total)
    return render(request, _entity_page(library, entry, detail, claims, paging, paper, other, written))


def _entry(library: Library, code: str, detail: EntityDetail | None) -> EntityEntry:
    return EntityEntry.of(detail.count if detail else EntityCount(code, "", code, None, 0, 0), library.vocabulary)


def _entity_page(
    library: Library,
    entry: EntityEntry,
    detail: EntityDetail | None,
    claims: ClaimsByYear,
    paging: Paging,
    paper: str,
    other: str,
    written: Written,
) -> EntityPage:
    source = next((one.paper for one in detail.sources if one.paper.slug == paper), None) if detail else None
    together = entity_entries(detail.together, library.vocabulary) if detail else ()
    beside = next((entry for entry in together if entry.code == other), None)
    if paper and source is None:
        raise NotFound("paper", paper)
    if other and beside is None:
        raise NotFound("entity", other)
    term = library.vocabulary.glossary.get((entry.known and entry.known.term) or "")
    query: dict[str, QueryValue] = {"paper": paper, "with": other}
    return EntityPage(entry, term, detail, claims, paging, query, source, beside, together, written)
