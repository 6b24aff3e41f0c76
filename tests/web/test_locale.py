"""Which language a visitor gets."""

import pytest

from app.web.locale import KNOWN_LOCALES, LANGUAGE_TAGS, LocaleConvertor, locale_of_path, negotiate, translations


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        ("", "zh"),
        ("   ", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-TW", "zh"),
        ("en-US,en;q=0.5", "en"),
        ("en;q=0.4, zh;q=0.9", "zh"),
        ("fr, en;q=0.3, zh;q=0.2", "en"),
        ("fr-FR, de;q=0.5", "en"),
        ("zh;q=0, en;q=0.1", "en"),
        ("zh;q=0", "en"),
        ("ZH-hans", "zh"),
        ("zh ; q=0.2 , en ; q=0.1", "zh"),
        ("en;q=oops, zh;q=0.1", "zh"),
        ("*", "en"),
        (";;;,,,=", "en"),
        ("e" * 100_000, "en"),
    ],
)
def test_the_preferred_known_language_wins(header: str, locale: str) -> None:
    assert negotiate(header) == locale


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("/zh/search", "zh"),
        ("/en", "en"),
        ("/en/", "en"),
        ("/", None),
        ("/english/x", None),
        ("/search/zh", None),
        ("", None),
        ("zh/x", None),
    ],
)
def test_a_path_says_its_locale(path: str, locale: str | None) -> None:
    assert locale_of_path(path) == locale


def test_routes_match_the_known_locales_only() -> None:
    convertor = LocaleConvertor()
    assert convertor.regex == "zh|en"
    assert convertor.to_string(convertor.convert("zh")) == "zh"
    assert set(LANGUAGE_TAGS) == set(KNOWN_LOCALES)


def test_catalogues_speak_their_language() -> None:
    assert translations("zh").gettext("Countries") == "国家"
    assert translations("en").gettext("Countries") == "Countries"
    assert translations("zh").ngettext("%(num)s claim", "%(num)s claims", 2) == "%(num)s 条论断"
    assert [translations("en").ngettext("%(num)s claim", "%(num)s claims", n) for n in (0, 1, 2)] == [
        "%(num)s claims",
        "%(num)s claim",
        "%(num)s claims",
    ]


def test_a_locale_without_catalogue_is_an_error() -> None:
    with pytest.raises(OSError, match=r"kewai\.po"):
        translations("fr")
