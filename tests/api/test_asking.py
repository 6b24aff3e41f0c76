"""What a search is asked for: one reading of its parameters for all its forms."""

import pytest
from starlette.exceptions import HTTPException

from app.api.asking import Asked, answering, read_asked, read_years
from app.library import ModeUnavailableError, SearchUnavailableError, UnknownCodeError
from app.search.request import Filters, Mode
from tests.visitor import Visitor


def test_parameters_become_filters() -> None:
    asked = read_asked("日本", ["JP", "US"], None, ["fact"], [], "2016..2008", Mode.KEYWORD, synonyms=False)
    filters = Filters(("JP", "US"), (), ("fact",), (), (2008, 2016))
    assert asked == Asked("日本", filters, Mode.KEYWORD, synonyms=False)


def test_nothing_asked_is_everything() -> None:
    assert read_asked() == Asked("", Filters(), Mode.HYBRID, synonyms=True)


@pytest.mark.parametrize(("text", "years"), [(None, None), ("2017", (2017, 2017)), ("2016..2008", (2008, 2016))])
def test_years(text: str | None, years: tuple[int, int] | None) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UnknownCodeError("country", "XX", "see there"), 422),
        (ModeUnavailableError(Mode.SEMANTIC, [Mode.KEYWORD], "no vectors"), 422),
        (SearchUnavailableError("no index"), 503),
    ],
)
def test_what_a_library_refuses_has_a_status(error: Exception, status: int) -> None:
    with pytest.raises(HTTPException) as raised, answering():
        raise error
    assert (raised.value.status_code, raised.value.detail) == (status, str(error))


def test_other_errors_are_ours() -> None:
    with pytest.raises(ZeroDivisionError), answering():
        raise ZeroDivisionError


@pytest.mark.parametrize("path", ["search", "search.csv", "timeline"])
def test_all_forms_of_a_search_take_the_same(visitor: Visitor, path: str) -> None:
    described = visitor.get("/api/openapi.json").json()["paths"][f"/api/v1/{path}"]["get"]["parameters"]
    names = {one["name"] for one in described}
    assert {"q", "country", "instrument", "type", "paper", "year", "mode", "synonyms"} <= names
    assert visitor.get(f"/api/v1/{path}?country=XX").status_code == 422
