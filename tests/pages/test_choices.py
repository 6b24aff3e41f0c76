"""A search as its address has it."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.choices import MOST_VALUES, Choices, read_choices, read_years
from app.search.request import Filters, Mode, Sort
from app.web.errors import NotFound


def read(**values: object) -> Choices:
    defaults: dict[str, object] = {"country": [], "instrument": [], "type": [], "paper": []}
    return asyncio.run(read_choices(**(defaults | values)))  # type: ignore[arg-type]


def test_an_address_without_choices() -> None:
    assert read() == Choices()
    assert read().filters() == Filters()
    assert list(read().chosen()) == []


def test_an_address_with_all_of_them() -> None:
    choices = read(
        q=" 协定 ",
        country=["JP", "US"],
        instrument=["agreement"],
        type=["fact"],
        paper=["p"],
        year="2008..2016",
        sort="paper",
        mode="keyword",
        synonyms="off",
    )
    assert choices.filters() == Filters(("JP", "US"), ("agreement",), ("fact",), ("p",), (2008, 2016))
    assert choices.query() == {
        "q": "协定",
        "country": ("JP", "US"),
        "instrument": ("agreement",),
        "type": ("fact",),
        "paper": ("p",),
        "year": "2008..2016",
        "sort": "paper",
        "mode": "keyword",
        "synonyms": "off",
    }
    assert choices.ways() == {"mode": Mode.KEYWORD, "synonyms": False}
    assert ("year", "2008..2016") in choices.chosen()


def test_values_are_cleaned_counted_once_and_not_without_end() -> None:
    assert read(country=["JP", " JP ", "", "\x00"]).country == ("JP",)
    assert len(read(country=[str(number) for number in range(500)]).country) == MOST_VALUES


@pytest.mark.parametrize(
    ("sort", "q", "order"),
    [("paper", "x", Sort.PAPER), ("", "x", Sort.RELEVANCE), ("", "", Sort.PAPER), ("odd", "x", Sort.RELEVANCE)],
)
def test_the_order(sort: str, q: str, order: Sort) -> None:
    assert read(q=q, sort=sort).order() == order


@pytest.mark.parametrize(
    ("text", "years"), [("", None), ("2017", (2017, 2017)), ("2008..2016", (2008, 2016)), ("2016..2008", (2008, 2016))]
)
def test_years(text: str, years: tuple[int, int] | None) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize("text", ["soon", "17", "2017..", "..2017", "2017-2018", "２０１７", "20175", "2017..x"])
def test_what_is_no_year_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        read(year=text)


def test_choosing_and_dropping() -> None:
    choices = Choices(q="x", country=("JP",), year="2017")
    assert choices.toggled("country", "US").country == ("JP", "US")
    assert choices.toggled("country", "JP").country == ()
    assert choices.toggled("year", "2020").year == "2020"
    assert choices.toggled("year", "2017").year == ""
    assert choices.with_values("year", ()).year == ""
    assert choices.has("country", "JP")
    assert not choices.has("type", "fact")


def test_a_form_carries_all_but_the_text() -> None:
    assert Choices(q="x", country=("JP",), year="2017").query_but_text() == {
        "country": ("JP",),
        "instrument": (),
        "type": (),
        "paper": (),
        "year": ("2017",),
        "sort": (),
        "mode": (),
        "synonyms": (),
    }


@given(field=st.sampled_from(["country", "instrument", "type", "paper", "year"]), value=st.text("abc", min_size=1))
def test_choosing_twice_is_choosing_nothing(field: str, value: str) -> None:
    choices = Choices(q="x", country=("JP",), type=("fact",))
    once = choices.toggled(field, value)
    assert once.has(field, value)
    assert once.toggled(field, value) == choices


@pytest.mark.parametrize(
    ("mode", "how"),
    [
        ("", Mode.HYBRID),
        ("hybrid", Mode.HYBRID),
        ("semantic", Mode.SEMANTIC),
        ("keyword", Mode.KEYWORD),
        ("x", Mode.HYBRID),
    ],
)
def test_how_claims_are_matched(mode: str, how: Mode) -> None:
    assert read(mode=mode).ways() == {"mode": how, "synonyms": True}


def test_other_names_are_searched_unless_the_address_says_off() -> None:
    assert [read(synonyms=value).synonyms for value in ("", "on", "off")] == ["", "", "off"]
