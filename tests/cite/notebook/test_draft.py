"""Quotations in the notebook's order, each with its footnote."""

import re
from collections.abc import Callable

import pytest

from app import cite
from app.cite.notebook import Draft, Kept, Notebook, Sentence
from tests.cite.notebook.conftest import CLAIMS

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
    bridge, _, front, _ = draft("gb2025-notes").passages
    assert bridge.footnote.startswith("王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47")
    assert "第2.1节“内涵”" in bridge.footnote
    assert "王明国" not in front.footnote, "the second note for a paper is the short one"
    assert front.footnote == "同①."
    assert "sec. 2.1" in draft("chicago-notes").passages[0].footnote.lower()


@pytest.mark.parametrize("style", cite.STYLES)
def test_every_style_there_is_can_be_chosen(draft: Drafts, style: str) -> None:
    made = draft(style)
    known = [CLAIMS[passage.id] for passage in made.passages if passage.sentences]
    expected = cite.notes([(claim.paper, cite.Locator.of_section(claim.section)) for claim in known], style)
    assert tuple(passage.footnote for passage in made.passages if passage.sentences) == expected
    listed = cite.bibliography([claim.paper for claim in known], style)
    assert made.references == tuple(re.sub(r"^\[\d+\] ", "", entry) for entry in listed)
    assert len(made.references) == 2


def test_short_notes_follow_the_order_of_the_notebook(draft: Drafts) -> None:
    turned = Notebook((Kept("front"), Kept("gone"), Kept("other"), Kept("bridge")))
    first, _, _, last = draft("gb2025-notes", notebook=turned).passages
    assert "王明国" in first.footnote
    assert "王明国" not in last.footnote
    assert "第2.1节" in last.footnote


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
