"""Whether two claims tell the same fact, and what they share: rules for pairs, without any search.

Precision comes first. Two claims of different papers tell the same fact when they give values of one quantity, when
they name the same work, agreement or event and the same year, or when one says in much the same words what the other
says. Claims about different countries, years or numbers never do (docs/decisions/0026-same-fact.md).
"""

from collections.abc import Collection
from dataclasses import dataclass

from app.catalogue.views import Told, ToldValue
from app.text.normalise import bare

BODIES = ("institution", "person")
"""Kinds of entities that do many things: to name one of them and a year is not to tell the same."""
ALIKE = 0.25
"""Share of two texts' bigrams that both have, from which they say much the same, if their meaning agrees."""
SAME_WORDS = 0.4
"""The same where nothing is known of their meaning."""
CLOSE = 0.75
"""Cosine of texts of the same meaning."""
NEAR = 0.55
"""Cosine of texts that have one thing in common."""
SHORT = 12
"""Letters that a sentence must have to be held against others by its words."""


@dataclass(frozen=True, slots=True)
class BothValues:
    """The values that two claims give of one quantity, as printed, and whether they are equal."""

    key: str
    here: str
    there: str
    equal: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """What two claims have in common: codes and keys in their order, years, and numbers as the first prints them."""

    quantities: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()
    values: tuple["BothValues", ...] = ()
    """Of each quantity in common what the two print."""

    def __bool__(self) -> bool:
        return any((self.quantities, self.entities, self.terms, self.years, self.figures))


def shared(one: Told, other: Told) -> Shared:
    """What two claims have in common."""
    numbers = {(value.value, value.unit) for value in other.figures}
    return Shared(
        quantities=_both(one.quantities, other.quantities),
        entities=_both(one.entities, other.entities),
        terms=_both(one.terms, other.terms),
        countries=_both(one.countries, other.countries),
        years=tuple(sorted(one.years & other.years)),
        figures=tuple(value.text for value in one.figures if (value.value, value.unit) in numbers),
        values=tuple(_values(key, one, other) for key in _both(one.quantities, other.quantities)),
    )


def basis(one: Told, other: Told, cosine: float | None) -> str | None:
    """Why two claims tell the same fact, or `None`: `value` where all that both count is equal, `quantity` where the
    same is counted with another value, `event` for the same thing in the same year, `words` for the same wording.

    `cosine` is that of their meanings, `None` where there are no vectors.
    """
    if keys := _both(one.quantities, other.quantities):
        return "value" if all(_values(key, one, other).equal for key in keys) else "quantity"
    if _contradict(one, other):
        return None
    named = [code for code in _both(one.entities, other.entities) if one.entities[code] not in BODIES]
    if named and one.years & other.years and (cosine is None or cosine >= NEAR):
        return "event"
    return "words" if _same_words(one, other, cosine) else None


def likeness(one: str, other: str) -> float:
    """Share of the bigrams of two texts that both have (Jaccard's index), punctuation aside.

    >>> likeness("科技外交", "科技外交。"), likeness("科技", "外交")
    (1.0, 0.0)
    """
    first, second = _bigrams(one), _bigrams(other)
    return len(first & second) / (len(first | second) or 1)


def _same_words(one: Told, other: Told, cosine: float | None) -> bool:
    if min(len(bare(one.text)), len(bare(other.text))) < SHORT:
        return False
    alike = likeness(one.text, other.text)
    if cosine is None:
        return alike >= SAME_WORDS
    least = NEAR if _both(one.entities, other.entities) else CLOSE
    return alike >= ALIKE and cosine >= least


def _contradict(one: Told, other: Told) -> bool:
    """Whether they are about different countries or years, or count the same things and find other numbers."""
    if one.countries and other.countries and not one.countries & other.countries:
        return True
    if one.years and other.years and not one.years & other.years:
        return True
    units = {value.unit for value in one.figures} & {value.unit for value in other.figures}
    numbers = [{value.value for value in told.figures if value.unit in units} for told in (one, other)]
    return bool(units) and not numbers[0] & numbers[1]


def _values(key: str, one: Told, other: Told) -> BothValues:
    here, there = one.quantities[key], other.quantities[key]
    equal = {value.value for value in here} & {value.value for value in there}
    return BothValues(key, _printed(here), _printed(there), bool(equal))


def _printed(values: Collection[ToldValue]) -> str:
    return "、".join(value.text for value in values)


def _both(one: Collection[str], other: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(set(one) & set(other)))


def _bigrams(text: str) -> set[str]:
    letters = bare(text)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
