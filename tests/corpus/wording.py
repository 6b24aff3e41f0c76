"""English wordings compared by their words: endings, case, spelling and quotation marks do not matter."""

import re
import unicodedata
from functools import cache

from app.search.english import stem
from app.vocabulary import Term

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")


def stems(text: str) -> str:
    """The stems of the words, between spaces: ` the royal societi `."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    plain = re.sub(r"'s\b|(?<=s)'|\.(?=\w)", "", plain)
    return f" {' '.join(map(stem, _WORD.findall(plain)))} "


@cache
def wordings(term: Term) -> tuple[str, ...]:
    """Every listed English name of a term: the preferred one first, variants, older ones, the abbreviation."""
    names = (term.en, *term.variants_en, *term.older_en, term.abbreviation)
    return tuple(stems(name) for name in names if name)
