"""Chinese names, and lists of authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.names import chinese_names, is_chinese_name, split_authors, without_title

CITED = (
    "王逸舟 张永华 辛波 刘斌 崔佳瑛 封帅 李九成 赵刚 李萌 樊春良 钟雪 周恩来 杨金卫 "
    "王明国 张薇薇 张翼燕 祝学华 朱雅兰 郭宗慧 张丽 何馥香 惠仲阳 宋徽 孔欣欣 孙海燕 马颂德 李世军 "
    "王葆青 胡键 许文 苏平 宋超 李俊江 陶蕊 朱佳卿 鄢良 欧阳修 诸葛亮 习近平"
)


@pytest.mark.parametrize("name", CITED.split())
def test_names(name: str) -> None:
    assert is_chinese_name(name)


@pytest.mark.parametrize("text", ["", "王", "西班牙", "战略工具", "赵刚等人们", "Wang", "王a", "的人", "中国"])
def test_what_is_no_name(text: str) -> None:
    assert not is_chinese_name(text)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("赵刚博士", "赵刚"), ("周恩来同志", "周恩来"), ("马颂德", "马颂德"), (" 李萌教授 ", "李萌"), ("赵刚等", "赵刚")],
)
def test_ranks_are_taken_off(printed: str, name: str) -> None:
    assert without_title(printed) == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("罗 晖 李 政 崔馥娟 王梓宁", ("罗晖", "李政", "崔馥娟", "王梓宁")),
        ("张瑶1,2 顾立平 杨云秀1,4 张舵1,5", ("张瑶", "顾立平", "杨云秀", "张舵")),
        ("张三，李四；王五", ("张三", "李四", "王五")),
        ("白春礼", ("白春礼",)),
        ("赵刚*", ("赵刚",)),
        ("赵刚博士 李萌教授", ("赵刚", "李萌")),
        ("关于赵刚", ()),
        ("科技外交 赵刚", ()),
        ("", ()),
    ],
)
def test_lines_of_names(line: str, names: tuple[str, ...]) -> None:
    assert chinese_names(line) == names


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("张翼燕，朱雅兰，等", ("张翼燕", "朱雅兰")),
        ("李政等", ("李政",)),
        ("王凯、许鑫", ("王凯", "许鑫")),
        ("国家应对气候变化战略研究和国际合作中心", ("国家应对气候变化战略研究和国际合作中心",)),
        ("王缉思主编", ("王缉思",)),
        ("I. S. Davis and R. G. Patman", ("I. S. Davis", "R. G. Patman")),
        ("M. Lorient, F. Piotet and David Defolie", ("M. Lorient", "F. Piotet", "David Defolie")),
        ("B. Hocking et al.", ("B. Hocking",)),
        ("MERTON R K, Storer N W, et al", ("MERTON R K", "Storer N W")),
        ("Merton, R. K.", ("Merton, R. K.",)),
        ("The Royal Society and AAAS", ("The Royal Society and AAAS",)),
        ("Committee on Science, Technology, and Health", ("Committee on Science, Technology, and Health",)),
        ("", ()),
        ("等", ()),
        (" . ", ()),
    ],
)
def test_lists_of_authors(text: str, authors: tuple[str, ...]) -> None:
    assert split_authors(text) == authors


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert all(split_authors(text))
    assert all(map(is_chinese_name, chinese_names(text)))


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Patton, Carl V. and Sawicki, David S.", ("Patton, Carl V.", "Sawicki, David S")),
        ("Moynihan, Donald P.", ("Moynihan, Donald P",)),
        ("Casadevall, Arturo, Ferric C. Fang", ("Casadevall, Arturo", "Ferric C. Fang")),
        ("Smith, J. A., & Jones, B.", ("Smith, J. A.", "Jones, B.")),
        ("Smith, Jones, Brown", ("Smith", "Jones", "Brown")),
        ("Smith, Jones", ("Smith", "Jones")),
        ("John Smith, Arthur Jones", ("John Smith", "Arthur Jones")),
    ],
)
def test_family_names_first(text: str, authors: tuple[str, ...]) -> None:
    assert tuple(name.rstrip(".") for name in split_authors(text)) == tuple(name.rstrip(".") for name in authors)
