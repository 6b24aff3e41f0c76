"""Folding and the bare form: what comes out, and the laws that search and identity rely on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.normalise import BORDER, CITATION_MARK, Folded, bare, fold, fold_all, fold_text

MIXED = st.text(
    alphabet=st.sampled_from("科技外交國後年 　\n\tAbＡ１2①½“”「」‘’—–-é\u0301\u200b。，[]（）ﬁ㎡Σςİ"), max_size=60
)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("２００８ 年", "2008年"),
        ("2008 年 7 月", "2008年7月"),
        ("中 国\n科 技", "中国科技"),
        ("S&T  Diplomacy", "s&t diplomacy"),
        ("在 APEC 第四次", "在apec第四次"),
        ("科技外交與國際", "科技外交与国际"),
        ("“科技”「外交」『战略』", '"科技""外交""战略"'),
        ("1949—1977–2000‐x", "1949-1977-2000-x"),
        ("ＩＴＥＲ（ＳＫＡ）", "iter(ska)"),
        ("3 200 个", "3 200个"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("cafe\u0301 CAFÉ", "café café"),
        ("ΣΑΣ", "σασ"),
        ("½ ㎡ ①", "1⁄2 m2 1"),
        ("  围 绕  ", "围绕"),
        ("", ""),
    ],
)
def test_what_folding_evens_out(source: str, folded: str) -> None:
    assert fold_text(source) == folded


@pytest.mark.parametrize("kept", ["科技、外交", "中美。", "《协定》", "a, b", "50%", "a/b"])
def test_what_folding_leaves_alone(kept: str) -> None:
    assert fold_text(kept) == kept


def test_a_folded_place_leads_back_to_the_source() -> None:
    source = "日 本（２００８ 年）ﬁnal"
    folded = fold(source)
    at = folded.text.index("2008")
    assert source[slice(*folded.span(at, at + 5))] == "２００８ 年"
    at = folded.text.index("fi")
    assert source[slice(*folded.span(at, at + 1))] == "ﬁ"


@given(st.text() | MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(st.text() | MIXED)
def test_every_folded_character_has_a_place_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


def _sources(folded: Folded, source: str) -> list[str]:
    """What each folded character comes from."""
    return [source[start:end] for start, end in zip(folded.starts, folded.ends, strict=True)]


@given(st.lists(st.text() | MIXED, max_size=4))
def test_many_places_are_looked_up_as_each_by_itself(texts: list[str]) -> None:
    for folded in (fold_all(texts), fold("".join(texts))):
        spans = [(at, min(at + 1 + at % 3, len(folded.text))) for at in range(0, len(folded.text), 2)]
        assert folded.spans(spans) == [folded.span(*span) for span in spans]


@given(st.lists(st.text() | MIXED, max_size=6))
def test_texts_folded_together_are_as_each_by_itself(texts: list[str]) -> None:
    alone = [fold(text) for text in texts]
    together = fold_all(texts)
    assert together.text.split(BORDER) == ([one.text for one in alone] or [""])
    places = _sources(together, BORDER.join(texts))
    expected: list[str] = []
    for number, (one, text) in enumerate(zip(alone, texts, strict=True)):
        expected += [BORDER] * (number > 0) + _sources(one, text)
    assert places == expected


@pytest.mark.parametrize("times", [1, 40])
def test_a_long_text_is_folded_as_a_short_one(times: int) -> None:
    source = "２０ 個「Ｓ Ｔ」，\n後。"
    folded = fold(source * times)
    assert folded.text == '20个"s t",后。' * times
    assert folded.span(0, len(folded.text)) == (0, len(source) * times)
    assert _sources(folded, source * times) == _sources(fold(source), source) * times


def test_a_character_that_folds_to_several_does_so_in_a_long_text() -> None:
    assert fold_text("科技" * 80 + "…㎡") == "科技" * 80 + "...m2"
    assert fold_text("\U00020000" * 120 + "A") == "\U00020000" * 120 + "a"


@given(st.text(alphabet="科技外交國際關係2017年著覆瞭藉像", max_size=40), st.data())
def test_a_part_of_a_chinese_text_folds_to_a_part_of_its_folded_form(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold_text(text[start:end]) == fold_text(text)[start:end]


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("日本 [2]（2008 年）", "日本2008年"),
        ("国际关系。^②", "国际关系"),
        ("分别 [1, 3–5] 指出", "分别指出"),
        ("S&T Diplomacy!", "stdiplomacy"),
        ("[2015] 年", "2015年"),
        ("……", ""),
    ],
)
def test_the_bare_form_is_what_a_text_says(source: str, form: str) -> None:
    assert bare(source) == form


@given(st.text())
def test_the_bare_form_holds_nothing_but_letters_and_digits(text: str) -> None:
    assert all(character.isalnum() or character == "\u0307" for character in bare(text))


@pytest.mark.parametrize("mark", ["[1]", "[12]", "[ 3 ]", "[1-3]", "[1,5]", "[1，5]", "①", "^⑳", "㉑"])
def test_what_a_citation_mark_looks_like(mark: str) -> None:
    assert CITATION_MARK.fullmatch(mark)


@pytest.mark.parametrize("text", ["[2015]", "[J]", "[]", "(1)", "1", "[a]"])
def test_what_is_no_citation_mark(text: str) -> None:
    assert not CITATION_MARK.search(text)
