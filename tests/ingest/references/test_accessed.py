"""When a work on the web was read."""

import time

import pytest

from app.ingest.records import ReferenceKind
from app.ingest.references.accessed import read_accessed
from app.ingest.references.fields import parse_entry, parse_footnote


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("萧钰.出版业信息化[EB/OL].(2001-12-19)[2002-04-15].http://www.creader.com/news.html.", "2002-04-15"),
        ("Rand[EB/OL].[2015-11-18].http://www.rand.org/", "2015-11-18"),
        ("世界卫生组织.Drinking-water.[2017- 03-13].http://www.who.int/", "2017-03-13"),
        ("联合国.水.[2017/3/1]. http://www.un.org", "2017-03-01"),
        ("联合国.水.[2017.3.1]. http://www.un.org", "2017-03-01"),
        ("联合国.水[EB/OL].[2017年3月13日]. http://www.un.org", "2017-03-13"),
        ("联合国.水[EB/OL].[2O17-03-13]. http://www.un.org", "2017-03-13"),
        ("联合国.水[EB/OL].[2017-03-13. http://www.un.org", "2017-03-13"),
        ("《外交》，人民网，http://a.cn，访问日期：2012年5月6日。", "2012-05-06"),
        ("《外交》，人民网，http://a.cn（2012年5月6日访问）。", "2012-05-06"),
        ("《外交》，人民网，http://a.cn，2012年5月6日最后登录。", "2012-05-06"),
        ("Smith, “Title”, http://a.org, accessed May 6, 2012.", "2012-05-06"),
        ("Smith, “Title”, http://a.org, Accessed on 6 May 2012.", "2012-05-06"),
        ("Smith (2011). Title. Retrieved Sept. 6, 2012, from http://a.org", "2012-09-06"),
    ],
)
def test_the_ways_to_give_it(text: str, day: str) -> None:
    assert read_accessed(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "甲[J]. 刊, 2015(2): 3-5.",
        "甲[N]. 报, 2015-03-04(2).",
        "甲[EB/OL].(2015-05-29). http://a.cn/2015-05-29/1",
        "甲[EB/OL].[2015-13-29]. http://a.cn",
        "甲[EB/OL].[2015-02-30]. http://a.cn",
        "甲[EB/OL].[2015]. http://a.cn",
        "accessed Monday 6, 2012",
        "2012年5月6日，王某表示",
        "",
    ],
)
def test_other_dates_and_impossible_ones_are_none(text: str) -> None:
    assert read_accessed(text) is None


def test_entries_and_notes_keep_it() -> None:
    entry = parse_entry("1", "新华社.意见[EB/OL].[2017-01-12]. http://a.cn/1.htm.", 0, 40)
    assert (entry.accessed, entry.year, entry.url) == ("2017-01-12", None, "http://a.cn/1.htm")
    note = parse_footnote("1", "新华社：《意见》，http://a.cn/1.htm，2017年1月12日访问。", 0, 40)
    assert note.accessed == "2017-01-12"
    assert parse_entry("2", "甲.乙[J].刊,2015(2):3.", 0, 9).accessed is None


def test_an_explanation_is_no_work_that_was_read() -> None:
    note = parse_footnote(
        "1", "本文所说的数据由作者于多个渠道收集整理而成，2017年1月12日访问了有关部门的网站和资料室。", 0, 40
    )
    assert (note.kind, note.accessed) == (ReferenceKind.NOTE, None)


@pytest.mark.parametrize("piece", ["[2017-", "2017年", "accessed ", "[20 ", "访问日期"])
def test_takes_time_as_the_entry_is_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        assert read_accessed(text) is None
        return time.process_time() - start

    assert seconds(160_000) < 8 * max(seconds(40_000), 0.02)
