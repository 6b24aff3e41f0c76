"""Every code of the system has words in both languages."""

import ast
from functools import cache
from pathlib import Path

import pytest
from fastapi import FastAPI
from jinja2 import Template

import app.ingest
from app.ingest.records import ClaimType, LabelSource
from app.pages.countries import KINDS as COUNTRY_KINDS
from app.search.query_parser import MESSAGES
from app.search.request import FACETS
from app.vocabulary.glossary import TERM_KINDS
from app.web.templating import Templating
from tests.factories import vocabulary

SOURCES = sorted(Path(app.ingest.__path__[0]).rglob("*.py"))


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest, site: FastAPI) -> Template:
    templating: Templating = site.state.templating
    return templating.environments[request.param].get_template("includes/words.html")


def said(words: Template, macro: str, code: str) -> str:
    return str(getattr(words.module, macro)(code))


@cache
def warning_codes() -> frozenset[str]:
    """The first argument of every `IngestWarning(…)` in the code."""
    calls = (
        node
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "IngestWarning" and node.args
    )
    return frozenset(call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant))


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


def test_warnings_of_ingestion(words: Template) -> None:
    assert len(warning_codes()) >= 8
    assert not [code for code in warning_codes() if not said(words, "warning", code)]


@pytest.mark.parametrize("macro", ["claim_type", "country_kind", "term_kind", "field_name", "field", "label_source"])
def test_a_code_without_words_is_shown_as_it_is(words: Template, macro: str) -> None:
    assert said(words, macro, "<new>") == "&lt;new&gt;"
