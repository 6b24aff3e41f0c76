"""How far to trust the labels."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ingest.records import ClaimType
from app.library import Library
from app.library.unseen import unseen
from app.main import create_app
from tests.factories import make_claim, make_curated, make_paper
from tests.pages.conftest import SCRIPT, make_settings
from tests.visitor import Visitor, links, texts

SIGNED = make_claim(f"中国与日本签署协定{SCRIPT}。", countries="CN JP", instruments="agreement")
VIEW = make_claim("美国认为应当对话。", type="viewpoint", countries="US")


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    folder: Path = tmp_path_factory.mktemp("trust")
    library = Library(make_settings(folder))
    library.migrate()
    said = [
        (SIGNED, {"type": ClaimType.FACT, "countries": ("CN",), "instruments": ("agreement",)}),
        (VIEW, {"type": ClaimType.FACT, "countries": ("US", "CN")}),
    ]
    with library.session() as session, session.begin():
        make_paper(session, "p", [SIGNED, VIEW], document=make_curated("p", said), title="题名")
    library.reindex()
    library.close()
    app = create_app(make_settings(folder))
    yield Visitor(app)
    app.state.library.close()


def numbers(visitor: Visitor, heading: str) -> list[str]:
    """The numbers in the row with this heading of the first table."""
    (row,) = visitor.page("/en/trust").xpath(f"(.//table)[1]/tbody/tr[th='{heading}']")
    return [" ".join(cell.text_content().split()) for cell in row.xpath("td[position() < 7]")]


def test_scores_and_counts_of_each_kind_of_label(labelled: Visitor) -> None:
    assert numbers(labelled, "Countries") == ["66.7 %", "66.7 %", "66.7 %", "2", "1", "1"]
    assert numbers(labelled, "Types") == ["50.0 %", "50.0 %", "50.0 %", "1", "1", "1"]
    assert numbers(labelled, "Figures") == ["–", "–", "–", "0", "0", "0"]


def test_the_picture_has_the_parts_of_the_counts(labelled: Visitor) -> None:
    (row,) = labelled.page("/zh/trust").xpath("(.//table)[1]/tbody/tr[th='国家']")
    widths = [rect.get("width") for rect in row.xpath(".//*[local-name()='rect']")]
    assert widths == ["50.0%", "25.0%", "25.0%"]


def test_what_was_measured_on_other_papers_stands_beside(labelled: Visitor) -> None:
    (new,) = (one for one in unseen() if one.kind == "unseen")
    page = labelled.page("/en/trust")
    cells = texts(page, ".//section[2]//tbody/tr/td[3]")
    assert cells[0].replace("\xa0", " ") == f"{new.type_accuracy * 100:.1f} %"
    assert len(cells) == 5
    assert "the model of types was trained on them" in page.text_content()


def test_mistakes_show_both_sides_and_lead_to_the_claim(labelled: Visitor) -> None:
    page = labelled.page("/en/trust")
    said = [" | ".join(" ".join(dd.text_content().split()) for dd in dl.xpath("dd")) for dl in page.xpath(".//dl")]
    assert "fact | viewpoint" in said
    assert "China | China, Japan" in said
    assert any("/en/claims/" in link for link in links(page, ".//li[@class='mistake']"))


def test_text_of_papers_is_never_markup(labelled: Visitor) -> None:
    assert SCRIPT not in labelled.get("/en/trust").text


def test_without_labelled_papers_the_page_says_so(visitor: Visitor) -> None:
    assert "No paper here has labels given by a person" in visitor.page("/en/trust").text_content()
    assert not visitor.page("/zh/trust").xpath(".//table")


def test_the_twin_has_the_same_counts(labelled: Visitor) -> None:
    answer = labelled.get("/api/v1/trust").json()
    country = next(one for one in answer["fields"] if one["field"] == "country")
    assert country["whole"] | {"f1": 0} == {
        "both": 2,
        "missed": 1,
        "extra": 1,
        "precision": 2 / 3,
        "recall": 2 / 3,
        "f1": 0,
    }
    assert answer["confusion"] == [
        {"person": "fact", "extraction": "fact", "sentences": 1},
        {"person": "fact", "extraction": "viewpoint", "sentences": 1},
    ]
    assert [one["kind"] for one in answer["unseen"]] == ["left-out", "unseen"]


def test_a_claims_page_tells_person_rule_and_what_was_overruled(labelled: Visitor) -> None:
    link = next(link for link in links(labelled.page("/en/trust"), ".//li[@class='mistake']") if "/claims/" in link)
    uid = link.rsplit("/", 1)[1]
    page = labelled.page(f"/en/claims/{uid}")
    assert "person" in " ".join(texts(page, ".//table//td[3]"))
    assert texts(page, ".//ul[contains(@class, 'overruled')]/li")
    answer = labelled.get(f"/api/v1/claims/{uid}").json()
    assert {label["source"] for label in answer["labels"]["country"]} == {"person"}
    assert answer["overruled"]


def test_the_footer_and_the_page_about_lead_here(visitor: Visitor) -> None:
    assert "/en/trust" in links(visitor.page("/en/about"), ".//main")
    assert "/zh/trust" in links(visitor.page("/zh/papers"), ".//footer")
