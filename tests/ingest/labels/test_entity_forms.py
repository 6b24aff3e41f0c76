"""Names that no list has: institutions, treaties and documents by their form, and what only looks like them."""

import pytest

from app.ingest.labels.entity_forms import FormLabeller
from app.ingest.labels.sentence import read_sentence


def found(forms: FormLabeller, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.name, one.country) for one in forms.find(read_sentence(text))]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("他在印度科技部任职。", "印度科技部", "IN"),
        ("意大利经济发展部与该机构合作。", "意大利经济发展部", "IT"),
        ("经德国艾伯特基金会资助。", "德国艾伯特基金会", "DE"),
        ("由美国国家毒品政策基金会提出。", "美国国家毒品政策基金会", "US"),
        ("国家安全委员会讨论了它。", "国家安全委员会", None),
        ("国际犯罪分析师协会的年会", "国际犯罪分析师协会", None),
        ("复旦大学的课题", "复旦大学", None),
        ("挪威警察大學參加", "挪威警察大學", "NO"),
        ("中国（海南）改革发展研究院", "中国（海南）改革发展研究院", "CN"),
    ],
)
def test_institutions(forms: FormLabeller, text: str, name: str, country: str | None) -> None:
    assert ("institution", name, country) in found(forms, text)


@pytest.mark.parametrize(
    "text",
    [
        "各国际科技组织和全国学会、协会",
        "美国著名大学与研究所",
        "我国外交布局和国家发展大局",
        "中国南部与美国内部",
        "设立了科技咨询委员会",
        "成为欧洲领先研究中心",
        "师范大学和综合大学",
        "中国部署在国际合作局势下",
        "法国当局批评美国当局",
    ],
)
def test_general_words_name_no_institution(forms: FormLabeller, text: str) -> None:
    assert found(forms, text) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("签署《中日科学技术合作协定》。", "agreement", "中日科学技术合作协定"),
        ("双方续签中日科技合作协定。", "agreement", "中日科技合作协定"),
        ("根据《不扩散核武器条约》", "agreement", "不扩散核武器条约"),
        ("发布《21世纪治愈法案》", "document", "21世纪治愈法案"),
        ("《国家智库管理办法（试行）》不长。", "document", "国家智库管理办法"),
        ("《论语》是书。", "", ""),
    ],
)
def test_titles(forms: FormLabeller, text: str, kind: str, name: str) -> None:
    assert [one[:2] for one in found(forms, text)][:1] == ([(kind, name)] if kind else [])


def test_the_country_before_a_national_body_belongs_to_its_name(forms: FormLabeller) -> None:
    assert ("institution", "波兰国家研究发展中心委员会", "PL") in found(forms, "波兰国家研究发展中心委员会批准。")


def test_wordings_of_one_name_have_one_code(forms: FormLabeller) -> None:
    texts = ("《中日科学技术合作协定》", "《日中科技合作协议》", "中日科学与技术合作协定书")
    assert {next(forms.find(read_sentence(text))).code for text in texts} >= {"中日科技合作协定"}
