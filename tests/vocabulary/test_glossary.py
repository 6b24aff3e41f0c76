"""The glossary: two languages, links that resolve, names that find their term."""

import re
from pathlib import Path

import pytest

from app.text.scripts import has_han, to_simplified
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.glossary import TERM_KINDS, load_glossary

TERM = """
[[term]]
code = "soft-power"
kind = "{kind}"
zh = "软实力"
en = "soft power"
definition_zh = "能力。"
definition_en = "An ability."
{more}
"""


def test_the_glossary_has_the_size_that_was_asked_for(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.glossary) >= 90


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("科技外交", "science-and-technology-diplomacy"),
        ("S&T diplomacy", "science-and-technology-diplomacy"),
        ("第二轨道外交", "track-two-diplomacy"),
        ("混委会", "joint-committee"),
        ("Third World", "developing-countries"),
        ("技術移轉", "technology-transfer"),
        ("智慧財產權", "intellectual-property"),
        ("MOU", "memorandum-of-understanding"),
    ],
)
def test_finds_terms_by_current_variant_older_and_regional_names(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.glossary.find(name)
    assert found is not None
    assert found.code == code


def test_every_name_finds_its_term(vocabulary: Vocabulary) -> None:
    assert vocabulary.glossary.ambiguous() == {}
    for term in vocabulary.glossary:
        for name in term.names():
            assert vocabulary.glossary.find(name) is term, name


def test_codes_are_readable_slugs(vocabulary: Vocabulary) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term.code) for term in vocabulary.glossary)


def test_names_and_definitions_stand_in_their_language(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        assert all(has_han(name) for name in (term.zh, *term.variants_zh, *term.older_zh, *term.traditional)), term.code
        assert not any(has_han(name) for name in (term.en, *term.variants_en, *term.older_en)), term.code
        assert term.definition_zh.endswith("。"), term.code
        assert has_han(term.definition("zh")), term.code
        assert term.definition("en").endswith("."), term.code
        assert not has_han(term.definition("en")), term.code


def test_simplified_names_are_simplified_and_traditional_ones_differ(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        names = (term.zh, *term.variants_zh, *term.older_zh)
        assert [to_simplified(name) for name in names] == list(names), term.code
        assert all(to_simplified(name) != term.zh or name != term.zh for name in term.traditional), term.code


def test_kinds_are_all_in_use(vocabulary: Vocabulary) -> None:
    assert {term.kind for term in vocabulary.glossary} == set(TERM_KINDS)


def test_see_also_does_not_point_back_to_itself(vocabulary: Vocabulary) -> None:
    assert [term.code for term in vocabulary.glossary if term.code in term.see_also] == []


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("animal", "", "'kind' is 'animal', but must be one of actor, concept, field, instrument, policy"),
        ("concept", 'synonyms = ["x"]', "unknown field synonyms"),
        ("concept", 'variants_zh = "软力量"', "'variants_zh' must be a list of texts"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, kind: str, more: str, says: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(TERM.format(kind=kind, more=more), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(f"[[term]] 1 (soft-power): {says}")):
        load_glossary(path)
