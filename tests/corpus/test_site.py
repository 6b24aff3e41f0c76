"""The shipped papers as a reader of English meets them: found by English questions, and shown on complete pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from app import resources
from app.library import Library
from app.main import create_app
from app.search.request import Filters, Mode
from app.settings import Settings
from app.text.normalise import bare
from app.text.scripts import has_han
from tests.cite.embedded.zotero import read_highwire
from tests.corpus.conftest import SLUGS, read_data
from tests.visitor import Visitor, texts

DATA = Path(__file__).parents[1] / "search" / "data"
QUERIES = DATA / "english_queries.toml"
ENOUGH, FIRST = 54, 3


@dataclass(frozen=True)
class Shipped:
    """The five papers, stored, indexed and served."""

    library: Library
    visitor: Visitor


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    folder = tmp_path_factory.mktemp("shipped")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    library = Library(settings)
    library.migrate()
    assert library.ingest([resources.PAPERS]).companion_problems == []
    app = create_app(settings)
    yield Shipped(library, Visitor(app))
    app.state.library.close()
    library.close()


def test_english_questions_find_their_claim_by_words_alone(shipped: Shipped) -> None:
    queries = read_data(str(QUERIES), "query")
    assert len(queries) == 60
    missed = []
    for query in queries:
        page = shipped.library.search(query["text"], mode=Mode.KEYWORD, limit=FIRST)
        if not {bare(hit.claim.text) for hit in page.hits} & set(map(bare, query["right"])):
            missed.append(query["text"])
    assert len(missed) <= len(queries) - ENOUGH, missed


def test_the_right_claims_of_the_questions_are_claims(shipped: Shipped) -> None:
    held = {bare(claim.text) for claim in shipped.library.find_all("")}
    files = (QUERIES, DATA / "chinese_queries.toml")
    right = {bare(text) for file in files for query in read_data(str(file), "query") for text in query["right"]}
    assert right <= held


def test_phrases_filters_and_marks_work_in_english(shipped: Shipped) -> None:
    phrase = shipped.library.search('"science envoys"')
    assert phrase.total >= 1
    assert all("science envoys" in (hit.claim.text_en or "").lower() for hit in phrase.hits)
    assert "<mark>science envoys</mark>" in str(phrase.hits[0].highlight_en).lower()
    japan = shipped.library.search("advisers country:JP")
    assert japan.total >= 1
    assert all("JP" in hit.claim.countries for hit in japan.hits)
    assert any("<mark>Adviser</mark>" in str(hit.highlight_en) for hit in japan.hits)
    with_common = shipped.library.search("the agreements of Japan")
    assert with_common.complete == shipped.library.search("agreement Japanese").complete >= 1


def addresses(shipped: Shipped) -> list[str]:
    """Every kind of page, with all that the five papers fill."""
    claims = [claim.uid for claim in shipped.library.find_all("")][::25]
    vocabulary = shipped.library.vocabulary
    return [
        *("/", "/search", "/search?q=science+envoys", "/search?q=zzzz", "/countries", "/instruments", "/papers"),
        *("/citations", "/citations?q=%E7%8E%8B%E6%98%8E%E5%9B%BD", "/glossary", "/about", "/no", "/claims/no"),
        *(f"/countries/{code}" for code in ("CN", "US", "JP", "EU", "SU")),
        *(f"/instruments/{instrument.code}" for instrument in vocabulary.instruments),
        *(f"/papers/{slug}{query}" for slug in SLUGS for query in ("", "?text=zh", "?text=en", "?text=both&terms=on")),
        *(f"/claims/{uid}" for uid in claims),
        *(f"/glossary/{code}" for code in sorted(term.code for term in vocabulary.glossary)[::100]),
    ]  # fmt: skip


def language(element: html.HtmlElement) -> str:
    """The language that an element's words are marked with."""
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return ""


