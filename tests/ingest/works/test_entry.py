import pytest

from app.ingest.works.entry import UID_LENGTH, address_key, weight
from tests.ingest.works.faces import make_face


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《科技外交與中美關係》", "科技外交与中美关系"),
        ("海外智库—一世界主要国家智库考察报告", "海外智库：世界主要国家智库考察报告"),
        ("思想库对公共政策的影响力一基于社会结构的分析", "思想库对公共政策的影响力——基于社会结构的分析"),
        ("2O15 Annual Report", "2015 Annual Report"),
        ("Think Tanks & Civil Societies", "THINK TANKS ＆ CIVIL SOCIETIES"),
        ("《关于加强中国特色新型智库建设的意见》全文", "关于加强中国特色新型智库建设的意见"),
        (r"占 $ 5 2 \%$ 的人", "占52%的人"),
    ],
)
def test_titles_are_equal_over_scripts_quotes_and_misread_signs(one: str, other: str) -> None:
    assert make_face(one).titles == make_face(other).titles


@pytest.mark.parametrize(
    ("title", "marks"),
    [
        ("2015年中国智库报告", ("2015",)),
        ("国民经济和社会发展第十三个五年规划", ("十三",)),
        ("教育研究方法（上）", ("上",)),
        ("Security, Part II", ("ii",)),
        ("科技外交", ()),
    ],
)
def test_numbers_and_parts_are_marks(title: str, marks: tuple[str, ...]) -> None:
    assert make_face(title).marks == marks


def test_a_main_title_ends_where_the_subtitle_begins() -> None:
    assert make_face("大国智库：中国的道路").main_titles == ("大国智库",)
    assert make_face("Future Power: A View").main_titles == ("futurepower",)
    assert make_face("科技外交", title_en="Science Diplomacy").titles == ("科技外交", "sciencediplomacy")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.rand.org/srg.html", "htp://rand.org/srg.html."),
        ("http:/gotothinktank.com/", "HTTP://gotothinktank.com"),
        ("http://www. nas. edu/a.pdf", "www.nas.edu/a.pdf"),
    ],
)
def test_addresses_lose_what_varies_in_print(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_a_doi_is_found_in_its_field_or_in_an_address() -> None:
    assert make_face("x", doi="https://doi.org/10.1000/AB.1").doi == "10.1000/ab.1"
    assert make_face("x", url="http://dx.doi.org/10.1000/ab.1").doi == "10.1000/ab.1"
    assert make_face("x", url="http://example.org").doi == ""


def test_equal_descriptions_share_an_identifier_wherever_they_stand() -> None:
    one = make_face("中国科技外交的实践与特色", "罗晖", year=2021)
    other = make_face("《中國科技外交的實踐與特色》", "罗晖", year=2021)
    assert one.uid == other.uid
    assert len(one.uid) == UID_LENGTH
    assert make_face("中国科技外交的实践与特色", "罗晖", year=2020).uid != one.uid


def test_what_names_no_work_is_known_by_its_place() -> None:
    assert make_face("概况", place="a#1").uid != make_face("概况", place="b#1").uid
    assert make_face(None, "赵刚", place="a#8", told=True).uid != make_face(None, "赵刚", place="a#16", told=True).uid
    assert make_face(None, place="a#1", text="某条目").uid == make_face(None, place="b#2", text="某条目。").uid


@pytest.mark.parametrize("title", ["", " ", "《》", "——", "\x00", "💩", "a" * 5000, "科" * 5000])
def test_odd_titles_are_read(title: str) -> None:
    face = make_face(title, "；" * 1000)
    assert len(face.uid) == UID_LENGTH


def test_a_title_weighs_by_its_letters() -> None:
    assert weight("科技外交") == 4
    assert weight("thinktanks") == pytest.approx(4.0)
