"""Which real agreements, programmes, documents and institutions a sentence names.

Names in Chinese are compared without spaces and punctuation (中国 - 东盟科技伙伴计划 is 中国-东盟科技伙伴计划),
names in Latin letters as words, acronyms in capitals only. The longest name wins its place:
中美科技合作协定延期议定书 does not also name 中美科技合作协定. Names that are also common words count only where
their country is named too.
"""

import re
from collections.abc import Collection, Iterator

from app.ingest.labels.sentence import Sentence
from app.ingest.records import Label
from app.text.normalise import fold_text
from app.text.scripts import has_han
from app.vocabulary import NamedInstrument, Vocabulary

_LATIN = re.compile("[A-Za-z]{2}")
_MARKS = re.compile(r"[\W_]+")
"""What is no letter and no digit."""


class NamedInstrumentLabeller:
    """Finds named instruments; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_han: dict[str, NamedInstrument] = {}
        self._by_latin: dict[str, NamedInstrument] = {}
        for named in vocabulary.named_instruments:
            for name in named.names():
                if has_han(name):
                    self._by_han[_bare(fold_text(name))] = named
                elif " " in name or name.isupper():
                    self._by_latin[name if name.isupper() else name.lower()] = named
        self._han_pattern = _any_of(self._by_han)
        self._latin_pattern = re.compile(
            rf"(?<![A-Za-z0-9])(?:{_any_of(self._by_latin).pattern}|(?i:{_any_of(self._by_latin).pattern}))(?![A-Za-z0-9])"
        )

    def label(self, sentence: Sentence, countries: Collection[str]) -> tuple[Label, ...]:
        """One label a named instrument in the order of first mention. `countries`: codes that the sentence names."""
        labels: dict[str, Label] = {}
        for named, trigger in (*self._han_names(sentence), *self._latin_names(sentence.source)):
            if not named.needs_country or not set(named.countries).isdisjoint(countries):
                labels.setdefault(named.code, Label(named.code, rule="named-instrument:name", trigger=trigger))
        return tuple(labels.values())

    def _han_names(self, sentence: Sentence) -> Iterator[tuple[NamedInstrument, str]]:
        marks = [match.span() for match in _MARKS.finditer(sentence.text)]
        places = list(range(len(sentence.text)))
        for start, end in reversed(marks):
            del places[start:end]
        bare = _MARKS.sub("", sentence.text)
        for match in self._han_pattern.finditer(bare):
            start, end = places[match.start()], places[match.end() - 1] + 1
            yield self._by_han[match[0]], sentence.quote(start, end)

    def _latin_names(self, source: str) -> Iterator[tuple[NamedInstrument, str]]:
        if not _LATIN.search(source):
            return
        for match in self._latin_pattern.finditer(source):
            named = self._by_latin.get(match[0]) or self._by_latin.get(match[0].lower())
            if named:
                yield named, match[0]


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _any_of(names: Collection[str]) -> re.Pattern[str]:
    """Matches any of the names, the longest first."""
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
