"""The fields of the index, and what each weighs in the ranking. Raise `SCHEMA_VERSION` with any change here,
in `analyzers`, in `columns` or in `documents.index_fields`: an index of another version is rebuilt, never misread.
"""

from typing import Final

from whoosh.fields import COLUMN, ID, Schema

from app.search.columns import CodesColumn, NumbersColumn, TermsColumn, TextsColumn
from app.search.vectors import VectorsColumn

SCHEMA_VERSION: Final = 6

WEIGHTS: Final = {
    **{"words": 1.0, "bigrams": 1.0, "characters": 0.6, "heading": 0.3, "title": 0.1},
    **{"english": 1.0, "heading_english": 0.3, "title_english": 0.1},
}
"""Each field's share in a score. The first three are the best mix measured (see docs/decisions)."""

TEXT_FIELDS: Final = ("words", "bigrams", "characters", "english")
"""Those that hold what a claim says; the others hold where it stands."""

TERMS: Final = (*WEIGHTS, "letters", "latin")
CODES: Final = ("country", "instrument", "type", "paper", "year", "has", "speaker", "author", "section")
TEXTS: Final = ("uid", "folded", "folded_en")
COLUMNS: Final = (*TERMS, *CODES, *TEXTS, "position")


def schema() -> Schema:
    """The schema. All but the key is in columns, which `column_readers` reads as arrays.

    `words`, `bigrams`, `characters`: the claim, cut three ways. `english`: stems of its translation. `letters`:
    single characters and bigrams of the translation. `latin`: words of both texts that are not Han, for patterns and
    typing errors. `heading`, `title` and their stems in English: where it
    stands, for ranking.
    `folded`, `folded_en`: both texts themselves, where quoted strings are looked up. `has`, `speaker`, `author`
    and `section`: what a restriction may ask besides the facets, which are the rest.
    `meaning`: the vector of the claim, where an encoder made one.
    `of_paper`: the one field that Whoosh looks up itself, to take out the claims of a paper.
    """
    kinds = dict.fromkeys(TERMS, TermsColumn) | dict.fromkeys(CODES, CodesColumn) | dict.fromkeys(TEXTS, TextsColumn)
    columns = {name: COLUMN(kind()) for name, kind in kinds.items()}
    return Schema(of_paper=ID(), position=COLUMN(NumbersColumn()), meaning=COLUMN(VectorsColumn()), **columns)
