"""The papers, and one paper: its record, its text as claims, its references."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app import catalogue, cite
from app.catalogue.views import ClaimView, PaperDetail, PaperSummary, TermPlace
from app.library import Library
from app.library.entities import EntityEntry, entity_entries
from app.library.passages import Passage, cited_passages, quoting
from app.library.retold import Retold, retold
from app.library.similar import SameFact
from app.pages.departed import answer_for_paper
from app.pages.reading import Asked, ReadingChoices, choose, has_english
from app.search.request import SearchUnavailableError
from app.web.citing import style_for
from app.web.dependencies import LibraryHere, PageNumber
from app.web.finding import Found, find_in
from app.web.paging import Paging, read_page
from app.web.representations import link_header
from app.web.templating import render, request_locale, site_origin
from app.web.terms import linkable
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/papers", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The context of the list of papers."""

    template: ClassVar[str] = "pages/papers.html"
    papers: tuple[PaperSummary, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The context of one paper's page. `reference` cites the paper in the style with the code `style`."""

    template: ClassVar[str] = "pages/paper.html"
    paper: PaperDetail
    reference: str
    style: str
    choices: ReadingChoices
    languages: tuple[str, ...]
    """Those that the text is shown in, the reader's first."""
    terms: Mapping[str, tuple[TermPlace, ...]]
    """Places of terms that are links, by the claim's uid; empty when terms are not marked."""
    translated: bool
    """Whether any of its claims has English."""
    found: Found
    named: tuple[EntityEntry, ...]
    """The entities that its claims name."""
    passages: tuple[Passage, ...]
    """Where other papers cite it, and what they quote."""
    quoted: Mapping[str, tuple[ClaimView, ...]]
    """Who quotes a sentence, by its uid."""
    retold: tuple[Retold, ...]
    """Its sentences that other papers tell too; none while there is no usable index."""
    again: Mapping[str, tuple[tuple[SameFact, ClaimView], ...]]
    """Who tells the same as a sentence, by its uid."""


@router.get("", name="papers")
def list_papers(request: Request, library: LibraryHere, page: PageNumber = "") -> Response:
    """All papers, a page at a time."""
    with library.session() as session:
        paging = Paging.of(read_page(page), SIZE, catalogue.overview(session).papers)
        papers = catalogue.list_papers(session, limit=SIZE, offset=paging.offset)
    return render(request, PapersPage(papers, paging))


@router.get("/{slug}", name="paper")
def show_paper(request: Request, library: LibraryHere, slug: str, asked: Annotated[Asked, Depends()]) -> Response:
    """One paper, shown as was asked."""
    with library.session() as session:
        paper = catalogue.paper_detail(session, slug)
        terms = catalogue.terms_in_paper(session, slug) if asked.terms == "on" else {}
        named = entity_entries(catalogue.entities_in_paper(session, slug), library.vocabulary)
        citing = catalogue.claims_citing(session, slug)
    if paper is None:
        return answer_for_paper(request, library, plain(slug))
    locale = request_locale(request)
    translated = has_english(paper)
    choices = choose(asked, paper.record.slug, locale, translated)
    languages = choices.languages(locale)
    passages = cited_passages(paper, citing)
    style = style_for(request, locale)
    told = _retold(library, paper)
    page = PaperPage(
        paper=paper,
        reference=cite.reference_text(paper.record, style),
        style=style,
        choices=choices,
        languages=languages,
        terms={uid: linkable(places, library.vocabulary.glossary) for uid, places in terms.items()},
        translated=translated,
        found=find_in(paper, choices.find, languages),
        named=named,
        passages=passages,
        quoted=quoting(passages),
        retold=told,
        again={one.claim.uid: one.others for one in told},
    )
    answer = render(request, page)
    answer.headers["Link"] = link_header(site_origin(request), "papers", paper.record.slug)
    return answer


def _retold(library: Library, paper: PaperDetail) -> tuple[Retold, ...]:
    try:
        facts = library.same_facts(paper.record.slug)
    except SearchUnavailableError:
        return ()
    with library.session() as session:
        return retold(session, paper, facts)
