"""The glossary: two languages, links that resolve, names that find their term."""

import re
from pathlib import Path

import pytest

from app.text.pinyin import syllables_missing
from app.text.scripts import has_han, to_simplified, to_traditional
from app.vocabulary import Term, TermLinks, Vocabulary, VocabularyError
from app.vocabulary.glossary import TERM_KINDS, load_glossary
from app.vocabulary.names import name_key

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
    assert len(vocabulary.glossary) >= 400


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
        ("東協", "asean"),
        ("智慧财产权", "intellectual-property"),
        ("川普", "donald-trump"),
        ("S&T Diplomacy", "science-and-technology-diplomacy"),
        ("樊春良", "fan-chunliang"),
        ("asean", "asean"),
        ("track-two-diplomacy", "track-two-diplomacy"),
    ],
)
def test_finds_terms_by_current_variant_older_and_regional_names(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.glossary.find(name)
    assert found is not None
    assert found.code == code


def test_every_chinese_name_finds_its_term(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        for name in term.names_zh():
            assert vocabulary.glossary.find(name) is term, name


def test_every_preferred_english_name_finds_its_term(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        assert vocabulary.glossary.find(term.en) is term, term.en


def test_a_word_of_taiwan_leads_to_its_term_in_either_script(vocabulary: Vocabulary) -> None:
    words = {word: term for term in vocabulary.glossary for word in term.taiwan}
    assert len(words) > 80
    for word, term in words.items():
        assert vocabulary.glossary.find(word) is term
        assert vocabulary.glossary.find(to_simplified(word)) is term


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("science", "science"),
        ("Science", "journal-science"),
        ("SCIENCE", "science"),
        ("Science & Diplomacy", "journal-science-and-diplomacy"),
        ("science diplomacy", "science-diplomacy"),
        ("Ministry of Foreign Affairs", "ministry-of-foreign-affairs"),
    ],
)
def test_names_that_differ_in_case_alone_are_told_apart(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.glossary.find(name)
    assert found is not None
    assert found.code == code


def test_unknown_names_find_nothing(vocabulary: Vocabulary) -> None:
    assert [vocabulary.glossary.find(name) for name in ("", "  ", "紫色的", "no such term", "<script>", "\x00")] == [
        None
    ] * 6


def test_names_shared_by_terms_are_english_and_few(vocabulary: Vocabulary) -> None:
    shared = vocabulary.glossary.ambiguous()
    assert len(shared) <= 5
    assert all(key.isascii() for key in shared)


def test_every_see_also_leads_to_another_term(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        assert all(code in vocabulary.glossary and code != term.code for code in term.see_also), term.code


def test_codes_are_readable_slugs(vocabulary: Vocabulary) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term.code) for term in vocabulary.glossary)


def test_names_and_definitions_stand_in_their_language(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        assert has_han(term.zh) or term.zh == "G20", term.code
        assert all(map(has_han, (*term.older_zh, *term.traditional, *term.taiwan))), term.code
        assert not any(map(has_han, term.names_en())), term.code
        assert term.definition_zh.endswith("。"), term.code
        assert has_han(term.definition("zh")), term.code
        assert term.definition("en").endswith("."), term.code
        assert not has_han(term.definition("en")), term.code


def test_simplified_names_are_simplified_and_traditional_ones_the_same_name(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        names = (term.zh, *term.variants_zh, *term.older_zh)
        assert [to_simplified(name) for name in names] == list(names), term.code
        assert [to_simplified(name) for name in term.traditional] == [term.zh] * len(term.traditional), term.code
        assert term.zh not in term.traditional, term.code


def test_terms_whose_traditional_form_differs_have_one(vocabulary: Vocabulary) -> None:
    assert [
        term.code for term in vocabulary.glossary if to_traditional(term.zh) != term.zh and not term.traditional
    ] == []


def test_words_of_taiwan_are_other_words(vocabulary: Vocabulary) -> None:
    for term in vocabulary.glossary:
        assert set(term.taiwan).isdisjoint({term.zh, *term.traditional}), term.code


def test_kinds_are_all_in_use(vocabulary: Vocabulary) -> None:
    assert {term.kind for term in vocabulary.glossary} == set(TERM_KINDS)


@pytest.mark.parametrize(
    ("code", "pinyin"),
    [
        ("science-and-technology-diplomacy", "kē jì wài jiāo"),
        ("zhou-enlai", "zhōu ēn lái"),
        ("donald-trump", "tè lǎng pǔ"),
        ("emergency-response", "yìng jí chǔ tū"),
    ],
)
def test_terms_have_their_pinyin(vocabulary: Vocabulary, code: str, pinyin: str) -> None:
    term = vocabulary.glossary.get(code)
    assert term is not None
    assert term.pinyin == pinyin


def test_pinyin_has_a_syllable_for_each_character(vocabulary: Vocabulary) -> None:
    assert [term.code for term in vocabulary.glossary if syllables_missing(term.zh, term.pinyin)] == []


def test_pinyin_is_not_part_of_what_checksums_are_made_of(vocabulary: Vocabulary) -> None:
    term = next(iter(vocabulary.glossary))
    assert term.pinyin not in repr(term)


def test_common_words_are_few_and_general(vocabulary: Vocabulary) -> None:
    common = {term.zh for term in vocabulary.glossary if term.common}
    assert {"科技", "科学", "技术", "外交"} <= common
    assert len(common) < 20


def test_a_term_that_is_a_named_instrument_takes_its_facts_from_there(vocabulary: Vocabulary) -> None:
    linked = [term for term in vocabulary.glossary if term.named_instrument]
    assert len(linked) > 100
    for term in linked:
        links = vocabulary.links_of(term)
        assert (term.instrument, term.country) == (None, None)
        assert links.named_instrument is not None
        assert links.instrument is not None
        assert links.instrument.code == links.named_instrument.kind
        assert [country.code for country in links.countries] == list(links.named_instrument.countries)
        names = {name_key(name) for name in links.named_instrument.names()}
        assert names & {name_key(name) for name in term.names()}, term.code


def test_no_two_terms_are_the_same_named_instrument(vocabulary: Vocabulary) -> None:
    linked = [term.named_instrument for term in vocabulary.glossary if term.named_instrument]
    assert len(set(linked)) == len(linked)


def test_a_term_without_links_has_none(vocabulary: Vocabulary) -> None:
    term = Term("x", "concept", "某", "some", "某。", "Some.")
    assert vocabulary.links_of(term) == TermLinks(None, (), None, None)


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("animal", "", "'kind' is 'animal', but must be one of actor, concept"),
        ("concept", 'synonyms = ["x"]', "unknown field synonyms"),
        ("concept", 'variants_zh = "软力量"', "'variants_zh' must be a list of texts"),
        ("concept", 'taiwan = "軟實力"', "'taiwan' must be a list of texts"),
        ("concept", "abbreviation = 3", "'abbreviation' must be a text that is not empty"),
        ("concept", 'en_source = "guess"', "'en_source' is 'guess', but must be one of established, translation"),
        ("concept", 'pinyin = "ruǎn shí"', "'pinyin' has 2 syllables, +1 are needed for '软实力'"),
        ("concept", 'common = "yes"', "'common' must be true or false"),
        ("concept", 'see_also = ["soft-power"]', "'see_also' names the entry itself"),
        (
            "concept",
            'named_instrument = "x"\ncountry = "CN"',
            "'instrument' and 'country' stand in the named instrument",
        ),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, kind: str, more: str, says: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(TERM.format(kind=kind, more=more), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(f"[[term]] 1 (soft-power): {says}")):
        load_glossary(path)


@pytest.mark.parametrize("code", ["Soft Power", "soft_power", "soft--power", "软实力", "a/b"])
def test_a_code_that_is_no_slug_is_refused(tmp_path: Path, code: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(TERM.format(kind="concept", more="").replace('"soft-power"', f'"{code}"', 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(f"glossary.toml: [[term]] 1 ({code}): 'code' is '{code}'")):
        load_glossary(path)


def test_a_chinese_name_of_two_terms_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    first = TERM.format(kind="concept", more="")
    second = first.replace('"soft-power"', '"hard-power"', 1).replace('"软实力"', '"硬实力"')
    path.write_text(first + second + 'variants_zh = ["軟實力"]\n', encoding="utf-8")
    says = "[[term]] (hard-power): the name '軟實力' is a name of 'soft-power' too"
    with pytest.raises(VocabularyError, match=re.escape(says)):
        load_glossary(path)


def test_words_that_are_no_terms_must_be_a_list(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('not_terms = "对外交往"\n' + TERM.format(kind="concept", more=""), encoding="utf-8")
    with pytest.raises(VocabularyError, match="top level: 'not_terms' must be a list of texts"):
        load_glossary(path)
    path.write_text('not_terms = ["对外交往"]\n' + TERM.format(kind="concept", more=""), encoding="utf-8")
    assert load_glossary(path).not_terms == ("对外交往",)
