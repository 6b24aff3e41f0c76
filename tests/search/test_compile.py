import pytest

from app.search.analyzers import stem
from app.search.compile import (
    KEYWORDS,
    demands,
    filtered,
    is_sentence,
    near,
    needs,
    strict,
)
from app.search.conditions import (
    AllOf,
    AnyOf,
    Everything,
    HasTerm,
    Holds,
    Like,
    Mentions,
    Published,
    Resembles,
    Together,
    Without,
)
from app.search.query import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
)
from app.search.request import Filters
from app.search.synonyms import Synonym

CLASSES = {"operational": ("agreement", "overseas")}
JAPAN = AnyOf((HasTerm("country", "JP"),))


def test_han_words_are_strings_and_others_are_whole_words() -> None:
    assert needs("日本") == (Holds("日本"),)
    assert needs("Agreements") == (AnyOf((HasTerm("words", "agreements"), HasTerm("english", "agreement"))),)
    assert needs("日本日本") == (Holds("日本"),)
    assert needs("①") == (AnyOf((HasTerm("words", "1"), HasTerm("english", "1"))),)


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        (Empty(), Everything()),
        (Words("日本"), AllOf((Holds("日本"),))),
        (Phrase("「科技」 外交"), Holds('"科技"外交')),
        (Near(("科技", "外交"), 3), Together(("科技", "外交"), 3, AllOf((Holds("科技"), Holds("外交"))))),
        (Near(("科技", "JAPAN"), 3), Together(("科技", "japan"), 3, AllOf((Holds("科技"), *needs("japan"))))),
        (Wildcard("Diplom*"), Like("diplom*")),
        (Fuzzy("Diplomcy", 2), Resembles("diplomcy", 2)),
        (Restriction("author", ("趙剛", "Zhao")), AnyOf((Mentions("author", "赵刚"), Mentions("author", "zhao")))),
        (Restriction("has", ("figure",)), AnyOf((HasTerm("has", "figure"),))),
        (Phrase(" \u200b"), Everything()),
        (Restriction("country", ("JP",)), JAPAN),
        (Restriction("paper", ("operational",)), AnyOf((HasTerm("paper", "operational"),))),
        (
            Restriction("instrument", ("operational", "agreement", "aid")),
            AnyOf(
                (HasTerm("instrument", "agreement"), HasTerm("instrument", "overseas"), HasTerm("instrument", "aid"))
            ),
        ),
        (Years(2008, None), Published(2008, None)),
        (Not(Phrase("a")), Without(Holds("a"))),
        (And((Phrase("a"), Not(Phrase("b")))), AllOf((Holds("a"), Without(Holds("b"))))),
        (Or((Phrase("a"), Phrase("b"))), AnyOf((Holds("a"), Holds("b")))),
    ],
)
def test_what_a_claim_must_fulfil(query: Query, condition: object) -> None:
    assert strict(query, CLASSES) == condition


def asean(text: str) -> tuple[Synonym, ...]:
    """Knows one name, wherever it stands."""
    at = text.find("东协")
    return (Synonym("东协", ("东盟", "Southeast Asian Nations"), at, at + 2),) if at >= 0 else ()


def word(text: str) -> AnyOf:
    return AnyOf((HasTerm("words", text), HasTerm("english", stem(text))))


OTHER_NAMES = AnyOf(
    (AllOf((Holds("东协"),)), Holds("东盟"), AllOf((word("southeast"), word("asian"), word("nations"))))
)


def test_another_name_will_do_in_place_of_the_word() -> None:
    assert needs("东协科技", asean) == (OTHER_NAMES, Holds("科技"))
    assert strict(Or((Words("东协"), Phrase("a"))), {}, asean) == AnyOf((AllOf((OTHER_NAMES,)), Holds("a")))


def test_a_name_that_cuts_a_word_in_two_is_not_asked_for() -> None:
    cut = (Synonym("京科", ("x",), 1, 3),)
    assert needs("北京科技", lambda _: cut) == needs("北京科技")


