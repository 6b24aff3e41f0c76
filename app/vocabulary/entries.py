"""What the vocabulary holds: countries, instruments, terms and named instruments, each with names in two languages.

All are frozen values. `label(locale)` is the name to show, `names()` every name by which the entry is found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from app.text.pinyin import romanise

CountryKind = Literal["state", "historic", "bloc"]
ClassCode = Literal["strategic", "operational", "support"]


def _label(locale: str, zh: str, en: str | None) -> str:
    return zh if locale.startswith("zh") or not en else en


@lru_cache(maxsize=4096)
def _romanised(zh: str) -> str:
    """The dictionary's reading of a name, made when it is first asked for."""
    return romanise(zh)


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory (ISO 3166-1 alpha-2), a historic state (SU, DD, WG) or a bloc (EU, ASEAN …)."""

    code: str
    kind: CountryKind
    zh: str
    en: str
    aliases_zh: tuple[str, ...] = ()
    """Other names that a text may use: 俄国, 大韩民国."""
    aliases_en: tuple[str, ...] = ()
    regional_zh: tuple[str, ...] = ()
    """Names of Taiwan and Hong Kong usage, from CLDR, in simplified characters: 寮国 for 老挝. Found, never spotted."""
    short_zh: tuple[str, ...] = ()
    """One-character forms, which mean the country only in company: 美 in 中美, 英、美, 赴美."""
    organs_zh: tuple[str, ...] = ()
    """Organs, offices, institutions and office holders by whose name a text means the state: 白宫."""
    organs_latin: tuple[str, ...] = ()
    """Acronyms by which a Chinese text means such an organ: PCAST."""
    places_zh: tuple[str, ...] = ()
    """Cities that place something in the country: 波士顿."""

    def label(self, locale: str) -> str:
        """The name in the language of `locale` ("zh", "en")."""
        return _label(locale, self.zh, self.en)

    def names(self) -> Iterator[str]:
        """Every name by which the country is found, not its organs and places."""
        yield from (self.zh, self.en, *self.aliases_zh, *self.aliases_en, *self.regional_zh, *self.short_zh)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that speak for an instrument: a regular expression over folded text, and how strongly it speaks."""

    pattern: str
    weight: float


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of policy instrument (政策工具)."""

    code: str
    class_code: ClassCode
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    short_zh: str = ""
    """For chips and the heads of tables."""
    short_en: str = ""
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    source: tuple[str, str] | None = None
    """The slug of the shipped paper whose kind it is, and the section there; `None` for one that this project adds."""

    def label(self, locale: str) -> str:
        """The name in the language of `locale`."""
        return _label(locale, self.zh, self.en)

    def short_label(self, locale: str) -> str:
        """A name of a word or two, for chips and the heads of tables."""
        return _label(locale, self.short_zh or self.zh, self.short_en or self.en)

    def names(self) -> Iterator[str]:
        """Every name by which the instrument is found."""
        yield from (self.zh, self.en, self.short_zh, self.short_en, *self.aliases_zh, *self.aliases_en)


@dataclass(frozen=True, slots=True)
class InstrumentClass:
    """One of the three classes of instruments, with its kinds in display order."""

    code: ClassCode
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    instruments: tuple[Instrument, ...]
    source: tuple[str, str] | None = None
    """Likewise."""

    def label(self, locale: str) -> str:
        """The name in the language of `locale`."""
        return _label(locale, self.zh, self.en)

    def names(self) -> Iterator[str]:
        """Every name by which the class is found."""
        yield from (self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary: the names of one concept in both languages."""

    code: str
    """A readable slug of the English name: `track-two-diplomacy`."""
    kind: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    abbreviation: str | None = None
    """The English abbreviation."""
    older_zh: tuple[str, ...] = ()
    older_en: tuple[str, ...] = ()
    traditional: tuple[str, ...] = ()
    """`zh` in traditional characters, where they differ."""
    taiwan: tuple[str, ...] = ()
    """Taiwan's words, where they differ in more than the script, in traditional characters."""
    en_is_translation: bool = False
    """True when `en` is our rendering and not a name in use."""
    reading: str = field(default="", repr=False)
    """The file's own pinyin of `zh`, empty for that of the dictionary. Not in `repr`, from which checksums are made."""
    instrument: str | None = None
    country: str | None = None
    named_instrument: str | None = None
    """The named instrument that is the same thing, whose facts (kind, countries, years) stand there."""
    see_also: tuple[str, ...] = ()
    common: bool = False
    """A word too common to be marked in running text: 科技."""

    @property
    def pinyin(self) -> str:
        """`zh` syllable by syllable with tone marks: `kē jì wài jiāo`."""
        return self.reading or _romanised(self.zh)

    def label(self, locale: str) -> str:
        """The name in the language of `locale`."""
        return _label(locale, self.zh, self.en)

    def definition(self, locale: str) -> str:
        """The definition in the language of `locale`."""
        return _label(locale, self.definition_zh, self.definition_en)

    def names_zh(self) -> Iterator[str]:
        """Every Chinese name, the preferred one first."""
        yield from (self.zh, *self.variants_zh, *self.older_zh, *self.traditional, *self.taiwan)

    def names_en(self) -> Iterator[str]:
        """Every English name, the preferred one first."""
        yield from (self.en, *self.variants_en, *self.older_en)
        if self.abbreviation:
            yield self.abbreviation

    def names(self) -> Iterator[str]:
        """Every name by which the term is found."""
        yield from (*self.names_zh(), *self.names_en())


@dataclass(frozen=True, slots=True)
class Actor:
    """An institution or a person (机构、人物) that is neither a term of the glossary nor a named instrument."""

    code: str
    kind: str
    """`institution` or `person`."""
    zh: str
    en: str
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """The home of an institution, the country that a person stands for."""

    def names(self) -> Iterator[str]:
        """Every name by which it is found."""
        yield from (self.zh, self.en, *self.variants_zh, *self.variants_en)


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """One real agreement, programme, network, document, dialogue or institution (具体工具)."""

    code: str
    kind: str
    """Code of its instrument."""
    form: str
    """What it is: one of `named_instruments.FORMS`."""
    zh: str
    en: str | None
    """`None` where no English name is known."""
    en_is_translation: bool = False
    """True when `en` is our rendering and not a name in use."""
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    start_year: int | None = None
    end_year: int | None = None
    needs_country: bool = False
    """A general name (国家创新战略), meant only where the sentence names one of its countries."""
    note: str = ""

    def label(self, locale: str) -> str:
        """The name in the language of `locale`; the Chinese one where no English name is known."""
        return _label(locale, self.zh, self.en)

    def names(self) -> Iterator[str]:
        """Every name by which it is found."""
        yield self.zh
        if self.en:
            yield self.en
        yield from (*self.variants_zh, *self.variants_en)
