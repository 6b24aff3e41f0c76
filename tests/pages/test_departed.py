"""Addresses of what is here no more, from the ingestion that changed it to the page that says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.library import Library
from app.main import create_app
from app.settings import Settings
from tests.visitor import Visitor, links, texts

FIRST = "日本于2008年发布科技外交战略。"
BODY = """科技外交的实践

一、日本的科技外交

{}

二、结语

我国应当加强科技外交。
"""


@pytest.fixture
def visitor(settings: Settings) -> Iterator[Visitor]:
    app = create_app(settings)
    app.state.library.migrate()
    yield Visitor(app)
    app.state.library.close()


@pytest.fixture
def take(visitor: Visitor, tmp_path: Path) -> Callable[..., str]:
    """Ingests the paper with this text in its middle; answers the uid of its first claim."""

    def ingest(*middle: str) -> str:
        paper = tmp_path / "japan.txt"
        paper.write_text(BODY.format("".join(middle)), encoding="utf-8")
        library: Library = visitor.app.state.library
        report = library.ingest([paper])
        assert report.ok
        return library.search(f"“{middle[0][:6]}”").hits[0].claim.uid

    return ingest


def test_the_address_of_a_corrected_sentence_leads_to_the_correction(
    visitor: Visitor, take: Callable[..., str]
) -> None:
    old = take(FIRST)
    new = take("日本于2008年发布了科技外交战略。")
    answer = visitor.get(f"/en/claims/{old}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/en/claims/{new}?was={old}")
    page = visitor.page(answer.headers["location"])
    assert texts(page, ".//del") == [FIRST]
    assert texts(visitor.page(f"/en/claims/{new}"), ".//del") == []


def test_only_the_claim_that_stands_for_it_shows_the_earlier_wording(
    visitor: Visitor, take: Callable[..., str]
) -> None:
    old = take(FIRST)
    take("日本于2008年发布了科技外交战略。")
    library: Library = visitor.app.state.library
    other = library.search("我国应当加强科技外交").hits[0].claim.uid
    assert texts(visitor.page(f"/en/claims/{other}?was={old}"), ".//del") == []


def test_another_number_is_said_and_pointed_to(visitor: Visitor, take: Callable[..., str]) -> None:
    old = take(FIRST)
    new = take("日本于2009年发布科技外交战略。")
    page = visitor.page(f"/en/claims/{old}", 410)
    assert texts(page, ".//del") == [FIRST]
    assert f"/en/claims/{new}" in links(page)
    assert "/en/papers/japan" in links(page)
    told = visitor.get(f"/api/v1/claims/{old}")
    assert told.status_code == 410
    assert told.headers["content-type"] == "application/problem+json"
    assert f"/api/v1/claims/{new} stands for it" in told.json()["detail"]


def test_a_sentence_with_no_successor_says_so(visitor: Visitor, take: Callable[..., str]) -> None:
    old = take(FIRST)
    take("英国在四十余个国家和地区派驻科技官员，建成科学与创新网络。")
    page = visitor.page(f"/en/claims/{old}", 410)
    assert "No sentence of the paper is like it now." in page.text_content()
    assert "Nothing stands for it." in visitor.get(f"/api/v1/claims/{old}").json()["detail"]


def test_a_removed_paper_says_so_in_both_faces(visitor: Visitor, take: Callable[..., str]) -> None:
    uid = take(FIRST)
    library: Library = visitor.app.state.library
    assert library.remove("japan")
    assert texts(visitor.page("/zh/papers/japan", 410), ".//*[@class='lead']") == ["科技外交的实践"]
    assert visitor.get("/api/v1/papers/japan").status_code == 410
    page = visitor.page(f"/zh/claims/{uid}", 410)
    assert "/zh/papers/japan" not in links(page)
    assert library.search("科技外交").total == 0
    assert library.check() is None


def test_what_never_was_is_still_not_found(visitor: Visitor, take: Callable[..., str]) -> None:
    take(FIRST)
    for path in ("/zh/claims/never", "/zh/papers/never", "/api/v1/claims/never", "/api/v1/papers/never"):
        assert visitor.get(path).status_code == 404


def test_gone_text_is_shown_as_text(visitor: Visitor, take: Callable[..., str]) -> None:
    old = take("日本于2008年发布<script>alert(1)</script>科技外交战略。")
    take(FIRST.replace("2008", "2019"))
    answer = visitor.get(f"/zh/claims/{old}")
    assert answer.status_code == 410
    assert "<script>alert" not in answer.text
