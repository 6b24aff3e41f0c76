import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels import label_claims
from app.ingest.labels.periods import periods_of
from app.ingest.labels.sentence import read_sentence
from app.ingest.records import Claim
from app.vocabulary import Vocabulary


def spans(text: str, published: int | None = 2015) -> list[tuple[int, int | None, str]]:
    return [(one.start, one.end, one.text) for one in periods_of(read_sentence(text), published)]


def test_words_are_as_printed() -> None:
    assert spans("２０ 世紀 ６０ 年代，雙方開始合作。") == [(1960, 1969, "２０ 世紀 ６０ 年代")]


def test_a_year_in_a_title_is_the_title_s() -> None:
    assert spans("《2016年科学指标》于2017年发布。") == [(2017, 2017, "2017年")]


def test_a_period_named_twice_is_one() -> None:
    assert spans("1986年签署，1986年生效，1990年终止。") == [(1986, 1986, "1986年"), (1990, 1990, "1990年")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国提出建设21世纪海上丝绸之路。", []),
        ("21世纪海上丝绸之路于2013年提出。", [(2013, 2013)]),
        ("21世纪以来，21世纪海上丝绸之路建设加快。", [(2001, None)]),
        ("《21世纪外交：让科技覆盖整个国务院》影响深远。", []),
        ("美国通过了２１世纪治愈法案。", []),
        ("美国参议院通过2021年应对中国挑战法案。", [(2021, 2021)]),
        ("各国在2015年巴黎气候变化大会上达成共识。", [(2015, 2015)]),
        ("国家中长期科学和技术发展规划纲要（2006—2020年）提出目标。", []),
        ("冷战时期，科学交流是双方的纽带。", [(1947, 1991)]),
        ("十四五规划提出扩大科技开放。", [(2021, 2025)]),
        ("特朗普描绘了美国新世纪的愿景。", []),
        ("新世纪以来，科技外交受到重视。", [(2001, None)]),
        ("1979年中美签署科技合作协定。", [(1979, 1979)]),
    ],
)
def test_a_year_in_a_name_is_the_name_s(
    text: str, expected: list[tuple[int, int | None]], vocabulary: Vocabulary
) -> None:
    (labelled,) = label_claims([Claim("1", text, 0, len(text))], vocabulary, 2022)
    assert [(one.start, one.end) for one in labelled.periods] == expected


PIECES = ("20 世紀 ６０ 年代", "1979年", "2006-2010年", "冷战", "十三五规划", "，", "《", "》", "合作", "２１世纪海上")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.data())
def test_names_take_away_only_what_they_hold(text: str, data: st.DataObject) -> None:
    sentence = read_sentence(text)
    everything = periods_of(sentence, 2015)
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    kept = periods_of(sentence, 2015, data.draw(st.lists(place, max_size=3)))
    assert {(one.start, one.end) for one in kept} <= {(one.start, one.end) for one in everything}
    assert all(one.text in text for one in kept)
    assert periods_of(sentence, 2015, [(-1, len(text) + 1)]) == ()
