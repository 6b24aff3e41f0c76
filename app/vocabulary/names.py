"""How names are compared: two spellings are the same name when their keys are equal."""

import unicodedata
from collections.abc import Iterable

from app.text.scripts import is_han, to_simplified


def name_key(name: str) -> str:
    """The form by which a name is looked up: simplified, half-width, lower case, letters, digits and Han only.

    >>> name_key("《法國科學外交戰略》"), name_key("Science & Innovation Network (SIN)")
    ('法国科学外交战略', 'scienceinnovationnetworksin')
    """
    folded = to_simplified(unicodedata.normalize("NFKC", name))
    return "".join(character for character in folded.casefold() if character.isalnum())


def is_in_any(part: str, names: Iterable[str]) -> bool:
    """Whether `part` is empty or stands in one of the names, whatever the script and the punctuation of either.

    >>> is_in_any("法國", ["《法国科学外交战略》"]), is_in_any("——", ["法国"]), is_in_any("", [])
    (True, False, True)
    """
    wanted = name_key(part)
    return not part or (bool(wanted) and any(wanted in name_key(name) for name in names))


def is_han_name(name: str) -> bool:
    """True when `name` is written in Han characters alone."""
    return bool(name) and all(map(is_han, name))
