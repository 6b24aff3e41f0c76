"""What a look-up of cited works asks for, as conditions on references: through the table of their words."""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from app.models import Reference, ReferenceToken
from app.text.normalise import fold_text
from app.text.scripts import is_han
from app.text.tokens import LONGEST, lookup_tokens

MAX_QUERY = 2000
"""Characters of a query that are read; SQLite refuses LIKE patterns above 50,000 bytes."""
MAX_WORDS = 20
_MOST_TOKENS = 3
"""Words of one term that are looked up; what they leave is compared letter by letter."""
_RANGE = re.compile(r"(?P<first>\d{4})(?:-|~|\.\.|至)(?P<last>\d{4})?|(?:-|~|\.\.)(?P<until>\d{4})")
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)(?=10\.)")
_AFTER_ALL = "\U0010ffff"


def conditions(q: str) -> list[ColumnElement[bool]]:
    """One condition for each word of `q`; all must hold.

    `17` and `[17]` are the number of an entry, `2010-2015` and `2010-` a range of years, four digits a year; Latin
    words find those that begin so, pinyin of Chinese authors among them; Chinese finds what stands anywhere.
    """
    words = q[:MAX_QUERY].replace("\0", " ").split()[:MAX_WORDS]
    return [_word_matches(fold_text(word)) for word in words]


def _word_matches(word: str) -> ColumnElement[bool]:
    number = word.strip("[]")
    if not number:
        return true()
    if found := _RANGE.fullmatch(word):
        first, last = int(found["first"] or 0), int(found["last"] or found["until"] or 9999)
        return Reference.year.between(first, last)
    if number.isdecimal() and len(number) < 4:
        return _has(f"#{number}")
    matches = [_text_matches(_DOI.sub("", word)), _has(f"#{number}"[:LONGEST])]
    if number.isdecimal() and len(number) == 4:
        matches.append(Reference.year == int(number))
    return or_(*matches)


def _text_matches(word: str) -> ColumnElement[bool]:
    """Its words by the table; then its letters in the entry, unless one Latin word is all that it is."""
    tokens = sorted(lookup_tokens(word), key=lambda token: (-len(token), token))
    plain = word.isascii() and tokens == [word[:LONGEST]]
    stands = Reference.lookup.contains(word, autoescape=True)
    if plain:
        return _begins(tokens[0])
    chosen = list(_chosen(tokens, word))
    return and_(*chosen, stands) if chosen else stands


def _chosen(tokens: list[str], word: str) -> Iterator[ColumnElement[bool]]:
    """Conditions that leave little to compare. A Latin part may be the beginning of a word, so only whole pairs of Han
    signs and long parts are asked for."""
    useful = [token for token in tokens if len(token) > 1]
    for token in useful[:_MOST_TOKENS]:
        yield _has(token) if is_han(token[0]) else _begins(token) if word.startswith(token) else true()


def _has(token: str) -> ColumnElement[bool]:
    return Reference.id.in_(_bearers(ReferenceToken.token == token))


def _begins(token: str) -> ColumnElement[bool]:
    inside = and_(ReferenceToken.token >= token, ReferenceToken.token < token + _AFTER_ALL)
    return Reference.id.in_(_bearers(inside))


def _bearers(condition: ColumnElement[bool]) -> Select[int]:
    return select(ReferenceToken.reference_id).where(condition)
