import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite.names import Name, parse_name, romanise


@pytest.mark.parametrize(
    ("text", "family", "given_name"),
    [
        ("王明国", "王", "明国"),
        ("赵刚", "赵", "刚"),
        ("罗 晖", "罗", "晖"),
        ("欧阳修", "欧阳", "修"),
        ("上官婉儿", "上官", "婉儿"),
        ("新华社", "新华社", ""),
        ("英国皇家学会", "英国皇家学会", ""),
        ("尼娜·费德洛夫", "尼娜·费德洛夫", ""),
        ("Nina V. Fedoroff", "Fedoroff", "Nina V."),
        ("Vaughan C. Turekian", "Turekian", "Vaughan C."),
        ("Ludwig van der Berg", "van der Berg", "Ludwig"),
        ("LUO Hui", "Luo", "Hui"),
        ("WANG Ming-guo", "Wang", "Ming-guo"),
        ("Caplan P", "Caplan", "P"),
        ("Fordham E W", "Fordham", "E W"),
        ("A. Bee", "Bee", "A."),
        ("LI Z", "LI", "Z"),
        ("Royal Society", "Royal Society", ""),
        ("AAAS", "AAAS", ""),
        ("National Academy of Sciences", "National Academy of Sciences", ""),
        ("National Science Board", "National Science Board", ""),
        ("United Nations", "United Nations", ""),
        ("Ministère des Affaires étrangères", "Ministère des Affaires étrangères", ""),
        ("Smith, John", "Smith", "John"),
        ("", "", ""),
    ],
)
def test_names_are_taken_apart(text: str, family: str, given_name: str) -> None:
    name = parse_name(text)
    assert (name.family, name.given) == (family, given_name)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        (Name("Godard", "Jean-Luc"), "J-L"),
        (Name("Fedoroff", "Nina V."), "N V"),
        (Name("Fedoroff", "N.V."), "N V"),
        (Name("Society"), ""),
        (Name("X", "... -"), ""),
    ],
)
def test_initials(name: Name, initials: str) -> None:
    assert name.initials() == initials


def test_initials_with_points() -> None:
    assert parse_name("Jean-Luc P. Godard").initials(".") == "J.-L. P."


def test_chinese_persons_are_romanised_and_others_are_not() -> None:
    assert romanise(parse_name("崔馥娟")) == Name("Cui", "Fujuan", pinyin=True)
    assert romanise(parse_name("外交部")).full == "外交部"
    assert romanise(Name("Fedoroff", "Nina")) == Name("Fedoroff", "Nina")


@given(st.text(max_size=60))
def test_any_text_gives_a_name_without_losing_it(text: str) -> None:
    name = parse_name(text)
    assert name.initials() is not None
    assert bool(name.full) == bool(text.split()) or not name.full.strip()
