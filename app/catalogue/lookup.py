"""What a look-up of cited works asks for, as conditions on references: through the table of their words."""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, func, select, union_all

from app.models import Reference, ReferenceToken
from app.text.normalise import fold_text
from app.text.scripts import is_han
from app.text.tokens import LONGEST, lookup_tokens

MAX_QUERY = 2000
"""Characters of a query that are read; SQLite refuses LIKE patterns above 50,000 bytes."""
MAX_WORDS = 20
_RANGE = re.compile(r"(?P<first>\d{4})(?:-|~|\.\.|至)(?P<last>\d{4})?|(?:-|~|\.\.)(?P<until>\d{4})")
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)(?=10\.)")
_AFTER_ALL = "\U0010ffff"


def conditions(q: str) -> list[ColumnElement[bool]]:
    """One condition for each word of `q`; all must hold, and there is none where `q` asks for nothing.

    `17` and `[17]` are the number of an entry, `2010-2015` and `2010-` a range of years, four digits a year; Latin
    words find those that begin so, pinyin of Chinese authors among them; Chinese finds what stands anywhere.
    """
    words = map(fold_text, q[:MAX_QUERY].replace("\0", " ").split()[:MAX_WORDS])
    return [_word_matches(word) for word in words if word.strip("[]")]


def _word_matches(word: str) -> ColumnElement[bool]:
    number = word.strip("[]")
    if found := _RANGE.fullmatch(word):
        first, last = int(found["first"] or 0), int(found["last"] or found["until"] or 9999)
        return Reference.year.between(first, last)
    if number.isdecimal() and len(number) < 4:
        return Reference.id.in_(_bearers(_is(f"#{number}")))
    ways = [_text_matches(_DOI.sub("", word)), _bearers(_is(f"#{number}"[:LONGEST]))]
    if number.isdecimal() and len(number) == 4:
        ways.append(select(Reference.id).where(Reference.year == int(number)))
    return Reference.id.in_(union_all(*ways))


def _text_matches(word: str) -> Select[int]:
    """Its words by the table; then its letters in the entry, unless one Latin word or one pair is all that it is."""
    tokens = lookup_tokens(word)
    if tokens == {word[:LONGEST]} and (word.isascii() or (len(word) == 2 and is_han(word[0]))):
        return _bearers(_begins(word[:LONGEST]) if word.isascii() else _is(word))
    stands = select(Reference.id).where(Reference.lookup.contains(word, autoescape=True))
    chosen = _least_to_compare(sorted(tokens), word)
    if chosen is None:
        return stands
    return stands.join(ReferenceToken, ReferenceToken.reference_id == Reference.id).where(chosen)


def _least_to_compare(tokens: Sequence[str], word: str) -> ColumnElement[bool] | None:
    """The condition on a token that leaves the fewest entries: the rarest pair of Han signs.

    Without such a pair it is the Latin part at the start, since others may be the end of a longer word; `None` where
    the word begins with neither.
    """
    if pairs := [token for token in tokens if len(token) > 1 and is_han(token[0])]:
        held = select(ReferenceToken.token).where(ReferenceToken.token.in_(pairs)).group_by(ReferenceToken.token)
        return ReferenceToken.token == held.order_by(func.count()).limit(1).scalar_subquery()
    first = next((token for token in tokens if word.startswith(token) and not is_han(token[0])), None)
    return _begins(first) if first else None


def _is(token: str) -> ColumnElement[bool]:
    return ReferenceToken.token == token


def _begins(token: str) -> ColumnElement[bool]:
    return and_(ReferenceToken.token >= token, ReferenceToken.token < token + _AFTER_ALL)


def _bearers(condition: ColumnElement[bool]) -> Select[int]:
    return select(ReferenceToken.reference_id).where(condition)
