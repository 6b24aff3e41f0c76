"""A claim as a quotation with its reference: what the copy button gives."""

from typing import Protocol

from app.cite.apa import cite_in_text, format_apa
from app.cite.gbt7714 import format_gbt7714
from app.cite.works import Citable, Work

TRANSLATED = "[translation: Kewai]"
"""Says whose the English is: the paper is quoted, its words are not."""


class QuotableSection(Protocol):
    """Where a claim stands."""

    @property
    def id(self) -> str:
        """Its number; "0" for the front matter."""

    @property
    def heading(self) -> str:
        """Without its number, maybe empty."""


class Quotable(Protocol):
    """What a quotation needs of a claim."""

    @property
    def text(self) -> str:
        """The sentence in Chinese."""

    @property
    def text_en(self) -> str | None:
        """Its translation, if there is one."""

    @property
    def paper(self) -> Citable:
        """The paper it stands in."""

    @property
    def section(self) -> QuotableSection:
        """The section it stands in."""


def quotation(claim: Quotable, locale: str, url: str = "") -> str:
    """The sentence in quotation marks, then its place and reference, then `url` on a line of its own if given.

    In Chinese the reference follows GB/T 7714—2025; in English, after the translation where there is one, APA 7.
    The sentence itself is given as the paper has it.
    """
    work = Work.of(claim.paper)
    if locale.startswith("zh"):
        lines = [f"“{nested(claim.text)}”", format_gbt7714(work) + place_zh(claim.section)]
    else:
        translation = [f"“{nested(claim.text_en)}” {TRANSLATED}"] if claim.text_en else []
        in_text = f"({cite_in_text(work)}{place_en(claim.section)})"
        lines = [*translation, f"“{nested(claim.text)}” {in_text}", format_apa(work)]
    return "\n".join([*lines, url] if url else lines)


def nested(text: str) -> str:
    """Quotation marks inside a quotation are single ones (GB/T 15834—2011, 4.8.3.3; APA 7, 8.33)."""
    return text.translate(str.maketrans("“”", "‘’"))


def place_zh(section: QuotableSection) -> str:
    """The place in its paper, to follow a reference in Chinese: ` 第2.1节“内涵”.`, nothing for front matter."""
    if section.id == "0":
        return ""
    heading = f"“{nested(section.heading)}”" if section.heading else ""
    return f" 第{section.id}节{heading}."


def place_en(section: QuotableSection) -> str:
    """The place in its paper, to follow a citation in English: `, sec. 2.1`, nothing for front matter."""
    return "" if section.id == "0" else f", sec. {section.id}"
