"""A name of a real thing or person in a claim: a frozen value, known to others through `records`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityMention:
    """`claim.text[start:end]` names the entity `code`, which is of `kind`; `name` is what is printed there.

    `code` is that of the vocabulary's entry, or for a name that nobody has described its key (`entity_key`).
    """

    code: str
    name: str
    kind: str
    start: int
    end: int
    rule: str
    """`entity:name` for a name of the vocabulary, `entity:form`, `entity:person` … for one recognised by its form."""
    country: str | None = None
    """Code of the country that the name itself says, for one recognised by its form: 印度科技部."""
