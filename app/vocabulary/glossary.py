"""The bilingual glossary, read from `glossary.toml`: terms by code and by any of their names."""

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from app.text.pinyin import bare_syllables, syllables_missing
from app.vocabulary.entries import Term
from app.vocabulary.names import name_key
from app.vocabulary.reading import Table, VocabularyError, read_toml, tables
from app.vocabulary.registry import Registry

TERM_KINDS = (
    *("concept", "instrument", "actor", "policy", "field"),
    *("institution", "programme", "document", "person", "place"),
)
"""What an entry may be, in display order: five kinds of ideas, then five of things with proper names."""

EN_SOURCES = ("established", "translation")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Glossary(Registry[Term]):
    """The terms in the order of the file, and the words in which a term's name stands by accident."""

    def __init__(self, terms: Iterable[Term], not_terms: Iterable[str] = ()) -> None:
        super().__init__(terms)
        self.not_terms = tuple(not_terms)

    def find(self, name: str) -> Term | None:
        """The term that `name` names, or else has as its code; `None` when there is none.

        Names that differ in case or punctuation alone belong to several terms: `science` and the journal `Science`.
        Then the term spelt like that wins, a preferred name before the other names, the earlier entry last.
        """
        found = self.candidates(name)
        if len(found) < 2:
            return super().find(name)
        asked = name.strip()
        preferred = (term for term in found if asked in (term.zh, term.en))
        named = (term for term in found if asked in term.names())
        return next(chain(preferred, named, found))


def load_glossary(path: Path) -> Glossary:
    """Reads `glossary.toml`, in its order.

    Raises `VocabularyError`, which names file, entry and key, for a missing or malformed file, a see-also that leads
    nowhere, and a Chinese name that two terms have.
    """
    content = read_toml(path)
    entries = tables(path, content, "term")
    glossary = Glossary(map(_term, entries), Table(path, "top level", content).texts("not_terms"))
    _check_names(path, glossary)
    for entry, term in zip(entries, glossary, strict=True):
        for code in term.see_also:
            if code not in glossary:
                raise VocabularyError(
                    f"{path}: {term.code!r} points to {code!r}, which does not exist; correct its 'see_also'"
                )
            if code == term.code:
                raise entry.error("'see_also' names the entry itself; remove it")
    return glossary


def _term(entry: Table) -> Term:
    zh = entry.text("zh")
    term = Term(
        code=_slug(entry),
        kind=entry.one_of("kind", TERM_KINDS),
        zh=zh,
        en=entry.text("en"),
        definition_zh=entry.text("definition_zh"),
        definition_en=entry.text("definition_en"),
        variants_zh=entry.texts("variants_zh"),
        variants_en=entry.texts("variants_en"),
        abbreviation=entry.text_or_none("abbreviation"),
        older_zh=entry.texts("older_zh"),
        older_en=entry.texts("older_en"),
        traditional=entry.texts("traditional"),
        taiwan=entry.texts("taiwan"),
        en_is_translation=entry.raw("en_source") is not None and entry.one_of("en_source", EN_SOURCES) == "translation",
        reading=_reading(entry, zh),
        instrument=entry.text_or_none("instrument"),
        country=entry.text_or_none("country"),
        named_instrument=entry.text_or_none("named_instrument"),
        see_also=entry.texts("see_also"),
        common=entry.flag("common"),
    )
    entry.done()
    if term.named_instrument and (term.instrument or term.country):
        raise entry.error("'instrument' and 'country' stand in the named instrument; remove them here")
    return term


def _slug(entry: Table) -> str:
    code = entry.text("code")
    if not _SLUG.fullmatch(code):
        raise entry.error(f"'code' is {code!r}; use small letters, digits and single hyphens, as in 'soft-power'")
    return code


def _reading(entry: Table, zh: str) -> str:
    """The file's own pinyin, checked for length; empty where it leaves that to the dictionary."""
    given = entry.text_or("pinyin")
    if given and (missing := syllables_missing(zh, given)):
        raise entry.error(f"'pinyin' has {len(bare_syllables(given))} syllables, {missing:+d} are needed for {zh!r}")
    return given


def _check_names(path: Path, glossary: Glossary) -> None:
    """Raises when two terms share a Chinese name; English ones may differ in case alone (see `Glossary.find`)."""
    owners: dict[str, Term] = {}
    for term in glossary:
        for name in term.names_zh():
            owner = owners.setdefault(name_key(name), term)
            if owner is not term:
                raise VocabularyError(
                    f"{path}: [[term]] ({term.code}): the name {name!r} is a name of {owner.code!r} too; "
                    "join the two entries, or leave the name to one of them"
                )
