"""Citation marks that lost their brackets."""

import time

import pytest

from app.ingest.page.bare_marks import call_bare_numbers
from app.ingest.page.lines import Role, read_lines, with_roles

LIST = [str(number) for number in range(1, 21)]


def called(text: str, labels: list[str] | None = None) -> list[str]:
    """The bare marks of `text`, each with the three characters before it."""
    calls = call_bare_numbers(read_lines(text), LIST if labels is None else labels, {})
    assert all(text[place : place + len(printed)] == printed for place, printed in calls.items())
    return [text[place - 3 : place] + printed for place, printed in calls.items()]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("谋划新政策并推动和平事业发展2。基金会成立了。", "业发展2"),
        ("进行了对比分析2；另有研究。", "比分析2"),
        ("也是智库学科的独立组织”2。因此如此。", "组织”2"),
        ("交易额已经达到2.26万亿欧元1。其中如此。", "亿欧元1"),
        ("宣布了八项伙伴关系（cPPP）10。", "PP）10"),
        ("形成国民经济新的支柱产业19 20。", "柱产业19 20"),
        ("包括两个分部8.9。", "个分部8.9"),
        ("许多学者都有论述10,11,12。", "有论述10,11,12"),
        ("依据《信息自由法》35的要求公开。", "由法》35"),
        ("实现过程3的评判如此。", "现过程3"),
        ("中国其次，有435家4。目前如此。", "35家4"),
    ],
)
def test_a_number_in_the_list_where_a_mark_may_stand(text: str, mark: str) -> None:
    assert called(text, [*LIST, "35"]) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "发展情况见图2。出现这种情况。",
        "按年份分布（表3）。可见如此。",
        "综合得分位居世界第2，仅次于美国。",
        "个数为0，权重之和等于1，取值为5。",
        "生比超过2比1，如此高的比例。",
        "主要承担3方面职责，召集1至2次会议。",
        "成员国有7个，项目12项。",
        "共有5，886个关键词。",
        "占比3.5，为2.7。",
        "他们在20国集团中。10月发布。",
        "路径1：构建甲。路径2：构建乙。见路径1。",
        "引用了论文4，论文2引用论文1，论文1最早。",
        "发表于2015。",
        "许鑫1，赵星2，王五3",
        "这与第21条、第22条相同，见第9，第8。",
        "政策2021。",
    ],
)
def test_quantities_ordinals_and_names_are_no_marks(text: str) -> None:
    assert called(text) == []


def test_a_work_that_the_list_does_not_have_is_not_called() -> None:
    assert called("推动和平事业发展2。", ["1"]) == []
    assert called("推动和平事业发展2。", ["注1", "1", "2"]) == ["业发展2"]


def test_where_bare_marks_are_usual_the_very_next_is_one_within_a_clause() -> None:
    text = "甲方发展良好1。乙方持续增长2。丙方趋于稳定3。启动的项目4也是由企业牵头的。启动的平台6也是由企业牵头的。"
    assert called(text) == ["展良好1", "续增长2", "于稳定3", "的项目4"]
    assert called("启动的项目1也是由企业牵头的。") == []


def test_a_mark_may_stand_behind_the_stop() -> None:
    text = "甲方发展良好²。乙方发展良好³。丙方发展良好¹。看法不同。4本文认为如此。5年来如此。"
    assert called(text) == ["不同。4"]


def test_without_a_list_marks_in_brackets_tell_which_works_there_are() -> None:
    assert called("甲[1]。乙[2]。丙[6]。在数十个学科5。其他学科7。", []) == ["个学科5"]
    assert called("甲[1]。在数十个学科1。", []) == []
    assert called("在数十个学科1。其他学科2。更多学科3。", []) == []


def test_without_a_list_bare_marks_may_count_on() -> None:
    text = "甲方良好¹。乙方良好²。丙方良好³。在数十个学科4。其他各类学科6。另外的学科15。"
    assert called(text, []) == ["个学科4", "类学科6"]


def test_only_text_has_marks() -> None:
    lines = read_lines("推动和平事业发展2。")
    assert call_bare_numbers(with_roles(lines, {0: Role.TABLE}), LIST, {}) == {}
    assert call_bare_numbers([], LIST, {}) == {}


def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(text: str) -> float:
        """The least of three: a machine at work on other things now and then takes twice as long."""
        took = []
        for _ in range(3):
            start = time.process_time()
            call_bare_numbers(read_lines(text), LIST, {})
            took.append(time.process_time() - start)
        return min(took)

    for piece in ("发展2。", "发展2,", "1 2 3 4 ", "路径1", "展19 20、"):
        short, long = seconds(piece * 2_000), seconds(piece * 8_000)
        assert long < 8 * max(short, 0.02)
