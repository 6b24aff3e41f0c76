"""Figures: which numbers measure something, and what each of them says."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.figures import find_figures
from app.ingest.labels.sentence import read_sentence
from app.ingest.records import Figure


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(read_sentence(text))


def measures(text: str) -> list[tuple[float, str]]:
    return [(figure.value, figure.unit) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我国已与161个国家和地区建立科技合作关系。", [(161, "个国家和地区")]),
        ("派驻了 1 200 名科技人员。", [(1200, "名")]),
        ("共发表论文１２，５００篇。", [(12500, "篇")]),
        ("预算为3.5亿欧元。", [(3.5, "亿欧元")]),
        ("参会人数达到 2.4 万人次。", [(2.4, "万人次")]),
        ("所占份额由12.5%升至三成以上。", [(12.5, "%"), (3, "成")]),
        ("十五个国家签署了公约。", [(15, "个国家")]),
        ("两名专家留任，三份文件归档。", [(2, "名"), (3, "份")]),
        ("资助周期为18个月，任期三年。", [(18, "个月"), (3, "年")]),
        ("结束了40年的隔绝。", [(40, "年")]),
        ("论文发表后6个月内公开数据。", [(6, "个月")]),
        ("该所出版2本期刊。", [(2, "本")]),
        ("经费增长了5倍。", [(5, "倍")]),
    ],
)
def test_counts_and_measures(text: str, expected: list[tuple[float, str]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经费的1/4来自企业。", [(0.25, "比例")]),
        ("三分之二的成员来自亚洲。", [(0.6667, "比例")]),
        ("百分之三十五的项目涉及能源。", [(35, "%")]),
        ("一半以上的论文为合著。", [(0.5, "比例")]),
        ("早了半个世纪。", [(0.5, "世纪")]),
        ("服务期为2~4周。", [(2, "周"), (4, "周")]),
        ("每年选派20-25名学者。", [(20, "名"), (25, "名")]),
        ("全球第三大研发支出国。", [(3, "位")]),
        ("论文数量位居世界第二。", [(2, "位")]),
        ("该机构仅列第27。", [(27, "位")]),
        ("建立了八大创新对话机制。", [(8, "大")]),
    ],
)
def test_fractions_ranges_and_ranks(text: str, expected: list[tuple[float, str]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2016年5月20日，双方签署协定。",
        "20世纪90年代末，合作恢复。",
        "第28届大会通过了决议。",
        "如图2所示，合作不断增加。",
        "结果见表3所列项目。",
        "《21世纪治愈法案》与《中美科技合作30年》。",
        "两国领导人举行会谈。",
        "主要包括三个方面的内容。",
        "网络有3种显著特征，研究有2个重点。",
        "对一两个区域作了比较，走访了三四家。",
        "20世纪50-60年代，合作开始。",
        "预见未来5-30年的技术。",
        "一项重要的制度创新。",
        "“一带一路”沿线国家。",
        "邮编100081。",
        "百家争鸣的局面。",
        "经过几十年的努力，数十个学科得到发展。",
        "二十国集团和77国集团发表声明。",
        "G20国家均已加入。",
        "统筹推进“五位一体”布局。",
        "位于十字路口。",
        "过去50年的外交政策。",
        "30年前双方建交。",
        "李九成提出了这一观点。",
        "第一大块是基本运行经费。",
        "",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("派出130余位专家。", True),
        ("签署了近900个协议。", True),
        ("参加了约200个组织。", True),
        ("达到5000人次以上。", True),
        ("1 000多个组织。", True),
        ("不到10%的企业。", True),
        ("达到50人。", False),
        ("签署了107个协定。", False),
    ],
)
def test_approximate_where_the_text_says_so(text: str, approx: bool) -> None:
    (figure,) = figures(text)
    assert figure.approx is approx


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("截至2020年底，有144家学会加入365个组织。", [2020, 2020]),
        ("1995年占69%，2014年则为65%。", [1995, 2014]),
        ("2009年至2013年，投入34亿欧元。", [None]),
        ("2018年成立；现有20个成员国，覆盖30个城市。", [None, None]),
        ("《2016年报告》称有15个国家参加。", [None]),
        ("共有20个国家参加。", [None]),
    ],
)
def test_the_year_is_the_last_one_named_before_it(text: str, years: list[int | None]) -> None:
    assert [figure.year for figure in figures(text)] == years


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("签署了107个政府间科技合作协定。", "政府间科技合作协定"),
        ("与47个国家建立了联系。", "国家"),
        ("科技外交官达到50人。", "科技外交官"),
        ("派遣了146名科技外交官，任期三年。", "科技外交官"),
        ("其预算被削减18%。", "预算"),
        ("1~3周", None),
    ],
)
def test_what_is_counted(text: str, counted: str | None) -> None:
    assert figures(text)[0].of == counted


def test_the_figure_is_quoted_as_printed() -> None:
    (figure,) = figures("目前約 ２００ 個國家組織加入。")
    assert (figure.value, figure.unit, figure.approx) == (200, "个国家", True)
    assert figure.text == "約 ２００ 個國家"


def test_a_range_with_its_ends_the_wrong_way_round_is_one_figure() -> None:
    assert measures("增速 20 -10%波动") in ([(10, "%")], [])


@given(st.text(alphabet="0123456789一二三四十百千万亿个名年月%,，. -~/第约多余国家《》；。", max_size=60))
def test_no_text_of_numbers_breaks_it(text: str) -> None:
    for figure in figures(text):
        assert figure.value >= 0
        assert figure.text in text
        assert figure.unit


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    long = "共有144家学会加入365个组织（2020年），" * 1000 + "9" * 20_000 + "一" * 20_000
    start = time.perf_counter()
    found = find_figures(read_sentence(long))
    assert len(found) == 2000
    assert time.perf_counter() - start < 20


UNITS = ("个国家", "名", "项", "篇", "亿美元", "万人次", "家", "公里", "%", "个百分点")
FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")


@given(st.integers(10, 999_999), st.sampled_from(UNITS))
def test_a_number_is_the_same_however_its_digits_are_written(number: int, unit: str) -> None:
    if 1000 <= number < 2200:
        number += 3000
    said = f"共涉及{number}{unit}。"
    expected = [(float(number), unit)]
    assert measures(said) == expected
    assert measures(said.translate(FULL_WIDTH)) == expected
    assert measures(f"共涉及 {number} {unit}。") == expected
    if number > 9999:
        assert (
            measures(f"共涉及{number:,}{unit}。") == measures(f"共涉及{number:,}{unit}。".replace(",", " ")) == expected
        )


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(("亿美元", "万人次", "%", "公里")))
def test_decimals_keep_their_value(whole: int, hundredths: int, unit: str) -> None:
    text = f"达到{whole}.{hundredths:02}{unit}。"
    assert measures(text) == [(pytest.approx(whole + hundredths / 100), unit)]


@given(st.integers(10, 400), st.integers(1, 400), st.sampled_from("-~"))
def test_a_range_has_both_its_ends(low: int, more: int, sign: str) -> None:
    assert measures(f"每年资助{low}{sign}{low + more}个项目。") == [(low, "个"), (low + more, "个")]


@given(st.sampled_from(("约", "近", "超过", "逾", "不足", "多达", "至少")), st.integers(10, 900))
def test_words_around_a_number_make_it_approximate(word: str, number: int) -> None:
    assert [figure.approx for figure in figures(f"{word}{number}名专家参加了论坛。")] == [True]
    assert [figure.approx for figure in figures(f"{number}余名专家参加了论坛。")] == [True]
    assert [figure.approx for figure in figures(f"{number}名专家参加了论坛。")] == [False]


@given(st.integers(1, 97), st.integers(1, 97))
def test_fractions_are_shares(top: int, bottom: int) -> None:
    if top < bottom:
        assert measures(f"占总数的{top}/{bottom}。") == [(pytest.approx(top / bottom, abs=5e-5), "比例")]


@given(st.integers(1, 30), st.sampled_from(("届", "条", "章", "次会议")))
def test_ordinals_measure_nothing(number: int, unit: str) -> None:
    assert measures(f"第{number}{unit}。") == []


@given(st.integers(1950, 2030), st.integers(1, 12), st.integers(1, 28))
def test_dates_measure_nothing(year: int, month: int, day: int) -> None:
    assert measures(f"{year}年{month}月{day}日，双方签署了协定。") == []
    assert measures(f"{year}年至{year + 5}年，双方保持合作。") == []


@given(st.lists(st.tuples(st.integers(10, 900), st.sampled_from(("名", "项", "篇"))), min_size=1, max_size=5))
def test_figures_come_in_the_order_of_the_text(parts: list[tuple[int, str]]) -> None:
    text = "，".join(f"其中有{number}{unit}" for number, unit in parts)
    assert measures(text) == [(float(number), unit) for number, unit in parts]
    assert all(figure.text in text for figure in figures(text))


@given(st.integers(1950, 2030), st.integers(10, 900))
def test_a_title_keeps_its_numbers(year: int, number: int) -> None:
    assert measures(f"《{year}年{number}个国家科学报告》发布。") == []
