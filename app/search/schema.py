"""The fields of the index, and what each weighs in the ranking. Raise `SCHEMA_VERSION` with any change here,
in `analyzers` or in `documents.index_fields`: an index of another version is rebuilt, never misread.
"""

from typing import Final

from whoosh.fields import COLUMN, ID, KEYWORD, STORED, TEXT, Schema

SCHEMA_VERSION: Final = 2

WEIGHTS: Final = {
    **{"words": 1.0, "bigrams": 1.0, "characters": 0.6, "heading": 0.3, "title": 0.1},
    **{"english": 1.0, "heading_english": 0.3, "title_english": 0.1},
}
"""Each field's share in a score. The first three are the best mix measured (see docs/decisions)."""


def schema() -> Schema:
    """The schema. Text fields are handed to Whoosh as lists of terms, so they need no analyzer of its own.

    `words`, `bigrams`, `characters`: the claim, cut three ways. `english`: stems of its translation. `letters`:
    single characters and bigrams of the translation. `heading`, `title` and their stems in English: where it
    stands, for ranking.
    `folded`, `folded_en`: both texts themselves, where quoted strings are looked up. The rest are facets.
    """
    text = {name: TEXT(phrase=False) for name in WEIGHTS}
    return Schema(
        uid=ID(stored=True, unique=True),
        paper=ID(stored=True),
        position=STORED(),
        type=ID(stored=True),
        year=ID(stored=True),
        country=KEYWORD(stored=True),
        instrument=KEYWORD(stored=True),
        letters=KEYWORD(),
        folded=COLUMN(),
        folded_en=COLUMN(),
        **text,
    )
