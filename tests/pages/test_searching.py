"""However much a page shows of a search, its query is looked for once."""

from collections.abc import Sequence

import pytest

from app.library import Library
from app.pages.choices import Choices
from app.search import searcher
from app.search.query import Query, Words
from app.search.selection import Selection
from tests.sample import REVIEW
from tests.visitor import Visitor

SHOWN = (
    "/search",
    "/search/concordance",
    "/search/papers",
    "/search/years",
    "/search/years.svg",
    "/search/values/country",
    "/search/feed",
)


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> Sequence[Query]:
    """The queries that are looked for in the index."""
    queries: list[Query] = []
    really = searcher.by_words

    def counting(snapshot: object, query: Query, *rest: object) -> Selection:
        queries.append(query)
        return really(snapshot, query, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(searcher, "by_words", counting)
    return queries


@pytest.mark.parametrize("filters", ["", "&country=JP&type=fact&year=2000..2030"], ids=["all", "filtered"])
@pytest.mark.parametrize("shown", SHOWN)
def test_a_page_looks_for_its_query_once(
    visitor: Visitor, looked_for: Sequence[Query], shown: str, filters: str
) -> None:
    assert visitor.get(f"/zh{shown}?q=签署{filters}").status_code == 200
    assert looked_for == [Words("签署")]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "bib", "ris"])
def test_so_does_a_file_of_all_of_it(visitor: Visitor, looked_for: Sequence[Query], ending: str) -> None:
    visitor.get(f"/api/v1/search.{ending}?q=签署")
    assert looked_for == [Words("签署")]


@pytest.mark.parametrize(
    "choices",
    [Choices(), Choices(country=("JP",)), Choices(paper=(REVIEW,)), Choices(year="2017"), Choices(country=("BR",))],
    ids=lambda choices: str(list(choices.chosen())),
)
def test_its_pages_are_those_of_searches_of_their_own(library: Library, choices: Choices) -> None:
    with library.results("签署") as results:
        results.page(Choices(country=("CN",)).filters())
        page = results.page(choices.filters(), limit=5)
        uids = [claim.uid for claim in results.claims(choices.filters())]
    alone = library.search("签署", choices.filters(), limit=5)
    assert (page.total, page.facets, page.hits) == (alone.total, alone.facets, alone.hits)
    assert uids == [claim.uid for claim in library.find_all("签署", choices.filters())]
    assert len(uids) == page.total
