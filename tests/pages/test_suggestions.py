"""What a visitor may have meant."""

import pytest
from fastapi import FastAPI

from app.pages.suggestions import suggest
from app.web.urls import Links
from tests.factories import vocabulary


@pytest.mark.parametrize(
    ("asked", "first"),
    [("Japn", "日本"), ("germny", "德国"), ("俄罗", "俄罗斯"), ("United Kindom", "英国"), ("Fance", "法国")],
)
def test_a_mistyped_name_is_recognised(site: FastAPI, asked: str, first: str) -> None:
    found = suggest(asked, vocabulary().countries, Links(site, "zh"), "country")
    assert first in [suggestion.label for suggestion in found]
    assert all(suggestion.url.startswith("/zh/countries/") for suggestion in found)


def test_each_entry_is_suggested_once_and_four_at_most(site: FastAPI) -> None:
    found = suggest("Republic", vocabulary().countries, Links(site, "en"), "country")
    assert len({suggestion.url for suggestion in found}) == len(found) <= 4


@pytest.mark.parametrize("asked", ["", "zzzzzzzz", "\x00", "x" * 100_000])
def test_nothing_like_it_suggests_nothing(site: FastAPI, asked: str) -> None:
    assert suggest(asked, vocabulary().countries, Links(site, "en"), "country") == ()
