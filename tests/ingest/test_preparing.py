"""Analyses as rows, and rows as text and back: nothing here needs a database."""

import pickle
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from app.database import Base, transaction
from app.ingest.preparing import Counts, PaperRows, prepare
from app.ingest.records import Citation, Figure, Period
from app.ingest.store import save
from app.models import Figure as FigureRow
from tests.factories import make_analysis, make_claim, make_document, make_reference, open_database, vocabulary

FIGURES = (Figure(155, "个国家"), Figure(2))
CLAIMS = (
    make_claim("中国与日本签署协定。", countries="CN JP JP", instruments="agreement", cites="1", entities="x y"),
    make_claim("主要有：", type="other", cites="1"),
    make_claim(
        "已有155个国家。", section="1.1", figures=[Figure(155, "个国家"), Figure(2)], periods=[Period(2001, None)]
    ),
)


def prepared(*args: object, **fields: object) -> PaperRows:
    return prepare(make_analysis("p", *args, **fields), vocabulary())  # type: ignore[arg-type]


def test_every_row_has_the_columns_of_its_table_and_no_others() -> None:
    found = prepared(CLAIMS)
    assert {"section", "claim", "reference", "citation", "figure", "claim_period", "claim_entity"} <= set(found.tables)
    for name, rows in {"paper": [found.paper], **found.tables}.items():
        columns = Base.metadata.tables[name].columns
        needed = {column.name for column in columns if not column.nullable and column.default is None}
        for row in rows:
            assert set(row) <= set(columns.keys()), name
            assert needed - set(row) <= {"id", "paper_id"}, name


def test_rows_of_one_table_have_the_same_columns() -> None:
    """One statement puts all of them in."""
    spoken = replace(CLAIMS[0], text="另一句。", citations=(Citation("1", 2, "王明国"),))
    found = prepared((*CLAIMS, spoken), references=[make_reference("1", title="题"), make_reference("2")])
    for name, rows in found.tables.items():
        assert len({tuple(row) for row in rows}) == 1, name


def test_rows_name_the_rows_they_belong_to() -> None:
    tables = prepared(CLAIMS).tables
    first, second = (row["uid"] for row in tables["claim"])
    assert [row["section_id"] for row in tables["claim"]] == ["1", "1.1"]
    assert [(row["claim_id"], row["code"]) for row in tables["claim_country"]] == [(first, "CN"), (first, "JP")]
    assert [(row["claim_id"], row["reference_id"]) for row in tables["citation"]] == [(first, "1")]
    assert [(row["claim_id"], row["position"]) for row in tables["figure"]] == [(second, 0), (second, 1)]
    assert prepared(CLAIMS).parents == {"1.1": "1"}


def test_a_quantity_names_its_figure_by_claim_and_position() -> None:
    figures = (Figure(146, "名", text="146名"), Figure(1))
    claim = replace(make_claim("我国派遣了146名科技外交官。", countries="CN"), figures=figures)
    tables = prepared([claim]).tables
    assert [row["value"] for row in tables["figure"]] == [146, 1]
    assert [row["figure_id"] for row in tables["figure_quantity"]] == [(tables["claim"][0]["uid"], 0)]


def test_a_quantity_is_stored_with_its_own_figure(tmp_path: Path) -> None:
    sentence = "我国派遣了146名科技外交官。"
    claims = [
        replace(make_claim(f"{before}{sentence}", countries="CN"), figures=(Figure(1), Figure(146, "名", text="146名")))
        for before in ("", "又，")
    ]
    with open_database(tmp_path) as sessions:
        with transaction(sessions) as session:
            save(session, prepared(claims))
        with sessions() as session:
            stored = session.scalars(select(FigureRow).order_by(FigureRow.id)).all()
            assert [(row.value, row.quantity is not None) for row in stored] == [(1, False), (146, True)] * 2


def test_what_asserts_nothing_is_left_out_with_all_that_hangs_on_it() -> None:
    found = prepared(CLAIMS)
    assert [row["text"][:2] for row in found.tables["claim"]] == ["中国", "已有"]
    assert [row["position"] for row in found.tables["claim"]] == [0, 1]
    assert found.counts == Counts(sections=2, claims=2, references=1, citations=1)
    assert "claim" not in prepared([CLAIMS[1]]).tables


def test_a_mark_without_its_reference_is_a_warning_and_no_row() -> None:
    claim = replace(CLAIMS[0], citations=(Citation("1"), Citation("99")))
    found = prepared([claim], references=[make_reference("1")])
    assert [row["reference_id"] for row in found.tables["citation"]] == ["1"]
    assert [warning["code"] for warning in found.paper["warnings"]] == ["unresolved-citation"]


def test_rows_are_the_same_after_the_way_from_one_process_to_another() -> None:
    found = prepared(CLAIMS)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_the_checksum_is_that_of_the_document_as_it_was_read() -> None:
    document = make_document("p", "第一版。")
    first = prepared(document=document).paper["checksum"]
    assert prepared(document=document).paper["checksum"] == first
    assert prepared(document=make_document("p", "第二版。")).paper["checksum"] != first
