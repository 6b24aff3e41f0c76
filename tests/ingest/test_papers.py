"""What comes out of the five papers that ship with the project, as it was found by reading them."""

from collections import Counter
from functools import lru_cache

import pytest

from app import resources
from app.ingest.analysis import analyse
from app.ingest.records import Analysis, ClaimType, Reference, ReferenceKind
from app.text.normalise import CITATION_MARK, bare
from tests.factories import make_document, vocabulary

PAPERS = ("000", "001", "002", "003", "004")


@lru_cache(maxsize=5)
def paper(number: str) -> Analysis:
    """The analysis of a paper from its text alone, without the record beside it."""
    (path,) = resources.PAPERS.glob(f"{number}_*.txt")
    return analyse(make_document(path.stem, path.read_text(encoding="utf-8")), vocabulary())


def outline(number: str) -> list[str]:
    return [f"{section.number} {section.heading}".strip() for section in paper(number).sections]


def texts(number: str, section: str | None = None) -> list[str]:
    return [claim.text for claim in paper(number).claims if section in {None, claim.section}]


def references(number: str) -> dict[str, Reference]:
    return {reference.label: reference for reference in paper(number).references}


def cited(number: str, text: str) -> list[str]:
    """Labels cited in the sentence that begins with `text`."""
    (claim,) = (claim for claim in paper(number).claims if claim.text.startswith(text))
    return [citation.label for citation in claim.citations]


def codes(number: str) -> Counter[str]:
    return Counter(warning.code for warning in paper(number).warnings)


@pytest.mark.parametrize(
    ("number", "sections", "sentences", "cites"),
    [("000", 13, 106, 9), ("001", 3, 60, 0), ("002", 16, 127, 51), ("003", 16, 278, 37), ("004", 11, 198, 21)],
)
def test_how_much_is_in_each(number: str, sections: int, sentences: int, cites: int) -> None:
    analysis = paper(number)
    assert len(analysis.sections) == sections
    assert abs(len(analysis.claims) - sentences) <= 1
    assert sum(len(claim.citations) for claim in analysis.claims) == cites


@pytest.mark.parametrize("number", PAPERS)
def test_no_claim_stands_twice(number: str) -> None:
    counts = Counter(bare(text) for text in texts(number))
    assert [form for form, count in counts.items() if count > 1 and len(form) > 10] == []


@pytest.mark.parametrize("number", PAPERS)
def test_claims_are_clean(number: str) -> None:
    for text in texts(number):
        assert "\n" not in text
        assert not CITATION_MARK.search(text)
        assert "■" not in text
        assert text == text.strip()


@pytest.mark.parametrize("number", PAPERS)
def test_claims_are_in_the_source_where_they_say(number: str) -> None:
    source = paper(number).document.text
    for claim in paper(number).claims:
        printed = iter(bare(source[claim.start : claim.end]))
        assert all(character in printed for character in bare(claim.text)), claim.text


@pytest.mark.parametrize("number", PAPERS)
def test_every_claim_stands_in_a_section_and_every_citation_has_its_reference(number: str) -> None:
    sections = {section.number for section in paper(number).sections}
    for claim in paper(number).claims:
        assert claim.section in sections
        for citation in claim.citations:
            assert citation.label in references(number)
            assert 0 <= citation.at <= len(claim.text)


@pytest.mark.parametrize("number", PAPERS)
def test_no_claim_is_made_of_furniture(number: str) -> None:
    joined = "".join(texts(number))
    for furniture in ("研究与探讨", "74", "梅然", "王缉思", "责任编辑", "杨嘉宜", "Abstract", "FOREIGN AFFAIRS", "◇"):
        assert furniture not in joined


# 000: three kinds of instruments ---------------------------------------------------------------------------


def test_000_sections() -> None:
    assert outline("000") == [
        "0",
        "1 主要国家的科技外交实践",
        "1.1 发布科技外交战略及有关政府文件",
        "1.2 签署政府间科技合作协议",
        "1.3 设立政府科技咨询委员会",
        "1.4 设立使馆科技处或科技办公室",
        "1.5 开放国家或地区研究资助计划",
        "1.6 开展促进或帮助科技外交的活动",
        "2 科技外交政策工具分类",
        "2.1 科技外交战略工具",
        "2.2 科技外交操作工具",
        "2.3 科技外交支持工具",
        "3 我国对科技外交工具的使用",
    ]


def test_000_a_line_that_starts_with_a_year_is_text() -> None:
    assert texts("000", "1.6")[5].startswith("2008年7月，美国科学促进会成立了“科学外交中心”")


