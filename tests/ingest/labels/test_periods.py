from app.ingest.labels.periods import periods_of
from app.ingest.labels.sentence import read_sentence


def spans(text: str, published: int | None = 2015) -> list[tuple[int, int | None, str]]:
    return [(one.start, one.end, one.text) for one in periods_of(read_sentence(text), published)]


def test_words_are_as_printed() -> None:
    assert spans("２０ 世紀 ６０ 年代，雙方開始合作。") == [(1960, 1969, "２０ 世紀 ６０ 年代")]


def test_a_year_in_a_title_is_the_title_s() -> None:
    assert spans("《2016年科学指标》于2017年发布。") == [(2017, 2017, "2017年")]


def test_a_period_named_twice_is_one() -> None:
    assert spans("1986年签署，1986年生效，1990年终止。") == [(1986, 1986, "1986年"), (1990, 1990, "1990年")]
