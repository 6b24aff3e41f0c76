"""What could not be taken as printed, in words: every warning of the ingestion with the numbers and names in it."""

import ast
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from jinja2 import Template

import app.ingest
from app.catalogue.views import WarningView

FACTS: dict[str, dict[str, str | int]] = {
    "control-characters": {"count": 7},
    "foreign-abstract": {"title": "Israel’s Incubators"},
    "illegible-glyphs": {"count": 7},
    "label-problem": {"file": "labels/p.toml", "line": 12},
    "labels-without-sentence": {"file": "labels/p.toml", "line": 12},
    "no-reference-list": {"count": 26},
    "reordered-text": {"first": 4, "last": 6, "behind": 3},
    "repeated-text": {"count": 431},
    "tables-skipped": {"count": 18},
    "translation-problem": {"file": "translations/p.toml", "line": 12},
    "unresolved-citation": {"mark": "[17]"},
    "untranslated": {"count": 9, "total": 300},
    "unused-reference-record": {"mark": "99"},
}
"""The facts that each kind of warning states, where it states any."""


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest, site: FastAPI) -> Template:
    found: Template = site.state.templating.environments[request.param].get_template("includes/warnings.html")
    return found


def said(words: Template, code: str, facts: dict[str, str | int] | None = None) -> str:
    return str(words.module.warning(WarningView(code, f"Detail of {code}.", None, None, facts or {}))).strip()  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", FACTS)
def test_every_fact_stands_in_the_sentence(words: Template, code: str) -> None:
    sentence = said(words, code, FACTS[code])
    assert all(str(fact) in sentence for fact in FACTS[code].values())
    assert sentence != said(words, code)
    assert "Detail of" not in sentence


@pytest.mark.parametrize("code", FACTS)
def test_without_facts_it_is_said_in_general(words: Template, code: str) -> None:
    """Papers that were stored before facts were kept."""
    assert len(said(words, code)) > 5
    assert "Detail of" not in said(words, code)


def test_chinese_pages_say_it_in_chinese(site: FastAPI) -> None:
    words = site.state.templating.environments["zh"].get_template("includes/warnings.html")
    for code, facts in FACTS.items():
        assert re.search(r"[\u4e00-\u9fff]{3}", said(words, code, facts)), code
        assert not re.search(r"[a-z]{4} [a-z]{2}", said(words, code, facts)), code


def test_a_warning_of_an_unknown_kind_shows_its_detail(words: Template) -> None:
    assert said(words, "new-kind") == '<span lang="en">Detail of new-kind.</span>'
    assert said(words, "new-kind", {"count": 3}) == '<span lang="en">Detail of new-kind.</span>'


def test_facts_are_text(words: Template) -> None:
    sentence = said(words, "foreign-abstract", {"title": "<script>alert(1)</script>"})
    assert "<script>" not in sentence
    assert "&lt;script&gt;" in sentence


def constructions() -> list[ast.Call]:
    return [
        node
        for path in sorted(Path(app.ingest.__path__[0]).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "IngestWarning"
    ]


def codes() -> frozenset[str]:
    return frozenset(call.args[0].value for call in constructions() if isinstance(call.args[0], ast.Constant))


def test_every_kind_of_warning_has_words(words: Template) -> None:
    assert len(codes()) >= 8
    assert [code for code in codes() if "Detail of" in said(words, code)] == []


def test_whatever_counts_or_names_something_gives_it_as_facts() -> None:
    """An `IngestWarning` of one of these kinds with neither a fifth argument nor `facts` would say less in Chinese."""
    bare = {
        call.args[0].value
        for call in constructions()
        if isinstance(call.args[0], ast.Constant)
        and len(call.args) < 5
        and not any(keyword.arg == "facts" for keyword in call.keywords)
    }
    assert bare & FACTS.keys() == set()
    assert {"no-headings", "no-sentences", "repeated-sentence", "truncated-abstract"} <= bare
