"""Countries: ISO 3166-1 with CLDR names, our additions, and every name resolving as it should."""

import re
from pathlib import Path

import pytest

from app.text.scripts import has_han, to_traditional
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.countries import load_countries

BLOCS = {
    "EU", "ASEAN", "AFU", "EUR", "AFR", "ASI", "LAC", "ARAB", "SCO", "SAS", "UN", "APEC", "G20", "BRICS", "OECD",
}  # fmt: skip
AMBIGUOUS = {"阿", "澳", "巴", "伊", "新", "瑞", "土", "乌"}


def code_of(vocabulary: Vocabulary, name: str) -> str | None:
    found = vocabulary.countries.find(name)
    return found.code if found else None


def test_all_of_iso_3166_1_is_there_and_no_more_states(vocabulary: Vocabulary) -> None:
    states = [country.code for country in vocabulary.countries if country.kind == "state"]
    assert len(states) == 249
    assert all(re.fullmatch("[A-Z]{2}", code) for code in states)
    assert {"CN", "TW", "HK", "MO", "PS", "VA", "AQ"} <= set(states)
    assert not {"XK", "EU", "UN", "EZ", "ZZ"} & set(states)


def test_historic_states_and_blocs_of_the_labelling_guide_are_there(vocabulary: Vocabulary) -> None:
    by_kind = {kind: {c.code for c in vocabulary.countries if c.kind == kind} for kind in ("historic", "bloc")}
    assert by_kind == {"historic": {"SU", "DD", "WG"}, "bloc": BLOCS}


def test_states_come_before_historic_states_and_blocs_each_by_english_name(vocabulary: Vocabulary) -> None:
    kinds = [country.kind for country in vocabulary.countries]
    assert kinds == sorted(kinds, key=("state", "historic", "bloc").index)
    names = [country.en for country in vocabulary.countries if country.kind == "bloc"]
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("US", "美国", "United States"),
        ("HK", "香港", "Hong Kong"),
        ("MO", "澳门", "Macao"),
        ("TW", "台湾", "Taiwan"),
        ("PS", "巴勒斯坦", "Palestine"),
        ("MM", "缅甸", "Myanmar"),
        ("TR", "土耳其", "Türkiye"),
        ("SU", "苏联", "Soviet Union"),
        ("EU", "欧盟", "European Union"),
    ],
)
def test_labels_are_the_names_in_use(vocabulary: Vocabulary, code: str, zh: str, en: str) -> None:
    country = vocabulary.countries.get(code)
    assert country is not None
    assert (country.label("zh"), country.label("zh_Hans"), country.label("en")) == (zh, zh, en)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("日本", "JP"),
        ("Japan", "JP"),
        ("jp", "JP"),
        ("寮國", "LA"),
        ("紐西蘭", "NZ"),
        ("沙特", "SA"),
        ("大韓民國", "KR"),
        ("南韓", "KR"),
        ("USA", "US"),
        ("U.S.", "US"),
        ("United States of America", "US"),
        ("UK", "GB"),
        ("Turkey", "TR"),
        ("刚果（金）", "CD"),
        ("前苏联", "SU"),
        ("民主德国", "DD"),
        ("欧共体", "EU"),
        ("上海合作组织", "SCO"),
        ("UNESCO", "UN"),
        ("美", "US"),
        ("华", "CN"),
    ],
)
def test_finds_countries_by_the_names_that_people_use(vocabulary: Vocabulary, name: str, code: str) -> None:
    assert code_of(vocabulary, name) == code


def test_every_name_finds_its_country_or_is_known_to_be_ambiguous(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.countries.ambiguous()) == AMBIGUOUS
    for country in vocabulary.countries:
        for name in country.names():
            assert name in AMBIGUOUS or code_of(vocabulary, name) == country.code, name


def test_chinese_names_are_found_in_traditional_characters(vocabulary: Vocabulary) -> None:
    wrong = [c.zh for c in vocabulary.countries if code_of(vocabulary, to_traditional(c.zh)) != c.code]
    assert wrong == []


def test_names_stand_in_the_list_of_their_language(vocabulary: Vocabulary) -> None:
    for country in vocabulary.countries:
        chinese = (country.zh, *country.aliases_zh, *country.regional_zh, *country.short_zh, *country.places_zh)
        assert all(has_han(name) for name in chinese), country.code
        assert not any(has_han(name) for name in (country.en, *country.aliases_en)), country.code


def test_organs_and_places_belong_to_one_country(vocabulary: Vocabulary) -> None:
    owners: dict[str, set[str]] = {}
    for country in vocabulary.countries:
        for name in (country.zh, *country.aliases_zh, *country.organs_zh, *country.places_zh):
            owners.setdefault(name, set()).add(country.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_organs_and_places_are_no_names(vocabulary: Vocabulary) -> None:
    assert code_of(vocabulary, "白宫") is None
    assert code_of(vocabulary, "波士顿") is None


def test_compounds_and_default_forms_point_to_known_countries(vocabulary: Vocabulary) -> None:
    geography = vocabulary.geography
    pointed = {code for codes in geography.compounds.values() for code in codes} | set(geography.default_short.values())
    assert pointed <= {country.code for country in vocabulary.countries}
    assert all(len(form) == 1 for form in geography.default_short)


def test_an_ambiguous_short_form_has_a_chosen_default_among_its_countries(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.geography.default_short) >= AMBIGUOUS
    for form in AMBIGUOUS:
        possible = {country.code for country in vocabulary.countries.candidates(form)}
        assert vocabulary.geography.default_short[form] in possible
    assert vocabulary.geography.default_short["巴"] == "PK"


def test_words_that_are_no_countries_are_not_names_at_the_same_time(vocabulary: Vocabulary) -> None:
    names = {c.zh for c in vocabulary.countries} | {a for c in vocabulary.countries for a in c.aliases_zh}
    assert names.isdisjoint(vocabulary.geography.not_countries)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('[[country]]\ncode = "US"\nalias = ["x"]', "unknown field alias"),
        ('[[country]]\ncode = "US"\nkind = "planet"', "must be one of bloc, historic, state"),
        ('[[country]]\nzh = "某国"', "'code' is missing"),
        ("compounds = 3", "'compounds' must be written as [compounds]"),
        ('[compounds]\n"欧美" = "EUR"', "[compounds]: '欧美' must be a list of texts"),
        ('[[country]]\ncode = "US"\n[[country]]\ncode = "US"', "the code 'US' is used twice"),
        ('[[country]]\ncode = "XYZ"\nkind = "bloc"\nzh = "某集团"', "no name in CLDR for 'XYZ'; add 'zh' and 'en'"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "countries.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(says)):
        load_countries(path)


def test_the_files_of_the_vocabulary_name_each_country_once(vocabulary: Vocabulary) -> None:
    codes = [country.code for country in vocabulary.countries]
    assert len(codes) == len(set(codes)) == 249 + 3 + len(BLOCS)


def test_names_of_hong_kong_and_taiwan_usage_come_from_cldr(vocabulary: Vocabulary) -> None:
    laos = vocabulary.countries.get("LA")
    italy = vocabulary.countries.get("IT")
    assert laos is not None
    assert italy is not None
    assert set(laos.regional_zh) == {"寮国", "老挝"} - {laos.zh}
    assert "义大利" in italy.regional_zh
