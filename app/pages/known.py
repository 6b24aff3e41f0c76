"""Codes in addresses that must be in the vocabulary."""

from app.library import Library
from app.vocabulary import Country, Instrument
from app.web.errors import NotFound
from app.web.text import plain


def known_country(library: Library, code: str) -> Country:
    """The country of that code. Raises `NotFound` for none that there is."""
    found = library.vocabulary.countries.get(code)
    if found is None:
        raise NotFound("country", plain(code))
    return found


def known_instrument(library: Library, code: str) -> Instrument:
    """The kind of instrument of that code. Raises `NotFound` for none that there is."""
    found = library.vocabulary.instruments.get(code)
    if found is None:
        raise NotFound("instrument", plain(code))
    return found
