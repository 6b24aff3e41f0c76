"""Which language a visitor gets, and the interface's words in it.

The catalogues are kept as `.po` sources only and compiled in memory at start: a checkout and a wheel need no
build step, and no compiled copy can fall behind its source.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from starlette.convertors import Convertor, register_url_convertor

from app import resources
from app.web.accept import read_accept

KNOWN_LOCALES = ("zh", "en")
LANGUAGE_TAGS = {"zh": "zh-Hans", "en": "en"}
"""The value of `lang` for content in each locale (BCP 47)."""
DOMAIN = "kewai"


class LocaleConvertor(Convertor[str]):
    """Lets `{locale:locale}` in a route match the known locales and nothing else."""

    regex = "|".join(KNOWN_LOCALES)

    def convert(self, value: str) -> str:
        """The locale as it stands in the path."""
        return value

    def to_string(self, value: str) -> str:
        """The locale as it goes into a path."""
        return value


register_url_convertor("locale", LocaleConvertor())


def negotiate(accept_language: str) -> str:
    """The known locale that an Accept-Language header (RFC 9110, 12.5.4) prefers.

    A header that names neither gets English; none at all gets Chinese, the language of the papers.
    """
    if not accept_language.strip():
        return "zh"
    wanted = (tag.partition("-")[0] for tag, weight in read_accept(accept_language) if weight > 0)
    return next((language for language in wanted if language in KNOWN_LOCALES), "en")


def locale_of_path(path: str) -> str | None:
    """The locale that a path is under: `/en/search` → `en`; `None` when it is under none."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in KNOWN_LOCALES else None


def catalogue_path(locale: str) -> Path:
    """Where the words of `locale` are kept."""
    return resources.LOCALE / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def translations(locale: str) -> Translations:
    """The catalogue of `locale`. Raises `OSError` when the file is not there."""
    with catalogue_path(locale).open("rb") as source:
        catalogue = read_po(source, locale=locale, domain=DOMAIN, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)
