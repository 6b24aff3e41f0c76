"""Key words in context: each place that a search marked, with what stands left and right of it.

Luhn, "Key word-in-context index for technical literature", American Documentation 11 (1960).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from app.catalogue.views import PaperRecord
from app.library.results import SearchHit
from app.text.normalise import fold_text
from app.text.scripts import has_han

WIDTH = 40
"""Characters of context on each side of English; Chinese, whose characters are twice as wide, gets half of them."""
_MARKS = re.compile("</?mark>")


class Order(StrEnum):
    """How lines are sorted: as the hits are, or by what stands next to the key word on one side."""

    HITS = ""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One place: `left` and `right` are cut to the width, `key` is what was found."""

    left: str
    key: str
    right: str
    uid: str
    paper: PaperRecord


def concordance(hits: Iterable[SearchHit], order: Order) -> tuple[Line, ...]:
    """Every marked place of the hits, in both languages of each claim."""
    lines = [line for hit in hits for line in _lines(hit)]
    if order is Order.LEFT:
        lines.sort(key=lambda line: (_letters(line.left)[::-1], line.key))
    elif order is Order.RIGHT:
        lines.sort(key=lambda line: (_letters(line.right), line.key))
    return tuple(lines)


def _lines(hit: SearchHit) -> Iterator[Line]:
    for marked in filter(None, (hit.highlight, hit.highlight_en)):
        pieces = [Markup(piece).unescape() for piece in _MARKS.split(str(marked))]  # noqa: S704 (only unescaped)
        for at in range(1, len(pieces), 2):
            left, right = "".join(pieces[:at]), "".join(pieces[at + 1 :])
            width = WIDTH // 2 if has_han(left + right) else WIDTH
            yield Line(left[-width:], pieces[at], right[:width], hit.claim.uid, hit.claim.paper)


def _letters(context: str) -> str:
    """What sorting looks at: letters and digits, folded."""
    return "".join(c for c in fold_text(context) if c.isalnum())
