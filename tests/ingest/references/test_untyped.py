"""Entries without a type mark."""

import time

import pytest

from app.ingest.records import Reference
from app.ingest.references.fields import parse_entry
from app.ingest.references.untyped import read_untyped


def read(text: str) -> Reference:
    found = read_untyped(Reference("1"), text)
    assert found is not None
    assert found.document_type is None
    return found


@pytest.mark.parametrize(
    ("text", "authors", "title", "container"),
    [
        (
            "张志强，范少萍．论学科信息学的兴起．情报学报，2015,34(10): 1011-1023.",
            "张志强|范少萍",
            "论学科信息学的兴起",
            "情报学报",
        ),
        (
            "黄河.公共产品视角下的“一带一路”．世界经济与政治,2015,(6): 138-155.",
            "黄河",
            "公共产品视角下的“一带一路”",
            "世界经济与政治",
        ),
        ("薛澜.可持续发展的三大支柱.人民日报,2015-09-13.", "薛澜", "可持续发展的三大支柱", "人民日报"),
        (
            "刘卫东,田锦尘,等著.“一带一路”战略研究.北京:商务印书馆,2017.",
            "刘卫东|田锦尘",
            "“一带一路”战略研究",
            "商务印书馆",
        ),
        (
            "亚历克斯·阿贝拉.兰德公司与美国的崛起.梁筱芸,张小燕,译.北京:新华出版社,2011.",
            "亚历克斯·阿贝拉",
            "兰德公司与美国的崛起",
            "新华出版社",
        ),
        ("国家发展和改革委员会，外交部．愿景与行动.[2015-3-28].", "国家发展和改革委员会|外交部", "愿景与行动", None),
        (
            "世界银行．2015年世界发展报告：思维、社会与行为.[2016-3-20].",
            "世界银行",
            "2015年世界发展报告：思维、社会与行为",
            None,
        ),
        (
            "Liu W D, Dunford M. Inclusive globalization. Area Development, 2016,1(3): 323-340.",
            "Liu W D|Dunford M",
            "Inclusive globalization",
            "Area Development",
        ),
        (
            "Glenn JC,Gorden TJ.Futures Methodology-Version 2.0.Future Survey,2003,25(8): 4.",
            "Glenn JC|Gorden TJ",
            "Futures Methodology-Version 2.0",
            "Future Survey",
        ),
        (
            "The Economist.The politics of dam-building.[2013-09-20]",
            "The Economist",
            "The politics of dam-building",
            None,
        ),
        (
            "Asian Development Bank.Asia's Needs.Manila, Philippines: Asian Development Bank, 2017:1-131.",
            "Asian Development Bank",
            "Asia's Needs",
            "Asian Development Bank",
        ),
        (
            "刘慧,王成龙．对开发空间格局的影响，地理科学进展,2015,34(5):545-552.",
            "刘慧|王成龙",
            "对开发空间格局的影响",
            "地理科学进展",
        ),
        ("孟艳丽．中国与东盟共现分析[]．图书馆工作．2016(11):5-9.", "孟艳丽", "中国与东盟共现分析", "图书馆工作"),
        ("中共中央文献研究室.论述摘编.北京:中央文献出版社,2016.", "中共中央文献研究室", "论述摘编", "中央文献出版社"),
        (
            "何建坤.中国经济的低碳转型.武汉大学学报：哲学社会科学版,2016,69(4):5-12.",
            "何建坤",
            "中国经济的低碳转型",
            "武汉大学学报:哲学社会科学版",
        ),
        ("中共中央办公厅.国家创新战略.人民网,2016.", "中共中央办公厅", "国家创新战略", "人民网"),
    ],
)
def test_authors_title_and_host(text: str, authors: str, title: str, container: str | None) -> None:
    found = read(text)
    assert ("|".join(found.authors), found.title, found.container) == (authors, title, container)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("地理科学进展,2015,34(5): 538-544.", (2015, "34", "5", "538-544")),
        ("学术前沿,2014,2:79-85.", (2014, None, "2", "79-85")),
        ("城市规划学刊.2015,(2):6-23.", (2015, None, "2", "6-23")),
        ("国际经济合作,2016 (3):33-39.", (2016, None, "3", "33-39")),
        ("European Research,20o9,48(6):782-803.", (2009, "48", "6", "782-803")),
        ("[2017-12-28].", (None, None, None, None)),
    ],
)
def test_year_volume_issue_and_pages(tail: str, expected: tuple[object, ...]) -> None:
    found = read(f"刘卫东.科学内涵与科学问题.{tail}")
    assert (found.year, found.volume, found.issue, found.pages) == expected


@pytest.mark.parametrize(
    "text",
    [
        "没有年份. 题目. 刊名, 卷.",
        "智库热. 题目. 刊名, 2014.",
        "自2006年颁布实施以来，美国高度关注。",
        "刘卫东. 科学内涵。这一政策于2015年发布。",
        "TRIPs是Agreement的简称。TRIPs构成三大支柱。",
        "刘卫东.",
        "",
    ],
)
def test_what_is_no_entry(text: str) -> None:
    assert read_untyped(Reference("1"), text) is None


@pytest.mark.parametrize("piece", ["刘卫东.", "刘卫东,", "A B. ", "[2015", "：", "，2015 "])
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read_untyped(Reference("1"), "刘卫东.题名" + piece * times)
        return time.process_time() - start

    assert seconds(80_000) < 8 * max(seconds(20_000), 0.02)


@pytest.mark.parametrize(
    ("text", "title", "host"),
    [
        ("A Strategy for Innovation. https://a.gov/b.pdf[2015-08-10]", "A Strategy for Innovation", None),
        ("2016年习近平在座谈会上的讲话．人民网，http://a.cn/1.html", "2016年习近平在座谈会上的讲话", "人民网"),
        ("关于加强智库建设的意见，新华网，http://a.cn/1.html", "关于加强智库建设的意见", "新华网"),
    ],
)  # fmt: skip
def test_a_page_of_the_web_without_author(text: str, title: str, host: str | None) -> None:
    found = parse_entry("1", text, 0, len(text))
    assert (found.authors, found.title, found.container, found.year) == ((), title, host, None)


@pytest.mark.parametrize(
    "text",
    [
        "某机构报告，2016年，见 http://a.b/c",
        "关于建设的意见。另一篇关于建设的意见。http://a.b/c",
        "人民网 http://a.b/c",
        "A Strategy for American Innovation.",
    ],
)
def test_what_is_no_page_of_the_web(text: str) -> None:
    assert parse_entry("1", text, 0, len(text)).title is None


def test_the_page_of_a_newspaper_without_type_mark() -> None:
    found = parse_entry("1", "黄海敏.中国公司承建供水项目.人民日报海外版，2014-12-8(02).", 0, 9)
    assert (found.container, found.year, found.pages, found.issue) == ("人民日报海外版", 2014, "02", None)
    found = parse_entry("1", "黄海敏.中国公司承建供水项目.水利学报，2014(5):6-10.", 0, 9)
    assert (found.issue, found.pages) == ("5", "6-10")
