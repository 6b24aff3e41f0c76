"""Which claims a timeline is of: one country and one instrument need no search, all else is found by one."""

from collections.abc import Iterator

import pytest

from app.library import Library, UnknownCodeError
from app.library import happened as module
from app.library.happened import Happened
from app.search.request import Filters
from app.settings import Settings
from tests.sample import open_sample


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("happened")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    with open_sample(settings) as opened:
        yield opened


def asked(library: Library, query: str, filters: Filters) -> Happened:
    if named := Happened.named(library.vocabulary, query, filters):
        return named
    with library.results(query) as results:
        return Happened.found_by(results, query, filters)


def years(library: Library, happened: Happened) -> dict[int | None, int]:
    with library.session() as session:
        return {event.year: event.claims for event in happened.events(session)}


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(), Happened()),
        (Filters(country=("JP",)), Happened("JP")),
        (Filters(instrument=("strategy",)), Happened("", "strategy")),
        (Filters(country=("JP",), instrument=("strategy",)), Happened("JP", "strategy")),
        (Filters(country=("日本",)), Happened("JP")),
    ],
)
def test_codes_need_no_search(library: Library, filters: Filters, wanted: Happened) -> None:
    found = asked(library, "", filters)
    assert found == wanted
    assert not found.is_search
    assert found.left_out == 0


@pytest.mark.parametrize(
    ("query", "filters", "wanted"),
    [
        ("日本发布", Filters(), {2008: 1}),
        ("", Filters(country=("JP", "US")), {2008: 1, None: 3}),
        ("", Filters(instrument=("strategic",)), {2008: 1}),
        ("", Filters(type=("definition",)), {None: 1}),
        ("", Filters(paper=("000-untitled",)), {2008: 1}),
        ("", Filters(year=(2017, 2017)), {None: 2}),
        ("月球上的奶酪", Filters(country=("JP",)), {}),
    ],
)
def test_all_else_is_found_by_a_search(
    library: Library, query: str, filters: Filters, wanted: dict[int | None, int]
) -> None:
    found = asked(library, query, filters)
    assert found.is_search
    assert years(library, found) == wanted
    assert found.found == len(found.uids or ()) == sum(wanted.values())


def test_a_search_is_counted_as_a_search_finds(library: Library) -> None:
    found = asked(library, "签署协定", Filters())
    page = library.search("签署协定")
    assert found.uids is not None
    assert found.uids[: len(page.hits)] == tuple(hit.claim.uid for hit in page.hits)
    assert found.found == page.total


def test_its_claims_stand_by_year(library: Library) -> None:
    found = asked(library, "日本发布战略", Filters(country=("JP", "CN")))
    with library.session() as session:
        claims = found.between(session, 2000, 2010, limit=20, offset=0)
        assert (claims.total, [year for year, _ in claims.years]) == (1, [2008])
        assert found.between(session, 2009, 2010, limit=20, offset=0).total == 0


def test_of_very_many_only_the_first_are_looked_at(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    found = asked(library, "", Filters(country=("CN", "JP", "US")))
    assert (len(found.uids or ()), found.found, found.left_out) == (3, found.found, found.found - 3)
    assert found.left_out > 0
    assert sum(years(library, found).values()) == 3


def test_a_filter_that_names_nothing_is_refused(library: Library) -> None:
    with pytest.raises(UnknownCodeError):
        asked(library, "", Filters(country=("XX",)))
    with pytest.raises(UnknownCodeError):
        asked(library, "日本", Filters(instrument=("cheese",)))