def words(page: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Each stretch of text that a reader sees or hears, with the element that it stands in."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "meta", "link"}:
            continue
        if element.text:
            yield element, element.text
        if element.tail and element.getparent() is not None:
            yield element.getparent(), element.tail
        yield from (
            (element, element.get(name)) for name in ("title", "aria-label", "placeholder", "alt") if element.get(name)
        )


def test_no_chinese_is_left_unmarked_in_english(shipped: Shipped) -> None:
    left = set()
    for address in addresses(shipped):
        response = shipped.visitor.get(f"/en{address}")
        assert response.status_code in {200, 404}, (address, response.status_code)
        page = html.fromstring(response.text)
        assert language(page.xpath(".//main")[0]) == "en"
        for element, text in words(page):
            typed = "q=%" in address and element.tag in {"title", "input"}
            if has_han(text) and not language(element).startswith("zh") and not typed:
                left.add((address, element.tag, element.get("class"), text.strip()[:60]))
    assert sorted(left, key=str) == []


def test_every_sentence_of_a_paper_is_read_in_english_and_every_paragraph_says_whose_it_is(shipped: Shipped) -> None:
    for slug in SLUGS:
        page = shipped.visitor.page(f"/en/papers/{slug}?text=en")
        claims = page.xpath(".//*[@class='claim']")
        assert len(claims) == shipped.library.search("", Filters(paper=(slug,))).total
        assert all(language(claim) == "en" for claim in claims)
        paragraphs = page.xpath(".//div[@id='text']//p")
        assert all(paragraph.xpath("./span/abbr[@class='translation-mark']") for paragraph in paragraphs)


@pytest.mark.parametrize("text", ["both", "side"])
@pytest.mark.parametrize(("locale", "first"), [("en", "en"), ("zh", "zh-Hans")])
def test_paragraphs_stand_in_both_languages_the_readers_first(
    shipped: Shipped, locale: str, text: str, first: str
) -> None:
    page = shipped.visitor.page(f"/{locale}/papers/{SLUGS[1]}?text={text}")
    paragraphs = page.xpath(".//*[@class='paragraph']")
    assert len(paragraphs) > 10
    assert {tuple(p.get("lang") for p in paragraph.xpath("./p")) for paragraph in paragraphs} == {
        (first, "zh-Hans" if first == "en" else "en")
    }
    alone = shipped.visitor.page(f"/{locale}/papers/{SLUGS[1]}?text={'zh' if first == 'en' else 'en'}")
    for paragraph in paragraphs:
        sentences = [claim.get("id") for claim in paragraph.xpath("./p/span[@class='claim']")]
        twins = texts(paragraph, "./p/span[@class='twin']")
        assert twins == [alone.get_element_by_id(name).text_content().removesuffix("¶").strip() for name in sentences]


def test_translators_notes_are_shown(shipped: Shipped) -> None:
    page = shipped.visitor.page(f"/en/papers/{SLUGS[0]}")
    assert any("英国皇家协会" in note for note in texts(page, ".//*[@class='translator-note']"))
    (hit,) = shipped.library.search('"经作法"').hits
    answer = shipped.visitor.get(f"/api/v1/claims/{hit.claim.uid}").json()
    assert answer["text_en_source"] == "project"
    assert "经典作法" in answer["text_en_note"]
    assert "[translation: Kewai]" in answer["quotation"]["en"]
    assert re.search(r"classic practice", answer["text_en"])


NEW_FRONTIERS = "New Frontiers in Science Diplomacy"


def link(page: html.HtmlElement, words: str) -> str:
    """Where the first link that holds `words` leads."""
    found = [a.get("href") for a in page.xpath(".//main//a[@href]") if words in a.text_content()]
    assert found, words
    return str(found[0])


def test_from_a_paper_to_what_it_relies_on_to_who_else_cites_it_in_which_sentence(shipped: Shipped) -> None:
    paper = shipped.visitor.page("/en/papers/003_5e5926cf20dd913c")
    relies_on = shipped.visitor.page(link(paper, "What it relies on"))
    for heading in ("By language", "By type", "By country of the source", "By year"):
        assert heading in " ".join(texts(relies_on, ".//aside"))
    reports = shipped.visitor.page(link(relies_on, "Reports"))
    work = shipped.visitor.page(link(reports, NEW_FRONTIERS))
    citing = texts(work, ".//ul[@class='citing']/li")
    assert len(work.xpath(".//article[@class='lookup-hit']")) == 3
    assert any("它将科技外交的内涵概括为三个方面" in sentence for sentence in citing)
    together = shipped.visitor.page(link(shipped.visitor.page("/en/works?q=hui+zhongyang"), "惠仲阳"))
    assert "Cited in the same sentences" in texts(together, ".//h2")


def test_an_author_leads_to_what_papers_say_of_the_name_and_back_to_the_works(shipped: Shipped) -> None:
    work = shipped.visitor.page(link(shipped.visitor.page("/en/works?q=fedoroff"), "Science Diplomacy"))
    listed = shipped.visitor.page(link(work, "Fedoroff"))
    person = link(listed, "What papers say of this name")
    assert person == link(work, "named in claims") == "/en/entities/nina-fedoroff"
    back = link(shipped.visitor.page(person), "Science Diplomacy in the 21st Century")
    assert shipped.visitor.page(back).xpath("string(.//h1)") == work.xpath("string(.//h1)")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_reference_manager_reads_every_field_of_a_papers_record(shipped: Shipped, slug: str) -> None:
    record = shipped.visitor.get(f"/api/v1/papers/{slug}").json()
    page = shipped.visitor.page(f"/zh/papers/{slug}")
    item = read_highwire((tag.get("name"), tag.get("content")) for tag in page.xpath(".//meta[@name]"))
    container = record["container"]
    assert item.type == ("journalArticle" if container else "webpage")
    assert item.creators == [(author,) for author in record["authors"]]
    expected = {
        "title": record["title"],
        "publicationTitle": container,
        "date": str(record["year"] or ""),
        "volume": record["volume"],
        "issue": record["issue"],
        "pages": record["pages"],
        "language": "zh-CN",
    }
    assert {name: item.fields.get(name) for name in expected} == {
        name: value or None for name, value in expected.items()
    }
    assert all(not has_han(word) or " " not in word for word in item.tags)


def test_what_was_added_is_marked_with_its_source_on_pages_and_in_files(shipped: Shipped) -> None:
    work = shipped.visitor.page(link(shipped.visitor.page("/en/works?q=new+frontiers"), NEW_FRONTIERS))
    notes = " ".join(texts(work, ".//article"))
    assert "what is shown was added, with its source" in notes
    assert "The fields are those of the Royal Society's page of the report" in notes
    entry = "reference=002_af57014d235b154e/14"
    for ending in ("bib", "ris", "csl.json", "endnote.xml"):
        file = shipped.visitor.get(f"/api/v1/cite.{ending}?{entry}").text
        assert NEW_FRONTIERS in file
        assert "Added, not printed where it is cited" in file
    assert "Added" not in shipped.visitor.get(f"/api/v1/cite.txt?{entry}").text


def test_a_work_is_found_by_the_name_that_the_sentence_gives_it(shipped: Shipped) -> None:
    for asked in ("科学、技术和卫生在外交政策中", "Pervasive Role", "强化科技外交战略"):
        assert shipped.visitor.page(f"/zh/citations?q={asked}").xpath(".//article[@class='lookup-hit']"), asked
