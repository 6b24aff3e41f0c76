"""Words as templates get them: what Jinja's own functions give, for every message in either language."""

import re
from collections.abc import Iterator
from functools import cache

import jinja2
import pytest
from babel.messages.pofile import read_po
from markupsafe import Markup

from app.web.locale import KNOWN_LOCALES, catalogue_path, translations
from app.web.wording import KEPT, wording

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
ODD = "<b>&\"'%(num)s%%"
"""A value that is neither markup nor a place for another one."""


@cache
def jinja(locale: str) -> jinja2.Environment:
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_translations(translations(locale), newstyle=True)  # type: ignore[attr-defined]
    return environment


def by_jinja(locale: str, call: str, **values: object) -> str:
    return jinja(locale).from_string("{{ " + call + " }}").render(values)


def messages(locale: str) -> Iterator[tuple[str, ...]]:
    with catalogue_path(locale).open("rb") as source:
        for message in read_po(source, locale=locale):
            if message.id:
                yield (message.id,) if isinstance(message.id, str) else tuple(message.id)


@pytest.fixture(params=KNOWN_LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_message_is_said_as_jinja_says_it(locale: str) -> None:
    said = wording(translations(locale))
    seen = 0
    for message in messages(locale):
        counts = len(message) == 2
        values = {name: ODD for text in message for name in PLACEHOLDER.findall(text) if name != "num" or not counts}
        named = "".join(f", {name}={name}" for name in values)
        if not counts:
            assert said["_"](message[0], **values) == by_jinja(locale, f"_({message[0]!r}{named})", **values)
        else:
            one, many = message
            for number in (1, 1234):
                expected = by_jinja(locale, f"ngettext({one!r}, {many!r}, {number}{named})", **values)
                assert said["ngettext"](one, many, number, **values) == expected
        seen += 1
    assert 300 < seen < KEPT


def test_what_is_put_in_is_escaped_and_markup_stays(locale: str) -> None:
    say = wording(translations(locale))["_"]
    assert say("Note %(label)s", label="<b>").endswith("&lt;b&gt;")
    assert say("Note %(label)s", label=Markup("<b>")).endswith("<b>")


def test_words_that_no_catalogue_has_are_said_as_they_are() -> None:
    said = wording(translations("zh"))
    assert said["_"]("50 %% of <i>nothing</i>") == Markup("50 % of <i>nothing</i>")
    assert said["gettext"] is said["_"]
    assert said["ngettext"]("%(num)s egg", "%(num)s eggs", 2) == "2 eggs"
    assert said["ngettext"]("%(num)s egg", "%(num)s eggs", 2, num="two") == "two eggs"


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="label"):
        wording(translations("en"))["_"]("Note %(label)s")


def test_each_language_has_its_own_words() -> None:
    said = {locale: wording(translations(locale))["_"] for locale in KNOWN_LOCALES}
    for _ in range(2):
        assert (said["zh"]("Countries"), said["en"]("Countries")) == ("国家", "Countries")
