"""Files that a notebook is taken away as: formats, media types, and what writes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.responses import Response

from app import cite
from app.catalogue.views import ClaimView
from app.cite import notebook as notebooks
from app.cite.notebook import Draft, Language, Notebook

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DRAFTS: dict[str, tuple[str, Callable[[Draft], str | bytes]]] = {
    "docx": (_WORD, notebooks.as_word),
    "md": ("text/markdown; charset=utf-8", notebooks.as_markdown),
    "txt": ("text/plain; charset=utf-8", notebooks.as_plain_text),
}
"""Formats of quotations with footnotes: media type and writer, by the ending of the file."""
BIBLIOGRAPHIES = {one.ending: (f"{one.media_type}; charset=utf-8", one.write) for one in cite.FORMATS.values()}
"""Formats of the papers that are quoted, for reference managers."""
FORMATS = (*DRAFTS, *BIBLIOGRAPHIES, "json")
STYLE_OF = {"zh": "gb2025-notes", "en": "chicago-notes"}
"""The style to offer first in each locale: one that is made for footnotes."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the draft is to be: one of `cite.STYLES`, and the language of quotations."""

    style: str
    language: Language

    @classmethod
    def read(cls, style: str, language: str, locale: str) -> "Wishes":
        """What was asked for; for what there is not, what suits the locale."""
        chosen = style if style in cite.STYLES else STYLE_OF[locale]
        return cls(chosen, Language(language) if language in list(Language) else Language.BOTH)


def draft_of(
    notebook: Notebook, claims: Mapping[str, ClaimView], wishes: Wishes, address: Callable[[str], str]
) -> Draft:
    """The notebook as quotations with footnotes. `address` makes permalinks from ids."""
    return notebooks.make_draft(notebook, claims, wishes.style, wishes.language, address)


def file_of(
    notebook: Notebook, claims: Mapping[str, ClaimView], draft: Draft, format: str, name: str = "kewai-notebook"
) -> Response:
    """The notebook as a download in one of `FORMATS`. Raises `KeyError` for another."""
    if format in DRAFTS:
        media_type, write = DRAFTS[format]
        content = write(draft)
    elif format == "json":
        media_type, content = "application/json", notebooks.as_file(notebook)
    else:
        media_type, list_papers = BIBLIOGRAPHIES[format]
        known = (claims[entry.id].paper for entry in notebook.entries if entry.id in claims)
        content = list_papers({paper.slug: paper for paper in known}.values())
    headers = {"Content-Disposition": f'attachment; filename="{name}.{format}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
