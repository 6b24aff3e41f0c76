"""Key words out of the line that lists them: whatever parts them, and also where recognition lost what parted them."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from app.ingest.page.front_labels import KEYWORDS_LABEL
from app.text.words import words

_AFTER = re.compile(
    r"\s*(?:中图\S?分?类号|分类号|文献标[识志]码|文章编号|收稿日期|修回日期|基金项目|作者简介|DOI|doi)\s*[:：]?.*"
)
_SEPARATORS = (r"\s*[;；]\s*", r"\s*[,，]\s*", r"\s*、\s*", r"\s+")
_SPACE = _SEPARATORS[-1]
_LETTER = re.compile(r"[A-Za-z]")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_GRAMMAR = frozenset("与和及的")
"""Words that join terms: none begins or ends with one, and words that one of them joins were not run together."""
_PARTICLES = _GRAMMAR | frozenset("了在以为从对是等")
"""Words that often stand beside a term without being a part of it."""
_SHARES = {2: 0.15, 3: 0.08, 4: 0.45, 5: 0.08, 6: 0.12, 7: 0.04, 8: 0.015}
"""How many of the key words in Chinese papers have so many characters: most are two words of two characters."""
_SHARE_LONGER = 0.005
_SHARE_LONGEST = 0.0002
"""The same for words of nine and ten characters, and for longer ones."""
_USUAL = 10
_LONGEST_TERM = 14
_UNSEEN = 0.1
"""How often a term of four characters that the paper does not use is taken to stand in it."""
_SHORTEST_RUN = 7
_LONGEST_RUN = 80
_LONGEST_PAPER = 60_000
_ENOUGH = 3
_BOUND = 0.9


def split_keywords(line: str, paper: str) -> tuple[str, ...]:
    """The key words of `line`, which may begin with 关键词 and end with what is printed behind it (分类号, DOI).

    They are parted at ；, at commas, or else at spaces. Words that recognition ran together are cut into terms that
    `paper`, the text without this line, uses.

    >>> split_keywords("关键词：智库;外交 分类号：D8", "")
    ('智库', '外交')
    >>> split_keywords("关键词：智库科技外交", "智库服务于科技外交。")
    ('智库', '科技外交')
    """
    match = KEYWORDS_LABEL.match(line)
    plain = _AFTER.sub("", line[match.end() if match else 0 :]).strip(" 。.；;，,、")
    separator = next((s for s in _SEPARATORS if re.search(s, plain)), _SPACE)
    parts = [part for part in re.split(separator, plain) if part]
    terms = _Terms(paper[:_LONGEST_PAPER])
    if separator == _SPACE:
        parts = _with_letters(parts, paper[:_LONGEST_PAPER])
    cut = (terms.cut(part) if _run_together(part, parts, separator) else (part,) for part in parts)
    return tuple(word for part in cut for word in _without_repeats(part))


def _with_letters(parts: Sequence[str], paper: str) -> list[str]:
    """`["PPP", "模式"]` is one key word when the paper writes PPP模式: typesetting sets letters apart from Han."""
    joined: list[str] = []
    for part in parts:
        if joined and _LETTERS.fullmatch(joined[-1]) and not _LETTER.match(part) and joined[-1] + part in paper:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _without_repeats(terms: Sequence[str]) -> list[str]:
    """No list names a term twice: one that comes again belongs to the term behind it, or to the one before."""
    whole: list[str] = []
    held = ""
    for term in terms:
        if term in whole and not held:
            held = term
        else:
            whole.append(held + term)
            held = ""
    if held:
        whole[-1] += held
    return whole


def _run_together(part: str, parts: Sequence[str], separator: str) -> bool:
    """Whether a part is long enough to be several key words: a list has more than one, and signs are rarely lost."""
    if len(part) > _LONGEST_RUN or _GRAMMAR & set(part[1:-1]):
        return False
    if len(parts) == 1:
        return len(part) >= 6
    doubled = re.search(r"(\S\S).*?\1", part) is not None
    return doubled or (separator == _SPACE and len(part) >= _SHORTEST_RUN)


class _Terms:
    """The terms that a paper uses, and how likely each is."""

    def __init__(self, paper: str) -> None:
        self._paper = paper
        self._costs: dict[str, float | None] = {}

    def cut(self, run: str) -> tuple[str, ...]:
        """`run` in the likeliest terms; whole when the paper uses it as it stands, or is cut into no terms.

        The likelihood of a cut is the product of those of its terms, each from its count in the paper and its length.
        """
        if run in self._paper:
            return (run,)
        borders = _borders(run)
        best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
        for end in borders[1:]:
            for start in (at for at in borders if end - _LONGEST_TERM <= at <= end - 2 and at in best):
                cost = self._cost(run[start:end])
                before, terms = best[start]
                if cost is not None and (end not in best or before + cost < best[end][0]):
                    best[end] = before + cost, (*terms, run[start:end])
        return best[len(run)][1] if len(run) in best else (run,)

    def _cost(self, term: str) -> float | None:
        """The negative logarithm of a term's likelihood; `None` for what is no term."""
        if term not in self._costs:
            count: float = self._count(term)
            if not count and len(term) == 4 and not _LETTER.search(term):
                count = _UNSEEN
            share = _SHARES.get(len(term), _SHARE_LONGER if len(term) <= _USUAL else _SHARE_LONGEST)
            self._costs[term] = log((len(self._paper) + 1) / count / share) if count else None
        return self._costs[term]

    def _count(self, term: str) -> int:
        """How often the paper uses the term; 0 when it is a part of another there or begins with a word of grammar."""
        if term[0] in _GRAMMAR or term[-1] in _GRAMMAR:
            return 0
        latin = (r"(?<![A-Za-z])" if _LETTER.match(term) else "", r"(?![A-Za-z])" if _LETTER.match(term[-1]) else "")
        places = [match.start() for match in re.finditer(re.escape(term).join(latin), self._paper)]
        if len(term) > 4 and len(places) >= _ENOUGH:
            before = Counter(self._paper[at - 1 : at] for at in places)
            behind = Counter(self._paper[at + len(term) : at + len(term) + 1] for at in places)
            if any(_always_han(neighbours, len(places)) for neighbours in (before, behind)):
                return 0
        return len(places)


def _borders(run: str) -> list[int]:
    """Where a term may begin or end: between words, before an opening quote and behind a closing one."""
    inner = {token.start for token in words(run)} - {match.end() for match in re.finditer(r"[“《]", run)}
    return sorted({0, len(run)} | inner | {match.start() for match in re.finditer(r"(?<!^)[“《]|(?<=[”》])", run)})


def _always_han(neighbours: Counter[str], places: int) -> bool:
    """Whether the same Han character nearly always stands beside a term, which is then a part of a longer one."""
    character, count = neighbours.most_common(1)[0]
    return "\u3400" <= character <= "\u9fff" and character not in _PARTICLES and count >= _BOUND * places
