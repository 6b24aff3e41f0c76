"""Parts of pages drawn once: what is kept is what would be drawn."""

from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from markupsafe import Markup

from app.web.citing import Reader, reader, reading
from app.web.fragments import keeping
from tests.web.test_templating import show


@dataclass(frozen=True, slots=True)
class Value:
    """Equal to another with the same word, as views of the catalogue are."""

    word: str


def counting() -> tuple[list[str], object]:
    drawn: list[str] = []

    def macro(value: Value, again: str = "") -> Markup:
        drawn.append(value.word + again)
        return Markup("{}{}{}").format(reader().style, value.word, again)

    return drawn, macro


def test_the_same_values_are_drawn_once_and_others_anew() -> None:
    kept, (drawn, macro) = keeping(), counting()
    assert [kept(macro, Value("a")), kept(macro, Value("a")), kept(macro, Value("b"))] == ["a", "a", "b"]
    assert kept(macro, Value("a"), "!") == "a!"
    assert drawn == ["a", "b", "a!"]


def test_each_reader_gets_what_is_drawn_for_them() -> None:
    kept, (drawn, macro) = keeping(), counting()
    for style in ("apa", "gb2025-", "apa"):
        with reading(Reader("https://kewai.example", style)):
            assert kept(macro, Value("a")) == f"{style}a"
    assert len(drawn) == 2


def test_what_is_kept_is_bounded_and_the_longest_unused_goes() -> None:
    kept, (drawn, macro) = keeping(2), counting()
    for word in "abacab":
        kept(macro, Value(word))
    assert drawn == ["a", "b", "c", "b"]


def test_what_has_no_hash_is_an_error_and_not_drawn_by_chance() -> None:
    kept, (drawn, macro) = keeping(), counting()
    with pytest.raises(TypeError):
        kept(macro, ["a"])
    assert drawn == []


def test_text_stays_text(app: FastAPI) -> None:
    source = "{% macro part(word) %}<b>{{ word }}</b>{% endmacro %}{{ kept(part, word) }}"
    assert show(app, source, "<script>&") == "<b>&lt;script&gt;&amp;</b>"
