"""A notebook of three claims, one of which is not known, as drafts of it are made."""

from collections.abc import Callable

import pytest

from app.catalogue.views import SectionRef
from app.cite.notebook import Draft, Kept, Language, Notebook, make_draft
from tests.views import make_record, make_view

FUTURE = make_record(
    title="科技外交与中美关系的未来发展",
    authors=("王明国",),
    container="全球科技经济瞭望",
    year=2017,
    issue="7",
    pages="40-47",
)
CLAIMS = {
    "bridge": make_view(
        "费德洛夫认为，科技外交是“桥梁”。",
        uid="bridge",
        text_en="Fedoroff calls it a “bridge”.",
        paper=FUTURE,
        section=SectionRef("2.1", 2, "内涵", "Meaning"),
    ),
    "front": make_view("中国与155个国家签署协定。", uid="front", paper=FUTURE, section=SectionRef("0", 0, "", None)),
    "other": make_view(
        "日本发布战略。", uid="other", paper=make_record(title="*另一篇*", authors=("赵刚",), year=2019)
    ),
}
NOTEBOOK = Notebook.of(
    [
        Kept("bridge", "Use this first.\n- as *is*\n\n1. Who says so?"),
        Kept("gone", "I had this from a link."),
        Kept("front"),
        Kept("other", "<b>对照</b>"),
    ],
    "我的[草稿]",
)


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """Makes a draft of a notebook in a style and a language."""

    def make(style: str = "gb2025", language: str = "both", notebook: Notebook = NOTEBOOK) -> Draft:
        return make_draft(
            notebook, CLAIMS, style, Language(language), lambda id: f"https://kewai.example/zh/claims/{id}"
        )

    return make
