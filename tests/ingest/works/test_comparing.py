"""Two descriptions: the same, unsure or different."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.works.comparing import Likeness, Verdict, compare, contradict
from app.ingest.works.entry import Face
from tests.ingest.works.faces import make_face

FUTURE = "科技外交与中美关系的未来发展"
ARTICLE: dict[str, Any] = {
    "container": "全球科技经济瞭望",
    "year": 2017,
    "issue": "7",
    "pages": "40-47",
    "document_type": "J",
}


def judged(one: Face, other: Face) -> Likeness:
    found = compare(one, other)
    assert compare(other, one) == found, "comparison is symmetric"
    return found


@pytest.mark.parametrize(
    ("title", "authors", "fields", "evidence"),
    [
        (FUTURE, "王明国", ARTICLE, ("title", "author", "year", "container", "pages")),
        (FUTURE, "", {}, ("title",)),
        ("科技外交與中美關係的未來發展", "王明国等", {}, ("title", "author")),
        (FUTURE, "WANG Ming-guo", {"year": 2017}, ("title", "author", "year")),
        (f"{FUTURE}——以对话为例", "王明国", {}, ("main title", "author")),
        ("科技外交与中美关系的末来发展", "王明国", {"year": 2017}, ("like title", "author", "year")),
        (FUTURE, "王明国", ARTICLE | {"year": 2007}, ("title", "author", "container", "pages")),
    ],
)
def test_the_same_in_other_words(title: str, authors: str, fields: dict[str, Any], evidence: tuple[str, ...]) -> None:
    found = judged(make_face(FUTURE, "王明国", **ARTICLE), make_face(title, authors, **fields))
    assert (found.verdict, found.evidence) == (Verdict.SAME, evidence)
    assert 0.8 <= found.confidence <= 0.99


def test_more_that_agrees_makes_surer() -> None:
    whole = make_face(FUTURE, "王明国", **ARTICLE)
    assert judged(whole, whole).confidence > judged(whole, make_face(FUTURE)).confidence


@pytest.mark.parametrize(
    ("title", "authors", "fields"),
    [
        (FUTURE, "赵刚", {}),
        (FUTURE, "", {"year": 2016}),
        ("科技外交与中俄关系的过去", "王明国", ARTICLE | {"pages": "1-9"}),
        (None, "王明国", {"year": 2017}),
    ],
)
def test_what_speaks_against_it(title: str | None, authors: str, fields: dict[str, Any]) -> None:
    found = judged(make_face(FUTURE, "王明国", **ARTICLE), make_face(title, authors, **fields))
    assert found == Likeness(Verdict.DIFFERENT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_face("Data sharing policy", "BBSRC"), make_face("Data sharing policy", "MRC")),
        (make_face("Issues", "Carnegie Europe", url="http://ce.eu/topic"), make_face("Issues", "Carnegie India")),
        (make_face("2014 Global Go To Think Tank Index"), make_face("2015 Global Go To Think Tank Index")),
        (make_face("国民经济第十三个五年规划纲要", "国务院"), make_face("国民经济第十一个五年规划纲要", "国务院")),
        (make_face("概况"), make_face("概况")),
        (
            make_face("科学的新边疆与外交的道路", doi="10.1000/aa"),
            make_face("科学的新边疆与外交的道路", doi="10.1000/ab"),
        ),
    ],
)
def test_yearly_reports_and_titles_of_many_stay_apart(one: Face, other: Face) -> None:
    assert judged(one, other).verdict == Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_face("Think Tanks", "Dickson P", year=1971, container="Atheneum", document_type="M"),
         make_face("Think tanks", "Dickson P", year=1971, container="ICIS Chemical", document_type="J")),
        (make_face("思想的国度与智库的政治", "Rich A", year=2004),
         make_face("思想的国度与智库的政治", "Rich A", year=2006)),
        (make_face("科技外交十讲的第一讲", "赵刚", url="a.cn/x"), make_face("Ten Lectures", "赵刚", url="a.cn/x")),
        (make_face("构建新型智库的理论框架", "朱旭峰", container="中国行政管理", issue="5"),
         make_face("构建新型智库的理论框架", "朱旭峰", container="理论参考", issue="1")),
    ],
)  # fmt: skip
def test_what_could_be_either_is_for_a_person(one: Face, other: Face) -> None:
    assert judged(one, other).verdict == Verdict.UNSURE


def test_a_doi_settles_it() -> None:
    found = judged(make_face("Science Diplomacy", doi="10.1000/AA"), make_face("Science diplomacy", doi="10.1000/aa"))
    assert found == Likeness(Verdict.SAME, ("DOI",), 1.0)
    assert judged(make_face("月球", doi="10.1000/aa"), make_face("火星", doi="10.1000/aa")).verdict == Verdict.UNSURE


def test_a_translation_is_the_same_where_author_year_number_and_page_agree() -> None:
    here = make_face(FUTURE, "王明国", **ARTICLE)
    there = make_face("S&T Diplomacy and US-China Relations", "Wang Mingguo", year=2017, issue="7", pages="40-47")
    assert judged(here, there).verdict == Verdict.SAME
    elsewhere = make_face("S&T Diplomacy and US-China Relations", "Wang Mingguo", year=2017, issue="8", pages="40-47")
    assert judged(here, elsewhere).verdict == Verdict.DIFFERENT


def test_a_parallel_title_counts_as_title() -> None:
    here = make_face(FUTURE, title_en="The Future of Sino-US Relations in Science")
    assert judged(here, make_face("The future of Sino-US relations in science")).evidence == ("title",)


def test_entries_without_title_are_compared_by_what_is_printed() -> None:
    printed = "Liu W D, Dunford M. Inclusive globalization. Area Development and Policy, 2016, 1(3): 323."
    assert judged(make_face(text=printed), make_face(text=printed.lower())).evidence == ("printed entry",)
    titled = make_face("Inclusive globalization", "Liu W D", year=2015, text="another entry")
    assert judged(make_face(text=printed), titled).verdict == Verdict.DIFFERENT
    titled = make_face("Inclusive globalization", "Liu W D", year=2016, text="another")
    assert judged(make_face(text=printed), titled).evidence == ("title", "author", "year")
    assert judged(make_face(url="a.gov/x.pdf"), make_face(url="http://a.gov/x.pdf")).evidence == ("address",)
    assert judged(make_face(url="a.gov"), make_face(url="a.gov")).verdict == Verdict.DIFFERENT


def test_issuing_bodies_before_a_title_are_authors() -> None:
    plain = make_face("关于加强新型智库建设的意见", "国务院办公厅")
    assert judged(plain, make_face("国务院办公厅关于加强新型智库建设的意见")).evidence[0] == "title"


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (make_face("甲", doi="10.1000/aa"), make_face("甲", doi="10.1000/ab"), True),
        (make_face("2014 Report"), make_face("2015 Report"), True),
        (make_face("甲", "赵刚", year=2014), make_face("甲", "李萌", year=2015), True),
        (make_face("甲", "赵刚", year=2014), make_face("甲", "赵刚", year=2015), False),
        (make_face("Report"), make_face("2015 Report"), False),
    ],
)
def test_what_keeps_groups_apart(one: Face, other: Face, against: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is against


WORDS = st.text("科技外交中美the of 2015：-（）王", max_size=20)


@given(WORDS, WORDS, st.sampled_from(["", "王明国", "Wang M", "国务院"]), st.sampled_from([None, 2015, 2016]))
def test_comparison_is_symmetric_and_a_description_is_not_unlike_itself(
    a: str, b: str, name: str, year: int | None
) -> None:
    one, other = make_face(a, name, place="a#1", year=year), make_face(b, name, place="b#1")
    judged(one, other)
    twin = make_face(a, name, place="a#2", year=year)
    if twin.uid == one.uid:
        assert compare(one, twin).verdict == Verdict.SAME, "no two works may bear one identifier"
