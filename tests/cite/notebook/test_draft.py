"""Quotations in the notebook's order, each with its footnote."""

from collections.abc import Callable

import pytest

from app import cite
from app.cite.notebook import Draft, Notebook, Sentence
from tests.cite.notebook.conftest import CLAIMS, FUTURE

Drafts = Callable[..., Draft]


def test_a_claim_is_quoted_with_the_marks_of_its_language(draft: Drafts) -> None:
    first = draft().passages[0]
    assert first.sentences == (
        Sentence("“费德洛夫认为，科技外交是‘桥梁’。”", "zh"),
        Sentence("“Fedoroff calls it a ‘bridge’.” [translation: Kewai]", "en"),
    )
    assert first.note.startswith("Use this first.")
    assert first.address == "https://kewai.example/zh/claims/bridge"


def test_one_language_alone_is_given_when_asked_for_and_there(draft: Drafts) -> None:
    assert [s.language for p in draft(language="zh").passages for s in p.sentences] == ["zh", "zh", "zh"]
    assert [s.language for p in draft(language="en").passages for s in p.sentences] == ["en", "zh", "zh"]


def test_the_footnote_has_the_place_in_the_words_of_its_style(draft: Drafts) -> None:
    bridge, _, front, _ = draft("gb2025").passages
    reference = "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47."
    assert bridge.footnote == f"{reference} 第2.1节“内涵”."
    assert front.footnote == reference
    bridge, _, front, _ = draft("apa").passages
    assert bridge.footnote == f"{cite.reference_text(FUTURE, 'apa')} Sec. 2.1."
    assert front.footnote == cite.reference_text(FUTURE, "apa")


@pytest.mark.parametrize("style", cite.STYLES)
def test_every_style_there_is_can_be_chosen(draft: Drafts, style: str) -> None:
    made = draft(style)
    assert made.references == tuple(cite.reference_text(CLAIMS[id].paper, style) for id in ("bridge", "other"))
    for passage in made.passages:
        if passage.sentences:
            assert passage.footnote.startswith(cite.notes([(CLAIMS[passage.id].paper, cite.Locator())], style)[0][:9])


def test_an_unknown_style_is_an_error(draft: Drafts) -> None:
    with pytest.raises(KeyError):
        draft("none")


def test_a_claim_that_is_not_known_keeps_its_place_and_note(draft: Drafts) -> None:
    gone = draft().passages[1]
    assert (gone.sentences, gone.footnote, gone.address) == ((), "", "")
    assert gone.note == "I had this from a link."
    assert "gone" in gone.missing
    assert draft().passages[0].missing == ""


@pytest.mark.parametrize(("language", "title"), [("zh", "科外笔记"), ("en", "Kewai notebook")])
def test_a_notebook_without_a_title_gets_one(draft: Drafts, language: str, title: str) -> None:
    assert draft(language=language, notebook=Notebook()).title == title
    assert draft().title == "我的[草稿]"
