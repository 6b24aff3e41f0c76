r"""Formulas as optical readers print them, `$ 5 2 . 4 \%$`, turned into what the page shows, `52.4%`.

Readers that write Markdown take a number beside a sign for mathematics and set it in LaTeX, a space between all
characters. The marks go, what they set stays; the commands known here are those that stand in running text (percent,
tilde, degree, raised and roman type), after LaTeX's own list in Lamport, *LaTeX: A Document Preparation System*.
"""

import re
from typing import NamedTuple

_CIRCLED = re.compile(r"\\textcircled\s*\{\s*(\d)\s*\}")
_FORMULA = re.compile(r"\$(?P<inside>[^$\n]{1,120})\$")
_SIGNS = {
    r"\%": "%", r"\sim": "~", r"\~": "~", r"\times": "×", r"\circ": "°", r"\prime": "'", r"\cdot": "·", r"\$": "$",
    r"\pm": "±", r"\leq": "≤", r"\geq": "≥", r"\le": "≤", r"\ge": "≥", r"\approx": "约", r"\&": "&", r"\#": "#",
}  # fmt: skip
_PIECE = re.compile(r"\\(?:[A-Za-z]+|.)|[{}^_~\s]|.", re.DOTALL)
_ESCAPED = re.compile(r"\\([~%&#_])")


class Shown(NamedTuple):
    """`text` as a reader sees it; its character `i` stands at `places[i]` of the source."""

    text: str
    places: tuple[int, ...]


def read_formulas(text: str) -> Shown:
    r"""`text` with its formulas as a reader sees them, every character tied to its place in `text`.

    A pair of dollar signs holds a formula when a digit or a command stands between them.

    >>> read_formulas(r"占 $ 5 2 . 4 \%$ 以上").text
    '占 52.4% 以上'
    """
    characters: list[str] = []
    starts: list[int] = []
    place = 0
    for match in _FORMULA.finditer(text):
        if "\\" not in match["inside"] and not any(c.isdigit() for c in match["inside"]):
            continue
        _copy(text, place, match.start(), characters, starts)
        _read(match, characters, starts)
        place = match.end()
    _copy(text, place, len(text), characters, starts)
    return Shown("".join(characters), tuple(starts))


def _copy(text: str, start: int, end: int, characters: list[str], starts: list[int]) -> None:
    r"""Running text as it is, without the backslash of an escaped sign: `2014\~2020`."""
    dropped = {match.start() for match in _ESCAPED.finditer(text, start, end)}
    for place in range(start, end):
        if place not in dropped:
            characters.append(text[place])
            starts.append(place)


def _read(formula: re.Match[str], characters: list[str], starts: list[int]) -> None:
    if circled := _CIRCLED.fullmatch(formula["inside"].strip()):
        characters.append(chr(ord("⓪" if circled[1] == "0" else "①") + max(int(circled[1]) - 1, 0)))
        starts.append(formula.start("inside"))
        return
    for piece in _PIECE.finditer(formula["inside"]):
        shown = _SIGNS.get(piece[0], "" if piece[0][0] in "\\{}^_~ \t" else piece[0])
        characters.extend(shown)
        starts.extend([formula.start("inside") + piece.start()] * len(shown))
