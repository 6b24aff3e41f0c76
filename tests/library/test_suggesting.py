"""What is offered while one types."""

import pytest

from app.catalogue.views import PaperTitle
from app.library import Library
from app.library.suggesting import KINDS, MOST, Suggester
from app.settings import Settings
from tests.factories import vocabulary

SUGGESTER = Suggester(
    vocabulary(),
    {"001": PaperTitle("论科技外交的起源", "Origins of S&T Diplomacy"), "002": PaperTitle(None, None)},
    [("赵刚", "Zhao Gang"), ("", "Vaughan Turekian")],
)


def labels(text: str, locale: str = "zh", limit: int = 8) -> list[str]:
    return [one.label for one in SUGGESTER.suggest(text, locale, limit)]


@pytest.mark.parametrize(
    ("typed", "label", "kind", "query"),
    [
        ("科技外", "科技外交", "term", "科技外交"),
        ("kjwj", "科技外交", "term", "科技外交"),
        ("kejiwaijiao", "科技外交", "term", "科技外交"),
        ("kē jì wài jiāo", "科技外交", "term", "科技外交"),
        ("科技夥伴", "科技伙伴计划", "term", "科技伙伴计划"),
        ("日本", "日本", "country", "country:JP"),
        ("riben", "日本", "country", "country:JP"),
        ("Japa", "日本", "country", "country:JP"),
        ("united kin", "英国", "country", "country:GB"),
        ("zhaogang", "赵刚", "author", "author:赵刚"),
        ("zg", "赵刚", "author", "author:赵刚"),
        ("Turek", "Vaughan Turekian", "author", 'author:"Vaughan Turekian"'),
        ("论科技外交", "论科技外交的起源", "paper", "paper:001"),
        ("S&T dip", "论科技外交的起源", "paper", "paper:001"),
    ],
)
def test_names_are_found_as_they_are_typed(typed: str, label: str, kind: str, query: str | None) -> None:
    found = {(one.kind, one.label): one.query for one in SUGGESTER.suggest(typed, "zh", MOST)}
    assert (kind, label) in found
    assert query in (None, found[kind, label])


def test_named_instruments_are_searched_as_they_are_called() -> None:
    named = next(iter(vocabulary().named_instruments))
    (found,) = [one for one in SUGGESTER.suggest(named.zh, "zh", MOST) if one.kind == "named_instrument"][:1]
    assert (found.label, found.query) == (named.zh, f'"{named.zh}"')


def test_what_is_typed_by_its_initials_is_searched_in_the_preferred_script() -> None:
    (theory,) = [one for one in SUGGESTER.suggest("kjwj", "zh", MOST) if one.label == "科技外交理论"]
    assert theory.query == "科技外交理论"


def test_labels_are_in_the_language_of_the_page_with_the_other_beside() -> None:
    (zh, *_), (en, *_) = SUGGESTER.suggest("日本", "zh"), SUGGESTER.suggest("日本", "en")
    assert (zh.label, zh.note, en.label, en.note) == ("日本", "Japan", "Japan", "日本")


def test_a_whole_name_comes_first_and_each_thing_once() -> None:
    found = SUGGESTER.suggest("科技", "zh", MOST)
    assert len({(one.kind, one.label) for one in found}) == len(found)
    assert labels("日本")[0] == "日本"
    assert {one.kind for one in found} <= set(KINDS)


@pytest.mark.parametrize("typed", ["", "  ", "？！", "\u202e", "\x00", "🙂"])
def test_nothing_is_offered_for_nothing(typed: str) -> None:
    assert labels(typed) == []


def test_what_is_offered_is_bounded() -> None:
    assert len(labels("s", limit=1000)) == MOST
    assert len(labels("k", limit=3)) == 3
    assert labels("科" * 100_000) == []


def test_a_library_is_made_ready_before_anybody_asks(settings: Settings) -> None:
    library = Library(settings)
    library.warm()  # without tables and index
    assert library._suggester is None
    library.migrate()
    library.reindex()
    library.warm()
    assert library._suggester is not None
    assert "lexicon" in vars(library.engine._snapshots.current())  # type: ignore[attr-defined]
    ready = library._suggester[1]
    assert library.suggest("kjwj", "zh")[0].label == "科技外交"
    assert library._suggester[1] is ready
    library.close()
