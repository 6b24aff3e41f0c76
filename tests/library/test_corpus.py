"""The shipped papers, ingested as a user does it: what is known of them by reading must come out."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app import resources
from app.catalogue import citation_links, list_papers, look_up_references, matrix, overview, paper_detail
from app.library import IngestReport, Library
from app.search.request import Filters, Sort
from app.settings import Settings

TOOLS, STRATEGY, REVIEW = "000_a2e5f66dba48f65a", "001_9b9df6ab7260d5ee", "002_af57014d235b154e"
PRACTICE, FUTURE = "003_5e5926cf20dd913c", "004_72122b5f6e46424d"


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, IngestReport]]:
    folder = tmp_path_factory.mktemp("corpus")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    library = Library(settings)
    library.migrate()
    yield library, library.ingest([resources.PAPERS])
    library.close()


@pytest.fixture
def library(ingested: tuple[Library, IngestReport]) -> Library:
    return ingested[0]


def count(library: Library, sql: str, **values: str) -> int:
    with library.session() as session:
        return session.execute(text(sql), values).scalar_one()  # type: ignore[no-any-return]


def test_all_five_papers_go_in_and_can_be_found(ingested: tuple[Library, IngestReport]) -> None:
    library, report = ingested
    assert (report.papers, report.failures, report.index_problem) == ({"added": 5}, [], None)
    assert library.check() is None
    with library.session() as session:
        whole = overview(session)
    assert library.search("").total == whole.claims == report.contents["added"]["claims"]


def test_a_second_run_changes_nothing(ingested: tuple[Library, IngestReport]) -> None:
    library, first = ingested
    stamps = "SELECT group_concat(updated_at || indexed_at) FROM paper"
    with library.session() as session:
        before = session.execute(text(stamps)).scalar_one()
    again = library.ingest([resources.PAPERS])
    with library.session() as session:
        assert session.execute(text(stamps)).scalar_one() == before
    assert again.papers == {"unchanged": 5}
    assert again.contents["unchanged"] == first.contents["added"]


def test_paper_003_has_34_references_and_3_notes(library: Library) -> None:
    with library.session() as session:
        papers = {paper.record.slug: paper.counts for paper in list_papers(session)}
    assert (papers[PRACTICE].references, papers[PRACTICE].notes) == (34, 3)
    assert (papers[REVIEW].references, papers[REVIEW].notes) == (50, 0)
    assert (papers[FUTURE].references, papers[TOOLS].references) == (20, 9)


def test_the_papers_that_cite_each_other_are_linked_and_no_others(library: Library) -> None:
    with library.session() as session:
        links = citation_links(session)
    assert {(link.citing.slug, link.label, link.cited.slug) for link in links} == {
        (REVIEW, "16", STRATEGY),
        (REVIEW, "17", FUTURE),
        (REVIEW, "24", TOOLS),
        (PRACTICE, "17", FUTURE),
        (PRACTICE, "19", FUTURE),
    }
    assert all(link.evidence for link in links)


def test_what_the_record_adds_is_told_with_its_source(library: Library) -> None:
    with library.session() as session:
        detail = paper_detail(session, REVIEW)
    assert detail is not None
    entry = next(entry for entry in detail.references if entry.label == "17")
    assert (entry.title, entry.year) == ("科技外交与中美关系的未来发展", 2017)
    assert {name for name, _ in entry.added} >= {"title", "container", "year", "paper"}
    assert entry.text is None
    assert entry.cited_at


@pytest.mark.parametrize("q", ["王明国", "王明國", "科技外交与中美关系的未来发展"])
def test_wang_mingguo_is_found_in_both_papers_that_cite_him(library: Library, q: str) -> None:
    with library.session() as session:
        hits = look_up_references(session, q).hits
    linked = {
        hit.paper.slug for hit in hits if hit.reference.linked_paper and hit.reference.linked_paper.slug == FUTURE
    }
    assert linked == {REVIEW, PRACTICE}


def test_no_claim_stands_twice_in_a_paper(library: Library) -> None:
    repeated = "SELECT 1 FROM claim WHERE length(text) > 20 GROUP BY paper_id, text HAVING count(*) > 1"
    assert count(library, f"SELECT count(*) FROM ({repeated}) AS twice") == 0  # noqa: S608


def test_every_claim_lies_where_it_says(library: Library) -> None:
    with library.session() as session:
        rows = session.execute(
            text(
                'SELECT c.text, substr(p.source_text, c.start + 1, c."end" - c.start), length(p.source_text), c."end"'
                " FROM claim c JOIN paper p ON p.id = c.paper_id"
            )
        ).all()
    assert len(rows) > 600
    for claim, printed, length, end in rows:
        assert end <= length
        assert "".join(claim.split())[:2] in "".join(printed.split())


def test_every_facet_is_a_direct_count(library: Library) -> None:
    facets = library.search("").facets
    tables = {"country": "claim_country", "instrument": "claim_instrument"}
    for name, table in tables.items():
        for value in facets[name]:
            sql = f"SELECT count(*) FROM {table} WHERE code = :code"  # noqa: S608
            assert value.count == count(library, sql, code=value.code)
    for value in facets["type"]:
        assert value.count == count(library, "SELECT count(*) FROM claim WHERE type = :type", type=value.code)
    of_paper = "SELECT count(*) FROM claim JOIN paper ON paper.id = paper_id WHERE slug = :slug"
    assert {value.code: value.count for value in facets["paper"]} == {
        slug: count(library, of_paper, slug=slug) for slug in (TOOLS, STRATEGY, REVIEW, PRACTICE, FUTURE)
    }


def test_every_cell_of_the_matrix_is_what_a_search_finds(library: Library) -> None:
    with library.session() as session:
        whole = matrix(session)
    assert whole.cells
    for (country, instrument), claims in list(whole.cells.items())[::7]:
        filters = Filters(country=(country,), instrument=(instrument,))
        assert library.search("", filters, limit=0).total == claims


def test_the_same_quantity_told_at_different_times_is_found_together(library: Library) -> None:
    hits = library.search('"外交官" "国家" type:statistic', sort=Sort.PAPER, limit=100).hits
    told = {hit.claim.paper.slug: {figure.value for figure in hit.claim.figures} for hit in hits}
    assert told[TOOLS] >= {144, 47, 70}
    assert told[STRATEGY] >= {131, 45, 62}
    assert told[PRACTICE] >= {146, 47, 70}


def test_the_foreign_abstract_at_the_end_of_000_is_not_this_papers(library: Library) -> None:
    assert library.search("incubator", Filters(paper=(TOOLS,))).total == 0
