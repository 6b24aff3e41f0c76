"""A claim as a quotation with its reference: what the copy button gives."""

from typing import Protocol

from app.cite.locators import CitedSection, Locator, single_marks
from app.cite.styles import STYLES, in_text, reference_text
from app.cite.works import Citable, Work

TRANSLATED = "[translation: Kewai]"
"""Says whose the English is: the paper is quoted, its words are not."""
USUAL = {"zh": "gb2025", "en": "apa"}
"""The style for texts in a language when none is chosen."""


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
    def section(self) -> CitedSection:
        """The section it stands in."""


def quotation(claim: Quotable, locale: str, url: str = "", style: str = "") -> str:
    """The sentence in quotation marks, then its place and reference, then `url` on a line of its own if given.

    The reference is in `style`, else in the one that is usual for texts in the language of `locale`: GB/T 7714—2025
    in Chinese, APA 7 in English. For an English text the translation comes first where there is one; the sentence
    itself is given as the paper has it.
    """
    style = style or USUAL["zh" if locale.startswith("zh") else "en"]
    place = Locator.of_section(claim.section)
    cited = in_text(claim.paper, style, place)
    lines = [f"“{single_marks(claim.text)}”" + (f" ({cited})" if cited and STYLES[style].language == "en" else "")]
    if not locale.startswith("zh") and claim.text_en:
        lines.insert(0, f"“{single_marks(claim.text_en)}” {TRANSLATED}")
    placed = not cited or STYLES[style].language == "zh"
    lines.append(STYLES[style].note(Work.of(claim.paper), place) if placed else reference_text(claim.paper, style))
    return "\n".join([*lines, url] if url else lines)
