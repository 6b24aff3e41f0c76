"""Claims by their ids, to take away."""

import io
from typing import Any

import pytest
from docx import Document

from app import cite
from app.web.notebook import BIBLIOGRAPHIES, DRAFTS
from tests.visitor import Visitor


@pytest.fixture
def ids(visitor: Visitor) -> list[str]:
    """Four claims, two of them of one paper."""
    hits = visitor.get("/api/v1/search?limit=100&sort=paper").json()["hits"]
    return [hits[place]["id"] for place in (0, 3, 4, 1)]


def ask(visitor: Visitor, ids: list[str], ending: str = "", **more: str) -> Any:
    query = "&".join([*(f"claim={id}" for id in ids), *(f"{name}={value}" for name, value in more.items())])
    return visitor.get(f"/api/v1/notebook{ending}?{query}")


def test_claims_come_in_the_order_asked_each_with_its_footnote(visitor: Visitor, ids: list[str]) -> None:
    answer = ask(visitor, [*ids, "gone", ids[0]]).json()
    assert [claim["id"] for claim in answer["claims"]] == ids
    assert answer["unknown"] == ["gone"]
    assert answer["style"] == "gb2025-notes"
    assert len(answer["footnotes"]) == len(ids)
    for claim, footnote in zip(answer["claims"], answer["footnotes"], strict=True):
        title = claim["paper"]["title"]
        assert footnote.startswith("同") or not title or title in footnote
    assert len(answer["references"]) == len({claim["paper"]["slug"] for claim in answer["claims"]})


@pytest.mark.parametrize("style", cite.STYLES)
def test_every_style_can_be_asked_for(visitor: Visitor, ids: list[str], style: str) -> None:
    answer = ask(visitor, ids, style=style)
    assert answer.status_code == 200
    assert answer.json()["style"] == style


@pytest.mark.parametrize("ending", [*DRAFTS, *BIBLIOGRAPHIES])
def test_every_file_has_its_type_and_name(visitor: Visitor, ids: list[str], ending: str) -> None:
    answer = ask(visitor, ids, f".{ending}", language="zh")
    media_type = (DRAFTS | BIBLIOGRAPHIES)[ending][0]  # type: ignore[operator]
    assert answer.headers["content-type"].startswith(media_type.partition(";")[0])
    assert answer.headers["content-disposition"] == f'attachment; filename="kewai-notebook.{ending}"'
    assert answer.content


def test_a_word_file_quotes_what_was_asked_for(visitor: Visitor, ids: list[str]) -> None:
    texts = [claim["text"] for claim in ask(visitor, ids).json()["claims"]]
    document = Document(io.BytesIO(ask(visitor, ids, ".docx", language="zh").content))
    written = [paragraph.text for paragraph in document.paragraphs]
    assert written[1:5] == [f"“{text}”" for text in texts]


@pytest.mark.parametrize("query", ["", "claim=a&style=none", "claim=a&language=fr", "claim=a&" * 501])
def test_what_is_not_understood_is_said(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/notebook?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_nothing_known_is_an_answer_too(visitor: Visitor) -> None:
    answer = ask(visitor, ["gone"]).json()
    assert (answer["claims"], answer["footnotes"], answer["references"]) == ([], [], [])
    assert ask(visitor, ["gone"], ".bib").text == ""
