"""Where in a work something stands: its page where that is known, else its section or paragraph."""

from dataclasses import dataclass
from typing import Protocol

FRONT_MATTER = "0"
"""The number of the section that holds what stands before the first heading."""


class CitedSection(Protocol):
    """Where a claim stands."""

    @property
    def id(self) -> str:
        """Its number; "0" for the front matter."""

    @property
    def heading(self) -> str:
        """Without its number, maybe empty."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a work; parts that are not known are empty. `page` may be a range: `326-329`."""

    page: str = ""
    section: str = ""
    heading: str = ""
    paragraph: int | None = None

    @classmethod
    def of_section(cls, section: CitedSection) -> "Locator":
        """The place of a claim. A section without a number that is printed is known by its heading."""
        if section.id == FRONT_MATTER:
            return NOWHERE
        return cls(section=section.id, heading=" ".join(section.heading.split()))

    def __bool__(self) -> bool:
        return self != NOWHERE

    def in_chinese(self) -> str:
        """`第2.1节“科技外交的内涵”第3段`; without the page, which styles write in their own way."""
        section = f"第{self.section}节" if self.section else ""
        heading = f"“{single_marks(self.heading)}”" if self.heading else ""
        return section + heading + (f"第{self.paragraph}段" if self.paragraph is not None else "")

    def in_english(self, paragraph: str = "para.") -> str:
        """`sec. 2.1, para. 3`; a heading only where the section has no number. Without the page."""
        section = f"sec. {self.section}" if self.section else f"“{single_marks(self.heading)}”" if self.heading else ""
        place = f"{paragraph} {self.paragraph}" if self.paragraph is not None else ""
        return ", ".join(part for part in (section, place) if part)


NOWHERE = Locator()
"""The whole work."""


def single_marks(text: str) -> str:
    """Quotation marks inside a quotation are single ones (GB/T 15834—2011, 4.8.3.3; APA 7, 8.33)."""
    return text.translate(str.maketrans("“”", "‘’"))
