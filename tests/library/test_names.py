import pytest

from app.catalogue.views import PaperTitle
from app.ingest.records import ClaimType
from app.library.errors import UnknownCodeError
from app.library.names import TYPES, Label, Names
from app.search.request import Filters
from tests.factories import vocabulary

PAPERS = {
    "001": PaperTitle("科技外交概论", "An Introduction"),
    "002": PaperTitle("同名", None),
    "003": PaperTitle("同名", None),
    "004": PaperTitle(None, None),
}
NAMES = Names(vocabulary(), PAPERS)


@pytest.mark.parametrize(
    ("field", "name", "code"),
    [
        ("country", "日本", "JP"),
        ("country", "Japan", "JP"),
        ("country", "jp", "JP"),
        ("country", "歐盟", "EU"),
        ("country", "瓦肯星", None),
        ("instrument", "政府间科技合作协议", "agreement"),
        ("instrument", "agreement", "agreement"),
        ("instrument", "操作工具", "operational"),
        ("instrument", "strategic", "strategic"),
        ("instrument", "魔法", None),
        ("type", "观点", "viewpoint"),
        ("type", "觀點", "viewpoint"),
        ("type", "Fact", "fact"),
        ("type", "other", None),
        ("has", "数字", "figure"),
        ("has", "譯文", "translation"),
        ("has", "Citation", "citation"),
        ("has", "灵魂", None),
        ("paper", "001", "001"),
        ("paper", "《科技外交概论》", "001"),
        ("paper", "an introduction", "001"),
        ("paper", "同名", None),
        ("paper", "", None),
        ("paper", "《》", None),
        ("colour", "red", None),
    ],
)
def test_names_in_either_language_and_script_mean_codes(field: str, name: str, code: str | None) -> None:
    assert NAMES.resolve(field, name) == code


@pytest.mark.parametrize(
    ("field", "code", "label"),
    [
        ("country", "JP", Label("日本", "Japan")),
        ("instrument", "agreement", Label("政府间科技合作协议", "S&T agreements", "operational")),
        ("type", "statistic", Label("数据", "Statistic")),
        ("paper", "001", Label("科技外交概论", "An Introduction")),
        ("paper", "002", Label("同名", "同名")),
        ("paper", "004", Label("004", "004")),
        ("year", "2017", Label("2017", "2017")),
        ("country", "gone", Label("gone", "gone")),
    ],
)  # fmt: skip
def test_codes_are_named_in_both_languages(field: str, code: str, label: Label) -> None:
    assert NAMES.label(field, code) == label


def test_named_instruments_are_named_and_belong_to_a_kind() -> None:
    first = next(iter(vocabulary().named_instruments))
    assert NAMES.label("named_instrument", first.code) == Label(first.zh, first.en or first.zh, first.kind)


def test_filters_are_checked_value_by_value() -> None:
    checked = NAMES.check(Filters(country=("日本", "us"), instrument=("战略工具",), type=("事实",), year=(2000, 2010)))
    assert checked == Filters(country=("JP", "US"), instrument=("strategic",), type=("fact",), year=(2000, 2010))
    with pytest.raises(UnknownCodeError, match="no type 'rumour'; use one of definition"):
        NAMES.check(Filters(type=("fact", "rumour")))


def test_every_type_that_a_claim_can_have_is_named() -> None:
    assert set(TYPES) == {*ClaimType} - {ClaimType.OTHER}
