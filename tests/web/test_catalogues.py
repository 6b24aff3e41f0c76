"""Every message of the templates is translated in both catalogues, and nothing else is in them."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app import resources
from app.web.locale import KNOWN_LOCALES, catalogue_path

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
HAN = re.compile(r"[\u4e00-\u9fff]")
Message = str | tuple[str, ...]
SAME_IN_CHINESE = {"DOI", "GB/T 7714—2015", "GB/T 7714—2025"}
"""Messages that have no Chinese form."""


@cache
def used() -> frozenset[Message]:
    """The messages that templates ask for."""
    found = extract_from_dir(
        resources.TEMPLATES,
        method_map=[("**.html", "jinja2")],
        options_map={"**.html": {"trimmed": "true", "silent": "false"}},
        keywords={"_": None, "ngettext": (1, 2)},
    )
    return frozenset(message for _file, _line, message, _comments, _context in found)


def catalogue(locale: str) -> Catalog:
    with catalogue_path(locale).open("rb") as source:
        return read_po(source, locale=locale, abort_invalid=True)


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_there_are_messages() -> None:
    assert len(used()) > 200
    assert ("%(num)s claim", "%(num)s claims") in used()


@pytest.mark.parametrize("locale", KNOWN_LOCALES)
def test_the_catalogue_holds_the_messages_used_and_no_other(locale: str) -> None:
    held = {tuple(m.id) if isinstance(m.id, list | tuple) else m.id for m in catalogue(locale) if m.id}
    assert held == used()


@pytest.mark.parametrize("locale", KNOWN_LOCALES)
def test_every_message_is_translated_with_the_same_placeholders(locale: str) -> None:
    wrong = [
        (message.id, form)
        for message in catalogue(locale)
        if message.id
        for form in forms(message.string)
        if message.fuzzy
        or not form.strip()
        or set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]
    assert wrong == []


def test_english_says_what_the_message_says() -> None:
    assert [m.id for m in catalogue("en") if m.id and forms(m.id) != forms(m.string)] == []


def test_chinese_is_chinese() -> None:
    def needs_han(message_id: str) -> bool:
        return bool(re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", message_id))) and message_id not in SAME_IN_CHINESE

    untranslated = [
        message.id
        for message in catalogue("zh")
        if message.id and needs_han(forms(message.id)[0]) and not HAN.search(forms(message.string)[0])
    ]
    assert untranslated == []


def test_chinese_uses_full_width_punctuation_after_han() -> None:
    wrong = [m.string for m in catalogue("zh") if m.id and re.search(r"[\u4e00-\u9fff][,;?!]", forms(m.string)[0])]
    assert wrong == []
