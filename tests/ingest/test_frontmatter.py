"""The record that the text itself prints."""

import pytest

from app.ingest.frontmatter import FrontMatter, merge, read_front_matter
from app.ingest.layout import arrange
from app.ingest.records import Bibliography
from tests.factories import make_document

P = "这是一个完整的段落，它以句号结束。"


def front(source: str) -> FrontMatter:
    return read_front_matter(arrange(make_document(text=source)))


def bibliography(source: str) -> Bibliography:
    return front(source).bibliography


@pytest.mark.parametrize("label", ["摘   要：", "摘要", "【摘要】", "[摘  要] ", "内容提要：", "摘 要 "])
def test_the_abstract_without_its_label(label: str) -> None:
    assert bibliography(f"{label}{P}\n1 甲\n{P}").abstract == P


def test_an_abstract_of_several_paragraphs_ends_at_the_key_words() -> None:
    found = front(f"摘要：[目的]{P}\n[方法]{P}\n关键词：甲；乙\n{P}")
    assert found.bibliography.abstract == f"[目的]{P} [方法]{P}"
    assert len(found.abstract) == 2


def test_without_key_words_the_abstract_is_one_paragraph() -> None:
    assert bibliography(f"摘要：{P}\n另一段。\n1 甲\n{P}").abstract == P


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("关键词：甲；乙；丙", ("甲", "乙", "丙")),
        ("关键词 中国科技外交 全球科技治理", ("中国科技外交", "全球科技治理")),
        ("关键词：甲，乙", ("甲", "乙")),
        ("关键词:甲、乙", ("甲", "乙")),
        ("[关键词] 甲;乙", ("甲", "乙")),
        ("关键词：甲；乙 分类号：G203 DOI:10.13266/j", ("甲", "乙")),
        ("关键词：甲", ("甲",)),
    ],
)
def test_key_words(line: str, words: tuple[str, ...]) -> None:
    assert bibliography(f"摘要：{P}\n{line}\n1 甲题\n{P}").keywords == words


def test_what_is_not_printed_is_unknown() -> None:
    assert bibliography(P) == Bibliography()
    assert bibliography("") == Bibliography()


def test_the_english_title_page_and_its_journal_head() -> None:
    english = (
        "FOREIGN AFFAIRS REVIEW\nVolume 38 Number 6 2021\nOn Diplomacy\nLUO Hui\nAbstract: It is.\nKey words: a; b"
    )
    found = bibliography(f"{P * 4}\n{english}")
    assert (found.title_en, found.authors_en, found.abstract_en) == ("On Diplomacy", ("LUO Hui",), "It is.")
    assert found.keywords_en == ("a", "b")
    assert (found.container_en, found.year, found.volume, found.issue) == ("Foreign Affairs Review", 2021, "38", "6")


def test_title_and_authors_fall_back_on_the_running_head() -> None:
    found = bibliography(f"{P}\n◇王明国：科技外交与中美关系的未来发展\n{P}")
    assert (found.title, found.authors) == ("科技外交与中美关系的未来发展", ("王明国",))


PRINTED = Bibliography(title="印的", authors=("甲",), abstract="摘", year=2020, language="en", keywords=("词",))


def test_the_record_stands_and_the_text_completes_it() -> None:
    record = Bibliography(title="录的", year=2017, source="某处", language="zh-CN")
    merged = merge(PRINTED, record)
    assert (merged.title, merged.year, merged.source, merged.language) == ("录的", 2017, "某处", "zh-CN")
    assert (merged.authors, merged.abstract, merged.keywords) == (("甲",), "摘", ("词",))


def test_without_a_record_the_text_speaks() -> None:
    assert merge(PRINTED, None) == PRINTED
    assert merge(Bibliography(), PRINTED) == PRINTED


def test_key_words_below_their_label() -> None:
    source = "# 科技外交的实践与特色\n【关键词】\n科技外交 云计算 数据政策\n# 1 引言\n各国都重视科技外交。"
    assert read_front_matter(arrange(make_document(text=source))).bibliography.keywords == (
        "科技外交",
        "云计算",
        "数据政策",
    )


def test_the_authors_in_pinyin_end_the_english_title() -> None:
    source = (
        f"题目在此处印着\n黄开木 栗琳\n摘要：{P}\n1 甲\n{P}\nOn Think Tanks Huang Kaimu' Li Lin1,2\nAbstract: It is."
    )
    found = bibliography(source)
    assert (found.title_en, found.authors_en) == ("On Think Tanks", ("Huang Kaimu", "Li Lin"))


def test_key_words_that_run_together_are_parted_by_the_text() -> None:
    source = f"摘要：{P}\n关键词：智库报告资金筹集\n1 甲题\n智库报告很多，{P}资金筹集很难，{P}"
    assert bibliography(source).keywords == ("智库报告", "资金筹集")
