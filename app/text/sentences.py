"""Borders of sentences in Chinese, English and mixed text.

A Chinese sentence ends at 。！？ (GB/T 15834-2011, 4.1 to 4.3), not at a colon or a semicolon. None ends inside
brackets or 《》, nor inside a quotation that is only a part of a sentence; a quotation of whole sentences is cut
between them. Closing quotes and brackets stay with the sentence that they close.
"""

import re
from collections import Counter
from collections.abc import Iterator

from app.text.scripts import is_han

_STOPS = frozenset("。｡！？")
_TERMINATORS = _STOPS | frozenset("!?.．")
_PAIRS = dict(zip("（(《〈【［[“「『", "）)》〉】］]”」』", strict=True))
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_QUOTES = frozenset("“「『")
_STRAIGHT = '"'
_BEFORE_OPENING = frozenset("：:，,；;（(、。 \t")
_BEHIND_CLOSING = frozenset("，。；、：:;,）)》？！")
_ROUND = frozenset("（(")
_CLOSERS = frozenset(_OPENERS) | frozenset("\"'’")
_ENDINGS = _TERMINATORS | _CLOSERS
_MAY_END = re.compile(f"[{''.join(_TERMINATORS)}]")
_ENCLOSING = re.compile(f"[{re.escape(''.join((*_PAIRS, *_OPENERS, _STRAIGHT)))}]")
_GOES_ON = frozenset("，、；：,;:的—-")
"""What follows a closing mark when the sentence is not over yet."""
_LONGEST_PAIR = 400
"""Brackets or quotes further apart than this many characters do not belong together: one of them is a misprint."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'.\-])(?:[A-Za-z]|Dr|Mr|Mrs|Ms|Prof|St|Nos?|[Vv]ol|pp|eds?|al|cf|vs|etc|Figs?|Ch|[JS]r|Inc|Ltd|Co"
    r"|Univ|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ph\.D)$"
)
_LATIN_START = re.compile(r"\s+[\"'“‘(\[]?(?:[A-Z0-9]|[\u3400-\u9fff])")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as `(start, end)`, without the white space around them.

    >>> text = "他说：“来。去。”《为什么？》（见图。）是书名。It is U.S. policy. Yes."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['他说：“来。', '去。”', '《为什么？》（见图。）是书名。', 'It is U.S. policy.', 'Yes.']
    """
    spans = []
    start = 0
    for end in [*_borders(text), len(text)]:
        piece = text[start:end]
        if piece.strip():
            spans.append((end - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return spans


def _borders(text: str) -> Iterator[int]:
    """Offsets after which a new sentence may begin."""
    inside, ends = _enclosed(text)
    at = 0
    for last in sorted(ends.union(match.start() for match in _MAY_END.finditer(text))):
        if last < at or inside[last] or not (last in ends or _terminates(text, last)):
            continue
        at = last + 1
        while at < len(text) and text[at] in _ENDINGS:
            at += 1
        if not (text[at - 1] in _CLOSERS and text[at : at + 1] in _GOES_ON):
            yield at


def _enclosed(text: str) -> tuple[bytearray, set[int]]:
    """Which characters stand where no sentence can end, and the closing brackets that end one: （……。）."""
    inside = bytearray(len(text))
    ends = set()
    for start, end in _pairs(text):
        opener, last = text[start], text[end - 1]
        if (opener in _QUOTES or opener == _STRAIGHT) and _quotes_sentences(text, start, end):
            continue
        inside[start:end] = b"\x01" * (end - start)
        if opener in _ROUND and last in _STOPS and (start == 0 or text[start - 1] in _STOPS):
            ends.add(end)
    return inside, ends


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Matching brackets and quotes as `(opener, closer)` offsets, inner before outer; odd ones are skipped."""
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _ENCLOSING.finditer(text):
        at, printed = match.start(), match[0]
        character = printed if printed != _STRAIGHT else _curled(text, at, open_before=waiting["“"] > 0)
        if character in _PAIRS:
            stack.append((character, at))
            waiting[character] += 1
        elif waiting[_OPENERS.get(character, "")]:
            opener, start = "", 0
            while opener != _OPENERS[character]:
                opener, start = stack.pop()
                waiting[opener] -= 1
            if at - start <= _LONGEST_PAIR:
                yield start, at


def _curled(text: str, at: int, *, open_before: bool) -> str:
    """A straight quote as “ or ”: its neighbours tell, and else whether a quotation is open."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or after in _BEHIND_CLOSING:
        return "”"
    if not before or (before in _BEFORE_OPENING and not (before == "。" and open_before)):
        return "“"
    return "”" if open_before else "“"


def _quotes_sentences(text: str, start: int, end: int) -> bool:
    """Whether the quotation `text[start:end + 1]` is made of whole sentences, so that sentences end inside it."""
    if text[end + 1 : end + 2] in _GOES_ON and end + 1 < len(text):
        return False
    if text[end - 1] in "。｡.":
        return True
    return text[end - 1] in "！？!?" and (start == 0 or text[start - 1] in "：:，,")


def _terminates(text: str, at: int) -> bool:
    """Whether the character at `at` ends a sentence; a Latin full stop only where its neighbours say so."""
    character = text[at]
    if character in _STOPS:
        return True
    if character not in _TERMINATORS:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if is_han(before or " ") and not (after.isdigit() or (after.isascii() and after.isalpha())):
        return True
    if character == "．" and not (before.isascii() and before.isalpha() and after.isalpha()):
        return not after.isdigit()
    if character in ".．" and _ABBREVIATION.search(text, max(0, at - 12), at):
        return False
    rest = at + 1 + (after in _CLOSERS and after != "")
    return rest >= len(text) or _LATIN_START.match(text, rest) is not None
