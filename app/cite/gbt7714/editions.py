"""What differs between the editions of the standard."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """The marks of an edition, and its choices."""

    comma: str
    colon: str
    opening: str
    closing: str
    capitals: bool
    """Whether Western family names are in capitals."""
    access_of_all: bool
    """Whether all that is on the web has the day on which it was read, or only web pages, data and preprints."""
    number_first: bool
    """Whether a standard is named by its number and title alone."""

    def bracket(self, text: str) -> str:
        """`text` in the edition's round brackets."""
        return f"{self.opening}{text}{self.closing}"


EDITION_2015 = Edition(", ", ": ", "(", ")", capitals=True, access_of_all=True, number_first=False)
"""GB/T 7714—2015, in force until 2026-06-30: half-width marks (5), family names in capitals (8.1.1)."""
EDITION_2025 = Edition("，", "：", "（", "）", capitals=False, access_of_all=False, number_first=True)
"""GB/T 7714—2025, in force since 2026-07-01: full-width marks but for the full stop and square brackets (6), family
names with a capital only (7.1.1), a standard as 编号 名称 (8.9), 引用日期 only where 8.11, 8.14 and 8.15 ask for it."""
