"""Text → terms, the same for what is indexed and what is asked. Every function takes text that `fold` has folded.

tokens       中美科技外交, 2008  →  中美 科技外交 2008            one after another, none inside another
search_words 中美科技外交, 2008  →  中美 科技 外交 科技外交 2008  with the dictionary's words inside long ones
bigrams      科技外交            →  科技 技外 外交                of all characters, punctuation too
stems        the agreements of   →  agreement                    English, as `english` says
"""

import re
from collections.abc import Iterator, Sequence

from app.search import english
from app.search.english import stem
from app.text.scripts import HAN_OR_OTHER_RUN, is_han
from app.text.words import Token, default_segmenter

__all__ = [
    "bigrams",
    "in_dictionary",
    "inner_words",
    "only_asks",
    "piece_words",
    "pieces",
    "search_words",
    "stem",
    "stems",
    "tokens",
]

MAX_WORD = 64
"""Characters kept of a run of letters or digits: what is longer is no word."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


QUESTION_WORDS = (
    _set(
        "什么 甚么 什么样 什么时候 哪 哪些 哪个 哪里 哪儿 哪年 哪一年 哪位 哪一 哪种 哪类 哪国 谁 何 何时 何年 何地 "
        "何处 何人 何种 如何 怎么 怎样 怎么样 为什么 为何 多少 几 几个 是否 有没有 吗 呢 吧 请问"
    )
    | english.QUESTION_WORDS
)
"""Words that only say that something is asked; they are taken out of a query. See `only_asks`."""

FUNCTION_WORDS = english.STOP_WORDS | _set(
    "的 了 在 和 与 与其 及 以及 是 等 对 对于 关于 以 于 之 有 为 从 被 把 将 中 上 下 里 都 也 就 而 或 并 其 该 "
    "这 那 地 得 着 过 到 由 向 给 让 使 所 方面 情况 时候"
)
"""Words that a claim need not hold to answer a query, in both languages."""

_NO_QUESTIONS = _set("哪怕 哪吒")

_RUN = re.compile(r"(?<![^\W_])(?:(?:[a-z]\.){2,}|[a-z]&[a-z](?![^\W_]))|[^\W_]+")
"""A word, an abbreviation with full stops (u.s.), or two letters with their sign (s&t)."""


def only_asks(word: str) -> bool:
    """Whether a word of a query only says that something is asked: 哪 with whatever measure word, too.

    >>> only_asks("什么"), only_asks("哪家"), only_asks("哪怕")
    (True, True, False)
    """
    return word in QUESTION_WORDS or (word.startswith("哪") and word not in _NO_QUESTIONS)


def pieces(folded: str) -> Iterator[Token]:
    """The runs of letters and digits, divided where Han begins and ends."""
    for run in _RUN.finditer(folded):
        for piece in HAN_OR_OTHER_RUN.finditer(run[0]):
            yield Token(piece[0], run.start() + piece.start(), run.start() + piece.end())


def tokens(folded: str) -> list[Token]:
    """The words in order: Han by the segmenter, everything else by runs of letters and digits."""
    return [word for piece in pieces(folded) for word in piece_words(piece)]


def piece_words(piece: Token) -> Sequence[Token]:
    """The words of one of the `pieces`."""
    if is_han(piece.text[0]):
        words = default_segmenter().words(piece.text)
        before = piece.start
        return [Token(text, before + start, before + end) for text, start, end in words] if before else words
    return [Token(piece.text[:MAX_WORD].replace(".", ""), piece.start, piece.end)]


def search_words(folded: str) -> list[str]:
    """The words, and before each long Han word the dictionary's words of two and three characters inside it."""
    found: list[str] = []
    for piece in pieces(folded):
        for word in piece_words(piece):
            if len(word.text) > 2:
                found += inner_words(word.text)
            found.append(word.text)
    return found


def inner_words(word: str) -> Iterator[str]:
    """Known words of two and three characters that are parts of `word`: 科技外交 → 科技, 外交."""
    if len(word) > 2 and is_han(word[0]):
        for size in range(2, min(4, len(word))):
            pieces = (word[i : i + size] for i in range(len(word) - size + 1))
            yield from filter(in_dictionary, pieces)


def in_dictionary(word: str) -> bool:
    """Whether `word` stands in the segmenter's dictionary or in the vocabulary."""
    return default_segmenter().frequency(word) > 0


def bigrams(folded: str) -> list[str]:
    """Every two neighbouring characters."""
    return [folded[i : i + 2] for i in range(len(folded) - 1)]


def stems(folded: str) -> list[str]:
    """The English words by their terms, without the commonest ones, with what means the same."""
    return english.expanded(token.text for token in tokens(folded) if not is_han(token.text[0]))
