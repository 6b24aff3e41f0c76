import json
from dataclasses import replace

from app.ingest.extract import as_json, number
from app.ingest.records import AddedReference, Citation, Figure, IngestWarning
from tests.factories import make_analysis, make_claim, make_document, make_reference

CLAIM = replace(
    make_claim(
        "中国与155个国家合作。",
        countries="CN CN",
        instruments="agreement",
        figures=[Figure(155, "个国家", approx=True)],
    ),
    citations=(Citation("17", 3), Citation("17", 9)),
    start=4,
    end=18,
)


def test_the_shape_is_the_one_that_others_rely_on() -> None:
    analysis = make_analysis(
        "p", [CLAIM, make_claim("如下：", type="other")], title="题", authors=("王明国",), year=2017
    )
    answer = as_json(analysis)
    assert answer["slug"] == "p"
    assert answer["paper"].items() >= {
        "title": "题", "title_en": None, "authors": ("王明国",), "abstract": None, "abstract_en": None, "keywords": (),
        "container": None, "year": 2017,
    }.items()  # fmt: skip
    assert answer["sections"][2] == {"id": "1.1", "level": 2, "heading": "政府间协定", "parent": "1"}
    claim, other = answer["claims"]
    assert claim.items() >= {
        "section": "1", "text": "中国与155个国家合作。", "type": "fact", "countries": ["CN"],
        "instruments": ["agreement"], "citations": ["17"], "start": 4, "end": 18,
    }.items()  # fmt: skip
    assert claim["figures"][0].items() >= {
        "value": 155, "unit": "个国家", "of": None, "year": None, "approx": True,
    }.items()  # fmt: skip
    assert other["type"] == "other"


def test_it_can_be_written_as_json_and_read_back() -> None:
    answer = as_json(make_analysis("p", [CLAIM], warnings=[IngestWarning("code", "Detail.", 1, 2)]))
    read = json.loads(json.dumps(answer, ensure_ascii=False))
    assert read["paper"]["authors"] == []
    assert read["warnings"] == [{"code": "code", "detail": "Detail.", "start": 1, "end": 2, "facts": []}]


def test_references_carry_what_the_record_adds() -> None:
    added = AddedReference("17", "a footnote elsewhere", title="未来", paper="004")
    document = make_document("p", added_references=(added,))
    note = make_reference("18", kind="note", text="注。")
    reference, second = as_json(make_analysis("p", references=[make_reference("17"), note], document=document))[
        "references"
    ]
    assert reference.items() >= {
        "label": "17", "text": None, "kind": "reference", "title": "未来", "paper": "004",
        "added": {"title": "a footnote elsewhere", "paper": "a footnote elsewhere"},
    }.items()  # fmt: skip
    assert (second["kind"], second["text"]) == ("note", "注。")


def test_ids_are_those_that_the_store_gives() -> None:
    claims = [make_claim("一样。"), make_claim("一样。")]
    first, second = (claim["id"] for claim in as_json(make_analysis("p", claims))["claims"])
    assert first != second
    assert as_json(make_analysis("p", claims[:1]))["claims"][0]["id"] == first


def test_whole_numbers_are_written_without_a_fraction() -> None:
    assert json.dumps([number(155.0), number(0.5), number(1e21)]) == "[155, 0.5, 1000000000000000000000]"
    assert number(float("inf")) == float("inf")
