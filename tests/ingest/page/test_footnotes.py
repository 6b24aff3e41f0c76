"""Footnotes at the foot of pages and their marks."""

from app.ingest.page.footnotes import Footnotes, call_endnotes, find_footnotes
from app.ingest.page.lines import Role, read_lines

TWO_PAGES = """甲关系。^①乙关系。^②丙
① 《习近平演讲》，2017年1月18日。
② Pierre-Bruno Ruffini, *Science and Diplomacy*, Springer, 2017.
丁关系。^①
① 王明国:《科技外交》,2017年第7期。
"""


def found(source: str) -> Footnotes:
    return find_footnotes(read_lines(source))


def test_notes_are_numbered_through_the_paper() -> None:
    result = found(TWO_PAGES)
    assert [note.label for note in result.notes] == ["1", "2", "3"]
    assert [TWO_PAGES[note.start : note.end][:4] for note in result.notes] == ["《习近平", "Pier", "王明国:"]
    assert [line.role == Role.NOTE for line in result.lines] == [False, True, True, False, True]


def test_each_mark_knows_its_note() -> None:
    result = found(TWO_PAGES)
    assert {TWO_PAGES[place : place + 2]: label for place, label in result.calls.items()} == {"^①": "3", "^②": "2"}
    assert sorted(result.calls.values()) == ["1", "2", "3"]
    assert result.unmatched == ()


def test_labels_may_have_a_prefix() -> None:
    assert [note.label for note in find_footnotes(read_lines(TWO_PAGES), "注").notes] == ["注1", "注2", "注3"]


def test_enumerations_are_no_notes() -> None:
    result = found("包括：①技术；②人才；③2017年的计划。\n①技术是2017年的重点。\n②人才同样重要。")
    assert result.notes == ()
    assert result.calls == {}


def test_a_plain_note_right_behind_its_line_is_one() -> None:
    result = found("科技外交②不含军事。关系①紧密。\n① 本文不讨论军事。\n② 指广义。")
    assert [note.label for note in result.notes] == ["1", "2"]


def test_a_plain_line_far_from_its_mark_is_text() -> None:
    result = found("关系①紧密。\n另一段文字。\n① 加强合作的办法")
    assert result.notes == ()


def test_a_note_set_to_the_measure_goes_on_to_its_full_stop() -> None:
    body = "科技外交是外交学的重要新兴领域也是国家之间\n" * 20
    source = f"{body}关系紧密。①\n① 参见王明国著《科技外交与中美关系的未来\n发展》，2017年。\n{body}"
    result = found(source)
    assert source[result.notes[0].start : result.notes[0].end].endswith("发展》，2017年。")
    assert sum(line.role == Role.NOTE for line in result.lines) == 2


def test_raised_marks_without_any_note_name_works_when_they_count_up() -> None:
    assert list(found("甲。^①乙。^②丙。^②").calls.values()) == ["1", "2", "2"]


def test_raised_marks_that_begin_anew_without_notes_name_nothing() -> None:
    result = found("甲。^①乙。^②丙。^①")
    assert result.calls == {}
    assert len(result.unmatched) == 3


def test_a_mark_that_no_note_answers_is_reported() -> None:
    source = "甲。^①乙。^②\n① 《题名》，2017年。"
    result = found(source)
    assert [source[place : place + 2] for place in result.unmatched] == ["^②"]


def test_marks_of_an_endnote_list_carry_their_own_number() -> None:
    source = "甲。②乙。㉑包括：①丙"
    assert {source[place]: label for place, label in call_endnotes(read_lines(source)).items()} == {
        "②": "2",
        "㉑": "21",
    }
