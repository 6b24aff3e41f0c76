import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.formulas import read_formulas


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (r"占 $ 5 2 . 4 \%$ 以上", "占 52.4% 以上"),
        (r"$70 \% - 8 0 \%$", "70%-80%"),
        (r"$1 5 0 ~ \mathrm { { M H z } }$", "150MHz"),
        (r"$2 0 1 0 { \sim } 2 0 2 0$年", "2010~2020年"),
        (r"2014\~2020年", "2014~2020年"),
        (r"$\textcircled{3}$", "③"),
        ("甲$乙$丙", "甲$乙$丙"),
        ("只有一个$", "只有一个$"),
    ],
)
def test_formulas_as_a_reader_sees_them(printed: str, shown: str) -> None:
    assert read_formulas(printed).text == shown


@given(st.text(alphabet="$\\%{}~^_ 12甲a.", max_size=40))
def test_every_character_has_a_place_and_the_order_stays(text: str) -> None:
    shown = read_formulas(text)
    assert len(shown.text) == len(shown.places)
    assert all(0 <= place < len(text) for place in shown.places)
    assert list(shown.places) == sorted(shown.places)
