"""The named things of a country and of an instrument."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.library.named import bodies, by_instrument, named_of_country, named_of_instrument
from tests.factories import make_claim, make_paper, open_database, vocabulary

ORDER = [instrument.code for instrument in vocabulary().instruments]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Two papers that name a treaty, a strategy, an adviser's office, a university and a person."""
    with open_database(tmp_path) as made, made() as opened:
        make_paper(
            opened,
            "a",
            [
                make_claim("中日签署环境协定。", named_instruments="cn-jp-environment-1994"),
                make_claim(
                    "日本发布强化科技外交战略。", named_instruments="jp-st-diplomacy-2008", entities="zhao-gang"
                ),
                make_claim("外务大臣科技顾问与东京大学。", entities="jp-mofa-st-advisor university-of-tokyo"),
            ],
        )
        make_paper(opened, "b", [make_claim("环境协定。", named_instruments="cn-jp-environment-1994")])
        yield opened


def codes(things: object) -> list[str]:
    return [thing.entry.code for thing in things]  # type: ignore[attr-defined]


def test_a_countrys_things_stand_by_year_with_their_papers(session: Session) -> None:
    things = named_of_country(session, vocabulary(), "JP")
    assert [(thing.entry.code, thing.year) for thing in things][:3] == [
        ("cn-jp-environment-1994", 1994),
        ("jp-st-diplomacy-2008", 2008),
        ("jp-mofa-st-advisor", 2016),
    ]
    assert things[0].papers == ("a", "b")
    assert codes(named_of_country(session, vocabulary(), "CN")) == ["cn-jp-environment-1994", "zhao-gang"]


def test_they_are_grouped_by_instrument_in_its_order(session: Session) -> None:
    things = named_of_country(session, vocabulary(), "JP")
    groups = by_instrument(things, ORDER)
    assert list(groups) == ["strategy", "agreement", "advisory"]
    assert codes(groups["agreement"]) == ["cn-jp-environment-1994"]


def test_an_institution_is_a_body_unless_it_is_an_instrument(session: Session) -> None:
    things = named_of_country(session, vocabulary(), "JP")
    assert [entry.code for entry in bodies(things)] == ["university-of-tokyo"]
    grouped = [code for group in by_instrument(things, ORDER).values() for code in codes(group)]
    assert sorted([*grouped, "university-of-tokyo"]) == sorted(codes(things))


def test_an_instruments_things_are_those_of_its_kind(session: Session) -> None:
    assert codes(named_of_instrument(session, vocabulary(), "strategy")) == ["jp-st-diplomacy-2008"]
    assert named_of_instrument(session, vocabulary(), "aid") == ()


def test_a_country_of_which_nothing_is_named_has_nothing(session: Session) -> None:
    assert named_of_country(session, vocabulary(), "FJ") == ()
    assert by_instrument((), ORDER) == {}
    assert bodies(()) == ()
