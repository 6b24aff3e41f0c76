"""Key words out of their line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.keywords import split_keywords

PAPER = (
    "新型智库建设。智库报告的类型。智库报告类型有九种，智库很多。\n社会智库的资金筹集与公益捐赠。资金筹集很难。"
    "建设中国特色新型智库。建设中国特色新型智库，建设中国特色新型智库。中国特色。中国特色外交。智库建设。智库建设要快。"
    "R&I项目与R&I经费。项目实施。经费分配要公平，项目实施要稳。“三农”问题。信息组织策略。"
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("关键词：智库;外交", ("智库", "外交")),
        ("【关键词】 智库　外交", ("智库", "外交")),
        ("关键词 智库，外交 DOI 10.16418/j.issn", ("智库", "外交")),
        ("关键词：智库、外交分类号：C932", ("智库", "外交")),
        ("关键词：智库 外交收稿日期：2016-05-18", ("智库", "外交")),
        ("关键词：智库 外交 文献标识码：A", ("智库", "外交")),
        ("智库；外交。", ("智库", "外交")),
        ("关键词：", ()),
        ("", ()),
    ],
)
def test_whatever_parts_them(line: str, words: tuple[str, ...]) -> None:
    assert split_keywords(line, "") == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("智库智库报告智库报告类型", ("智库", "智库报告", "智库报告类型")),
        ("资金筹集公益捐赠", ("资金筹集", "公益捐赠")),
        ("R&I经费分配项目实施", ("R&I", "经费分配", "项目实施")),
        ("新型智库“三农”问题", ("新型智库", "“三农”问题")),
        ("社会智库 经费分配项目实施", ("社会智库", "经费分配", "项目实施")),
        ("经费分配；智库报告智库建设", ("经费分配", "智库报告", "智库建设")),
    ],
)
def test_words_run_together_are_cut_into_terms_of_the_paper(line: str, words: tuple[str, ...]) -> None:
    assert split_keywords(line, PAPER) == words


@pytest.mark.parametrize(
    "word",
    [
        "智库报告类型",  # the paper uses it as it stands
        "天体物理望远镜",  # of no terms that the paper uses
        "资金筹集与公益捐赠机制",  # joined by a word of grammar
    ],
)
def test_a_term_stays_whole(word: str) -> None:
    assert split_keywords(f"智库 {word}", PAPER) == ("智库", word)


def test_signs_that_part_words_are_believed() -> None:
    assert split_keywords("智库；经费分配项目实施", PAPER) == ("智库", "经费分配项目实施")


def test_a_piece_that_always_goes_on_is_no_term() -> None:
    assert split_keywords("智库建设中国特色", PAPER) == ("智库建设", "中国特色")


@given(st.text(st.sampled_from("智库报告资金；，、 R&I“”《》的与"), max_size=40))
def test_nothing_is_invented_and_nothing_but_signs_lost(line: str) -> None:
    words = split_keywords(line, PAPER)
    assert "".join(c for word in words for c in word if c.isalnum()) == "".join(c for c in line if c.isalnum())
    assert all(word in line and word == word.strip() for word in words)


def test_a_line_of_any_length_is_read_in_time() -> None:
    start = time.process_time()
    split_keywords("智库报告" * 50_000, PAPER * 2_000)
    split_keywords("智库报告类型资金" * 10, PAPER * 2_000)
    assert time.process_time() - start < 5


def test_no_term_stands_twice() -> None:
    paper = "智库提供开放知识。智库的信息资源。开放知识。信息资源配置。信息资源配置。" * 3
    assert split_keywords("关键词：智库开放知识信息资源配置智库信息资源", paper) == (
        "智库",
        "开放知识",
        "信息资源配置",
        "智库信息资源",
    )


def test_letters_set_apart_from_the_word_behind_them() -> None:
    assert split_keywords("关键词：智库 融资模式 PPP 模式", "所谓PPP模式。") == ("智库", "融资模式", "PPP模式")
    assert split_keywords("关键词：智库 PPP 融资模式", "所谓PPP。") == ("智库", "PPP", "融资模式")


def test_a_very_long_piece_is_rather_two_terms() -> None:
    paper = "美国防务智库研究人员背景复杂。美国防务智库研究人员很多，背景分析表明。背景分析。美国防务智库研究人员。" * 2
    assert "背景分析" in split_keywords("关键词：美国防务智库研究人员背景分析", paper)
