"""Countries and blocs: ISO 3166-1 with names from CLDR through Babel, and what `countries.toml` adds.

Codes: ISO 3166-1 alpha-2 for states and territories; SU, DD and WG for historic states (the first two were
ISO 3166-1 codes, now in ISO 3166-3); our own codes for blocs and regions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from babel import Locale

from app.text.scripts import to_simplified
from app.vocabulary.entries import Country, CountryKind
from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry

KINDS = ("state", "historic", "bloc")
REGIONAL_LOCALES = ("zh_Hant", "zh_Hant_HK")


@dataclass(frozen=True, slots=True)
class Countries:
    """The registry, and what only the reading of Chinese text needs."""

    registry: Registry[Country]
    compounds: dict[str, tuple[str, ...]]
    """Fixed words for several countries or blocs: 亚非拉 → ASI, AFR, LAC."""
    default_short: dict[str, str]
    """One-character form → the country it means in a compound with no qualifier: 巴 → PK."""
    not_countries: tuple[str, ...]
    """Words that hold a country's name and mean something else: 印度洋, 巴黎协定."""


def load_countries(path: Path) -> Countries:
    """Reads `countries.toml`. Raises `VocabularyError` for a missing or malformed file."""
    content = read_toml(path)
    top = Table(path, "top level", content)
    added = {entry.text("code"): entry for entry in tables(path, content, "country")}
    excluded = set(top.texts("not_in_iso_3166"))
    entries = [*_iso_countries(added, excluded), *(_country(code, entry) for code, entry in added.items())]
    registry = Registry(sorted(entries, key=lambda country: (KINDS.index(country.kind), _sort_name(country))))
    compounds = Table(path, "[compounds]", top.table_or_empty("compounds"))
    defaults = Table(path, "[default_short]", top.table_or_empty("default_short"))
    return Countries(
        registry,
        {word: compounds.texts(word) for word in compounds.names()},
        _all_shorts(registry) | {form: defaults.text(form) for form in defaults.names()},
        top.texts("not_countries"),
    )


def _iso_countries(added: dict[str, Table], excluded: set[str]) -> Iterator[Country]:
    """The states that CLDR names; takes what the file adds to them out of `added`."""
    for code in sorted(_territories("zh_Hans")):
        if len(code) == 2 and code.isalpha() and code not in excluded:
            yield _country(code, added.pop(code, None))


def _country(code: str, entry: Table | None) -> Country:
    entry = entry or Table(Path("CLDR"), code, {"code": code})
    entry.text("code")
    if code not in _territories("zh_Hans") and not (entry.text_or("zh") and entry.text_or("en")):
        raise entry.error(f"no name in CLDR for {code!r}; add 'zh' and 'en'")
    zh = entry.text_or("zh") or _territories("zh_Hans")[code]
    country = Country(
        code=code,
        kind=cast(CountryKind, entry.one_of("kind", KINDS) if entry.raw("kind") else "state"),
        zh=zh,
        en=entry.text_or("en") or _territories("en")[code],
        aliases_zh=entry.texts("aliases_zh"),
        aliases_en=entry.texts("aliases_en"),
        regional_zh=_regional_names(code, zh),
        short_zh=entry.texts("short_zh"),
        organs_zh=entry.texts("organs_zh"),
        organs_latin=entry.texts("organs_latin"),
        places_zh=entry.texts("places_zh"),
    )
    entry.done()
    return country


@lru_cache(maxsize=8)
def _territories(locale: str) -> dict[str, str]:
    return dict(cast("dict[str, str]", Locale.parse(locale).territories))


def _regional_names(code: str, zh: str) -> tuple[str, ...]:
    names = [to_simplified(_territories(locale).get(code, zh)) for locale in REGIONAL_LOCALES]
    return tuple(dict.fromkeys(name for name in names if name != zh))


def _sort_name(country: Country) -> str:
    return country.en.replace("Å", "A").casefold()


def _all_shorts(registry: Registry[Country]) -> dict[str, str]:
    return {form: country.code for country in registry for form in country.short_zh}