def test_000_a_sentence_runs_over_the_page_number() -> None:
    (claim,) = (text for text in texts("000") if "6个科学中心" in text)
    assert "美国洛杉矶（2003年），新加坡" in claim


def test_000_the_abstract_ends_where_the_text_begins() -> None:
    bibliography = paper("000").bibliography
    assert bibliography.title is None
    assert bibliography.abstract is not None
    assert bibliography.abstract.startswith("本文介绍了主要国家")
    assert bibliography.abstract.endswith("大力发展支持工具。")
    assert texts("000", "0")[3].startswith("随着科技在国际关系中的影响力")


def test_000_the_abstract_on_incubators_is_another_papers() -> None:
    bibliography = paper("000").bibliography
    assert bibliography.abstract_en == (
        "The paper presents some practices of main countries on S&T diplomacy. Based on the differences"
    )
    assert (bibliography.title_en, bibliography.authors_en) == (None, ())
    foreign = next(warning for warning in paper("000").warnings if warning.code == "foreign-abstract")
    assert "Israel’s Incubators" in foreign.detail
    assert codes("000")["truncated-abstract"] == 1
    assert not any("Israel" in text for text in texts("000"))


def test_000_works_are_known_from_the_sentences_that_cite_them() -> None:
    found = references("000")
    assert list(found) == [str(n) for n in range(1, 10)]
    assert all(reference.from_sentence and reference.text is None for reference in found.values())
    assert (found["2"].title, found["2"].year) == ("强化科技外交战略", 2008)
    assert cited("000", "目前，在全世界范围内仅有少数几个国家") == ["2", "3", "4"]


# 001: pages out of order -----------------------------------------------------------------------------------


def test_001_sections() -> None:
    assert outline("001") == [
        "0",
        "1 科技外交已成为西方大国总体外交的重要组成部分",
        "2 关于加强我国科技外交工作的若干建议",
    ]


def test_001_the_six_recommendations_come_in_order() -> None:
    numbered = [text for text in texts("001", "2") if "（" in text and "）" in text[:40]]
    heads = [next(f"（{n}）" for n in range(1, 7) if f"（{n}）" in text) for text in numbered]
    assert heads == [f"（{n}）" for n in range(1, 7)]
    assert codes("001")["reordered-text"] == 1


def test_001_what_stands_twice_is_read_once() -> None:
    assert codes("001")["repeated-text"] == 2
    assert sum("气候变化、能源短缺、环境恶化" in text for text in texts("001")) == 1
    assert sum("克服单纯追求高和新" in text for text in texts("001")) == 1


def test_001_title_and_author_at_the_foot_of_the_first_page() -> None:
    bibliography = paper("001").bibliography
    assert bibliography.title == "科技外交：关于中国和平发展的战略性问题"
    assert bibliography.authors == ("赵刚",)
    assert not any("赵刚博士" in text for text in texts("001"))


def test_001_the_text_goes_on_behind_the_masthead() -> None:
    assert texts("001", "1")[4].startswith("2007年初，美国乔治·华盛顿大学")


# 002: review of the literature -----------------------------------------------------------------------------


def test_002_sections() -> None:
    assert outline("002") == [
        "0",
        "1 中国科技外交的逻辑起点",
        "1.1 科技的发展",
        "1.2 全球化趋势",
        "2 科技外交理论的逻辑研究",
        "2.1 科技外交概念的学理内涵",
        "2.2 科技外交的相关概念展述",
        "3 科技外交活动的支撑",
        "3.1 人才培养是科技外交的基础",
        "3.2 科技外交的组织实施",
        "4 科技外交的实证研究",
        "4.1 科技的“引进来”和“走出去”",
        "4.2 实证研究的重点研究领域",
        "5 总结与展望",
        "5.1 对国内科技外交研究的总结",
        "5.2 对未来科技外交研究工作的展望",
    ]


def test_002_the_title_stands_in_the_midst() -> None:
    assert paper("002").bibliography.title == "新世纪以来科技外交国内文献综述"
    assert "新世纪以来科技外交国内文献综述" not in texts("002")


@pytest.mark.parametrize(
    ("label", "author", "printed"),
    [
        ("1", "王逸舟", "王逸舟"),
        ("2", "张永华", "张永华"),
        ("8", "赵刚", "赵刚等"),
        ("12", "周恩来", "周恩来"),
        ("16", "赵刚", "赵刚"),
        ("17", "王明国", "王明国"),
        ("24", "张翼燕", "张翼燕等"),
        ("28", "惠仲阳", "惠仲阳"),
        ("31", "孙海燕", "孙海燕等"),
        ("32", "马颂德", "马颂德"),
        ("38", "苏平", "苏平等"),
    ],
)
def test_002_cited_authors(label: str, author: str, printed: str) -> None:
    assert references("002")[label].authors == (author,)
    named = [c.named_author for claim in paper("002").claims for c in claim.citations if c.label == label]
    assert named == [printed]


