"""One-character country names: in company they mean the country, alone and inside words they do not."""

import pytest

from app.ingest.labels.countries import CountryLabeller
from app.ingest.labels.sentence import read_sentence


def codes(countries: CountryLabeller, text: str) -> list[str]:
    return [label.code for label in countries.label(read_sentence(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中德科技合作不断深入。", ["CN", "DE"]),
        ("中日韩三国科技部长会议召开。", ["CN", "JP", "KR"]),
        ("美苏争霸时期科学交流没有中断。", ["US", "SU"]),
        ("中欧班列带动了物流合作。", ["CN", "EU"]),
        ("欧美学者率先提出这一概念。", ["EUR", "US"]),
        ("亚非拉国家的代表参加了会议。", ["ASI", "AFR", "LAC"]),
        ("推动中以创新合作。", ["CN", "IL"]),
        ("中加两国建立联合基金。", ["CN", "CA"]),
        ("以中俄能源合作为例。", ["CN", "RU"]),
        ("《中巴科技合作协定》签署。", ["CN", "PK"]),
        ("中澳中医药合作进展顺利。", ["CN", "AU"]),
    ],
)
def test_forms_side_by_side(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中巴（西）地球资源卫星发射成功。", ["CN", "BR"]),
        ("中比（利时）技术与创新中心成立。", ["CN", "BE"]),
        ("中新（西兰）签署协议。", ["CN", "NZ"]),
        ("中巴（基斯坦）经济走廊。", ["CN", "PK"]),
        ("过程中比（较）复杂的问题。", []),
    ],
)
def test_a_qualifier_in_brackets_decides(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("英、法、德三国提出联合倡议。", ["GB", "FR", "DE"]),
        ("其投入远低于美、日等国。", ["US", "JP"]),
        ("俄、印两国也参与其中。", ["RU", "IN"]),
        ("德、智、体、美、劳全面发展。", []),
        ("高、中、低三个档次。", []),
        ("真、善、美的统一。", []),
    ],
)
def test_a_list_of_forms(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("赴美留学的人数有所下降。", ["US"]),
        ("总统访华期间签署了声明。", ["CN"]),
        ("会议首次在华举行。", ["CN"]),
        ("收紧对华技术出口。", ["CN"]),
        ("对俄合作迈上新台阶。", ["RU"]),
        ("驻日机构发回报告。", ["JP"]),
        ("对美好生活的向往。", []),
        ("在华为公司任职。", []),
        ("对日常工作影响不大。", []),
        ("在法律框架内开展合作。", []),
        ("对英语水平要求较高。", []),
        ("在德才兼备的基础上选拔。", []),
    ],
)
def test_words_that_take_a_country(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中方提出三点建议。", ["CN"]),
        ("美方予以积极回应。", ["US"]),
        ("俄总统出席开幕式。", ["RU"]),
        ("日籍专家来校讲学。", ["JP"]),
        ("华裔科学家发挥了桥梁作用。", ["CN"]),
        ("其中方法很多。", []),
        ("西方国家的做法。", []),
        ("5月1日科技部门开会。", []),
        ("过程中科技人员发挥作用。", []),
    ],
)
def test_one_side(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在工作中以科技创新为主线。",
        "合作中加强沟通。",
        "越来越多的英文文献。",
        "中英文对照的术语表。",
        "美中不足的是经费有限。",
        "日益增长的需求。",
        "道德法律并行。",
        "交流的美意，值得珍惜。",
        "2016年5月1日中午。",
        "意以为不然。",
        "发展中印发了文件。",
    ],
)
def test_the_same_characters_in_other_words(countries: CountryLabeller, text: str) -> None:
    assert codes(countries, text) == []
