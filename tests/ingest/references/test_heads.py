"""Authors and title."""

import pytest

from app.ingest.references.heads import are_people, read_authors, split_head, tidy


@pytest.mark.parametrize(
    ("head", "authors", "title"),
    [
        ("薛澜.智库热的冷思考", ("薛澜",), "智库热的冷思考"),
        ("Beniger J. R. The Control Revolution", ("Beniger J. R",), "The Control Revolution"),
        ("Hughes,V. and Jackson,P. The Influence", ("Hughes, V.", "Jackson, P"), "The Influence"),
        ("Web 2.0 and libraries", (), "Web 2.0 and libraries"),
        ("麦甘（James G. McGann）.智库", ("麦甘（James G. McGann）",), "智库"),
        ("（未闭合的括号. 甲", (), "（未闭合的括号. 甲"),
        ("刘利：绿色丝路", ("刘利",), "绿色丝路"),
        ("王丰龙.张衔春.尺度理论视角下的解读", ("王丰龙", "张衔春"), "尺度理论视角下的解读"),
        ("王丰龙.高中.书", ("王丰龙",), "高中.书"),
        ("", (), None),
        ("...", (), None),
    ],
)
def test_the_full_stop_that_parts_them(head: str, authors: tuple[str, ...], title: str | None) -> None:
    assert split_head(head) == (authors, title)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("[美]古贝,林肯", ("古贝", "林肯")),
        ("（英）李约瑟，[日]汤浅光朝", ("李约瑟", "汤浅光朝")),
        ("［美］", ()),
        ("[1]习近平", ("[1]习近平",)),
        ("Merton R K, et al.", ("Merton R K",)),
    ],
)
def test_a_country_before_a_name_is_no_part_of_it(text: str, authors: tuple[str, ...]) -> None:
    assert read_authors(text) == authors


@pytest.mark.parametrize(
    ("authors", "people"),
    [
        (("薛澜",), True),
        (("世界银行",), True),
        (("联合国", "外交部", "中国电建集团"), True),
        (("United Nations",), True),
        (("刘慧", "叶尔肯·吾扎提"), True),
        (("刘慧", "佘某某"), True),
        (("绿色丝路",), False),
        (("a b c d e f g",), False),
        ((), False),
    ],
)
def test_persons_and_bodies(authors: tuple[str, ...], people: bool) -> None:
    assert are_people(authors) is people


@pytest.mark.parametrize(
    ("text", "clean"), [(" *Cell*, ", "Cell"), ("．", "．"), (" 。", None), (None, None), ("——题", "题")]
)
def test_tidying(text: str | None, clean: str | None) -> None:
    assert tidy(text) == clean


def test_given_names_before_the_family_name() -> None:
    assert split_head("James G.McGann.2015 Global Index", typed=True) == (("James G.McGann",), "2015 Global Index")
    assert split_head("Casadevall,Arturo,Ferric C.Fang.Is it good?", typed=True) == (
        ("Casadevall, Arturo", "Ferric C.Fang"),
        "Is it good?",
    )
    assert split_head("Dickson P. Think Tanks", typed=True) == (("Dickson P",), "Think Tanks")
    assert split_head("Porter M. Competitiveness. Harvard") == (("Porter M",), "Competitiveness. Harvard")
