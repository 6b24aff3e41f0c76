"""What stands around a figure: years outside titles and ranges, and the noun that is counted."""

import pytest

from app.ingest.labels.figure_context import Years, counted


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1979年签署,#", 1979),
        ("1979年签署,1986年续签,#", 1986),
        ("#,1979年签署", None),
        ("1979年签署;#", None),
        ("1979年签署。1986年#", 1986),
        ("1979-1986年#", None),
        ("1979年至1986年#", None),
        ("2018财年#", 2018),
        ("第1979号#", None),
        ("《2016年科学指标》#", None),
        ("12019年#", None),
    ],
)
def test_the_last_year_before_a_place(text: str, year: int | None) -> None:
    assert Years(text).before(text.index("#")) == year


@pytest.mark.parametrize(
    ("text", "figure", "unit", "noun"),
    [
        ("签署了107个科技协定。", "107个", "个", "科技协定"),
        ("与20个国家合作", "20个国家", "个国家", "国家"),
        ("提高3个百分点", "3个百分点", "个百分点", "提高"),
        ("科学家共367人参加会议", "367人", "人", "科学家"),
        ("经费占20%", "20%", "%", "经费"),
        ("达到50人,", "50人", "人", None),
        ("的60家科学组织", "60家", "家", "科学组织"),
        ("60家", "60家", "家", None),
    ],
)
def test_the_noun_that_is_counted(text: str, figure: str, unit: str, noun: str | None) -> None:
    start = text.index(figure)
    assert counted(text, unit, start, start + len(figure)) == noun
