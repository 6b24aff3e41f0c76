"""Markdown that an independent reader (markdown-it, CommonMark) reads back as the text that went in."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from app.cite.notebook import Draft, Kept, Language, Notebook, as_markdown, make_draft

Drafts = Callable[..., Draft]


def rendered(text: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{MarkdownIt('commonmark').render(text)}</div>")


def test_each_quotation_has_its_footnote(draft: Drafts) -> None:
    text = as_markdown(draft())
    assert re.findall(r"\[\^(\d+)\](?!:)", text) == ["1", "2", "3"]
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == ["1", "2", "3"]
    assert "> “费德洛夫认为，科技外交是‘桥梁’。”[^1]\n>\n> “Fedoroff calls it" in text
    assert r"[^1]: 王明国. 科技外交与中美关系的未来发展\[J\]. " in text
    assert "第2.1节“内涵”. <https://kewai.example/zh/claims/bridge>" in text


def test_a_reader_of_markdown_finds_title_quotations_notes_and_papers(draft: Drafts) -> None:
    page = rendered(as_markdown(draft()))
    assert [element.text_content() for element in page.xpath("./h1 | ./h2")] == ["我的[草稿]", "参考文献 · References"]
    quotations = [quotation.text_content().strip() for quotation in page.xpath("./blockquote")]
    assert len(quotations) == 4
    assert quotations[0].startswith("“费德洛夫认为，科技外交是‘桥梁’。”")
    assert "gone" in quotations[1]
    notes = [paragraph.text_content() for paragraph in page.xpath("./p")][:4]
    assert notes == ["Use this first.\n- as *is*", "1. Who says so?", "I had this from a link.", "<b>对照</b>"]
    assert [item.text_content() for item in page.xpath("./ul/li")][1].startswith("赵刚. *另一篇*[J]")
    assert page.xpath(".//b | .//em | .//ol | .//ul/li/ul") == []


@pytest.mark.parametrize(
    "note",
    [
        "# 1",
        "1. a",
        "2) b",
        "- c",
        "+ d",
        "* e",
        "= f",
        "---",
        "> g",
        "`h`",
        "[i](j)",
        "![k](l)",
        "<m>",
        "&amp;",
        "~n~",
    ],
)
def test_what_looks_like_markup_stays_text(note: str) -> None:
    page = rendered(as_markdown(_noted(note)))
    assert page.xpath("./p")[-1].text_content() == note
    assert page.xpath("./p//*") == []


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30).map(str.strip).filter(bool))
def test_any_note_is_read_back(note: str) -> None:
    page = rendered(as_markdown(_noted(note)))
    assert " ".join(page.xpath("./p")[-1].text_content().split()) == " ".join(note.split())


def _noted(note: str) -> Draft:
    return make_draft(Notebook((Kept("x", note),)), {}, "apa", Language.EN, lambda id: id)


def test_an_empty_notebook_is_its_title(draft: Drafts) -> None:
    assert as_markdown(draft(notebook=Notebook(), language="zh")) == "# 科外笔记\n"
