"""What codes are called."""

import pytest

from app.web.names import Names
from tests.factories import vocabulary


@pytest.mark.parametrize(("locale", "name"), [("zh", "日本"), ("en", "Japan")])
def test_a_country_has_a_name_in_each_language(locale: str, name: str) -> None:
    assert Names(vocabulary, locale).country("JP") == name


def test_instruments_have_a_long_and_a_short_name() -> None:
    names = Names(vocabulary, "zh")
    assert names.instrument("agreement") == "政府间科技合作协议"
    assert names.short_instrument("agreement") == "协议"


def test_a_named_instrument_has_a_name() -> None:
    entry = next(iter(vocabulary().named_instruments))
    assert Names(vocabulary, "zh").named_instrument(entry.code) == entry.zh


def test_a_code_that_the_vocabulary_has_forgotten_is_its_own_name() -> None:
    names = Names(vocabulary, "en")
    found = {names.country("XX"), names.instrument("XX"), names.short_instrument("XX"), names.named_instrument("XX")}
    assert found == {"XX"}


def test_a_named_instrument_is_searched_by_its_names_but_not_by_short_latin_ones() -> None:
    query = Names(vocabulary, "en").named_query("gb-sin")
    assert query.startswith('"科学与创新网络" OR "Science and Innovation Network" OR "')
    assert '"SIN"' not in query
    assert Names(vocabulary, "en").named_query("XX") == '"XX"'
