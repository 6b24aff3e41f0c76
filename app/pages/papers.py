"""The papers, and one paper: its record, its text as claims, its references."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue, cite
from app.catalogue.views import PaperDetail, PaperSummary, ReferenceView, TermPlace
from app.library.entities import EntityEntry, entity_entries
from app.pages.departed import answer_for_paper
from app.web.dependencies import LibraryHere, PageNumber
from app.web.paging import Paging, read_page
from app.web.templating import render, request_locale
from app.web.terms import linkable
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/papers", include_in_schema=False)
SIZE = 20
TEXTS = ("zh", "en", "both")
"""Ways to show a text: the Chinese, its English, or each sentence beside the other."""


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The context of the list of papers."""

    template: ClassVar[str] = "pages/papers.html"
    papers: tuple[PaperSummary, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The context of one paper's page. `entries` are its references and notes by anchor.

    `references` cite the paper itself, by the code of their style.
    """

    template: ClassVar[str] = "pages/paper.html"
    paper: PaperDetail
    entries: Mapping[str, ReferenceView]
    references: tuple[tuple[str, str], ...]
    marked: bool
    """Whether terms of the glossary are links; `terms` are their places by the claim's uid, empty when not."""
    terms: Mapping[str, tuple[TermPlace, ...]]
    text: str
    """In which language the text stands: one of `TEXTS`."""
    translated: bool
    """Whether any of its claims has English."""
    named: tuple[EntityEntry, ...]
    """The entities that its claims name."""


@router.get("", name="papers")
def list_papers(request: Request, library: LibraryHere, page: PageNumber = "") -> Response:
    """All papers, a page at a time."""
    with library.session() as session:
        paging = Paging.of(read_page(page), SIZE, catalogue.overview(session).papers)
        papers = catalogue.list_papers(session, limit=SIZE, offset=paging.offset)
    return render(request, PapersPage(papers, paging))


@router.get("/{slug}", name="paper")
def show_paper(
    request: Request,
    library: LibraryHere,
    slug: str,
    terms: Annotated[str, Query()] = "",
    text: Annotated[str, Query()] = "",
) -> Response:
    """One paper; `terms=on` links the terms of the glossary in its text, `text` is one of `TEXTS`."""
    with library.session() as session:
        paper = catalogue.paper_detail(session, slug)
        found = catalogue.terms_in_paper(session, slug) if terms == "on" else {}
        named = entity_entries(catalogue.entities_in_paper(session, slug), library.vocabulary)
    if paper is None:
        return answer_for_paper(request, library, plain(slug))
    places = {uid: linkable(places, library.vocabulary.glossary) for uid, places in found.items()}
    entries = {entry.anchor: entry for entry in (*paper.references, *paper.notes)}
    references = tuple((style, cite.reference_text(paper.record, style)) for style in cite.STYLES)
    translated = has_english(paper)
    text = choose_text(text, request_locale(request), translated)
    return render(request, PaperPage(paper, entries, references, terms == "on", places, text, translated, named))


def choose_text(asked: str, locale: str, translated: bool) -> str:
    """The language that was asked for, or else the reader's, as far as there is a translation."""
    if not translated:
        return "zh"
    return asked if asked in TEXTS else "both" if locale == "en" else "zh"


def has_english(paper: PaperDetail) -> bool:
    """Whether any claim of the paper has English."""
    paragraphs = (paragraph for section in paper.sections for paragraph in section.paragraphs)
    return any(claim.text_en for paragraph in paragraphs for claim in paragraph.claims)
