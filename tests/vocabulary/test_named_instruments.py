"""Named instruments: real things with names in both languages, and nothing invented unmarked."""

import re
from pathlib import Path

import pytest

from app.text.scripts import has_han
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.named_instruments import load_named_instruments

NAMED = '[[named_instrument]]\ncode = "x"\nkind = "agreement"\nform = "agreement"\nzh = "某协定"\n{more}\n'


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("《中美科技合作协定》", "cn-us-st-agreement-1979"),
        ("美中科学与技术合作协议", "cn-us-st-agreement-1979"),
        ("中国 - 东盟科技伙伴计划", "cn-asean-st-partnership"),
        ("SIN", "gb-sin"),
        ("swissnex", "ch-swissnex"),
        ("瑞士科學中心", "ch-swissnex"),
        ("科学特使计划", "us-science-envoy"),
        ("iter", "iter"),
        ("Square Kilometre Array", "ska"),
    ],
)
def test_finds_them_by_any_name(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.named_instruments.find(name)
    assert found is not None
    assert found.code == code


def test_there_are_as_many_as_the_papers_name(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.named_instruments) >= 60
    kinds = {named.kind for named in vocabulary.named_instruments}
    assert kinds == {instrument.code for instrument in vocabulary.instruments}


def test_every_name_finds_its_entry(vocabulary: Vocabulary) -> None:
    assert vocabulary.named_instruments.ambiguous() == {}
    for named in vocabulary.named_instruments:
        for name in named.names():
            assert vocabulary.named_instruments.find(name) is named, name


def test_years_are_possible(vocabulary: Vocabulary) -> None:
    for named in vocabulary.named_instruments:
        start, end = named.start_year, named.end_year
        assert start is None or 1600 <= start <= 2035, named.code
        assert end is None or (start is not None and start <= end), named.code


def test_a_general_name_has_countries_that_give_it_its_meaning(vocabulary: Vocabulary) -> None:
    assert [named.code for named in vocabulary.named_instruments if named.needs_country and not named.countries] == []


def test_english_names_are_english_and_chinese_ones_shown_where_there_is_none(vocabulary: Vocabulary) -> None:
    without = [named for named in vocabulary.named_instruments if named.en is None]
    assert without
    assert all(named.label("en") == named.zh for named in without)
    assert not any(has_han(named.en or "") for named in vocabulary.named_instruments)
    assert not any(named.en_is_translation for named in without)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('en = "An agreement"', "'en_source' is missing; add it"),
        (
            'en = "An agreement"\nen_source = "guess"',
            "'en_source' is 'guess', but must be one of established, translation",
        ),
        ('start_year = "1979"', "'start_year' must be a whole number"),
        ('country = "CN"', "unknown field country"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, more: str, says: str) -> None:
    path = tmp_path / "named_instruments.toml"
    path.write_text(NAMED.format(more=more), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(f"[[named_instrument]] 1 (x): {says}")):
        load_named_instruments(path)


def test_a_translation_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "named_instruments.toml"
    path.write_text(NAMED.format(more='en = "Some agreement"\nen_source = "translation"'), encoding="utf-8")
    (named,) = load_named_instruments(path)
    assert named.en_is_translation
    assert named.label("en") == "Some agreement"
