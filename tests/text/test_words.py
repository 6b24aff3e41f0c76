"""Words of a text, with the vocabulary's own."""

import logging
import tempfile
from itertools import pairwise
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resources import PAPERS
from app.text.normalise import fold_text
from app.text.scripts import HAN_RUN
from app.text.words import Segmenter, Token, dictionary_words, is_common_word, load_user_words, words


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(["科技伙伴计划", "S&T diplomacy", "瞭望台"])


def test_words_carry_their_places() -> None:
    assert words("日本签署协定。") == [Token("日本", 0, 2), Token("签署", 2, 4), Token("协定", 4, 6)]


def test_punctuation_and_spaces_are_no_words() -> None:
    assert [token.text for token in words("，。 —— ITER 计划 100%")] == ["iter", "计划", "100%"]


def test_user_words_stay_whole(segmenter: Segmenter) -> None:
    assert "科技伙伴计划" in [token.text for token in segmenter.words("建立了科技伙伴计划。")]


def test_user_words_may_be_given_in_any_script_and_width(segmenter: Segmenter) -> None:
    segmenter.add(["創新對話機制", "ＩＴＥＲ计划"])
    found = [token.text for token in segmenter.words(fold_text("加入ITER計劃和創新對話機制"))]
    assert "iter计划" in found
    assert "创新对话机制" in found


def test_adding_words_twice_changes_nothing(segmenter: Segmenter) -> None:
    before = segmenter.words("科技伙伴计划和科技外交")
    segmenter.add(["科技伙伴计划", ""])
    assert segmenter.words("科技伙伴计划和科技外交") == before


def test_dictionary_words_are_known_in_folded_form(segmenter: Segmenter) -> None:
    assert fold_text("在瞭望") == "在了望"
    assert [token.text for token in segmenter.words("在瞭望，在了望")] == ["在", "瞭望", "在", "了望"]


def test_rules_may_ask_for_dictionary_words_alone() -> None:
    assert [token.text for token in dictionary_words("日、韩等国")] == ["日", "韩", "等", "国"]


@pytest.mark.parametrize("word", ["项目", "方面", "关系", "国家"])
def test_common_words(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize("name", ["樊春良", "周恩来", "赵刚", "苏平", "惠仲阳"])
def test_names_are_no_common_words(name: str) -> None:
    assert not is_common_word(name)


def test_a_name_added_by_the_user_is_still_no_common_word() -> None:
    load_user_words(["樊春良"])
    assert not is_common_word("樊春良")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[token.start : token.end].lower() == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


_KNOWN = ("科技", "外交", "瞭望", "了望", "台", "科技伙伴计划", "中", "美", "S&T diplomacy", "国", "其中", "1.5", "c++")


@pytest.fixture(scope="module")
def reference(segmenter: Segmenter) -> jieba.Tokenizer:
    """jieba itself with the words that the segmenter has added."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = jieba.Tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word, frequency in segmenter._added.items():
        tokenizer.add_word(word, frequency)
    return tokenizer


@given(text=st.text() | st.lists(st.sampled_from(_KNOWN) | st.characters(codec="utf-8")).map("".join))
def test_dictionary_words_are_those_of_jieba_without_guessing(
    segmenter: Segmenter, reference: jieba.Tokenizer, text: str
) -> None:
    expected = [(start, end) for word, start, end in reference.tokenize(text, HMM=False) if _has_letters(word)]
    assert [(token.start, token.end) for token in segmenter.words(text, guess=False)] == expected


def test_the_papers_are_cut_as_jieba_cuts_them(reference: jieba.Tokenizer, segmenter: Segmenter) -> None:
    for path in sorted(PAPERS.glob("*.txt")):
        text = fold_text(path.read_text(encoding="utf-8"))
        expected = [(start, end) for word, start, end in reference.tokenize(text, HMM=False) if _has_letters(word)]
        assert [(token.start, token.end) for token in segmenter.words(text, guess=False)] == expected


_HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5)
_NAMES = ("樊春良", "张华", "欧阳娜娜", "奥巴马", "小", "王", "们", "杭研大厦", "的", "了")


@given(text=st.lists(st.sampled_from(_KNOWN + _NAMES) | _HAN | st.characters(codec="utf-8")).map("".join))
def test_words_are_those_of_jieba_with_guessing(segmenter: Segmenter, reference: jieba.Tokenizer, text: str) -> None:
    expected = [(start, end) for word, start, end in reference.tokenize(text) if _has_letters(word)]
    assert [(token.start, token.end) for token in segmenter.words(text)] == expected


@given(text=st.lists(st.sampled_from(_NAMES) | _HAN, min_size=1).map("".join))
def test_new_words_of_han_are_guessed_as_jieba_guesses(
    segmenter: Segmenter, reference: jieba.Tokenizer, text: str
) -> None:
    expected = [(start, end) for _, start, end in reference.tokenize(text)]
    assert [(token.start, token.end) for token in segmenter.words(text)] == expected


def test_han_of_the_papers_is_cut_as_jieba_cuts_it(reference: jieba.Tokenizer, segmenter: Segmenter) -> None:
    for path in sorted(PAPERS.glob("*.txt")):
        for run in HAN_RUN.findall(fold_text(path.read_text(encoding="utf-8"))):
            expected = [(start, end) for word, start, end in reference.tokenize(run) if _has_letters(word)]
            assert [(token.start, token.end) for token in segmenter.words(run)] == expected


def _has_letters(word: str) -> bool:
    return any(character.isalnum() for character in word)


def test_half_a_character_is_no_word(segmenter: Segmenter) -> None:
    assert segmenter.words("科技\ud800外交", guess=False) == [Token("科技", 0, 2), Token("外交", 3, 5)]


def test_jieba_itself_knows_the_words_that_are_added_later() -> None:
    segmenter = Segmenter()
    assert [token.text for token in segmenter.words("量子外交桥, S&T")] != ["量子外交桥", "s", "t"]
    segmenter.add(["量子外交桥"])
    assert [token.text for token in segmenter.words("量子外交桥, S&T")] == ["量子外交桥", "s", "t"]
    assert [token.text for token in segmenter.words("量子外交桥")] == ["量子外交桥"]
    assert segmenter.frequency("量子外交桥") > 0 == segmenter.frequency("子外")


def test_no_cache_file_is_read_or_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(b"not to be trusted")
    assert [token.text for token in Segmenter().words("科技外交")] == ["科技", "外交"]
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]


def test_jieba_keeps_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    assert Segmenter().words("科技 S&T")
    assert logging.getLogger(jieba.__name__).level >= logging.WARNING
    assert capfd.readouterr().err == ""
