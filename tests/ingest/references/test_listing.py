"""Where the list of references stands."""

import pytest

from app.ingest.page.furniture import mark_furniture
from app.ingest.page.lines import Role, read_lines
from app.ingest.references.listing import ReferenceList, find_reference_list

BODY = "科技外交是外交学的重要新兴领域。它在2015年得到发展。\n" * 3
LIST = "\n".join(f"[{n}]薛澜{n}.智库热的冷思考[J].中国行政管理,2014({n}):6-10." for n in range(1, 5)) + "\n"


def found(source: str) -> ReferenceList:
    return find_reference_list(mark_furniture(read_lines(source)))


def labels(source: str) -> list[str]:
    return [entry.label for entry in found(source).entries]


def text_left(source: str) -> list[str]:
    return [line.text for line in found(source).lines if line.role == Role.TEXT]


@pytest.mark.parametrize(
    "heading",
    [
        "参考文献",
        "# 参考文献：",
        "【参考文献】",
        "参 考 文 献",
        "主要参考文献",
        "注释：",
        "References",
        "# 参考文献(References)",
        "7 参考文献",
    ],
)
def test_a_list_under_its_heading(heading: str) -> None:
    source = f"{BODY}{heading}\n{LIST}"
    assert labels(source) == ["1", "2", "3", "4"]
    assert text_left(source) == BODY.splitlines()


def test_the_heading_may_share_a_line_with_the_first_entry() -> None:
    assert labels(f"{BODY}【参考文献】 {LIST}") == ["1", "2", "3", "4"]


def test_the_heading_may_stand_at_the_end_of_a_line() -> None:
    assert labels(f"{BODY}Keywords: think tank 参考文献：\n{LIST}") == ["1", "2", "3", "4"]


def test_the_last_heading_counts() -> None:
    assert text_left(f"参考文献\n{BODY}参考文献\n{LIST}") == ["参考文献", *BODY.splitlines()]


def test_a_list_without_heading() -> None:
    source = f"{BODY}{LIST}"
    assert labels(source) == ["1", "2", "3", "4"]
    assert text_left(source) == BODY.splitlines()


@pytest.mark.parametrize(
    "source",
    [
        BODY,
        f"{BODY}[1] 甲\n[2] 乙\n[3] 丙\n",
        "[1] 甲, 2014.\n[2] 乙, 2015.\n",
        "① 甲，2014年。\n② 乙，2015年。\n③ 丙，2016年。\n",
        "通过参考文献的分析，发现了2015年的趋势。",
        "参考文献",
        "",
    ],
)
def test_texts_without_a_list(source: str) -> None:
    assert found(source).entries == ()
    assert all(line.role != Role.REFERENCE for line in found(source).lines)


@pytest.mark.parametrize(
    "following",
    [
        "# 作者贡献说明",
        "作者简介：王明国，教授",
        "附录 问卷",
        "Abstract: It is important.",
        "这一段是正文，它被印在了文献的后面。它不属于任何条目，因为它有完整的句子。它应当留在正文之中。这样读者才能读到它，而且不会丢失。",
    ],
)
def test_other_text_ends_the_list(following: str) -> None:
    assert labels(f"{BODY}参考文献\n{LIST}{following}\n") == ["1", "2", "3", "4"]
    assert not found(f"{BODY}参考文献\n{LIST}{following}\n").entries[-1].text.endswith(following)


def test_page_furniture_inside_the_list_is_passed_over() -> None:
    lines = LIST.splitlines()
    source = "\n".join(["参考文献", *lines[:2], "— 74 —", "# 图书情报工作", *lines[2:]])
    assert labels(source) == ["1", "2", "3", "4"]
    assert all("74" not in entry.text for entry in found(source).entries)


def test_endnotes_in_circles_are_told() -> None:
    assert found("正文。①\n注释\n① 甲.乙[M].2014.\n② 丙.丁[M].2015.").circled
    assert not found(f"{BODY}参考文献\n{LIST}").circled


ENGLISH = "Research on the Scientific Development Path of Think Tanks"


def test_a_heading_whose_list_is_lost_has_no_entries() -> None:
    source = f"{BODY}# 参考文献：\n# {ENGLISH}\nZhang Guanghui, Dalian Maritime University, Dalian 116026\n"
    assert labels(source) == []
    assert ENGLISH in text_left(source)
    assert labels(f"{BODY}# 参考文献：\n{ENGLISH} ZHANG Guanghui\n") == []
    assert labels(f"{BODY}# 参考文献：\nAbstract: Think tanks are new.\n") == []


def test_english_front_matter_behind_the_list_is_no_part_of_it() -> None:
    source = f"{BODY}参考文献\n{LIST}{ENGLISH}\n"
    assert labels(source) == ["1", "2", "3", "4"]
    assert text_left(source)[-1] == ENGLISH


def test_a_latin_entry_may_run_over_lines() -> None:
    entry = (
        "[5] Jones S. Developments in research\nfunder data policy and other matters of data\n[J]. Curation, 2012.\n"
    )
    (*_, last) = found(f"{BODY}参考文献\n{LIST}{entry}").entries
    assert last.text.endswith("data policy and other matters of data [J]. Curation, 2012.")


def test_the_papers_own_entry_at_the_foot_of_a_page_is_passed_over() -> None:
    own = "钱再见．新型智库参与公共政策制定的路径研究[J].智库理论与实践，2016，1(1): 52-61."
    first, rest = LIST.split("\n", 1)
    source = f"新型智库参与公共政策制定的路径研究\n{BODY}参考文献\n{first}\n{own}\n{rest}"
    assert [entry.text for entry in found(source).entries] == [
        entry.text for entry in found(f"{BODY}参考文献\n{LIST}").entries
    ]
    other = source.replace("新型智库参与公共政策制定的路径研究\n", "别的题名\n", 1)
    assert own in found(other).entries[0].text
