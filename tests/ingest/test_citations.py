"""Marks to citations, and the works they point to."""

import pytest

from app.ingest.citations import Linked, link
from app.ingest.claims import split
from app.ingest.frontmatter import read_front_matter
from app.ingest.layout import arrange
from app.ingest.records import Citation, Reference, ReferenceKind
from app.ingest.sections import divide
from tests.factories import make_document

LIST = "参考文献\n[1] 薛澜.智库热[J].中国行政管理,2014(5):6-10.\n[2] 任晓.第五种权力[M].北京:北京大学出版社,2015.\n"


def linked(source: str) -> Linked:
    layout = arrange(make_document(text=source))
    drafts, _ = split(divide(layout.blocks), read_front_matter(layout), layout.calls)
    return link(drafts, layout)


def cited(source: str) -> list[Citation]:
    return [citation for citations in linked(source).citations for citation in citations]


def references(source: str) -> dict[str, Reference]:
    return {reference.label: reference for reference in linked(source).references}


def codes(source: str) -> list[str]:
    return [warning.code for warning in linked(source).warnings]


def test_marks_point_to_the_printed_list() -> None:
    source = f"智库很热[1]，也有权力[1，2]。\n{LIST}"
    assert cited(source) == [Citation("1", 4), Citation("1", 9), Citation("2", 9)]
    assert references(source)["2"].container == "北京大学出版社"
    assert codes(source) == []


def test_entries_that_no_one_cites_are_listed_too() -> None:
    assert list(references(f"没有引用。\n{LIST}")) == ["1", "2"]


def test_an_author_of_the_entry_named_in_the_sentence() -> None:
    assert cited(f"薛澜在文中指出，智库很热[1]。\n{LIST}") == [Citation("1", 12, "薛澜")]
    assert cited(f"智库很热[1]，薛澜指出。\n{LIST}") == [Citation("1", 4, None)]


def test_a_mark_that_the_list_does_not_answer() -> None:
    source = f"赵刚[7]认为智库很热[1]。\n{LIST}"
    assert references(source)["7"] == Reference("7", authors=("赵刚",), from_sentence=True)
    assert codes(source) == ["unresolved-citation"]
    (warning,) = linked(source).warnings
    assert source[warning.start : warning.end] == "赵刚[7]认为智库很热[1]。"


@pytest.mark.parametrize(
    ("source", "authors", "title", "year"),
    [
        ("学者王逸舟 [1] 将其概括为三点。", ("王逸舟",), None, None),
        ("赵刚等 [1] 则提出战略。", ("赵刚",), None, None),
        ("尼娜·费德洛夫（Nina V. Fedoroff）[1] 认为如此。", ("Nina V. Fedoroff",), None, None),
        ("见于《科学、技术和卫生——国务院的任务》[1]。", (), "科学、技术和卫生——国务院的任务", None),
        ("包括日本 [1]（2008 年《强化科技外交战略》）等。", (), "强化科技外交战略", 2008),
        ("包括日本 [1]（《强化科技外交战略》）等。", (), "强化科技外交战略", None),
        ("在理论上尚未达成明确的定义 [1]。", (), None, None),
    ],
)
def test_works_without_a_list_are_known_by_the_sentence(
    source: str, authors: tuple[str, ...], title: str | None, year: int | None
) -> None:
    assert references(source)["1"] == Reference("1", authors=authors, title=title, year=year, from_sentence=True)


def test_several_sentences_add_up_and_the_first_stands() -> None:
    found = references("它很重要[3]。张翼燕等[3]认为如此。李萌[3]同意。")["3"]
    assert found.authors == ("张翼燕",)


def test_one_warning_tells_that_no_list_is_printed() -> None:
    source = "甲[1]，乙[2]。丙[1]。"
    (warning,) = linked(source).warnings
    assert warning.code == "no-reference-list"
    assert warning.detail.startswith("2 works are cited")


def test_a_text_without_marks_has_no_citations() -> None:
    assert linked("没有引用。") == Linked(((),), (), ())


def test_footnotes_are_references_or_notes() -> None:
    source = "甲关系。^①乙。^②\n① 王明国:《科技外交》,《瞭望》,2017年第7期。\n② TRIPs是协定的简称。2006年颁布。\n"
    found = references(source)
    assert [reference.kind for reference in found.values()] == [ReferenceKind.REFERENCE, ReferenceKind.NOTE]
    assert found["1"].text == "王明国:《科技外交》,《瞭望》,2017年第7期。"
    assert [citation.label for citation in cited(source)] == ["1", "2"]
    assert codes(source) == []


def test_notes_and_entries_do_not_share_numbers() -> None:
    source = f"甲[1]。^①\n① 王明国:《科技外交》,2017年。\n{LIST}"
    assert [citation.label for citation in cited(source)] == ["1", "注1"]
    assert references(source)["1"].authors == ("薛澜",)
    assert references(source)["注1"].authors == ("王明国",)


def test_references_are_in_the_order_of_their_numbers() -> None:
    source = "甲[10]。乙[9]。丙[2]。"
    assert [reference.label for reference in linked(source).references] == ["2", "9", "10"]


def test_a_reference_knows_its_place() -> None:
    source = f"甲[1]。\n{LIST}"
    found = references(source)["1"]
    assert source[found.start : found.end] == found.text == "薛澜.智库热[J].中国行政管理,2014(5):6-10."
