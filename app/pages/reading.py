"""How a paper is read: in which language, with or without labels and terms, and what is looked for in it.

All of it stands in the address, so that a quoted address shows everyone the same (decision 4); scripts remember a
reader's choice and put it into the addresses of papers that they follow.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from app.catalogue.views import PaperDetail
from app.web.finding import LONGEST
from app.web.text import plain

TEXTS = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en"), "side": ("zh", "en")}
"""Ways to show a text, with the languages in it: alone, paragraph after paragraph, or one column beside the other."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The query of a paper's address as it was typed: see `ReadingChoices`."""

    text: Annotated[str, Query()] = ""
    terms: Annotated[str, Query()] = ""
    labels: Annotated[str, Query()] = ""
    find: Annotated[str, Query()] = ""


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """How a paper is read: all of it stands in the address."""

    slug: str
    text: str
    """One of `TEXTS`."""
    default: str
    """The way to show the text that needs no word in the address."""
    marked: bool = False
    """Whether terms of the glossary are links."""
    labels: bool = True
    """Whether labels stand in the margin."""
    find: str = ""

    def languages(self, locale: str) -> tuple[str, ...]:
        """The languages in which the text is shown, the reader's first."""
        return tuple(sorted(TEXTS[self.text], key=lambda language: language != locale))

    def query(self, **changed: str) -> dict[str, str]:
        """The query of the same page, with some of it changed; what needs no word is left out."""
        said = {
            "text": self.text,
            "terms": "on" if self.marked else "",
            "labels": "" if self.labels else "off",
            "find": self.find,
        }
        said |= changed
        return said | {"text": "" if said["text"] == self.default else said["text"]}


def choose(asked: Asked, slug: str, locale: str, translated: bool) -> ReadingChoices:
    """What was asked for, as far as it can be had: where there is no translation there is one way to show the text."""
    default = "both" if locale == "en" and translated else "zh"
    text = asked.text if translated and asked.text in TEXTS else default
    return ReadingChoices(slug, text, default, asked.terms == "on", asked.labels != "off", plain(asked.find)[:LONGEST])


def has_english(paper: PaperDetail) -> bool:
    """Whether any claim of the paper has English."""
    paragraphs = (paragraph for section in paper.sections for paragraph in section.paragraphs)
    return any(claim.text_en for paragraph in paragraphs for claim in paragraph.claims)
