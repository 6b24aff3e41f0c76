"""Words that are not asked for letter by letter: near each other, with letters left open, with letters wrong.

All texts are folded. Distances count Han characters and other words, whatever punctuation stands between: in
`科技与 外交` there is 1 between 科技 and 外交, in `science and technology diplomacy` there are 2 between science and
diplomacy.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from app.search.analyzers import stem, tokens
from app.text.scripts import has_han

Span = tuple[int, int]

_UNIT = re.compile(r"[^\W_\u0000-\u2e7f]|[^\W_\u2e80-\U0003ffff]+")
_LETTER = r"[^\W_]"
_LATIN = r"[^\W_\u2e80-\U0003ffff]"
"""A letter or digit of a script that sets words apart."""


def windows(words: Sequence[str], distance: int, folded: str) -> Iterator[tuple[Span, ...]]:
    """The places where all of `words` stand in any order with at most `distance` between them in all.

    Of each such group the closest is given for every place at which it ends.
    """
    wanted = Counter(words)
    found = sorted((span, word) for word in wanted for span in occurrences(word, folded))
    units = [unit.start() for unit in _UNIT.finditer(folded)]
    last: dict[str, list[Span]] = defaultdict(list)
    for span, word in found:
        if last[word] and last[word][-1][1] > span[0]:
            continue
        last[word] = [*last[word], span][-wanted[word] :]
        if all(len(last[word]) == times for word, times in wanted.items()):
            spans = tuple(sorted(one for spans in last.values() for one in spans))
            if _between(spans, units) <= distance:
                yield spans


def stand_near(words: Sequence[str], distance: int, folded: str) -> bool:
    """Whether there is such a place. Most texts are told by where each word comes first, if all of them have Han."""
    spans = _first(words, folded) if _have_han(*words) else None
    if spans == []:
        return False
    if spans and spans[-1][1] - spans[0][0] - sum(map(len, words)) <= distance:
        return True
    return any(True for _ in windows(words, distance, folded))


@lru_cache(maxsize=256)
def _have_han(*words: str) -> bool:
    return all(map(has_han, words))


def _first(words: Sequence[str], folded: str) -> list[Span] | None:
    """Where words with Han come first, each as often as it is there, in order; none if one of them is not in the text.

    `None` where words are in each other's way.
    """
    found: list[Span] = []
    behind: dict[str, int] = {}
    for word in words:
        at = folded.find(word, behind.get(word, 0))
        if at < 0:
            return []
        behind[word] = at + len(word)
        found.append((at, at + len(word)))
    found.sort()
    return found if all(one[1] <= other[0] for one, other in pairwise(found)) else None


def _between(spans: Sequence[Span], units: Sequence[int]) -> int:
    """How many units of a text stand between the first and the last of `spans` that are in none of them."""
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    count = _units(whole, units) - sum(_units(span, units) for span in spans)
    return max(0, count)


def _units(span: Span, starts: Sequence[int]) -> int:
    return bisect_left(starts, span[1]) - max(0, bisect_right(starts, span[0]) - 1)


def occurrences(word: str, folded: str) -> Iterator[Span]:
    """Where `word` stands: Han wherever it is, Latin words as whole words, in English text in any of their forms."""
    if has_han(word) or [token.text for token in tokens(word)] != [word]:
        yield from ((found.start(), found.end()) for found in re.finditer(re.escape(word), folded))
        return
    stemmed = None if has_han(folded) else stem(word)
    for token in tokens(folded):
        if token.text == word or (stemmed and stem(token.text) == stemmed):
            yield token.start, token.end


@lru_cache(maxsize=256)
def expression(pattern: str) -> re.Pattern[str]:
    """A folded pattern as a regular expression for texts: `*` is any letters without a gap, `?` one.

    With Han in it, it stands anywhere, as words do not show where they begin; otherwise at the borders of a word.
    """
    if has_han(pattern):
        return re.compile(_source(pattern.strip("*"), "*?"))
    return re.compile(f"(?<!{_LATIN}){_source(pattern)}(?!{_LATIN})")


def _source(pattern: str, any_letters: str = "*") -> str:
    """All `*` but the last are atomic groups: no pattern takes more than a walk through the text from each place."""
    letter = _LETTER if has_han(pattern) else _LATIN
    first, *rest = (re.escape(part).replace(r"\?", letter) for part in pattern.split("*"))
    last = f"{letter}{any_letters}{rest.pop()}" if rest else ""
    return first + "".join(f"(?>{letter}*?{part})" for part in rest) + last


def literals(pattern: str) -> list[str]:
    """The stretches of a pattern that are given letter by letter."""
    return [part for part in re.split(r"[*?]", pattern) if part]


def fitting(pattern: str, words: Iterable[str]) -> list[str]:
    """Those of the words that fit a pattern as a whole."""
    fits = re.compile(_source(pattern)).fullmatch
    return [word for word in words if fits(word)]


def alike(word: str, wrong: int, words: Iterable[str], *, same_start: bool = True) -> list[str]:
    """Those of the words in which up to `wrong` letters are wrong, missing, too many or swapped.

    The first letter is right, unless `same_start` is given up.

    Optimal string alignment, after Damerau (CACM 7, 1964), who counts those four for the mistakes of typists.
    """
    lengths = range(len(word) - wrong, len(word) + wrong + 1)
    near = [other for other in words if len(other) in lengths and (not same_start or other[:1] == word[:1])]
    return [other for other, _, _ in extract_iter(word, near, scorer=OSA.distance, score_cutoff=wrong)]
