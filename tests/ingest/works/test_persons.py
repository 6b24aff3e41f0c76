import pytest

from app.ingest.works.persons import agree, read_person, read_persons


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("王逸舟", "王逸舟", True),
        ("王逸舟", "WANG Yizhou", True),
        ("王逸舟", "Wang Y Z", True),
        ("王逸舟", "Yizhou Wang", True),
        ("王逸舟", "Wang Lei", False),
        ("欧阳修远", "Ouyang Xiuyuan", True),
        ("司马光", "Sima G", True),
        ("張翼燕等", "张翼燕", True),
        ("王辉耀", "王耀辉", True),
        ("詹明", "詹鸣", None),
        ("任仲", "李扬", False),
        ("［美］詹姆斯·麦甘恩", "麦甘恩", True),
        ("尼娜·费德洛夫", "Nina V. Fedoroff", None),
        ("Nina V. Fedoroff", "Fedoroff N V", True),
        ("McGann, James G", "Mcgann J G", True),
        ("McGANN JG", "James G. McGann", True),
        ("Dickson P", "Paul Dickson", True),
        ("Smith, A", "Smith, B", None),
        ("BBSRC", "MRC", False),
        ("Rand Corporation", "Urban Institute", None),
        ("Carnegie Endowment for International Peace", "Carnegie Endowment for International Peace.", True),
        ("上海社会科学院", "上海社会科学院智库研究中心", True),
        ("中国科学院", "Chinese Academy of Sciences", None),
        ("李凌", "上海社会科学院智库研究中心项目组", None),
    ],
)
def test_authors_are_compared_over_scripts_orders_and_initials(one: str, other: str, verdict: bool | None) -> None:
    assert agree(read_persons((one,)), read_persons((other,))) is verdict
    assert agree(read_persons((other,)), read_persons((one,))) is verdict


def test_one_common_author_is_enough_and_none_tells_nothing() -> None:
    assert agree(read_persons(("某人", "赵刚")), read_persons(("赵刚", "李萌"))) is True
    assert agree((), read_persons(("赵刚",))) is None


@pytest.mark.parametrize("name", ["", "  ", "等", "()", "[美]"])
def test_what_has_no_letters_is_nobody(name: str) -> None:
    assert read_person(name) is None


def test_a_chinese_name_has_family_name_given_name_and_initials() -> None:
    person = read_person("司马相如")
    assert person is not None
    assert person.words == ("sima", "xiangru", "xr")
