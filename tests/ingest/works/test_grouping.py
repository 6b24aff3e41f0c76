"""Descriptions become works, whatever their order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.works import Decision, Decisions, Face, Grouping, Verdict, candidates, compare, group, keys_of
from tests.ingest.works.faces import make_face

FUTURE = "科技外交与中美关系的未来发展"
NONE = Decisions()


def members(found: Grouping) -> list[set[str]]:
    return [{member.face.entry.place for member in one.members} for one in found.groups if len(one.members) > 1]


def decide(one: Face, other: Face, verdict: Verdict) -> Decisions:
    decision = Decision((one.uid, other.uid), verdict, "read both", "2026-11-22")
    return Decisions((decision,), "x", {frozenset(decision.works): decision})


def test_the_fullest_description_stands_for_the_work_and_each_other_says_why() -> None:
    full = make_face(FUTURE, "王明国", "b#1", year=2017, container="全球科技经济瞭望")
    short = make_face(FUTURE, "", "a#1")
    (one,) = group([short, full], NONE).groups
    assert [member.face.entry.place for member in one.members] == ["b#1", "a#1"]
    assert (one.members[1].other, one.members[1].likeness.evidence) == ("b#1", ("title",))
    assert one.paper is None
    assert one.uid in (full.uid, short.uid)


def test_a_paper_here_stands_for_the_works_that_it_is() -> None:
    paper = make_face(FUTURE, "王明国", "004", year=2017, is_paper=True)
    cited = make_face(FUTURE, "王明国", "003#17", year=2017, container="全球科技经济瞭望", issue="7")
    (one,) = group([cited, paper], NONE).groups
    assert one.paper == "004"
    assert one.members[0].face is paper


def test_a_paper_cites_neither_itself_nor_is_it_another_paper() -> None:
    paper, twin = (make_face(FUTURE, "王明国", slug, is_paper=True) for slug in ("004", "005"))
    own = make_face(FUTURE, "王明国", "004#1")
    assert members(group([paper, own], NONE)) == []
    assert members(group([paper, twin], NONE)) == []


def test_what_could_be_either_of_two_papers_is_neither_and_a_doubt() -> None:
    papers = [make_face(FUTURE, "", slug, is_paper=True) for slug in ("one", "two")]
    found = group([*papers, make_face(FUTURE, "", "c#1")], NONE)
    assert members(found) == []
    assert {(doubt.one, doubt.other) for doubt in found.doubts} == {("c#1", "one"), ("c#1", "two")}


def test_a_record_states_which_paper_a_work_is() -> None:
    paper = make_face(None, "张翼燕", "000", is_paper=True)
    told = make_face(None, "张翼燕等", "002#24", told=True, stated_paper="000", stated_source="its subject")
    (one,) = group([paper, told], NONE).groups
    assert one.members[1].likeness.evidence == ("record: its subject",)


def test_contradictions_keep_a_chain_from_joining_what_is_two() -> None:
    early = make_face("全球智库发展年度报告", "赵刚", "a#1", year=2014, url="a.cn/14")
    late = make_face("全球智库发展年度报告", "李萌", "b#1", year=2015, url="a.cn/15")
    bare = make_face("全球智库发展年度报告", "", "c#1")
    found = group([early, late, bare], NONE)
    assert len(members(found)) == 1
    assert not any({"a#1", "b#1"} <= one for one in members(found))
    assert len(found.doubts) == 1


def test_decisions_stand_above_likeness() -> None:
    one, other = make_face(FUTURE, "王明国", "a#1"), make_face(FUTURE, "", "b#1")
    assert members(group([one, other], decide(one, other, Verdict.DIFFERENT))) == []
    strange = make_face("Conscience and Science", "Austen Edwards", "c#1")
    (joined,) = group([one, strange], decide(one, strange, Verdict.SAME)).groups
    assert joined.members[1].likeness.evidence == ("decision of 2026-11-22: read both",)


def test_a_doubt_is_told_and_goes_when_it_is_decided() -> None:
    one = make_face("思想的国度与智库的政治", "Rich A", "a#1", year=2004)
    other = make_face("思想的国度与智库的政治", "Rich A", "b#1", year=2006)
    (doubt,) = group([one, other], NONE).doubts
    assert (doubt.one, doubt.other, doubt.likeness.evidence) == ("a#1", "b#1", ("title", "author"))
    assert group([one, other], decide(one, other, Verdict.SAME)).doubts == ()
    assert group([one, other], decide(one, other, Verdict.DIFFERENT)).doubts == ()


TITLES = (FUTURE, f"{FUTURE}：续", "智库报告2014", "智库报告2015", "概况", "", "Think Tanks", "国务院关于智库的意见")
FACES = st.builds(
    make_face,
    st.sampled_from(TITLES),
    st.sampled_from(["", "王明国", "赵刚", "Wang Mingguo", "国务院"]),
    st.integers(0, 9).map(lambda number: f"p{number}#1"),
    year=st.sampled_from([None, 2014, 2015]),
    container=st.sampled_from([None, "情报学报"]),
)


@given(st.lists(FACES, max_size=8, unique_by=lambda face: face.entry.place), st.randoms())
def test_the_order_changes_nothing_and_no_two_works_bear_one_identifier(faces: list[Face], chance: object) -> None:
    found = group(faces, NONE)
    chance.shuffle(faces)  # type: ignore[attr-defined]
    assert group(faces, NONE) == found
    uids = [one.uid for one in found.groups]
    assert len(uids) == len(set(uids))
    assert sorted(member.face.entry.place for one in found.groups for member in one.members) == sorted(
        face.entry.place for face in faces
    )


@given(st.lists(FACES, min_size=2, max_size=6, unique_by=lambda face: face.entry.place))
def test_what_is_the_same_shares_a_key(faces: list[Face]) -> None:
    found = {frozenset(pair) for pair in candidates(faces)}
    for one, other in combinations(range(len(faces)), 2):
        if compare(faces[one], faces[other]).verdict == Verdict.SAME:
            assert frozenset((one, other)) in found


@pytest.mark.parametrize("length", [0, 5000])
def test_keys_are_short_whatever_the_title(length: int) -> None:
    keys = keys_of(make_face("科" * length, "王明国", year=2017, url="http://a.cn/" + "x" * length))
    assert all(len(key) == 20 for key in keys)
    assert bool(keys) == bool(length)


def test_thousands_of_the_same_title_are_grouped_in_linear_time() -> None:
    faces = [make_face("概况", "", f"p{number}#1", url=f"a{number}.cn/x") for number in range(3000)]
    assert sum(1 for _ in candidates(faces)) == 0
