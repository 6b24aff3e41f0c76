"""What other papers tell too, on a paper's page: beside the sentence, and below the text."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ingest.records import Claim, Figure
from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper
from tests.pages.conftest import SCRIPT, make_settings
from tests.visitor import Visitor, links, texts


def agreements(number: int, more: str = "") -> Claim:
    figure = Figure(number, "个", "政府间科技合作协定", None, text=f"{number}个")
    text = f"我国签署了{number}个政府间科技合作协定{more}。"
    return make_claim(text, type="statistic", countries="CN", figures=[figure])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("retold")


@pytest.fixture(scope="module")
def visitor(folder: Path) -> Iterator[Visitor]:
    """Two papers that count the same and find other numbers, and one that tells of something else."""
    settings: Settings = make_settings(folder).model_copy(update={"encoder": "none"})
    app = create_app(settings)
    library = app.state.library
    library.migrate()
    with library.session() as session, session.begin():
        row = make_paper(session, "early", [make_claim("培训是当务之急。"), agreements(107)], title="早", year=2017)
        row.claims[1].text_en = "China has signed 107 agreements."
        make_paper(session, "late", [agreements(110, SCRIPT)], title=f"晚{SCRIPT}", year=2021)
        make_paper(session, "alone", [make_claim("科技馆每周一闭馆。")], title="他")
    library.reindex()
    yield Visitor(app)
    library.close()


def test_beside_the_sentence_stands_who_tells_the_same_and_what(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/early")
    (same,) = page.xpath(".//*[@class='same']")
    (sentence,) = visitor.page("/zh/papers/late").xpath(".//span[@class='claim']/@id")
    assert links(same, ".") == [f"/zh/papers/late#{sentence}"]
    words = same.text_content()
    assert words.startswith(f"又见于 晚{SCRIPT}")
    assert "107个 → 110个" in words
    assert "我国签署了110个政府间科技合作协定" in words
    labels = same.getparent()
    assert labels.get("class") == "labels"
    assert labels.getnext().text_content().startswith("我国签署了107个")


def test_below_the_text_each_sentence_stands_with_its_like(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/early")
    section = page.get_element_by_id("retold")
    assert texts(section, "./h2") == ["其他文献所述相同"]
    here, there = section.xpath(".//a[@class='told']")
    assert page.get_element_by_id(here.get("href")[1:]).text_content().startswith("我国签署了107个")
    assert here.text_content() == "我国签署了107个政府间科技合作协定。"
    assert there.get("href").startswith("/zh/claims/")
    assert "同一数量，数值不同" in section.text_content()
    assert "/zh/numbers/cn-st-agreements" in links(section, ".")


def test_each_reader_sees_it_in_his_language_where_there_is_one(visitor: Visitor) -> None:
    (said,) = visitor.page("/en/papers/late").xpath(".//*[@class='same']/*[@class='said']")
    assert (said.get("lang"), said.text) == ("en", "China has signed 107 agreements.")
    (said,) = visitor.page("/en/papers/early").xpath(".//*[@class='same']/*[@class='said']")
    assert said.get("lang") == "zh-Hans"


def test_nothing_is_shown_where_nobody_tells_the_same(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers/alone")
    assert not page.xpath(".//*[@class='same'] | .//*[@id='retold']")
    first = visitor.page("/zh/papers/early").xpath(".//*[@class='labels']")[0]
    assert not first.xpath(".//*[@class='same']")


def test_what_papers_say_is_text(visitor: Visitor) -> None:
    assert "<script>alert" not in visitor.get("/zh/papers/early").text


def test_without_an_index_a_paper_is_read_as_ever(visitor: Visitor, folder: Path) -> None:
    shutil.rmtree(folder / "index")
    library = visitor.app.state.library  # type: ignore[attr-defined]
    with library.session() as session, session.begin():
        make_paper(session, "new", [agreements(107)])
    page = visitor.page("/zh/papers/new")
    assert len(page.xpath(".//span[@class='claim']")) == 1
    assert not page.xpath(".//*[@class='same'] | .//*[@id='retold']")
