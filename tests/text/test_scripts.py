"""Han and other scripts; traditional and simplified forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.text.normalise import fold_text
from app.text.scripts import count_han, has_han, is_han, simplified_form, to_simplified, to_traditional


@pytest.mark.parametrize("character", ["科", "〇", "㐀", "𠀀", "豈", "鿿"])
def test_han_of_every_block(character: str) -> None:
    assert is_han(character)
    assert has_han(f"abc{character}")


@pytest.mark.parametrize("character", ["a", "1", "。", "《", "あ", "ㄅ", "한", " ", "①", "　"])
def test_what_is_not_han(character: str) -> None:
    assert not is_han(character)
    assert not has_han(character)


def test_han_is_counted() -> None:
    assert count_han("S&T 外交（2017年）") == 3
    assert count_han("") == 0


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("科技外交與國際關係", "科技外交与国际关系"), ("瞭解", "了解"), ("憑藉", "凭借"), ("資訊", "资讯")],
)
def test_phrases_are_converted(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


def test_simplified_becomes_traditional() -> None:
    assert to_traditional("中国科技外交的发展") == "中國科技外交的發展"


@pytest.mark.parametrize(
    ("character", "form"),
    [
        ("國", "国"),
        ("後", "后"),
        ("乾", "干"),
        ("衞", "卫"),
        ("藉", "借"),
        ("瞭", "了"),
        ("薴", "苎"),
        ("a", "a"),
        ("，", "，"),
    ],
)
def test_one_form_for_each_character(character: str, form: str) -> None:
    assert simplified_form(character) == form


@pytest.mark.parametrize("character", list("著覆像座俱"))
def test_good_simplified_characters_stay(character: str) -> None:
    assert simplified_form(character) == character


def test_lone_surrogates_do_no_harm() -> None:
    assert "后" in to_simplified("\ud800後")
    assert "後" in to_traditional("\udfff后")


@given(st.text())
def test_conversion_takes_any_text(text: str) -> None:
    assert isinstance(to_simplified(text), str)
    assert isinstance(to_traditional(text), str)


@given(st.characters())
def test_a_form_is_its_own_form(character: str) -> None:
    form = simplified_form(character)
    assert len(form) == 1
    assert simplified_form(form) == form


@pytest.mark.parametrize("path", sorted(resources.PAPERS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_every_part_of_the_papers_is_found_in_traditional_script(path) -> None:  # type: ignore[no-untyped-def]
    text = fold_text(path.read_text(encoding="utf-8"))
    parts = {text[i : i + 4].strip() for i in range(0, len(text), 3)}
    assert [part for part in parts if fold_text(to_traditional(part)) != part] == []
