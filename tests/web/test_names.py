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


@pytest.mark.parametrize(("locale", "name"), [("zh", "英国皇家学会"), ("en", "Royal Society")])
def test_an_entity_has_a_name_in_each_language(locale: str, name: str) -> None:
    assert Names(vocabulary, locale).entity("gb-royal-society", "英国皇家协会") == name


def test_an_entity_that_the_vocabulary_does_not_have_is_called_as_printed() -> None:
    assert Names(vocabulary, "en").entity("波兰科学院", "波兰 科学院") == "波兰 科学院"
