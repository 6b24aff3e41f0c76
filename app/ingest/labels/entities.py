"""Which entities of the vocabulary a sentence names, and where.

Names in Chinese are compared without spaces and punctuation (中国 - 东盟科技伙伴计划 is 中国-东盟科技伙伴计划),
those in Latin letters as words, acronyms in capitals only. The longest name wins its place:
中美科技合作协定延期议定书 does not also name 中美科技合作协定. A general name counts only where its country is
named too; a name right behind another country's name is not meant (印度科技部 is not 科技部); two characters are a
person only where the sentence goes on as after a name (许文提出, not 许文化人).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator

from app.ingest.entity_mentions import EntityMention
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Label
from app.text.normalise import fold_text
from app.text.scripts import has_han
from app.vocabulary import Entity, Vocabulary

_LATIN = re.compile("[A-Za-z]{2}")
_SIGN = re.compile(r"[\W_]+")
_BREAK = frozenset(",。;!?")
"""Signs that no name has within it: 华为 does not stand in 以我为中华，为."""
_SHORT = 2
AFTER_NAME = frozenset(
    '等的、,。;:()[]"“”》認认指提在于和与及通从研分讨阐对则将也曾还又就说表强主同立出率访因先获为任作'
)
"""What may follow a person's name of so few characters that it might be the half of a word."""


class EntityLabeller:
    """Finds entities; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_han: dict[str, Entity] = {}
        self._by_latin: dict[str, Entity] = {}
        self._shared = {bare(fold_text(name)) for entity in vocabulary.entities for name in entity.shared_names}
        self._countries = {
            fold_text(name): country.code
            for country in vocabulary.countries
            for name in (country.zh, *country.aliases_zh)
        }
        for entity in vocabulary.entities:
            for name in entity.names():
                if has_han(name):
                    self._by_han.setdefault(bare(fold_text(name)), entity)
                elif " " in name or name.isupper():
                    self._by_latin.setdefault(name if name.isupper() else name.lower(), entity)
        self._han_pattern = re.compile(any_of(self._by_han))
        capitals = any_of([name for name in self._by_latin if name.isupper()])
        words = any_of([name for name in self._by_latin if not name.isupper()])
        self._latin_pattern = re.compile(rf"(?<![A-Za-z0-9])(?:(?i:{words})|{capitals})(?![A-Za-z0-9])")

    def label(self, sentence: Sentence, countries: Collection[str]) -> tuple[EntityMention, ...]:
        """The mentions in the order of the text, none over another. `countries`: codes that the sentence names."""
        found: list[EntityMention] = []
        taken = bytearray(len(sentence.source))
        for entity, general, start, end in (*self._han_names(sentence), *self._latin_names(sentence.source)):
            known = entity.needs_country or general
            if known and set(entity.countries).isdisjoint(countries):
                continue
            if 1 not in taken[start:end]:
                taken[start:end] = b"\x01" * (end - start)
                name = sentence.source[start:end]
                found.append(EntityMention(entity.code, name, entity.kind, start, end, "entity:name"))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _han_names(self, sentence: Sentence) -> Iterator[tuple[Entity, bool, int, int]]:
        matches = list(self._han_pattern.finditer(_SIGN.sub("", sentence.text)))
        places = [place for place, character in enumerate(sentence.text) if character.isalnum()] if matches else []
        for match in matches:
            entity, start, end = self._by_han[match[0]], places[match.start()], places[match.end() - 1] + 1
            if self._is_meant(entity, sentence, start, end):
                yield entity, match[0] in self._shared, *sentence.folded.span(start, end)

    def _is_meant(self, entity: Entity, sentence: Sentence, start: int, end: int) -> bool:
        text = sentence.text
        if not _BREAK.isdisjoint(text[start:end]):
            return False
        if entity.countries and (before := self._country_before(text, start)) and before not in entity.countries:
            return False
        if end - start > _SHORT:
            return True
        if entity.kind == "person":
            return end == len(text) or text[end] in AFTER_NAME
        return not sentence.tears_words(start, end)

    def _country_before(self, text: str, start: int) -> str | None:
        """The country whose name ends right before `start`."""
        return next((code for n in range(2, 6) if (code := self._countries.get(text[max(start - n, 0) : start]))), None)

    def _latin_names(self, source: str) -> Iterator[tuple[Entity, bool, int, int]]:
        if not _LATIN.search(source):
            return
        for match in self._latin_pattern.finditer(source):
            entity = self._by_latin.get(match[0]) or self._by_latin.get(match[0].lower())
            if entity:
                yield entity, False, *match.span()


def named_instrument_labels(mentions: Iterable[EntityMention], named: Container[str]) -> tuple[Label, ...]:
    """One label for each of the mentions that is a named instrument, in the order of first mention."""
    labels: dict[str, Label] = {}
    for mention in mentions:
        if mention.code in named:
            labels.setdefault(mention.code, Label(mention.code, rule="named-instrument:name", trigger=mention.name))
    return tuple(labels.values())


def bare(text: str) -> str:
    """Letters, digits and Han alone."""
    return _SIGN.sub("", text)


def any_of(names: Collection[str]) -> str:
    """A pattern for any of the names, the longest first; those with one first character stand together.

    So a place where no name begins costs one comparison with each first character and not with each name.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_first[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
