"""Segmentation of Chinese text into words: jieba with the vocabulary's words added.

rjieba, which knows the same dictionary, cuts as jieba does, 9 times as fast when it guesses new words and 16 times when
not; the tests compare the two. Only where it is to guess beside other characters than Han, which the two take
differently, jieba itself cuts. It is loaded when that happens first, which is seldom: with its dictionary it takes a
second.

jieba's dictionary is read straight from its package: its own cache, a marshalled file in the shared temporary folder,
would be trusted no matter who wrote it.
"""

import logging
import re
import threading
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import rjieba

from app.text.normalise import fold_text
from app.text.scripts import simplified_form

if TYPE_CHECKING:
    import jieba

_USER_FREQUENCY = 20_000
"""High enough that a word of the vocabulary (科技外交) stays whole, however frequent its parts are."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which rjieba refuses; they are no words."""

_HAN = re.compile("[\u4e00-\u9fd5]*")
"""What jieba takes for Han."""

_COMMON = 100
"""Frequency in jieba's dictionary from which a word is common; the rarer ones are often names of places and people."""


class Token(NamedTuple):
    """One word, lower-case as it stands in `text[start:end]`."""

    text: str
    start: int
    end: int


class _Dictionary(NamedTuple):
    """The words of jieba's dictionary: how often each stood in its corpus, and which are common."""

    frequencies: dict[str, int]
    characters: frozenset[str]
    common: frozenset[str]
    """Without those that may be names: tag `nr`, and `t` for a few."""


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    file = Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
    text = file.read_text(encoding="utf-8")
    fields = text.split()
    words, counts, tags = fields[::3], list(map(int, fields[1::3])), fields[2::3]
    names = {tag for tag in set(tags) if tag.startswith(("nr", "t"))}
    entries = zip(words, counts, tags, strict=True)
    common = frozenset(word for word, count, tag in entries if count >= _COMMON and tag not in names)
    return _Dictionary(dict(zip(words, counts, strict=True)), frozenset(text), common)


class Cutter(Protocol):
    """What is needed of rjieba: of one of its objects, or of the module, which is one too."""

    def tokenize(self, text: str, mode: str = ..., hmm: bool = ...) -> list[tuple[str, int, int]]:
        """Words with their places."""

    def suggest_freq(self, segment: str) -> int:
        """The frequency from which a word stays whole."""

    def add_word(self, word: str, freq: int | None, tag: str | None) -> int:
        """Makes a word known."""


class Segmenter:
    """Cuts text into words. Knows jieba's dictionary, its words in folded form, and the user's words.

    The words are made known to `cutter`, a new one by default, which no other segmenter may use.
    """

    def __init__(self, user_words: Iterable[str] = (), cutter: Cutter | None = None) -> None:
        self._frequencies = _dictionary().frequencies
        self._added: dict[str, int] = {}
        self._cutter = cutter or rjieba.Jieba()
        self._slow: jieba.Tokenizer | None = None
        self._lock = threading.Lock()
        self._add_folded_forms()
        self.add(user_words)

    def _add_folded_forms(self) -> None:
        """A dictionary word with a character that folding changes is known in its folded form too (瞭望 → 了望)."""
        changed = {c for c in _dictionary().characters if simplified_form(c) != c}
        for word in [word for word in self._frequencies if not changed.isdisjoint(word)]:
            folded = "".join(map(simplified_form, word))
            if self.frequency(folded) < self._frequencies[word]:
                self._know(folded, self._cutter.suggest_freq(folded))

    def add(self, user_words: Iterable[str]) -> None:
        """Adds words, folded; spaces inside them are no obstacle, other punctuation is."""
        with self._lock:
            for word in {fold_text(word) for word in user_words} - {""}:
                self._know(word, max(_USER_FREQUENCY, self.frequency(word)))

    def _know(self, word: str, frequency: int) -> None:
        if frequency != self.frequency(word):
            self._added[word] = frequency
            self._cutter.add_word(word, frequency, None)
            if self._slow:
                self._slow.add_word(word, frequency)

    def frequency(self, word: str) -> int:
        """How often `word` stood in the corpus of the dictionary; 0 when it is not in it."""
        return self._added.get(word) or self._frequencies.get(word, 0)

    def words(self, text: str, guess: bool = True) -> list[Token]:
        """The words of `text` in order, without white space and punctuation.

        With `guess` jieba may join characters into words that no dictionary has (names of persons, but 韩等国 too).
        """
        alike = not guess or _HAN.fullmatch(text)
        found = self._cut(text, guess) if alike else self._jieba().tokenize(text)
        return [Token(text[start:end].lower(), start, end) for word, start, end in found if _is_word(word)]

    def _cut(self, text: str, guess: bool) -> list[tuple[str, int, int]]:
        return self._cutter.tokenize(_SURROGATE.sub("\ufffd", text), hmm=guess)

    def _jieba(self) -> "jieba.Tokenizer":
        """jieba's own, which knows the same words."""
        with self._lock:
            if self._slow is None:
                self._slow = _tokenizer(self._added)
            return self._slow


def _tokenizer(added: dict[str, int]) -> "jieba.Tokenizer":
    """jieba with its dictionary and some words more."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.FREQ, made.total = jieba.Tokenizer.gen_pfdict(made.get_dict_file())
    made.initialized = True
    for word, frequency in added.items():
        made.add_word(word, frequency)
    return made


def _is_word(piece: str) -> bool:
    return piece.isalnum() or any(map(str.isalnum, piece))


@lru_cache(maxsize=1)
def default_segmenter() -> Segmenter:
    """The segmenter that the whole process shares; made on first use, which takes half a second."""
    return Segmenter(cutter=rjieba)  # type: ignore[arg-type]  # its stub has the functions, but not all in `__all__`


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


def is_common_word(word: str) -> bool:
    """Whether `word` is a frequent word and no personal name, whatever words the user added.

    >>> is_common_word("项目"), is_common_word("周恩来"), is_common_word("樊春良")
    (True, False, False)
    """
    return word in _dictionary().common


def load_user_words(user_words: Iterable[str]) -> None:
    """Makes words known to `words`: names of countries, instruments and terms. Loading twice changes nothing."""
    default_segmenter().add(user_words)