def test_what_is_excluded_or_quoted_has_no_other_names() -> None:
    assert strict(Not(Words("东协")), {}, asean) == Without(AllOf((Holds("东协"),)))
    assert strict(Phrase("东协"), {}, asean) == Holds("东协")


def test_latin_words_in_a_row_are_asked_for_together() -> None:
    query = And((Words("chief"), Words("adviser"), Words("日本")))
    name = (Synonym("chief adviser", ("首席顾问",), 0, 13),)
    both = AnyOf((AllOf((word("chief"), word("adviser"))), Holds("首席顾问")))
    found = strict(query, {}, lambda text: name if text == "chief adviser 日本" else ())
    assert found == AllOf((AllOf((both, Holds("日本"))),))


def test_near_asks_for_any_term_but_keeps_everything_else() -> None:
    query = And((Words("日本"), Words("协定"), Not(Words("美国")), Restriction("country", ("JP",))))
    condition = near(query, CLASSES)
    assert isinstance(condition, AllOf)
    *others, terms = condition.parts
    assert others == [Without(AllOf((Holds("美国"),))), JAPAN]
    assert isinstance(terms, AnyOf)
    assert set(terms.parts) == {HasTerm(field, text) for field in ("words", "bigrams") for text in ("日本", "协定")}


def test_near_asks_for_other_names_too() -> None:
    condition = near(Words("东协"), {}, asean)
    assert isinstance(condition, AllOf)
    terms = condition.parts[-1]
    assert isinstance(terms, AnyOf)
    assert {HasTerm("bigrams", "东盟"), HasTerm("english", stem("nations"))} < set(terms.parts)


def test_beside_a_quoted_string_words_are_not_needed() -> None:
    query = And((Words("日本"), Phrase("科技"), Not(Words("美国"))))
    assert near(query, CLASSES) == AllOf((Holds("科技"), Without(AllOf((Holds("美国"),)))))


@pytest.mark.parametrize(
    "query",
    [Empty(), Phrase("日本协定"), Or((Words("日本"), Words("协定"))), And((Phrase("a"), Phrase("b")))],
)
def test_without_words_nothing_is_near(query: Query) -> None:
    assert near(query, CLASSES) is None


def test_demands_are_all_but_the_words() -> None:
    query = And((Words("日本"), Phrase("科技"), Not(Phrase("美国"))))
    assert demands(query, CLASSES) == AllOf((Holds("科技"), Without(Holds("美国"))))
    assert demands(Words("日本"), CLASSES) == AllOf(())


def test_a_sentence_has_more_words_than_keywords_have() -> None:
    words = ["日本", "美国", "英国", "德国", "法国", "韩国"]
    assert len(words) == KEYWORDS + 1
    assert is_sentence(And(tuple(map(Words, words))))
    assert is_sentence(Words("".join(words)))
    assert not is_sentence(And(tuple(map(Words, words[:-1]))))
    assert not is_sentence(Phrase("".join(words)))
    assert not is_sentence(Or(tuple(map(Words, words))))


def test_filters_hold_together_and_their_values_are_alternatives() -> None:
    filters = Filters(country=("JP", "US"), instrument=("operational",), year=(2008, 2016))
    countries = AnyOf((HasTerm("country", "JP"), HasTerm("country", "US")))
    kinds = AnyOf((HasTerm("instrument", "agreement"), HasTerm("instrument", "overseas")))
    assert filtered(filters, CLASSES) == AllOf((countries, kinds, Published(2008, 2016)))
    assert filtered(Filters(), CLASSES) == Everything()


def test_a_name_in_capitals_brings_claims_in_and_must_be_held() -> None:
    condition = near(And((Words("WHO"), Words("改革"))), {})
    assert isinstance(condition, AllOf)
    (terms,) = condition.parts
    assert isinstance(terms, AnyOf)
    assert HasTerm("words", "who") in terms.parts
    assert HasTerm("title", "who") not in terms.parts
    assert AnyOf((HasTerm("words", "who"), HasTerm("english", stem("who")))) in needs("WHO 改革")
    assert needs("who 改革") == (Holds("改革"),)
