"""The bilingual glossary, read from `glossary.toml`."""

from pathlib import Path

from app.vocabulary.entries import Term
from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry

TERM_KINDS = ("concept", "instrument", "actor", "policy", "field")


def load_glossary(path: Path) -> Registry[Term]:
    """Reads `glossary.toml`, in its order. Raises `VocabularyError` for a missing or malformed file."""
    return Registry(_term(entry) for entry in tables(path, read_toml(path), "term"))


def _term(entry: Table) -> Term:
    term = Term(
        code=entry.text("code"),
        kind=entry.one_of("kind", TERM_KINDS),
        zh=entry.text("zh"),
        en=entry.text("en"),
        definition_zh=entry.text("definition_zh"),
        definition_en=entry.text("definition_en"),
        variants_zh=entry.texts("variants_zh"),
        variants_en=entry.texts("variants_en"),
        older_zh=entry.texts("older_zh"),
        older_en=entry.texts("older_en"),
        traditional=entry.texts("traditional"),
        instrument=entry.text_or_none("instrument"),
        country=entry.text_or_none("country"),
        see_also=entry.texts("see_also"),
    )
    entry.done()
    return term
