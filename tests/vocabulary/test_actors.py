"""Institutions and persons: what the file may hold, and that nothing in it is a slip."""

import re
from pathlib import Path

import pytest

from app.text.scripts import has_han, to_simplified
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.actors import load_actors

ACTOR = (
    'not_actors = []\nshared_names = ["某会"]\n'
    '[[actor]]\ncode = "x"\nkind = "institution"\nzh = "某会"\nen = "Body"\n{more}\n'
)


def test_names_are_in_their_language(vocabulary: Vocabulary) -> None:
    for actor in vocabulary.actors.registry:
        assert all(map(has_han, (actor.zh, *actor.variants_zh))), actor.code
        assert not any(map(has_han, (actor.en, *actor.variants_en))), actor.code
        assert to_simplified(actor.zh) == actor.zh, actor.code


def test_codes_are_slugs_with_the_country_before_bodies_of_states(vocabulary: Vocabulary) -> None:
    for actor in vocabulary.actors.registry:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", actor.code)
        if actor.kind == "institution" and len(actor.countries) == 1 and len(actor.countries[0]) == 2:
            prefix = actor.code.partition("-")[0].upper()
            known = vocabulary.countries.get(prefix)
            assert known is None or actor.countries in ((prefix,), ("UN",)), actor.code


def test_no_actor_repeats_a_term_of_the_glossary(vocabulary: Vocabulary) -> None:
    for actor in vocabulary.actors.registry:
        term = vocabulary.glossary.find(actor.zh)
        assert term is None or term.code in vocabulary.actors.not_actors, actor.code


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("countries = 1", "'countries' must be a list of texts"),
        ('role = "chair"', "unknown field role; correct or remove it"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, more: str, says: str) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(ACTOR.format(more=more), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(f"[[actor]] 1 (x): {says}")):
        load_actors(path)


def test_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(ACTOR.format(more="").replace('"institution"', '"place"'), encoding="utf-8")
    with pytest.raises(VocabularyError, match="must be one of institution, person"):
        load_actors(path)


def test_it_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(ACTOR.format(more='variants_en = ["B"]\ncountries = ["DE"]'), encoding="utf-8")
    actors = load_actors(path)
    (actor,) = actors.registry
    assert list(actor.names()) == ["某会", "Body", "B"]
    assert (actor.countries, actors.shared_names) == (("DE",), {"某会"})
