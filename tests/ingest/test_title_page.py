"""Title and authors."""

import pytest

from app.ingest.layout import arrange
from app.ingest.page.blocks import build_blocks
from app.ingest.page.lines import read_lines
from app.ingest.title_page import TitlePage, authors_in, read_title_page
from tests.factories import make_document, wrapped_text

P = "这是一个完整的段落，它以句号结束。"


def page(source: str) -> TitlePage:
    return read_title_page(arrange(make_document(text=source)).blocks)


@pytest.mark.parametrize(
    ("source", "title", "authors"),
    [
        (f"当代中国科技外交的实践\n罗 晖 李 政\n摘 要 {P}\n{P}", "当代中国科技外交的实践", ("罗晖", "李政")),
        (f"# 科技外交的实践与特色\\*\n# 张瑶1,2 顾立平\n摘要：{P}", "科技外交的实践与特色", ("张瑶", "顾立平")),
        (
            f"# 智库建设\n# 承担新使命加快科技创新智库建设\n武霏霏 王峥\n摘要：{P}",
            "承担新使命加快科技创新智库建设",
            ("武霏霏", "王峥"),
        ),
        (f"栏目：智库报告\n中国智库透明度的研究报告\n{P}", "中国智库透明度的研究报告", ()),
        (f"摘要：{P}\n科技外交文献综述\n{P}\n1 甲\n{P}", "科技外交文献综述", ()),
        (f"{P}\n1 甲\n{P}", None, ()),
        ("", None, ()),
    ],
)
def test_where_title_and_authors_may_stand(source: str, title: str | None, authors: tuple[str, ...]) -> None:
    found = page(source)
    assert (found.title, found.authors) == (title, authors)


def test_title_below_the_author_at_the_foot_of_the_first_page() -> None:
    source = f"{wrapped_text(20)}完了。\n科技部研究中心  赵刚博士\n科技外交：战略性问题\n. 1 .\n{wrapped_text(4)}完了。"
    assert (page(source).title, page(source).authors) == ("科技外交：战略性问题", ("赵刚",))


def test_the_blocks_that_hold_them_are_named() -> None:
    assert [block.text for block in page(f"当代中国科技外交\n罗 晖 李 政\n摘要 {P}").blocks] == [
        "当代中国科技外交",
        "罗 晖 李 政",
    ]


def test_a_line_behind_the_first_heading_is_no_title_without_authors() -> None:
    assert page(f"{P}\n1 甲\n{P}\n孤立的一行文字\n{P}").title is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("科技部中国科学技术促进发展研究中心  赵刚博士", ("赵刚",)),
        ("张三1，李四2，北京大学国际关系学院", ("张三", "李四")),
        ("白春礼", ("白春礼",)),
        ("北京大学国际关系学院", ()),
        ("高校", ()),
        ("赵刚 提出的 问题", ()),
        ("", ()),
    ],
)
def test_author_lines(line: str, names: tuple[str, ...]) -> None:
    assert authors_in(line) == names


def printed(source: str) -> tuple[str | None, tuple[str, ...]]:
    lines = read_lines(source)
    page = read_title_page(build_blocks(lines, ()), lines)
    return page.title, page.authors


def test_a_title_goes_on_to_the_line_of_the_authors() -> None:
    assert printed("# 大科学装置集群规划\n# 布局方法研究\n冯小子1,2 袁军1（中国科学院文献情报中心 北京100190）") == (
        "大科学装置集群规划布局方法研究",
        ("冯小子", "袁军"),
    )


def test_the_name_of_a_column_is_no_title() -> None:
    assert printed("# 智库观点\n# 智库产业的概念界定与发展\n# 聂永有\n上海大学智库研究中心上海200444") == (
        "智库产业的概念界定与发展",
        ("聂永有",),
    )


def test_authors_at_the_end_of_the_title() -> None:
    assert printed("# 我国社会智库的资金筹集 李迅\n北京大学政府管理学院北京100871") == (
        "我国社会智库的资金筹集",
        ("李迅",),
    )


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("# 海外园区建设模式研究?", "海外园区建设模式研究"),
        ("# 海外园区建设模式研究\\*", "海外园区建设模式研究"),
        ("# 中国智库的春天到来了吗?", "中国智库的春天到来了吗?"),
        ("# 海外园区建设模式研究？", "海外园区建设模式研究？"),
    ],
)
def test_a_sign_of_a_footnote_read_as_a_question_mark(printed: str, title: str) -> None:
    assert page(f"{printed}\n王明国\n摘要：甲。").title == title


def test_a_line_that_ends_a_sentence_names_no_authors() -> None:
    assert page("题目在此处印着\n王明；张薇。\n摘要：甲。").authors == ()


def test_the_number_of_the_first_footnote_is_no_part_of_a_title() -> None:
    assert printed(f"# 科学基金同行评议的应用研究1\n刘亚辉1,2 杨立英1\n摘要：{P}")[0] == "科学基金同行评议的应用研究"
    assert printed(f"# 从工业1.0到工业4.0\n刘亚辉 杨立英\n摘要：{P}")[0] == "从工业1.0到工业4.0"
    assert printed(f"# 新一代移动通信与智库大国外交关照宇 张婷婷1\n摘要：{P}")[1] == ("关照宇", "张婷婷")


def test_a_subtitle_in_the_line_of_the_reporters() -> None:
    source = f"# 巴西智库的运营与发展态势\n\n-专访巴西智库专家雷纳托教授本刊记者 吕青 栾瑞英\n\n编者按：{P}"
    assert printed(source) == ("巴西智库的运营与发展态势-专访巴西智库专家雷纳托教授", ("吕青", "栾瑞英"))


def test_an_author_at_the_end_of_the_subtitle_above_the_place() -> None:
    source = (
        f"# 美国防务智库的背景分析及启示\n\n以海军分析中心为例罗祖基\n\n国防科技大学文理学院湖南长沙410073\n\n摘要：{P}"
    )
    assert printed(source) == ("美国防务智库的背景分析及启示以海军分析中心为例", ("罗祖基",))
