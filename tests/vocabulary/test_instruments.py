"""The three classes and thirteen kinds, their names, and the wordings that speak for them."""

import re
from pathlib import Path

import pytest

from app import resources
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.instruments import load_instruments

KINDS = {
    "strategic": ["strategy"],
    "operational": [
        "agreement", "advisory", "overseas", "funding", "mechanism", "bigscience", "aid", "control", "intlorg",
    ],
    "support": ["training", "awareness", "platform"],
}  # fmt: skip


def test_classes_hold_their_kinds_in_display_order(vocabulary: Vocabulary) -> None:
    classes = vocabulary.instrument_classes
    assert {group.code: [kind.code for kind in group.instruments] for group in classes} == KINDS
    assert [kind.code for kind in vocabulary.instruments] == [code for codes in KINDS.values() for code in codes]
    assert all(kind.class_code == group.code for group in classes for kind in group.instruments)


def test_a_class_stands_for_its_kinds_and_a_kind_for_itself(vocabulary: Vocabulary) -> None:
    assert vocabulary.instruments.expand("support") == ("training", "awareness", "platform")
    assert vocabulary.instruments.expand("aid") == ("aid",)
    assert vocabulary.instruments.expand("unknown") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("协议", "agreement"),
        ("谅解备忘录", "agreement"),
        ("創新對話", "mechanism"),
        ("科技参赞", "overseas"),
        ("Export Controls", "control"),
        ("big science", "bigscience"),
        ("AGREEMENT", "agreement"),
    ],
)
def test_finds_instruments_by_name(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.instruments.find(name)
    assert found is not None
    assert found.code == code


def test_finds_classes_by_name(vocabulary: Vocabulary) -> None:
    found = vocabulary.instrument_classes.find("操作工具")
    assert found is not None
    assert (found.code, found.label("en")) == ("operational", "Operational instruments")


def test_no_name_belongs_to_two_instruments(vocabulary: Vocabulary) -> None:
    assert vocabulary.instruments.ambiguous() == {}
    assert vocabulary.instrument_classes.ambiguous() == {}


def test_every_entry_says_what_it_is_in_one_sentence_of_each_language(vocabulary: Vocabulary) -> None:
    for entry in (*vocabulary.instruments, *vocabulary.instrument_classes):
        assert entry.definition_zh.endswith("。"), entry.code
        assert entry.definition_zh.count("。") == 1, entry.code
        assert entry.definition_en.endswith("."), entry.code


def test_short_labels_fit_a_chip(vocabulary: Vocabulary) -> None:
    for instrument in vocabulary.instruments:
        assert 2 <= len(instrument.short_label("zh")) <= 6
        assert len(instrument.short_label("en")) <= 12


def test_wordings_compile_and_weigh_something(vocabulary: Vocabulary) -> None:
    for instrument in vocabulary.instruments:
        assert any(trigger.weight >= 0.8 for trigger in instrument.triggers), instrument.code
        for trigger in instrument.triggers:
            re.compile(trigger.pattern)
            assert -2 <= trigger.weight <= 1
            assert trigger.weight


def test_wordings_are_written_for_folded_text(vocabulary: Vocabulary) -> None:
    """Full-width commas, curly quotes and capitals never occur in folded text: a pattern with them is a slip."""
    for instrument in vocabulary.instruments:
        for trigger in instrument.triggers:
            assert not re.search(r"[，；：（）“”A-Z]", trigger.pattern), trigger.pattern


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("triggers = [['x']]", "'triggers' must be a list of [pattern, weight] pairs"),
        ("triggers = [['x', 'much']]", "'triggers' must be a list of [pattern, weight] pairs"),
        ("colour = 'red'", "unknown field colour"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, field: str, says: str) -> None:
    names = ("zh", "en", "definition_zh", "definition_en", "short_zh", "short_en")
    fields = "\n".join(f"{name} = 'x'" for name in names)
    path = tmp_path / "instruments.toml"
    path.write_text(f"[[instrument]]\ncode = 'aid'\nclass = 'support'\n{fields}\n{field}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(says)):
        load_instruments(path)


def test_kinds_of_the_classification_name_a_section_of_a_shipped_paper(vocabulary: Vocabulary) -> None:
    taken = [one for one in (*vocabulary.instrument_classes, *vocabulary.instruments) if one.source]
    assert {one.code for one in taken} >= {"strategic", "operational", "support", "strategy", "agreement"}
    for one in taken:
        assert one.source is not None
        paper, section = one.source
        text = (resources.PAPERS / f"{paper}.txt").read_text(encoding="utf-8")
        assert re.search(rf"^\s*{re.escape(section)}\s", text, re.MULTILINE), one.code


def test_a_source_is_a_paper_and_a_section(tmp_path: Path) -> None:
    entry = 'code = "x"\nclass = "support"\nzh = "甲"\nen = "x"\ndefinition_zh = "乙"\ndefinition_en = "y"\n'
    names = 'short_zh = "甲"\nshort_en = "x"\nsource = ["paper"]\n'
    path = tmp_path / "instruments.toml"
    path.write_text(f"[[instrument]]\n{entry}{names}", encoding="utf-8")
    with pytest.raises(VocabularyError, match="paper, section"):
        load_instruments(path)
