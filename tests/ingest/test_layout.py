"""A document taken apart: what each line is, in which order the text is read."""

from app.ingest.layout import Layout, arrange
from app.ingest.page.lines import Role
from tests.factories import make_document

P = "这是一个完整的段落，它以句号结束。"


def layout(source: str) -> Layout:
    return arrange(make_document(text=source))


def codes(source: str) -> list[str]:
    return [warning.code for warning in layout(source).warnings]


def test_every_line_has_one_role() -> None:
    source = f"""·研究与探讨·
1 甲题
{P}^①
① 《演讲》，2017年。
图1 关系
<table><tr><td>1</td></tr></table>
参考文献
[1] 薛澜.智库热[J].行政管理,2014(5):6-10.
Abstract: It is important."""
    assert [line.role for line in layout(source).lines] == [
        Role.FURNITURE, Role.HEADING, Role.TEXT, Role.NOTE, Role.CAPTION, Role.TABLE, Role.REFERENCE, Role.REFERENCE,
        Role.ENGLISH,
    ]  # fmt: skip


def test_lists_notes_and_english_are_set_aside() -> None:
    found = layout(f"{P}^①\n① 《演讲》，2017年。\n参考文献\n[1] 薛澜.智库热[J].行政管理,2014.\nAbstract: It is.")
    assert [entry.label for entry in found.entries] == ["1"]
    assert [note.label for note in found.notes] == ["注1"]
    assert found.english is not None
    assert found.english.abstract == "It is."
    assert [block.text for block in found.blocks] == [f"{P}^①"]


def test_footnotes_are_numbered_plainly_when_there_is_no_list() -> None:
    found = layout(f"{P}^①\n① 《演讲》，2017年。")
    assert [note.label for note in found.notes] == ["1"]
    assert list(found.calls.values()) == ["1"]


def test_endnotes_in_circles_are_called_by_their_numbers() -> None:
    found = layout(f"{P[:-1]}②。\n注释\n① 甲.乙[M].2014.\n② 丙.丁[M].2015.")
    assert [entry.label for entry in found.entries] == ["1", "2"]
    assert list(found.calls.values()) == ["2"]


def test_items_out_of_order_are_read_in_order() -> None:
    found = layout("（2）乙。\n中。\n（1）甲。")
    assert [block.text for block in found.blocks] == ["中。", "（1）甲。", "（2）乙。"]
    assert "reordered-text" in codes("（2）乙。\n中。\n（1）甲。")


def test_what_could_not_be_understood_is_said() -> None:
    assert codes(f"1 甲题\n{P}") == []
    assert codes(P) == ["no-headings"]
    assert codes(f"1 甲题\n{P}\n<table>\n<td>1</td>") == ["tables-skipped"]
    assert codes(f"1 甲题\n{P}^①另。^③\n① 《演讲》，2017年。") == ["unresolved-citation"]


def test_a_warning_points_to_its_place() -> None:
    source = f"1 甲题\n{P}^①另。^③\n① 《演讲》，2017年。"
    (warning,) = layout(source).warnings
    assert source[warning.start : warning.end] == "^③"


def test_known_authors_choose_the_english_abstract() -> None:
    source = f"{P}\nOn One\nLI Meng\nAbstract: One.\nOn Two\nZHAO Gang\nAbstract: Two."
    document = make_document(text=source)
    first, second = arrange(document).english, arrange(document, ["赵刚"]).english
    assert first is not None
    assert second is not None
    assert (first.title, second.title) == ("On One", "On Two")


def test_an_empty_document() -> None:
    assert layout("").blocks == ()
    assert layout(" \n\t\n").lines == ()
