"""Every code of the system has words in both languages."""

import pytest
from fastapi import FastAPI
from jinja2 import Template

from app.ingest.records import ClaimType, LabelSource
from app.pages.countries import KINDS as COUNTRY_KINDS
from app.search.query_parser import MESSAGES
from app.search.request import FACETS
from app.vocabulary.glossary import TERM_KINDS
from app.web.templating import Templating
from tests.factories import vocabulary


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest, site: FastAPI) -> Template:
    templating: Templating = site.state.templating
    return templating.environments[request.param].get_template("includes/words.html")


def said(words: Template, macro: str, code: str) -> str:
    return str(getattr(words.module, macro)(code))


def test_claim_types(words: Template) -> None:
    for code in set(ClaimType) - {ClaimType.OTHER}:
        assert said(words, "claim_type", code)


def test_kinds_of_countries_and_terms(words: Template) -> None:
    assert {country.kind for country in vocabulary().countries} == set(COUNTRY_KINDS)
    assert {term.kind for term in vocabulary().glossary} == set(TERM_KINDS)
    for macro, codes in (("country_kind", COUNTRY_KINDS), ("term_kind", TERM_KINDS)):
        assert not [code for code in codes if said(words, macro, code) == code]


def test_fields_and_sources(words: Template) -> None:
    assert not [code for code in FACETS if said(words, "field_name", code) == code]
    assert all(said(words, "label_source", code) for code in LabelSource)


def test_reasons_why_a_query_was_not_read(words: Template) -> None:
    assert all(said(words, "query_problem", code) for code in MESSAGES)


@pytest.mark.parametrize("macro", ["claim_type", "country_kind", "term_kind", "field_name", "field", "label_source"])
def test_a_code_without_words_is_shown_as_it_is(words: Template, macro: str) -> None:
    assert said(words, macro, "<new>") == "&lt;new&gt;"
