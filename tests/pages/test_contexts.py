"""Each page's context holds what its templates use, and nothing besides."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, ClassVar, get_type_hints

import pytest
from fastapi import FastAPI
from jinja2 import Environment, meta, nodes

from app import api, pages, web
from app.web.templating import Templating

GIVEN = {"site", "gettext", "ngettext", "pgettext", "npgettext", "_"}
"""What every page gets besides its context, together with the environment's globals."""


def contexts() -> Iterator[type]:
    for package in (pages, web, api):
        for module in pkgutil.iter_modules(package.__path__):
            content = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
            for value in content.values():
                if (
                    isinstance(value, type)
                    and is_dataclass(value)
                    and isinstance(getattr(value, "template", None), str)
                ):
                    yield value


CONTEXTS = sorted(set(contexts()), key=lambda context: context.__name__)


def templates_of(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """The template and those it extends or includes: they share its context; imported macros do not."""
    assert environment.loader is not None
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    yield tree
    for node in tree.find_all((nodes.Extends, nodes.Include)):
        assert isinstance(node, nodes.Extends | nodes.Include)
        assert isinstance(node.template, nodes.Const), "a template's name must not depend on data"
        yield from templates_of(environment, node.template.value)


def macros(tree: nodes.Template) -> set[str]:
    """Names of macros that a template imports or defines at its top: its blocks and other macros see them too."""
    names = (name for node in tree.find_all(nodes.FromImport) for name in node.names)
    imported = {name[1] if isinstance(name, tuple) else name for name in names}
    return imported | {macro.name for macro in tree.find_all(nodes.Macro)}


def used(environment: Environment, name: str) -> set[str]:
    found: set[str] = set()
    for tree in templates_of(environment, name):
        found |= meta.find_undeclared_variables(tree) - macros(tree)
    return found - GIVEN - set(environment.globals)


@pytest.fixture
def environment(site: FastAPI) -> Environment:
    templating: Templating = site.state.templating
    return templating.environments["zh"]


def test_all_contexts_are_found() -> None:
    names = {context.__name__ for context in CONTEXTS}
    assert {"HomePage", "SearchPage", "CountryPage", "PaperPage", "NotFoundPage", "ErrorPage"} <= names
    assert len(CONTEXTS) >= 15


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.__name__)
def test_fields_are_what_the_templates_use(environment: Environment, context: Any) -> None:
    assert {field.name for field in fields(context)} == used(environment, context.template)


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.__name__)
def test_contexts_are_frozen_and_typed(context: Any) -> None:
    assert context.__dataclass_params__.frozen
    assert get_type_hints(context, include_extras=True)["template"] == ClassVar[str]
    assert context.__doc__
    assert not context.__doc__.startswith(f"{context.__name__}(")


def test_macros_use_nothing_of_the_page(environment: Environment) -> None:
    """A file of macros is imported without the page's context: what it uses must be an argument or a global."""
    assert environment.loader is not None
    for name in environment.list_templates():
        if name.startswith("includes/"):
            tree = environment.parse(environment.loader.get_source(environment, name)[0])
            assert meta.find_undeclared_variables(tree) - macros(tree) - set(environment.globals) - GIVEN == set(), name


def test_every_template_is_used(environment: Environment) -> None:
    assert environment.loader is not None
    named = {context.template for context in CONTEXTS}
    for name in environment.list_templates():
        tree = environment.parse(environment.loader.get_source(environment, name)[0])
        named |= set(filter(None, meta.find_referenced_templates(tree)))
    assert set(environment.list_templates()) == named


def test_no_template_spells_an_address(environment: Environment) -> None:
    assert environment.loader is not None
    spelt = []
    for name in environment.list_templates():
        source = environment.loader.get_source(environment, name)[0]
        if not name.startswith("api/"):
            spelt += [
                (name, part)
                for part in ('href="/', 'action="/', "href='/", 'src="/')
                if part in source.replace('href="/api/docs"', "")
            ]
    assert spelt == []


def test_nothing_is_marked_as_safe(environment: Environment) -> None:
    assert environment.loader is not None
    sources = {name: environment.loader.get_source(environment, name)[0] for name in environment.list_templates()}
    assert {name for name, source in sources.items() if "safe" in source} == set()
    assert not any("autoescape false" in source for source in sources.values())
