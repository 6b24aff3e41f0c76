"""The glossary as a table: one line a term."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.vocabulary import Term

TERM_COLUMNS = (
    *("code", "kind", "zh", "pinyin", "zh_traditional", "zh_taiwan", "zh_variants", "zh_older"),
    *("en", "en_abbreviation", "en_variants", "en_older", "en_is_translation", "definition_zh", "definition_en"),
    *("instrument", "country", "named_instrument", "see_also"),
)
"""The columns of the table, in their order; those with several values join them with `; `."""


def term_rows(terms: Iterable[Term]) -> Iterator[dict[str, Any]]:
    """A row for each term, by column."""
    for term in terms:
        values = (
            *(term.code, term.kind, term.zh, term.pinyin, term.traditional, term.taiwan, term.variants_zh),
            *(term.older_zh, term.en, term.abbreviation, term.variants_en, term.older_en),
            *("yes" if term.en_is_translation else "", term.definition_zh, term.definition_en),
            *(term.instrument, term.country, term.named_instrument, term.see_also),
        )
        yield dict(zip(TERM_COLUMNS, values, strict=True))
