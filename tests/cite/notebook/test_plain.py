"""Plain text with numbered notes."""

import re
from collections.abc import Callable

from app.cite.notebook import Draft, Notebook, as_plain_text

Drafts = Callable[..., Draft]


def test_marks_and_notes_agree(draft: Drafts) -> None:
    text = as_plain_text(draft())
    body, notes = text.split("\n注释 · Notes\n")
    assert re.findall(r"\[(\d+)\]$", body, re.MULTILINE) == ["1", "2", "3"]
    assert re.findall(r"^\[(\d+)\]", notes, re.MULTILINE) == ["1", "2", "3"]
    assert "“费德洛夫认为，科技外交是‘桥梁’。”[1]\n“Fedoroff calls it" in body
    assert notes.startswith(
        "[1] 王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47. 第2.1节“内涵”. "
        "https://kewai.example/zh/claims/bridge\n"
    )


def test_the_readers_notes_stand_below_what_they_are_on(draft: Drafts) -> None:
    lines = as_plain_text(draft(language="zh")).splitlines()
    at = lines.index("    Use this first.")
    assert lines[at - 1].endswith("[1]")
    assert lines[at + 1 : at + 4] == ["    - as *is*", "", "    1. Who says so?"]
    assert "gone" in lines[lines.index("    I had this from a link.") - 1]


def test_the_papers_stand_at_the_end_once_each(draft: Drafts) -> None:
    papers = as_plain_text(draft(language="zh")).split("\n参考文献\n")[1].splitlines()
    assert len(papers) == 2
    assert papers[0].startswith("王明国.")


def test_an_empty_notebook_is_its_title(draft: Drafts) -> None:
    assert as_plain_text(draft(notebook=Notebook(), language="en")) == "Kewai notebook\n"
