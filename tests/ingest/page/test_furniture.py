"""What is on the page and not of the paper."""

import pytest

from app.ingest.page.furniture import continuation, is_self_citation, mark_furniture, mark_self_citations
from app.ingest.page.lines import Line, Role, read_lines
from tests.factories import wrapped_text

BODY = "科技外交是外交学的重要新兴领域，也是国家之间开展合作的重要方式。"


def role_of(text: str, *, before: str = BODY, after: str = BODY) -> Role:
    lines = mark_furniture(read_lines(f"{before}\n{text}\n{after}"))
    return next(line.role for line in lines if line.text == text)


@pytest.mark.parametrize(
    "text",
    ["— 74 —", ". 1 .", "74", "·12·", "第 3 页", "第3页 共12页", "3/12", "Page 3 of 10", "- 5 -"],
)
def test_page_numbers(text: str) -> None:
    assert role_of(text) == Role.FURNITURE


@pytest.mark.parametrize(
    "text",
    [
        "·研究与探讨·",
        "◇王明国：科技外交与中美关系的未来发展",
        "第6期",
        "总第120期",
        "2015年第3期",
        "第59卷第6期2015年3月",
    ],
)
def test_running_heads(text: str) -> None:
    assert role_of(text) == Role.FURNITURE


@pytest.mark.parametrize(
    "text",
    [
        "编辑：梅然     审校：王缉思 地址：北京",
        "网址：www.ciss.pku.edu.cn 电话：86-10-62756530",
        "邮件地址：CISS@pku.edu.cn",
        "（责任编辑：杨嘉宜）",
        "收稿日期：2016-09-27 修回日期：2016-10-13",
        "【基金项目】：国家社会科学基金项目",
        "DOI: 10.19318/j.cnki.issn.2096-1634",
        "DOI 10.16418/j.issn.1000-3045",
        "**通讯作者",
        "修改稿收到日期：2017年3月30日",
        "本文系国家社会科学基金项目“科技外交研究”研究成果之一",
        "* 罗晖，中国国际科技交流中心主任、研究员；李政，副研究员。（北京 100081）",
        "华南师范大学 广州 510631",
        "张三男，中科院博士研究生。研究方向为国际关系。E-mail: z@example.org",
        "![](images/f03de1.jpg)",
        "[键入文字]",
    ],
)
def test_imprint_addresses_and_pictures(text: str) -> None:
    assert role_of(text) == Role.FURNITURE


@pytest.mark.parametrize(
    "text",
    ["图-1 科技外交与科技政策、外交政策的关系", "图3 全球论文产出量 (2000—2018)", "表1，特色主题信息",
     "Table 1 The framework", "Figure1 Map of attacks", "续表2", "附表1 参数", "图1-2 分布"],
)  # fmt: skip
def test_captions(text: str) -> None:
    assert role_of(text) == Role.CAPTION


@pytest.mark.parametrize(
    "text", ["<html><body><table><tr><td>1</td></tr></table></body></html>", "| 国家 | 数量 |", "</table>"]
)
def test_tables(text: str) -> None:
    assert role_of(text) == Role.TABLE


@pytest.mark.parametrize(
    "text",
    [
        "图2给出了36个特色主题的分布",
        "图3显示，中国位列第二",
        "2008 年 7 月，美国科学促进会成立了中心。",
        "34 亿欧元。",
        "1.2 签署协议",
        "（2003 年），新加坡",
        "● 加强合作。",
        "编辑部在北京设立了办公室。",
        "表现在以下方面",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert role_of(text) == Role.TEXT


def test_a_word_between_furniture_is_part_of_the_masthead() -> None:
    assert role_of("简报", before=". 1 .", after=". 4 .") == Role.FURNITURE
    assert role_of("简报", before=BODY, after=". 4 .") == Role.TEXT


def test_a_line_that_comes_back_on_every_page_is_a_running_head() -> None:
    page = f"智库理论与实践 {{}}\n{BODY}\n"
    lines = mark_furniture(read_lines("".join(page.format(n) for n in range(3))))
    assert [line.role for line in lines] == [Role.FURNITURE, Role.TEXT] * 3
    lines = mark_furniture(read_lines("".join(page.format(n) for n in range(2))))
    assert {line.role for line in lines} == {Role.TEXT}


def test_the_source_of_a_table_belongs_to_it() -> None:
    assert role_of("数据来源：National Science Board", before="图1 论文产出量") == Role.CAPTION
    assert role_of("数据来源：National Science Board") == Role.TEXT


def test_an_imprint_longer_than_its_line_is_taken_whole_from_wrapped_text() -> None:
    note = "作者简介：王明国（1977—），男，博士，教授\n主要研究科技外交与中美关系的发展以及全球治\n理的机制变革。\n"
    lines = mark_furniture(read_lines(wrapped_text(20) + note + wrapped_text(5)))
    assert [line.text[:4] for line in lines if line.role == Role.FURNITURE] == ["作者简介", "主要研究", "理的机制"]


def test_an_entry_without_an_end_takes_no_further_lines() -> None:
    lines = read_lines("甲乙丙丁戊己庚辛壬癸子丑寅卯\n" * 20)
    assert continuation(lines, 0, 28, ()) == range(0)
    ended = (*lines[:2], Line(100, 103, "完结。"))
    assert continuation(ended, 0, 28, ()) == range(1, 3)
    assert continuation(ended, 0, 28, {1}) == range(0)
    assert continuation(ended, 0, None, ()) == range(0)


CITE = "武霏霏，王峥.承担新使命 加快科技创新智库建设[J].智库理论与实践，2016，1(5)：78-84."


@pytest.mark.parametrize("text", [CITE, f"引用格式：{CITE}", CITE.replace("[J]", "")])
def test_how_to_cite_the_paper_is_no_text(text: str) -> None:
    (line,) = mark_self_citations(read_lines(text))
    assert is_self_citation(line)


@pytest.mark.parametrize("text", [f"[3]{CITE}", BODY, "王峥认为，2016年1月的报告第78-84页很重要。"])
def test_entries_and_text_are_not(text: str) -> None:
    (line,) = mark_self_citations(read_lines(text))
    assert line.role == Role.TEXT


def test_who_wrote_what_is_no_text() -> None:
    source = f"# 作者贡献说明：\n陈安：研究命题的提出;\n李鹏杰、赵庆风：负责起草。\n{BODY}"
    assert [line.role for line in mark_self_citations(read_lines(source))] == [Role.FURNITURE] * 3 + [Role.TEXT]


def test_the_words_of_a_sub_section_may_come_again() -> None:
    source = "\n".join(f"# 2.{n}.2特征及其分类\n{'字' * 30}。" for n in range(1, 5))
    assert [line.role for line in mark_furniture(read_lines(source)) if line.level] == [Role.TEXT] * 4


def test_a_marked_line_between_furniture_is_no_masthead() -> None:
    assert [line.role for line in mark_furniture(read_lines("— 1 —\n# 3 方法\n— 2 —"))][1] == Role.TEXT


def test_headings_that_differ_in_a_number_are_no_running_heads() -> None:
    source = "\n".join(f"# 第{n}种类型的智库\n{'字' * 30}。" for n in range(1, 5))
    assert [line.role for line in mark_furniture(read_lines(source)) if line.level] == [Role.TEXT] * 4
