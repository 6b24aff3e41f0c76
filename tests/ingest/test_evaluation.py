from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agreement import Agreement
from app.ingest.curated.judging import judge
from app.ingest.evaluation import Scores, align
from app.ingest.gold import Gold
from app.ingest.records import Citation, ClaimType, Figure, LabelledSentence
from tests.factories import make_claim

FIRST = "日本于2008年发布科技外交战略"
SECOND = "美国与中国签署科技合作协定"


def gold(text: str, **fields: object) -> Gold:
    empty: frozenset[str] = frozenset()
    values = {"type": "fact", "countries": empty, "instruments": empty, "citations": empty, "figures": ()}
    return Gold(text=text, **(values | fields))  # type: ignore[arg-type]


def score(sentences: list[Gold], *claims: object) -> Scores:
    scores = Scores()
    scores.add_paper(sentences, claims)  # type: ignore[arg-type]
    return scores


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([FIRST, SECOND], [[0], [1]]),
        ([SECOND, FIRST], [[1], [0]]),
        ([FIRST + SECOND], [[0], [0]]),
        ([FIRST[:9], FIRST[9:], SECOND], [[0, 1], [2]]),
        ([FIRST], [[0], []]),
        ([], [[], []]),
        (["无关的一句话", FIRST, SECOND], [[1], [2]]),
    ],
)
def test_sentences_are_aligned_with_the_claims_that_share_half_of_either(
    texts: list[str], expected: list[list[int]]
) -> None:
    assert align([FIRST, SECOND], texts) == expected


def test_a_sentence_with_debris_is_found_by_its_middle() -> None:
    assert align(["碎" + FIRST + "屑"], [FIRST]) == [[0]]
    assert align(["甲乙丙丁"], [FIRST]) == [[]]
    assert align([""], [FIRST]) == [[]]


def test_a_sentence_that_stands_twice_is_found_where_reading_has_come_to() -> None:
    assert align([FIRST, SECOND, FIRST], [FIRST, SECOND, FIRST]) == [[0], [1], [2]]


def test_what_agrees_wholly_scores_one() -> None:
    claim = replace(
        make_claim(f"{FIRST}[3]。", countries="JP", instruments="strategy", figures=[Figure(3, "项")]),
        citations=(Citation("3"),),
    )
    sentence = gold(
        FIRST,
        countries=frozenset({"JP"}),
        instruments=frozenset({"strategy"}),
        citations=frozenset({"3"}),
        figures=(3.0,),
    )
    scores = score([sentence], claim)
    assert (scores.sentences, scores.found, scores.single, scores.duplicates) == (1, 1, 1, 0)
    assert scores.type_accuracy == scores.type_macro_f1 == 1
    assert {name: one.f1 for name, one in scores.codes.items()} == dict.fromkeys(scores.codes, 1)


def test_what_is_missed_and_what_is_too_much_are_counted_apart() -> None:
    claim = make_claim(f"{FIRST}。", countries="JP US", type="viewpoint", figures=[Figure(1), Figure(1)])
    sentence = gold(FIRST, countries=frozenset({"JP", "CN"}), figures=(1.0,))
    scores = score([sentence], claim)
    countries, figures = scores.codes["countries"], scores.codes["figures"]
    assert (countries.both, countries.missed, countries.extra) == (1, 1, 1)
    assert (countries.precision, countries.recall, countries.f1) == (0.5, 0.5, 0.5)
    assert (figures.both, figures.missed, figures.extra) == (1, 0, 1)
    assert scores.type_accuracy == 0


def test_a_split_sentence_is_found_but_not_as_one_claim() -> None:
    parts = [make_claim(FIRST[:9], countries="JP"), make_claim(FIRST[9:], countries="US")]
    scores = score([gold(FIRST, countries=frozenset({"JP"}))], *parts)
    assert (scores.found, scores.single) == (1, 0)
    assert scores.codes["countries"].extra == 1


def test_a_claim_that_stands_twice_is_a_duplicate_unless_it_is_short() -> None:
    assert score([gold(FIRST)], make_claim(FIRST), make_claim(FIRST)).duplicates == 1
    assert score([gold(FIRST)], make_claim("见图。"), make_claim("见图。")).duplicates == 0


def test_macro_f1_is_the_mean_over_the_types_that_the_gold_has() -> None:
    claims = [make_claim(FIRST, type="fact"), make_claim(SECOND, type="viewpoint")]
    scores = score([gold(FIRST), gold(SECOND, type="statistic")], *claims)
    assert scores.type_accuracy == 0.5
    assert scores.type_macro_f1 == 0.5


def test_a_sentence_that_was_not_found_counts_as_missed() -> None:
    scores = score([gold(FIRST, countries=frozenset({"JP"}))])
    assert (scores.found, scores.type_accuracy, scores.codes["countries"].recall) == (0, 0, 0)


def test_scores_of_several_papers_add_up() -> None:
    scores = Scores()
    for _ in range(3):
        scores.add_paper([gold(FIRST)], [make_claim(FIRST)])
    assert (scores.sentences, scores.single, scores.duplicates) == (3, 3, 0)


def test_nothing_to_say_and_nothing_said_is_perfect() -> None:
    assert Agreement().f1 == 1
    assert Scores().type_accuracy == 1
    assert Scores().type_macro_f1 == 0


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_f1_lies_between_precision_and_recall(wanted: list[str], given_: list[str]) -> None:
    one = Agreement()
    one.add(wanted, given_)
    low, high = sorted((one.precision, one.recall))
    assert 0 <= one.f1 <= 1
    assert one.f1 == 0 or low <= one.f1 + 1e-9
    assert one.f1 <= high + 1e-9
    assert one.both + one.missed == len(wanted)


def test_sentences_that_a_person_labelled_are_scored_as_gold_is() -> None:
    claim = make_claim(FIRST, countries="JP US", figures=[Figure(3)])
    said = LabelledSentence("abcdefghij23", type=ClaimType.FACT, countries=("JP", "CN"), figures=(Figure(3),))
    judged, scores = [judge(said, claim), judge(said, None)], Scores()
    scores.add_judged(judged, [claim, claim])
    assert (scores.sentences, scores.found, scores.single, scores.right_types, scores.duplicates) == (2, 1, 1, 1, 1)
    assert scores.types == {"fact": Agreement(1, 1, 0)}
    assert scores.codes["countries"] == Agreement(1, 3, 1)
    assert scores.codes["figures"] == Agreement(1, 1, 0)
    assert scores.codes["instruments"] == Agreement()
