"""Codes that must be in the vocabulary."""

import pytest

from app.library import Library
from app.pages.known import known_country, known_instrument
from app.web.errors import NotFound


def test_a_code_gives_its_entry(library: Library) -> None:
    assert known_country(library, "JP").zh == "日本"
    assert known_instrument(library, "agreement").class_code == "operational"


@pytest.mark.parametrize("code", ["XX", "jp", "日本", "", "<b>", "\x00"])
def test_no_country_of_that_code_is_not_found(library: Library, code: str) -> None:
    with pytest.raises(NotFound) as raised:
        known_country(library, code)
    assert raised.value.what == "country"


@pytest.mark.parametrize("code", ["operational", "none", "协议"])
def test_no_instrument_of_that_code_is_not_found(library: Library, code: str) -> None:
    with pytest.raises(NotFound) as raised:
        known_instrument(library, code)
    assert raised.value.what == "instrument"
