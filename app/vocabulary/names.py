"""How names are compared: two spellings are the same name when their keys are equal."""

import unicodedata

from app.text.scripts import is_han, to_simplified


def name_key(name: str) -> str:
    """The form by which a name is looked up: simplified, half-width, lower case, letters, digits and Han only.

    >>> name_key("《法國科學外交戰略》"), name_key("Science & Innovation Network (SIN)")
    ('法国科学外交战略', 'scienceinnovationnetworksin')
    """
    folded = to_simplified(unicodedata.normalize("NFKC", name))
    return "".join(character for character in folded.casefold() if character.isalnum())


def is_han_name(name: str) -> bool:
    """True when `name` is written in Han characters alone."""
    return bool(name) and all(map(is_han, name))
