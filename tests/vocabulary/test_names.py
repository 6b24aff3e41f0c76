"""Names are the same when only script, width, case, spaces and punctuation differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vocabulary.names import is_han_name, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《中美科技合作协定》", "中美科技合作协定"),
        ("中国 - 东盟科技伙伴计划", "中国—东盟科技伙伴计划"),
        ("臺灣", "台湾"),
        ("技術移轉", "技术移转"),
        ("ＩＴＥＲ", "iter"),
        ("Science & Diplomacy", "science diplomacy"),
        ("U.S.–China", "US-China"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("美国", "英国"), ("韩国", "朝鲜"), ("SIN", "SKA"), ("中法", "中德")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_a_key_is_its_own_key_but_for_script(name: str) -> None:
    key = name_key(name)
    assert all(character.isalnum() for character in key)
    assert name_key(f" {name}　。") == key


def test_han_names_hold_nothing_else() -> None:
    assert is_han_name("科技外交")
    assert not is_han_name("S&T外交")
    assert not is_han_name("中国-东盟")
    assert not is_han_name("")