def test_002_works_without_an_author_in_the_sentence_have_none() -> None:
    unnamed = [label for label, reference in references("002").items() if not reference.authors]
    assert unnamed == ["13", "14", "40", "41", "42", "45", "48", "49", "50"]
    assert references("002")["13"].title == "科学、技术和卫生在外交政策中的全面深入——国务院的迫切任务"


def test_002_all_fifty_are_cited_and_one_twice() -> None:
    counts = Counter(citation.label for claim in paper("002").claims for citation in claim.citations)
    assert counts == Counter([str(n) for n in range(1, 51)]) + Counter(["19"])


# 003: footnotes on every page ------------------------------------------------------------------------------


def test_003_sections() -> None:
    assert outline("003") == [
        "0",
        "1 科技外交的概念和特点",
        "1.1 科技外交的缘起",
        "1.2 科技外交的定义",
        "1.3 科技外交的特点",
        "2 新中国特别是改革开放以来的科技对外交流合作",
        "2.1 突破封锁开展科技合作（1949—1977）",
        "2.2 恢复正常交往与合作（1978—1988）",
        "2.3 在复杂局势中曲折发展（1989—2000）",
        "2.4 全面融入全球化进程（2001—2012）",
        "2.5 新时代开创科技外交工作新格局（2013年至今）",
        "3 当前我国科技外交面临的机遇与挑战",
        "3.1 我国进一步发展科技外交的机遇",
        "3.2 我国进一步发展科技外交的外部风险与挑战",
        "4 加强对科技外交工作的战略谋划",
        "5 结语",
    ]


def test_003_thirty_four_references_and_three_notes() -> None:
    kinds = Counter(reference.kind for reference in references("003").values())
    assert kinds == {ReferenceKind.REFERENCE: 34, ReferenceKind.NOTE: 3}
    assert [label for label, r in references("003").items() if r.kind == ReferenceKind.NOTE] == ["27", "28", "29"]


def test_003_footnotes_are_numbered_through_the_paper_in_the_order_of_their_marks() -> None:
    labels = [citation.label for claim in paper("003").claims for citation in claim.citations]
    assert labels == [str(n) for n in range(1, 38)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("习近平总书记强调，“要抓住", ["1", "2"]),
        ("科技外交是全球化背景下国际关系演变", ["3"]),
        ("许多外交问题涉及科学", ["5", "6"]),
        ("例如，实现科技人员之间交流的便利化", []),
        ("王明国将科技外交定义为", ["17"]),
        ("2001年，我国成为世界贸易组织正式成员", ["27"]),
        ("自2010年起，中美双方在对话机制下", ["29"]),
    ],
)
def test_003_marks_belong_to_the_sentence_before(text: str, labels: list[str]) -> None:
    assert cited("003", text) == labels


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        ("2", {"title": "习近平向2021中关村论坛视频致贺", "year": 2021, "url": "http://jhsjk.people.cn/article/32235904"}),
        ("3", {"authors": ("Pierre-Bruno Ruffini",), "title": "Science and Diplomacy", "container": "Springer"}),
        ("4", {"authors": ("D. Pestre",), "container": "Les Sciences Pour La Guerre: 1940-1960", "pages": "11-47"}),
        ("9", {"authors": ("I. S. Davis", "R. G. Patman"), "year": 2015, "pages": "278"}),
        ("13", {"authors": ("黄金祺",), "title": "论“外交”新定义的理论特色", "container": "外交评论", "issue": "3"}),
        ("17", {"authors": ("王明国",), "title": "科技外交与中美关系的未来发展", "container": "全球科技经济瞭望"}),
        ("17", {"year": 2017, "issue": "7", "pages": "40—47", "document_type": "J"}),
        ("18", {"authors": ("Nina V. Fedoroff",), "container": "Cell", "volume": "36", "year": 2009, "pages": "9-11"}),
        ("23", {"title": "把科学院整顿好 把科研工作搞上去", "container": "人民日报", "document_type": "N"}),
        ("35", {"authors": ("国家应对气候变化战略研究和国际合作中心",), "year": 2020}),
    ],
)  # fmt: skip
def test_003_fields_of_footnotes(label: str, fields: dict[str, object]) -> None:
    found = references("003")[label]
    assert {name: getattr(found, name) for name in fields} == fields
    assert not found.from_sentence


