from pathlib import Path

from app.ingest.records import Figure
from app.search.documents import claim_document, index_fields
from app.search.request import ClaimDocument
from app.search.schema import WEIGHTS, schema
from tests.factories import make_claim, make_paper, make_reference, open_database
from tests.search.scan import make_document


def test_a_row_becomes_a_document(tmp_path: Path) -> None:
    claims = [
        make_claim("日本设立首席科学顾问。", countries="JP", instruments="advisory"),
        make_claim(
            "中美、中日签署协定。", section="1.1", type="statistic", countries="US JP CN", instruments="agreement aid"
        ),
    ]
    with open_database(tmp_path) as sessions, sessions() as session:
        paper = make_paper(session, "slug", claims, title="科技外交", year=2016)
        first, second = (claim_document(claim) for claim in paper.claims)
    assert second == ClaimDocument(
        uid=second.uid,
        paper="slug",
        position=second.position,
        text="中美、中日签署协定。",
        text_en="",
        heading="政府间协定",
        title="科技外交",
        heading_en="",
        title_en="",
        type="statistic",
        countries=("CN", "JP", "US"),
        instruments=("agreement", "aid"),
        year=2016,
        sections=("政府间协定", "引言"),
    )
    assert (first.heading, first.position < second.position, first.uid != second.uid) == ("引言", True, True)


def test_the_fields_are_those_of_the_schema() -> None:
    fields = index_fields(make_document("日本簽署 3 項協定。", text_en="Japan signed agreements.", countries=("JP",)))
    assert {*fields, "meaning"} == set(schema().names())
    assert set(WEIGHTS) <= set(fields)
    assert fields["folded"].decode() == "日本签署3项协定。"
    assert fields["characters"] == list("日本签署3项协定。")
    assert fields["bigrams"][0] == "日本"
    assert fields["english"] == ["japan", "sign", "agreement"]
    assert {"j", "ja", "s.", "."} <= set(fields["letters"])
    assert fields["country"] == ["JP"]
    assert fields["latin"] == ["3", "japan", "signed", "agreements"]


def test_what_stands_beside_a_claim_can_be_asked_for(tmp_path: Path) -> None:
    claims = [
        make_claim("中国与155个国家签署协定。", cites="1", figures=[Figure(155, "个", "国家", None)]),
        make_claim("双方开会。"),
    ]
    with open_database(tmp_path) as sessions, sessions() as session:
        references = [make_reference("1", text="赵刚.科技外交[M].2007.")]
        paper = make_paper(session, "slug", claims, authors=("赵刚",), authors_en=("Zhao Gang",), references=references)
        paper.claims[0].speaker = "钱学森"
        paper.claims[1].text_en = "They met."
        session.flush()
        first, second = (claim_document(claim) for claim in paper.claims)
    assert (first.has, second.has) == (("figure", "citation", "speaker"), ("translation",))
    assert (first.speaker, second.speaker, first.authors) == ("钱学森", "", ("赵刚", "Zhao Gang"))
    fields = index_fields(first)
    assert (fields["speaker"], fields["author"], fields["section"]) == (["钱学森"], ["赵刚", "zhao gang"], ["引言"])
    assert index_fields(second)["speaker"] == []


def test_what_is_unknown_is_empty() -> None:
    fields = index_fields(make_document("", year=None))
    assert (fields["year"], fields["words"], fields["folded"], fields["folded_en"]) == ([], [], b"", b"")
