"""The interface's words as templates ask for them: the same as Jinja's functions of the new style give, found once.

Jinja looks a word up through three calls and fills in its values even where it has none. A page of results asks for
some hundred and fifty.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from markupsafe import Markup

KEPT = 4096
"""Words that are kept: more than there are in a catalogue."""


def wording(catalogue: NullTranslations) -> Mapping[str, Callable[..., Markup]]:
    """`_`, `gettext` and `ngettext` for templates that escape what is put into words, by the words of `catalogue`."""

    @lru_cache(maxsize=KEPT)
    def form(text: str) -> Markup:
        return Markup(catalogue.gettext(text))  # noqa: S704 - a catalogue of ours

    @lru_cache(maxsize=KEPT)
    def whole(text: str) -> Markup:
        return form(text) % {}

    @lru_cache(maxsize=KEPT)
    def counted(singular: str, plural: str, number: int) -> Markup:
        return Markup(catalogue.ngettext(singular, plural, number))  # noqa: S704 - a catalogue of ours

    def gettext(text: str, /, **values: Any) -> Markup:
        return form(text) % values if values else whole(text)

    def ngettext(singular: str, plural: str, number: int, /, **values: Any) -> Markup:
        return counted(singular, plural, number) % {"num": number, **values}

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}
