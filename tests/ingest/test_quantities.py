"""Which numbers tell the same quantity, in sentences that no paper here prints."""

from dataclasses import replace

import pytest

from app.ingest.labels import label_claims
from app.ingest.quantities import FigureKey, find_quantities
from app.ingest.records import Claim, Figure, LabelSource
from tests.factories import make_claim, vocabulary


def keys(*texts: str, paragraphs: tuple[int, ...] = ()) -> list[FigureKey | None]:
    """The quantity of every figure that extraction finds in these sentences, which make one paragraph."""
    numbers = paragraphs or (0,) * len(texts)
    claims = [make_claim(text, paragraph=number) for text, number in zip(texts, numbers, strict=True)]
    found = find_quantities(label_claims(claims, vocabulary()), vocabulary())
    return [key for row in found for key in row]


def told(text: str) -> list[str]:
    """The keys that are told in one sentence."""
    return [key.key for key in keys(text) if key]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2012年，中国已与154个国家和地区建立了科技合作关系。", ["cn-st-partners"]),
        ("我国同150多个国家保持着科技合作关系。", ["cn-st-partners"]),
        ("日本与46个国家开展科技交流。", ["jp-st-partners"]),
        ("中国政府先后签署了103项政府间科技合作协议。", ["cn-st-agreements"]),
        ("俄罗斯签订了三十个政府间科学技术协定。", ["ru-st-agreements"]),
        ("我国与九十六个国家签订了政府间科技合作协定。", ["cn-st-agreements"]),
        ("法国向40多个国家派遣了200位科技参赞。", ["fr-st-posting-countries", "fr-st-diplomats"]),
        ("德国派驻了30名科技外交官。", ["de-st-diplomats"]),
        ("韩国的科技外交官共有25名。", ["kr-st-diplomats"]),
        ("中国在72个驻外使领馆设立了科技处。", ["cn-st-posts"]),
        ("印度加入了90个政府间国际科技组织。", ["in-intergovernmental-st-organisations"]),
        ("中国参加的国际科学技术组织已达1200个。", ["cn-st-organisations"]),
        ("我国已同140个国家签署了共建“一带一路”合作文件。", ["cn-bri-documents"]),
        ("以色列研发投入占GDP的比重为4.3%。", ["il-rd-intensity"]),
        ("2019年韩国研究与试验发展经费占国内生产总值的比例达到4.64%。", ["kr-rd-intensity"]),
    ],
)
def test_the_words_around_a_number_tell_its_quantity(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "中国与24个亚非国家建立了科技合作关系。",  # some of its partners
        "中国科协与60个国家开展科技交流。",  # a society's, not the country's
        "清华大学与50个国家开展科技合作。",
        "江苏省与70个国家建立了科技合作关系。",
        "中国科协加入了30个国际科技组织。",
        "英国设有11个科技外交官职位。",  # posts, not persons
        "中国签署了900个科技协议和谅解备忘录。",  # not between governments
        "日本与43个国家签署了文化协定。",
        "各国与110个国家开展科技合作。",  # nobody's
        "日本派遣了30名留学生。",
        "日本、韩国、法国和德国派驻了300名科技外交官。",  # of too many together
        "与80个国家开展科技合作。",
    ],
)
def test_what_a_reader_would_keep_apart_stays_apart(text: str) -> None:
    assert told(text) == []


def test_a_quantity_of_two_countries_is_that_of_neither() -> None:
    assert told("中美两国签署了27个政府间科技合作协定。") == ["cn-us-st-agreements"]


def test_the_country_that_a_clause_begins_with_owns_its_number() -> None:
    assert told("美国批评此事，中国加入了1100个国际科技组织。") == ["cn-st-organisations"]


def test_an_agreement_with_a_neighbour_is_of_both() -> None:
    assert told("中国不断努力，与日本签署了12个政府间科技合作协定。") == ["cn-jp-st-agreements"]


