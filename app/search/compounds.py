"""Long Han words that are made of shorter ones: a search for 外交 marks it in 外交官, one for 马克 not in 马克思."""

from functools import lru_cache

from app.search.analyzers import in_dictionary
from app.text.scripts import is_han

_PREFIXES = frozenset("反非超副驻准多跨总原前新")
_SUFFIXES = frozenset("人们者家员官长性化界部处局院会式型类力度史法论权学业区国")
"""Characters that make a word into a longer one without making it another."""


@lru_cache(maxsize=16384)
def inner_borders(word: str) -> frozenset[int]:
    """Where a long Han word is made of shorter words: 科技外交 at 2, 外交官 at 2, 马克思 nowhere."""
    if len(word) < 3 or not is_han(word[0]):
        return frozenset()
    size = len(word)
    pieces = [(i, j) for i in range(size) for j in range(i + 1, size + 1) if _is_piece(word, i, j)]
    from_left, from_right = {0}, {size}
    for i, j in pieces:
        if i in from_left:
            from_left.add(j)
    for i, j in reversed(pieces):
        if j in from_right:
            from_right.add(i)
    return frozenset((from_left & from_right) - {0, size})


def _is_piece(word: str, start: int, end: int) -> bool:
    if end - start == 1:
        return (start == 0 and word[0] in _PREFIXES) or (end == len(word) and word[-1] in _SUFFIXES)
    return end - start < len(word) and in_dictionary(word[start:end])
