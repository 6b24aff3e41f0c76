"""Web pages: the article and its headings, not the menus; any declared encoding; the record in its tags."""

import pytest

from app.ingest.errors import ReadError
from app.ingest.formats import html
from app.ingest.limits import MAX_PAGE_BYTES
from app.ingest.records import Bibliography

PARAGRAPH = "科技外交是<b>外交</b>的重要组成部分，<em>是</em>处理国家之间科技合作关系的活动[1]。"
SECOND = "随着全球科技创新格局的快速发展，科技与国际关系之间的联系愈加紧密。"
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="{{charset}}"><title>网站</title>
<meta name="citation_title" content="科技外交研究"><meta name="citation_author" content="王明国">
<meta name="citation_author" content="赵刚"><meta name="citation_publication_date" content="2017/07/01">
<meta name="citation_journal_title" content="瞭望"><meta name="citation_issue" content="7">
<meta name="citation_firstpage" content="40"><meta name="citation_lastpage" content="47">
<style>p {{{{ color: red }}}}</style></head>
<body><nav><a href="/">首页</a> <a href="/about">关于我们</a></nav>
<article><h1>科技外交研究</h1><h2><b>一、</b>引言</h2><p>{PARAGRAPH}</p>
<p>{SECOND}<sup><a href="#n2">2</a></sup>面积五平方米（m<sup>2</sup>）。</p>
<h3>（一）背景</h3><p>这一节说明科技外交研究的背景，并且列出主要国家的有关做法。</p>
<script>alert("脚本")</script></article>
<footer>版权所有</footer></body></html>"""


def article(charset: str = "utf-8", codec: str = "utf-8") -> html.Extracted:
    return html.read(PAGE.format(charset=charset).encode(codec))


def test_the_article_is_lines_with_its_headings_marked() -> None:
    assert article().text.splitlines() == [
        "# 科技外交研究",
        "## 一、引言",
        "科技外交是外交的重要组成部分，是处理国家之间科技合作关系的活动[1]。",
        SECOND + "[2]面积五平方米（m2）。",
        "### （一）背景",
        "这一节说明科技外交研究的背景，并且列出主要国家的有关做法。",
    ]


def test_the_record_in_the_tags_comes_along() -> None:
    assert article().record == Bibliography(
        title="科技外交研究", authors=("王明国", "赵刚"), container="瞭望", year=2017, issue="7", pages="40-47"
    )


@pytest.mark.parametrize(
    ("charset", "codec", "read_as"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gbk", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("utf-8", "gb18030", "gb18030"),
        ("no-such-charset", "utf-8", "utf-8"),
    ],
)
def test_the_declared_encoding_is_believed_unless_it_is_wrong(charset: str, codec: str, read_as: str) -> None:
    page = article(charset, codec)
    assert page.text == article().text
    assert page.encoding == read_as


def test_a_traditional_page_in_big5_is_read() -> None:
    page = html.read('<meta charset="big5"><p>科技外交是外交的重要組成部分。</p>'.encode("big5"))
    assert page.text == "科技外交是外交的重要組成部分。"


def test_a_page_that_holds_no_article_gives_all_its_text() -> None:
    assert html.read("<p>日本</p><p>法国</p>".encode()).text.split() == ["日本", "法国"]


def test_a_page_without_tags_for_a_record_has_none() -> None:
    page = html.read(f"<title>题</title><meta name=citation_author content=某人><p>{SECOND}</p>".encode())
    assert page.record is None


def test_markup_in_the_text_stays_text() -> None:
    page = html.read(f"<p>{SECOND}</p><p>标签 &lt;script&gt;alert(1)&lt;/script&gt; 是文字，不是程序。</p>".encode())
    assert "<script>alert(1)</script>" in page.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<script>var a = 1</script>", "<!-- nothing -->", "<body><img src=x></body>"]
)
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(ReadError, match="the page"):
        html.read(page.encode())


def test_a_page_over_the_limit_is_refused_unparsed() -> None:
    with pytest.raises(ReadError, match="10,485,760 is the limit"):
        html.read(b"<p>" + b"x" * MAX_PAGE_BYTES)


def test_deep_nesting_is_read_or_refused_but_never_breaks() -> None:
    page = "<div>" * 5000 + SECOND + "</div>" * 5000
    try:
        text = html.read(page.encode()).text
    except ReadError:
        return
    assert SECOND in text