def test_countries_named_after_a_number_do_not_own_it() -> None:
    assert told("中国派驻了150名科技外交官，其中30名在美国。") == ["cn-st-diplomats"]


def test_a_count_of_partners_says_so() -> None:
    (agreements,) = keys("我国签订了111个政府间科技合作协定。")
    (partners,) = keys("我国与101个国家签订了政府间科技合作协定。")
    assert agreements
    assert partners
    assert (agreements.key, agreements.basis) == (partners.key, "")
    assert partners.basis == "partners"


def test_a_key_says_what_it_was_made_from() -> None:
    (key,) = keys("我国同158个国家和地区开展了科技合作。")
    assert key
    assert (key.code, key.owners, key.rule) == ("st-partners", ("CN",), "quantity:country")
    assert key.trigger == "同158个国家和地区开展了科技合作"


def test_a_sentence_without_a_country_goes_on_about_the_one_before() -> None:
    first, second = "我国高度重视科技外交。", "在驻50个国家的75个使领馆设置了科技处。"
    assert [key and (key.key, key.rule) for key in keys(first, second)] == [
        ("cn-st-posting-countries", "quantity:continued"),
        ("cn-st-posts", "quantity:continued"),
    ]
    assert keys(first, second, paragraphs=(1, 2)) == [None, None]
    assert keys("中美两国高度重视科技外交。", second) == [None, None]


def test_a_semicolon_parts_what_stands_on_both_sides() -> None:
    assert told("中国签署了一批文件；110个政府间科技合作协定。") == []


def described(of: str, unit: str = "篇", countries: str = "CN US", source: LabelSource = LabelSource.PERSON) -> Claim:
    """A claim with a figure that is described in these words."""
    claim = make_claim("合作发文50330篇。", countries=countries)
    return replace(claim, figures=(Figure(50330, unit, of, 2019, text="50330篇", source=source),))


def key_of(claim: Claim) -> str | None:
    """The key of a claim's only figure."""
    ((key,),) = find_quantities([claim], vocabulary())
    return key.key if key else None


def test_the_same_words_of_a_person_make_a_quantity() -> None:
    key = key_of(described("科研人员合作发文"))
    assert key
    assert key.startswith("words-")
    assert key == key_of(described("科研人员的合作发文", "万篇")) == key_of(described("主要科研人员合作发文"))


@pytest.mark.parametrize(
    "other",
    [
        described("科研人员合作专利"),
        described("科研人员合作发文", countries="CN"),
        described("科研人员合作发文", "%"),
    ],
)
def test_other_words_countries_or_units_make_another(other: Claim) -> None:
    assert key_of(other) != key_of(described("科研人员合作发文"))


def test_what_extraction_cuts_out_is_too_little() -> None:
    assert key_of(described("科研人员合作发文", source=LabelSource.RULE)) is None
    assert key_of(described("论文")) is None
    assert (
        key_of(replace(described("x"), figures=(Figure(3, "篇", None, text="3篇", source=LabelSource.PERSON),))) is None
    )


def test_a_claim_without_figures_has_none() -> None:
    assert list(find_quantities([make_claim()], vocabulary())) == [()]
    assert list(find_quantities([], vocabulary())) == []


def test_a_figure_that_is_not_printed_in_its_sentence_is_of_no_known_quantity() -> None:
    claim = make_claim("我国派遣了146名科技外交官。", countries="CN")
    assert key_of(replace(claim, figures=(Figure(9, "名", None, text="9名"),))) is None
    assert key_of(replace(claim, figures=(Figure(146, "名", None),))) is None


def test_a_number_printed_twice_is_read_at_each_place() -> None:
    text = "我国派遣了47名科技外交官，并与47名学者合作。"
    assert [key and key.code for key in keys(text)] == ["st-diplomats", None]


@pytest.mark.parametrize("length", [10, 5000])
def test_long_sentences_take_no_longer_at_each_number(length: int) -> None:
    text = "我国" + "，与科技网络合作" * length + "，派遣了146名科技外交官。"
    assert "cn-st-diplomats" in told(text)
