"""The vocabulary as a whole: loading, links between its files, and words for the segmenter."""

import shutil
from pathlib import Path

import pytest

from app import resources
from app.text.scripts import is_han
from app.vocabulary import Vocabulary, VocabularyError, load_vocabulary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files, to spoil."""
    return Path(shutil.copytree(resources.VOCABULARY, tmp_path / "vocabulary"))


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_loads_a_copy_to_the_same_entries(vocabulary: Vocabulary, folder: Path) -> None:
    loaded = load_vocabulary(folder)
    assert list(loaded.countries) == list(vocabulary.countries)
    assert list(loaded.instruments) == list(vocabulary.instruments)
    assert list(loaded.glossary) == list(vocabulary.glossary)
    assert list(loaded.named_instruments) == list(vocabulary.named_instruments)


@pytest.mark.parametrize("name", ["countries", "instruments", "glossary", "named_instruments", "actors"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.toml").unlink()
    with pytest.raises(VocabularyError, match=rf"{name}\.toml: cannot be read"):
        load_vocabulary(folder)


TERM = (
    '\n[[term]]\ncode = "new"\nkind = "concept"\nzh = "新词"\nen = "new"\n'
    'definition_zh = "新。"\ndefinition_en = "New."\n{link}\n'
)
NAMED = (
    '\n[[named_instrument]]\ncode = "new"\nkind = "{kind}"\nform = "agreement"\nzh = "新协定"\n'
    'countries = ["{country}"]\n'
)
ACTOR = '\n[[actor]]\ncode = "{code}"\nkind = "person"\nzh = "新人物"\nen = "New"\ncountries = ["{country}"]\n'


@pytest.mark.parametrize(
    "link", ['instrument = "gone"', 'country = "gone"', 'see_also = ["gone"]', 'named_instrument = "gone"']
)
def test_a_term_with_a_dead_link_is_refused(folder: Path, link: str) -> None:
    append(folder / "glossary.toml", TERM.format(link=link))
    key = link.split()[0]
    says = rf"glossary\.toml: 'new' points to 'gone', which does not exist; correct its '{key}'"
    with pytest.raises(VocabularyError, match=says):
        load_vocabulary(folder)


@pytest.mark.parametrize(("kind", "country"), [("gone", "CN"), ("agreement", "gone")])
def test_a_named_instrument_with_a_dead_link_is_refused(folder: Path, kind: str, country: str) -> None:
    append(folder / "named_instruments.toml", NAMED.format(kind=kind, country=country))
    with pytest.raises(VocabularyError, match=r"named_instruments\.toml: 'new' points to 'gone', which does not exist"):
        load_vocabulary(folder)


def test_an_actor_with_a_dead_link_is_refused(folder: Path) -> None:
    append(folder / "actors.toml", ACTOR.format(code="new", country="gone"))
    with pytest.raises(VocabularyError, match=r"actors\.toml: 'new' points to 'gone', which does not exist"):
        load_vocabulary(folder)


def test_a_code_of_two_lists_of_entities_is_refused(folder: Path) -> None:
    append(folder / "actors.toml", ACTOR.format(code="gb-sin", country="GB"))
    with pytest.raises(VocabularyError, match=r"actors\.toml: the code 'gb-sin' is used twice by several lists"):
        load_vocabulary(folder)


def test_a_code_used_twice_is_refused_with_the_file_named(folder: Path) -> None:
    append(folder / "glossary.toml", TERM.format(link="").replace('"new"', '"soft-power"', 1))
    with pytest.raises(VocabularyError, match=r"glossary\.toml: the code 'soft-power' is used twice"):
        load_vocabulary(folder)


def test_links_of_the_shipped_files_resolve(vocabulary: Vocabulary) -> None:
    linked = [term for term in vocabulary.glossary if term.instrument]
    assert len(linked) > 40
    assert {term.instrument for term in linked} <= {instrument.code for instrument in vocabulary.instruments}


def test_user_words_are_names_in_han_that_a_segmenter_can_keep(vocabulary: Vocabulary) -> None:
    words = vocabulary.user_words()
    assert list(words) == sorted(set(words))
    assert {"科技外交", "科学特使计划", "哈萨克斯坦"} <= set(words)
    assert all(3 <= len(word) <= 6 and all(map(is_han, word)) for word in words)
    assert "东加" not in words


def test_named_instruments_belong_to_their_countries_and_kinds(vocabulary: Vocabulary) -> None:
    french = vocabulary.named_instruments_of("FR")
    assert french
    for code in french:
        assert "FR" in vocabulary.named_instruments.get(code).countries
    strategies = vocabulary.named_instruments_of("strategy")
    assert {vocabulary.named_instruments.get(code).kind for code in strategies} == {"strategy"}
    assert vocabulary.named_instruments_of("nowhere") == frozenset()