def test_003_a_sentence_is_joined_over_the_foot_of_a_page() -> None:
    (claim,) = (claim for claim in paper("003").claims if claim.text.startswith("习近平总书记强调，“要抓住"))
    assert claim.text.endswith(
        "“通过科技创新共同探索解决重要全球性问题的途径和方法”，为科技领域的对外工作提出了新的要求。"
    )


def test_003_captions_assert_nothing() -> None:
    captions = [claim for claim in paper("003").claims if claim.text.startswith("图-")]
    assert [claim.text[:3] for claim in captions] == ["图-1", "图-2", "图-3"]
    assert {claim.type.code for claim in captions} == {ClaimType.OTHER}


def test_003_the_whole_record_is_printed() -> None:
    bibliography = paper("003").bibliography
    assert bibliography.title == "当代中国科技外交的实践与特色"
    assert bibliography.authors == ("罗晖", "李政", "崔馥娟", "王梓宁")
    assert bibliography.keywords == ("中国科技外交", "全球科技治理", "人类命运共同体", "民间科技交流")
    assert bibliography.title_en == "Practices and Characteristics of China's Science and Technology Diplomacy"
    assert bibliography.authors_en == ("LUO Hui", "LI Zheng", "CUI Fujuan", "WANG Zining")
    assert len(bibliography.keywords_en) == 4
    assert (bibliography.container_en, bibliography.year) == ("Foreign Affairs Review", 2021)
    assert (bibliography.volume, bibliography.issue) == ("38", "6")
    assert bibliography.abstract_en is not None
    assert bibliography.abstract_en.startswith("Science and technology diplomacy, which promotes")
    assert bibliography.abstract_en.endswith("science and technology exchanges.")


def test_003_titles_of_reports_do_not_end_sentences() -> None:
    (claim,) = (text for text in texts("003") if "《中国在创新方面赶上美国了吗？》" in text)
    assert claim.startswith("又如，")
    assert claim.endswith("暗示未来封锁打压的对象和具体做法。")


# 004: China and the United States --------------------------------------------------------------------------


def test_004_sections() -> None:
    assert outline("004") == [
        "0",
        "1 科技外交的基本内涵",
        "2 当前科技外交的新进展",
        "2.1 美国科技外交的新发展",
        "2.2 中国科技外交的迅速发展",
        "2.3 中美科技合作的发展演进",
        "3 中美科技交流的实践路径",
        "3.1 建立政府主导的科技合作机制",
        "3.2 广泛开展科技“第二轨道”外交",
        "3.3 重视国际组织与非政府组织在开展科技外交中的作用",
        "4 结束语",
    ]


def test_004_title_and_author_are_in_the_running_head() -> None:
    bibliography = paper("004").bibliography
    assert (bibliography.title, bibliography.authors) == ("科技外交与中美关系的未来发展", ("王明国",))
    assert bibliography.title_en == (
        "Science and Technology Diplomacy and the Future Development of Sino-US Relationships"
    )
    assert bibliography.authors_en == ("WANG Ming-guo",)


@pytest.mark.parametrize(
    ("label", "authors", "printed"),
    [
        ("2", ("Nina V. Fedoroff",), "尼娜·费德洛夫（Nina V. Fedoroff）"),
        ("3", ("Austen Edwards",), "奥斯丁·爱德华斯（Austen Edwards）"),
        ("5", ("John P. McTague",), "约翰·麦克塔格（John P. McTague）"),
        ("11", ("Harold Varmus",), "哈罗德·瓦穆斯（Harold Varmus）"),
        ("13", ("Norman P. Neureiter", "Tom C. Wang"), "诺曼·纽赖特（Norman P. Neureiter）、汤姆·王（Tom C. Wang）"),
        ("14", ("美国国务院",), "美国国务院"),
        ("18", ("Richard P. Suttmeier",), "理查德·萨特迈耶（Richard P. Suttmeier）"),
        ("10", (), None),
    ],
)
def test_004_cited_authors(label: str, authors: tuple[str, ...], printed: str | None) -> None:
    assert references("004")[label].authors == authors
    named = [c.named_author for claim in paper("004").claims for c in claim.citations if c.label == label]
    assert named == [printed]


def test_004_a_mark_behind_a_quotation_belongs_to_it() -> None:
    assert cited("004", "美国将在非洲、中东及东南亚地区开设") == ["7"]
    assert cited("004", "简而言之，就是建立科技基金") == []


def test_004_names_in_latin_letters_keep_their_spaces() -> None:
    assert any(
        "英国皇家学会（The Royal Society）就任命了菲利普·佐尔曼（Philip Zollman）" in text for text in texts("004")
    )
    assert any("削减3 200个" in text for text in texts("004"))
