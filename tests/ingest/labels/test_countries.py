"""Countries of sentences: what names them, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.countries import CountryLabeller, home_country
from app.ingest.labels.sentence import read_sentence
from tests.factories import vocabulary


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


@pytest.mark.parametrize(
    ("texts", "home"),
    [
        ([], "CN"),
        (["我国签署了协定。"], "CN"),
        (["我國簽署了協定。", "香港參與其中。"], "CN"),
        (["我國推動科技外交。", "國科會提出計畫。", "行政院核定經費。"], "TW"),
        (["我國推動科技外交。", "國科會提出計畫。"], "CN"),
        (["国科会与行政院发布了文件。", "两岸科技交流日益增多。"], "CN"),
        (["國科會提出計畫。", "行政院核定經費。"], "CN"),
        (["民國八十年，我國成立中央研究院分所。", "臺北舉行了論壇。"], "TW"),
    ],
)
def test_what_a_paper_calls_its_own_country(texts: list[str], home: str) -> None:
    """Both signs are needed: Hong Kong writes 我國 for China, and a mainland text on Taiwan writes 我国."""
    assert home_country(texts) == home


@given(st.permutations(["我國推動科技外交。", "國科會提出計畫。", "行政院核定經費。", "日本簽署協定。"]))
def test_the_own_country_does_not_depend_on_the_order(texts: list[str]) -> None:
    assert home_country(texts) == home_country(iter(texts)) == "TW"


@pytest.mark.parametrize("home", ["CN", "TW"])
def test_our_country_is_the_paper_s(countries: CountryLabeller, home: str) -> None:
    def found(text: str) -> list[str]:
        return [label.code for label in countries.label(read_sentence(text), home)]

    assert found("我国与日本签署了协定。") == [home, "JP"]
    assert found("国内学者讨论不多。") == [home]
    assert found("中国与日本签署了协定。") == ["CN", "JP"]


def latin_organs() -> list[tuple[str, str]]:
    return [(country.code, organ) for country in vocabulary().countries for organ in country.organs_latin]


@pytest.mark.parametrize(("code", "organ"), latin_organs(), ids=lambda part: part)
def test_every_organ_in_latin_letters_means_its_country(countries: CountryLabeller, code: str, organ: str) -> None:
    """An acronym of three and more letters; a longer name counts in English sentences alone."""
    is_acronym = organ.isupper() and organ.isalnum() and len(organ) > 2
    assert codes(countries, f"该项目得到{organ}的资助。") == ([code] if is_acronym else [])
    assert code in codes(countries, f"The project was funded by {organ}.")
    assert codes(countries, f"该项目得到X{organ}Y的资助。") == []


def test_a_code_is_labelled_once_and_its_trigger_is_printed(countries: CountryLabeller) -> None:
    for country in vocabulary().countries:
        text = f"{country.zh}与{country.zh}的学者参加了会议。"
        (label,) = [one for one in countries.label(read_sentence(text)) if one.code == country.code]
        assert label.trigger in text
        assert label.rule.startswith("country:")
