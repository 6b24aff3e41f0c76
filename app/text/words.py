"""Segmentation of Chinese text into words: jieba with the vocabulary's words added.

rjieba, which knows the same dictionary, cuts as jieba does, 9 times as fast when it guesses new words and 16 times when
not; the tests compare the two. Only where it is to guess beside other characters than Han, which the two take
differently, jieba itself cuts.

jieba's dictionary is read straight from its package: its own cache, a marshalled file in the shared temporary folder,
would be trusted no matter who wrote it.
"""

import logging
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import jieba
import rjieba

from app.text.normalise import fold_text
from app.text.scripts import simplified_form

jieba.setLogLevel(logging.WARNING)

_USER_FREQUENCY = 20_000
"""High enough that a word of the vocabulary (科技外交) stays whole, however frequent its parts are."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which rjieba refuses; they are no words."""

_HAN = re.compile("[\u4e00-\u9fd5]*")
"""What jieba takes for Han."""

_COMMON = 100
"""Frequency in jieba's dictionary from which a word is common; the rarer ones are often names of places and people."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, lower-case as it stands in `text[start:end]`."""

    text: str
    start: int
    end: int


class Segmenter:
    """Cuts text into words. Knows jieba's dictionary, its words in folded form, and the user's words."""

    def __init__(self, user_words: Iterable[str] = ()) -> None:
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.FREQ, self._tokenizer.total = jieba.Tokenizer.gen_pfdict(self._tokenizer.get_dict_file())
        self._tokenizer.initialized = True
        self._cutter = rjieba.Jieba()
        self._lock = threading.Lock()
        self._add_folded_forms()
        self.add(user_words)

    def _add_folded_forms(self) -> None:
        """A dictionary word with a character that folding changes is known in its folded form too (瞭望 → 了望)."""
        changed = {c for c in {c for word in self._tokenizer.FREQ for c in word} if simplified_form(c) != c}
        for word, frequency in list(self._tokenizer.FREQ.items()):
            if frequency and not changed.isdisjoint(word):
                folded = "".join(map(simplified_form, word))
                if (self._tokenizer.FREQ.get(folded) or 0) < frequency:
                    self._know(folded, self._tokenizer.suggest_freq(folded))

    def add(self, user_words: Iterable[str]) -> None:
        """Adds words, folded; spaces inside them are no obstacle, other punctuation is."""
        with self._lock:
            for word in {fold_text(word) for word in user_words} - {""}:
                self._know(word, max(_USER_FREQUENCY, self.frequency(word)))

    def _know(self, word: str, frequency: int) -> None:
        if frequency != self.frequency(word):
            self._tokenizer.add_word(word, frequency)
            self._cutter.add_word(word, frequency, None)

    def frequency(self, word: str) -> int:
        """How often `word` stood in the corpus of the dictionary; 0 when it is not in it."""
        return self._tokenizer.FREQ.get(word) or 0

    def words(self, text: str, guess: bool = True) -> list[Token]:
        """The words of `text` in order, without white space and punctuation.

        With `guess` jieba may join characters into words that no dictionary has (names of persons, but 韩等国 too).
        """
        alike = not guess or _HAN.fullmatch(text)
        found = self._cut(text, guess) if alike else self._tokenizer.tokenize(text)
        return [Token(text[start:end].lower(), start, end) for word, start, end in found if _is_word(word)]

    def _cut(self, text: str, guess: bool) -> list[tuple[str, int, int]]:
        return self._cutter.tokenize(_SURROGATE.sub("\ufffd", text), hmm=guess)


def _is_word(piece: str) -> bool:
    return piece.isalnum() or any(map(str.isalnum, piece))


@lru_cache(maxsize=1)
def default_segmenter() -> Segmenter:
    """The segmenter that the whole process shares; made on first use, which takes about a second."""
    return Segmenter()


def words(text: str) -> list[Token]:
    """The words of `text` in order, with their offsets; best on folded text.

    >>> [token.text for token in words("天气很好，我们出去走走。")]
    ['天气', '很', '好', '我们', '出去', '走走']
    """
    return default_segmenter().words(text)


def dictionary_words(text: str) -> list[Token]:
    """As `words`, of dictionary words and single characters alone: for rules that ask where a word may end.

    >>> [token.text for token in dictionary_words("日、韩等国")]
    ['日', '韩', '等', '国']
    """
    return default_segmenter().words(text, guess=False)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Frequent words of jieba's own dictionary without those that may be names: tag `nr`, and `t` for a few."""
    with jieba.Tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return frozenset(
            word for word, count, tag in entries if int(count) >= _COMMON and not tag.startswith(("nr", "t"))
        )


def is_common_word(word: str) -> bool:
    """Whether `word` is a frequent word and no personal name, whatever words the user added.

    >>> is_common_word("项目"), is_common_word("周恩来"), is_common_word("樊春良")
    (True, False, False)
    """
    return word in _common_words()


def load_user_words(user_words: Iterable[str]) -> None:
    """Makes words known to `words`: names of countries, instruments and terms. Loading twice changes nothing."""
    default_segmenter().add(user_words)
