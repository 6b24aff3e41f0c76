import pytest

from app.search.conditions import Everything, HasTerm
from app.search.goals import Highest
from app.search.scoring import Scoring
from app.search.snapshot import Snapshot


def test_without_segments_nothing_is_ranked() -> None:
    empty = Scoring([])
    assert (empty.documents, empty.weigh({("words", "协定"): 1}).rank([])) == (0, ([], []))


def test_statistics_count_deleted_documents_as_long_as_their_segment_has_them(snapshot: Snapshot) -> None:
    assert snapshot.scoring.documents == snapshot.documents == sum(one.columns.documents for one in snapshot.segments)
    assert snapshot.documents >= 5


def test_ranking_counts_terms_in_all_segments(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1}
    found, scores = snapshot.scoring.weigh(terms).rank(snapshot.find(HasTerm("words", "协定")))
    by_uid = {
        segment.uid(number): score
        for segment, numbers, values in zip(snapshot.segments, found, scores, strict=True)
        for number, score in zip(numbers.tolist(), values.tolist(), strict=True)
    }
    assert by_uid.keys() == {"b0", "b1", "c1"}
    assert max(by_uid, key=by_uid.__getitem__) == "b1"
    alone, [weight] = Snapshot(snapshot.segments[-1:]).scoring.weigh(terms).rank(found[-1:])
    assert weight.tolist() != scores[-1].tolist()
    assert alone[0].tolist() == found[-1].tolist()


def test_ranking_again_gives_the_same(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1, ("bigrams", "日本"): 2, ("words", "没有的"): 1}
    everything = snapshot.find(Everything())
    other = Snapshot(snapshot.segments)
    first, again, fresh = (one.scoring.weigh(terms).rank(everything)[1] for one in (snapshot, snapshot, other))
    assert [scores.tolist() for scores in first] == [scores.tolist() for scores in again]
    assert [scores.tolist() for scores in first] == [scores.tolist() for scores in fresh]


def test_only_as_many_as_asked_for_need_be_ranked(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1}
    everything = snapshot.find(HasTerm("words", "协定"))
    few, scores = snapshot.scoring.weigh(terms).rank(everything, Highest(1))
    _, all_scores = snapshot.scoring.weigh(terms).rank(everything)
    assert max(max(s.tolist(), default=0.0) for s in scores) == max(max(s.tolist(), default=0.0) for s in all_scores)
    assert sum(map(len, few)) <= sum(map(len, everything))


def test_what_words_could_be_worth_counts_those_that_no_text_has(snapshot: Snapshot) -> None:
    possible = snapshot.scoring.possible
    known, unknown = {("words", "协定"): 1.0}, {("words", "瑞士"): 1.0}
    assert possible(known | unknown) == pytest.approx(possible(known) + possible(unknown))
    assert possible(unknown) > possible(known) > 0
    assert possible({("words", "瑞士"): 2.0}) == pytest.approx(2 * possible(unknown))


def test_a_latin_word_that_no_text_has_counts_once_and_headings_never(snapshot: Snapshot) -> None:
    possible = snapshot.scoring.possible
    stem = {("english", "swissnex"): 1.0}
    assert possible(stem | {("words", "swissnex"): 1.0}) == possible(stem) > 0
    assert possible({("heading", "协定"): 1.0, ("title", "协定"): 1.0}) == 0


def test_no_score_is_above_the_most(snapshot: Snapshot) -> None:
    weighing = snapshot.scoring.weigh({("words", "协定"): 1.0, ("bigrams", "日本"): 2.0, ("words", "没有的"): 1.0})
    _, scores = weighing.rank(snapshot.find(Everything()))
    assert 0 < max(max(some.tolist(), default=0.0) for some in scores) <= weighing.most


def test_terms_are_weighed_once_and_only_if_documents_are_ranked(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[object] = []
    really = Scoring.weighed
    monkeypatch.setattr(Scoring, "weighed", lambda self, terms: weighed.append(terms) or really(self, terms))
    weighing = snapshot.scoring.weigh({("words", "协定"): 1.0})
    assert not weighed
    everything = snapshot.find(Everything())
    assert len(weighing.rank(everything)[0]) == len(weighing.rank(everything, Highest(1))[0])
    assert weighing.most > 0
    assert len(weighed) == 1


def test_rare_terms_count_more_whatever_their_field_weighs(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = [("words", "协定"), ("words", "培训"), ("characters", "协"), ("words", "瑞士")]
    often, seldom, character, never = snapshot.scoring.rarities(terms)
    assert 0 == never < often < seldom
    assert character == often
    assert snapshot.scoring.rarities(terms) == [often, seldom, character, never]
    monkeypatch.setattr("app.search.scoring._RARITIES", 0)
    assert snapshot.scoring.rarities(terms[:1]) == [often]
    assert len(snapshot.scoring._rarities) == 1
