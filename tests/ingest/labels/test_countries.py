"""Countries of sentences: what names them, and what only looks like it."""

import pytest

from app.ingest.labels.countries import CountryLabeller
from app.ingest.labels.sentence import read_sentence


def codes(countries: CountryLabeller, text: str) -> list[str]:
    return [label.code for label in countries.label(read_sentence(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("芬兰与挪威共同资助了这一项目。", ["FI", "NO"]),
        ("倡议连接亚欧非大陆。", ["ASI", "EUR", "AFR"]),
        ("中巴经济走廊建设提速。", ["CN", "PK"]),
        ("中外学者都参加了论坛。", ["CN"]),
        ("韓國與新加坡簽署了備忘錄。", ["KR", "SG"]),
        ("巴布亚新几内亚和几内亚参加了会议。", ["PG", "GN"]),
        ("南苏丹从苏丹独立。", ["SS", "SD"]),
        ("英国皇家工程院邀请了来访学者。", ["GB"]),
        ("《加拿大科技战略》于2014年发布。", ["CA"]),
        ("中国科学院与法国国家科学研究中心联合建设实验室。", ["CN", "FR"]),
        ("我国同苏联的科技合作始于1950年代。", ["CN", "SU"]),
        ("民主德国和联邦德国分别与之建交。", ["DD", "WG"]),
        ("东盟、非盟与上合组织成员国都有代表出席。", ["ASEAN", "AFU", "SCO"]),
        ("新中国成立以后，对外交往逐步展开。", ["CN"]),
    ],
)
def test_names_in_full(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白宫发布了新的备忘录。", ["US"]),
        ("国防部成立了航空工业委员会。", ["CN"]),
        ("ESRC要求开放数据。", ["GB"]),
        ("克里姆林宫对此未予置评。", ["RU"]),
        ("经济产业省设立了专项。", ["JP"]),
        ("默克尔访问期间双方达成共识。", ["DE"]),
        ("中国科协代表团出席。", ["CN"]),
        ("该办公室设在旧金山。", ["US"]),
        ("研讨会在赫尔辛基举行。", ["FI"]),
        ("商务部公布了新规。", ["CN"]),
        ("美国商务部将其列入清单。", ["US"]),
        ("瑞士的国家科学基金会资助了该项目。", ["CH"]),
        ("国立卫生研究院与国家科学基金会联合资助。", ["US"]),
    ],
)
def test_organs_and_places(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "其中国际科技合作项目最多。",
        "沿海地区进入转型时期。",
        "粤港澳大湾区的装置集群。",
        "兰德公司以战略研究见长。",
        "上海交通大学设有图书馆。",
        "各部门增加纳米材料的投入。",
        "大多数发展中国家缺少资金。",
        "印度洋沿岸的观测网络已经建成。",
        "《巴黎协定》于次年生效。",
        "《京都议定书》规定了减排义务。",
        "他毕业于麻省理工学院。",
        "哥伦比亚大学的学者参加了讨论。",
        "东京大学的研究团队发表了论文。",
        "东南亚市场潜力很大。",
        "通信地址：北京100081。",
        "他能说西班牙语。",
        "科技外交的概念逐步形成。",
        "",
    ],
)
def test_what_only_looks_like_a_country(countries: CountryLabeller, text: str) -> None:
    assert codes(countries, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国内学者对此讨论不多。", ["CN"]),
        ("国内外学者都关注这一问题。", ["CN"]),
        ("这一概念在国内尚不普及。", ["CN"]),
        ("日本的经验引起国内学界重视。", ["JP", "CN"]),
        ("这些努力在美国国内引起争论。", ["US"]),
        ("法国的做法与国内环境有关。", ["FR"]),
        ("一国国内政治影响其外交。", []),
        ("双方彼此关注对方的国内计划。", []),
        ("科技部与财政部联合发文。", ["CN"]),
        ("英国外交部和财政部意见不一。", ["GB"]),
        ("科技部门和外事部门各有分工。", []),
    ],
)
def test_home_means_china_where_it_plainly_does(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany and Japan signed a memorandum with the European Union.", ["DE", "JP", "EU"]),
        ("He read the Georgia report; Sino-US ties followed.", ["GE", "CN", "US"]),
        ("APEC 和 OECD 都发布了报告。", ["APEC", "OECD"]),
        ("UNESCO开放科学建议书已经通过。", ["UN"]),
        ("作者 Jordan 和 Chad 均来自大学。", []),
        ("Industry and Universities", []),
    ],
)
def test_latin_names(countries: CountryLabeller, text: str, expected: list[str]) -> None:
    assert codes(countries, text) == expected


def test_each_country_once_with_its_first_trigger(countries: CountryLabeller) -> None:
    labels = countries.label(read_sentence("美方认为，美國與中国的合作有利于中美两国。"))
    assert [(label.code, label.trigger) for label in labels] == [("US", "美方"), ("CN", "中国")]
    assert [label.rule for label in labels] == ["country:side", "country:name"]
