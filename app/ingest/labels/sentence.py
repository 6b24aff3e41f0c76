"""A sentence as the labelling rules see it: folded, cut into dictionary words, every place tied to the source."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.text.formulas import read_formulas
from app.text.normalise import Folded, fold
from app.text.scripts import count_han
from app.text.words import dictionary_words

_NO_WORD = -1
_LATIN_WORD = re.compile("[A-Za-z]+")


@dataclass(frozen=True)
class Sentence:
    """`text` is folded (simplified, half-width, lower case); offsets count its characters."""

    source: str
    folded: Folded
    word_at: tuple[int, ...]
    """For each character of `text` the running number of its word, or -1 for punctuation."""

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def han_count(self) -> int:
        """How many Han characters it has."""
        return count_han(self.source)

    @cached_property
    def is_chinese(self) -> bool:
        """Whether it has more Han characters than Latin words: not so in an English abstract."""
        return self.han_count > sum(1 for _ in _LATIN_WORD.finditer(self.source))

    def quote(self, start: int, end: int) -> str:
        """What the source prints in `text[start:end]`; empty for an empty span."""
        if start >= end:
            return ""
        source_start, source_end = self.folded.span(start, end)
        return self.source[source_start:source_end]

    def starts_or_ends_word(self, place: int) -> bool:
        """Whether no word reaches across `place`."""
        if not 0 < place < len(self.word_at):
            return True
        return self.word_at[place - 1] != self.word_at[place] or self.word_at[place] == _NO_WORD

    def is_whole_words(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is made of whole words: 中法 in 中法两国, not in 其中法律."""
        return self.starts_or_ends_word(start) and self.starts_or_ends_word(end)

    def tears_words(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` takes parts of several words, as 中国 does in 其中国际."""
        return not self.is_whole_words(start, end) and self.word_at[start] != self.word_at[end - 1]


def read_sentence(text: str) -> Sentence:
    """Folds `text`, reading formulas as what they show, and cuts it into words."""
    folded = _fold(text)
    word_at = [_NO_WORD] * len(folded.text)
    for number, token in enumerate(dictionary_words(folded.text)):
        word_at[token.start : token.end] = [number] * (token.end - token.start)
    return Sentence(text, folded, tuple(word_at))


def _fold(text: str) -> Folded:
    if "$" not in text and "\\" not in text:
        return fold(text)
    shown = read_formulas(text)
    folded = fold(shown.text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    starts = tuple(shown.places[start] for start, _ in spans)
    return Folded(folded.text, starts, tuple(shown.places[end - 1] + 1 for _, end in spans))
