from collections.abc import Iterator
from pathlib import Path

import pytest

from app.search.index import WhooshEngine
from app.search.query import And, Not, Or, Phrase, Query, Restriction, Words, parse
from app.search.request import Filters, SearchRequest
from app.search.suggest import _LOOKED_UP, Known, searchable, suggestion
from app.search.wordlist import Wordlist
from tests.factories import vocabulary
from tests.search.conftest import FewNames
from tests.search.scan import make_document

NAMES = ["科技外交", "科学顾问", "国际合作"]
WORDS = ["外交", "合作", "diplomacy", "japan"]
KNOWN = Known(Wordlist(NAMES), lambda: Wordlist(WORDS))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    built = WhooshEngine(tmp_path_factory.mktemp("suggest"), vocabulary())
    built.rebuild(
        [
            make_document("日本设立首席科学顾问。", "a", countries=("JP",)),
            make_document("中国开展科技外交。", "b", countries=("CN",), text_en="China conducts science diplomacy."),
            make_document("尼娜·费德洛夫（Nina Fedoroff）任科技顾问。", "c"),
        ]
    )
    yield built
    built.close()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("科技外脚", "科技外交"),
        ("科技外教", "科技外交"),
        ("科学故问", "科学顾问"),
        ("日笨 科学顾问", "日本 科学顾问"),
        ("diplomasy", "diplomacy"),
        ("Fedorof", "fedoroff"),
        ("diplmocay", "diplomacy"),
        ("sceince dplomacy", "science diplomacy"),
        ("日笨 科学故问", "日本 科学顾问"),
        ("科技外脚 国家:CN", "科技外交 country:CN"),
        ("科技外脚 OR 饕餮", "科技外交 OR 饕餮"),
        ("科技外脚 -日本", "科技外交 -日本"),
    ],
)
def test_a_mistyped_word_is_corrected(engine: WhooshEngine, typed: str, meant: str) -> None:
    class Names(FewNames):
        def resolve(self, field: str, name: str) -> str | None:
            return name

    query = parse(typed, Names()).query
    result = engine.search(SearchRequest(query))
    assert result.suggestion == meant
    assert engine.search(SearchRequest(parse(meant, Names()).query)).total > 0


@pytest.mark.parametrize(
    "query",
    [
        Words("科学顾问"),
        Words("饕餮貔貅"),
        Phrase("科技外脚"),
        Not(Words("科技外脚")),
        Restriction("country", ("XX",)),
        Or((Phrase("饕餮"), Phrase("貔貅"))),
        Words("x"),
    ],
)
def test_nothing_is_suggested_without_reason(engine: WhooshEngine, query: Query) -> None:
    assert engine.search(SearchRequest(query)).suggestion is None


def test_a_suggestion_finds_something_under_the_same_filters(engine: WhooshEngine) -> None:
    query = Words("科技外脚")
    assert engine.search(SearchRequest(query, Filters(country=("CN",)))).suggestion == "科技外交"
    assert engine.search(SearchRequest(query, Filters(country=("JP",)))).suggestion is None


def test_the_first_known_word_that_finds_something_is_taken() -> None:
    asked: list[Query] = []

    def finds(query: Query) -> bool:
        asked.append(query)
        return query == Words("科学顾问")

    assert (
        suggestion(Words("科学故问"), finds, Known(Wordlist(["科学古文", "科学顾问", "科学股文"]), Wordlist))
        == "科学顾问"
    )
    assert asked[0] == Words("科学故问")


def test_only_the_wrong_word_changes() -> None:
    query = And((Words("日本"), Words("科技外脚"), Not(Words("外脚"))))
    corrected = suggestion(query, lambda asked: "外脚" not in str(asked) or isinstance(asked, And), KNOWN)
    assert corrected == "日本 科技外交 -外脚"


def test_short_words_must_sound_the_same() -> None:
    never_there = {Words("合做"), Words("合伙")}
    assert suggestion(Words("合做"), lambda query: query not in never_there, KNOWN) == "合作"
    assert suggestion(Words("合伙"), lambda query: query not in never_there, KNOWN) is None
    assert suggestion(Words("japam"), lambda query: query == Words("japan"), KNOWN) == "japan"
    assert suggestion(Words("国际合坐"), lambda query: query == Words("国际合作"), KNOWN) == "国际合作"


def test_names_become_words_of_a_query() -> None:
    names = ["科技外交", "Science & Innovation Network (SIN)", "中國", "“一带一路”倡议"]
    words = searchable(names)
    assert words[0] == "科技外交"
    assert {"science", "innovation", "network", "sin", "中国"} <= set(words)
    assert all(Words(word).text == word for word in words)


def test_the_whole_vocabulary_can_be_suggested(tmp_path: Path) -> None:
    names = [name for entry in vocabulary().glossary for name in entry.names()]
    assert len(searchable(names)) > 100
    assert all(Words(word) for word in searchable(names))


def test_of_many_words_that_are_nowhere_only_the_first_are_looked_up(engine: WhooshEngine) -> None:
    """A query of a thousand such words must not take a minute."""
    looked: list[None] = []
    many = [chr(code) + chr(code + 1) for code in range(0x7000, 0x7400, 2)]

    def words() -> Wordlist:
        looked.append(None)
        return Wordlist(WORDS)

    assert suggestion(Words("".join(many)), lambda query: False, Known(Wordlist(NAMES), words)) is None
    assert suggestion(Or(tuple(map(Words, many))), lambda query: False, Known(Wordlist(NAMES), words)) is None
    assert 0 < len(looked) <= 2 * _LOOKED_UP


def test_what_would_be_a_pattern_is_no_suggestion() -> None:
    query = Words("科技外脚是什么？我可以参加吗？")
    assert suggestion(query, lambda _: False, KNOWN) is None
    assert suggestion(query, lambda asked: asked != query and "?" not in str(asked), KNOWN) is None


def test_a_character_whose_reading_is_not_known_is_like_no_other() -> None:
    rare = chr(0x5159)
    assert suggestion(Words(f"{rare}外"), lambda _: False, KNOWN) is None
    assert (
        suggestion(
            Words("外脚"),
            lambda asked: asked == Words("外交"),
            Known(Wordlist([f"{rare}脚"]), lambda: Wordlist(["外交"])),
        )
        == "外交"
    )
