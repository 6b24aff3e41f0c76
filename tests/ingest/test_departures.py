import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.departures import AROUND, Sentence, departures


def sentences(*texts: str) -> list[Sentence]:
    """Each with its own text as its uid."""
    return [Sentence(text, text) for text in texts]


def successor(old: str, *new: str) -> tuple[str | None, bool]:
    """What stands for the one sentence of a paper in its new form."""
    (departure,) = departures(sentences(old), sentences(*new))
    return departure.successor, departure.corrected


def test_what_stays_does_not_depart() -> None:
    assert departures(sentences("一", "二"), sentences("二", "一", "三")) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("日本在科技外交中设立了科学与技术顾问一职。", "日本在科技外交中设立了科学和技术顾问一职。"),
        ("日本于2008年提出“科技外交”的概念，此后逐步推行。", "日本于2008年提出“科技外交”概念，此后逐步推行。"),
        ("The Royal Society published its report in 2010.", "The Royal Society had published its report in 2010."),
    ],
)
def test_a_small_correction_leads_to_the_corrected_sentence(old: str, new: str) -> None:
    assert successor(old, "毫不相干的另一句话。", new) == (new, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("中国已与152个国家和地区建立了科技合作关系。", "中国已与160个国家和地区建立了科技合作关系。"),
        ("中国已与一百五十二个国家建立了科技合作关系。", "中国已与一百六十个国家建立了科技合作关系。"),
    ],
)
def test_another_number_is_pointed_to_and_not_taken_for_the_same(old: str, new: str) -> None:
    assert successor(old, new) == (new, False)


def test_a_sentence_that_was_split_points_to_its_longest_part() -> None:
    old = "日本设立科技顾问，统筹对外科技合作事务；英国建立科学与创新网络。"
    assert successor(old, "英国建立科学与创新网络。", "日本设立科技顾问，统筹对外科技合作事务。") == (
        "日本设立科技顾问，统筹对外科技合作事务。",
        False,
    )


def test_a_sentence_that_was_joined_to_another_points_to_the_whole() -> None:
    whole = "英国建立科学与创新网络，在四十余个国家派驻官员，并定期发布年度报告，说明各地的进展与问题。"
    assert successor("英国建立科学与创新网络", whole) == (whole, False)


def test_few_letters_that_stand_in_another_sentence_are_chance() -> None:
    assert successor("中国", "中国与日本签署了新的科技合作协定。") == (None, False)


def test_nothing_alike_is_no_successor() -> None:
    assert successor("日本设立科技顾问。", "法国在海外建有大量研究所与联合实验室。") == (None, False)
    assert successor("日本设立科技顾问。") == (None, False)


def test_of_two_equal_sentences_the_nearer_stands_for_it() -> None:
    old = [Sentence("a", "前文。"), Sentence("x", "重复的一句话在此。"), Sentence("b", "后文。")]
    new = [Sentence("far", "重复的一句话在此！"), Sentence("a", "前文。"), Sentence("near", "重复的一句话在此？")]
    assert departures(old, new)[0].successor == "near"


def test_the_search_stays_near_the_old_place() -> None:
    old = [Sentence("x", "很特别的一句话在这里。"), *(Sentence(f"k{n}", f"第{n}句") for n in range(3 * AROUND))]
    new = [*old[1:], Sentence("end", "很特别的一句话，在这里。")]
    assert departures(old, new)[0].successor is None


TEXTS = st.text(st.sampled_from("日本中国科技外交12。，"), min_size=1, max_size=12)


@given(st.lists(TEXTS, unique=True, max_size=12), st.lists(TEXTS, unique=True, max_size=12))
def test_every_claim_that_is_gone_departs_once_to_one_that_is_here(old: list[str], new: list[str]) -> None:
    found = departures(sentences(*old), sentences(*new))
    assert [one.uid for one in found] == [text for text in old if text not in new]
    assert all(one.successor in new for one in found if one.successor is not None)
    assert not any(one.corrected for one in found if one.successor is None)
