"""Real agreements, programmes, documents and institutions, read from `named_instruments.toml`."""

from pathlib import Path

from app.vocabulary.entries import NamedInstrument
from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry

FORMS = ("agreement", "document", "programme", "network", "dialogue", "event", "prize", "institution")
EN_SOURCES = ("established", "translation")


def load_named_instruments(path: Path) -> Registry[NamedInstrument]:
    """Reads `named_instruments.toml`, in its order. Raises `VocabularyError` for a missing or malformed file."""
    return Registry(_named_instrument(entry) for entry in tables(path, read_toml(path), "named_instrument"))


def _named_instrument(entry: Table) -> NamedInstrument:
    en = entry.text_or_none("en")
    named = NamedInstrument(
        code=entry.text("code"),
        kind=entry.text("kind"),
        form=entry.one_of("form", FORMS),
        zh=entry.text("zh"),
        en=en,
        en_is_translation=en is not None and entry.one_of("en_source", EN_SOURCES) == "translation",
        variants_zh=entry.texts("variants_zh"),
        variants_en=entry.texts("variants_en"),
        countries=entry.texts("countries"),
        start_year=entry.integer_or_none("start_year"),
        end_year=entry.integer_or_none("end_year"),
        needs_country=entry.flag("needs_country"),
        note=entry.text_or("note"),
    )
    entry.done()
    return named
