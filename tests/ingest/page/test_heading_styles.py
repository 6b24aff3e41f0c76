"""How headings are numbered."""

import pytest

from app.ingest.page.heading_styles import Style, clean_title, counts_things, is_named, readings


@pytest.mark.parametrize(
    ("text", "style", "path", "title"),
    [
        ("1　主要国家的科技外交实践", Style.DECIMAL, (1,), "主要国家的科技外交实践"),
        ("1.1   发布科技外交战略", Style.DECIMAL, (1, 1), "发布科技外交战略"),
        ("2.3.1基础条件服务平台", Style.DECIMAL, (2, 3, 1), "基础条件服务平台"),
        ("1．研究背景", Style.DECIMAL, (1,), "研究背景"),
        ("3、存在的问题", Style.DECIMAL, (3,), "存在的问题"),
        ("…1　科技外交的基本内涵", Style.DECIMAL, (1,), "科技外交的基本内涵"),
        ("1 .2 对象", Style.DECIMAL, (1, 2), "对象"),
        ("一、科技外交的概念", Style.CHINESE, (1,), "科技外交的概念"),
        ("十二、结论", Style.CHINESE, (12,), "结论"),
        ("（三）科技外交的特点", Style.BRACKETED, (3,), "科技外交的特点"),
        ("第一章 绪论", Style.CHAPTER, (1,), "绪论"),
        ("第2节　方法", Style.PART, (2,), "方法"),
        ("（1）资源", Style.ITEM, (1,), "资源"),
    ],
)
def test_numbered_headings(text: str, style: Style, path: tuple[int, ...], title: str) -> None:
    assert (style, path, title) in list(readings(text))


@pytest.mark.parametrize("text", ["科技外交", "2015", "50%的份额", "1990 1991", "", "一带一路", "(a) x"])
def test_lines_without_a_heading_number(text: str) -> None:
    assert list(readings(text)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [("6 个科学中心", "个科学中心"), ("34 亿欧元", "亿欧元"), ("20 世纪", "世纪"), ("5年", "年"), ("3D打印", "D打印")],
)
def test_numbers_that_count_things(text: str, title: str) -> None:
    assert counts_things(text, title)


@pytest.mark.parametrize(
    ("text", "title"), [("3 方法", "方法"), ("3方法", "方法"), ("3. Methods", "Methods"), ("3“中心”", "“中心”")]
)
def test_numbers_that_number(text: str, title: str) -> None:
    assert not counts_things(text, title)


@pytest.mark.parametrize("text", ["结 语", "引言", "总结与展望", "Conclusion", "INTRODUCTION", "结论："])
def test_usual_headings_without_number(text: str) -> None:
    assert is_named(text)
    assert not is_named(f"{text}是重要的")


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("结 语", "结语"),
        ("政策网络的内涵 [9]", "政策网络的内涵"),
        ("，讨论", "讨论"),
        (" S&T 外交。", "S&T外交"),
        ("什么是智库？", "什么是智库？"),
    ],
)
def test_titles_are_cleaned(printed: str, title: str) -> None:
    assert clean_title(printed) == title
