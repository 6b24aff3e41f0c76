"""Word documents: paragraphs, tables, heading levels and footnotes in reading order."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.ingest.errors import ReadError
from app.ingest.formats import docx as reader
from app.ingest.limits import MAX_FILE_BYTES

FOOTNOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 王明国：《科技外交》，</w:t></w:r>
<w:r><w:t>2017年。</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>赵刚：《简报》。</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def saved(document: Document) -> bytes:
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def add_footnotes(document: Document) -> None:
    uri = PackURI("/word/footnotes.xml")
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def call_footnote(document: Document, number: str, text_before: str) -> None:
    run = document.paragraphs[-1].add_run(text_before)
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), number)
    run._r.append(mark)


def test_blocks_come_in_reading_order() -> None:
    document = docx.Document()
    document.add_heading("科技外交", level=0)
    document.add_heading("概念", level=1)
    document.add_paragraph("第一段。").add_run("同一段。").bold = True
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ["国家", "协定", "日本", "3"], strict=True):
        cell.text = text
    document.add_heading("缘起", level=2)
    document.add_paragraph("制表\t换行\n完。")
    assert reader.read(saved(document)).text.split("\n") == [
        "科技外交",
        "# 概念",
        "第一段。同一段。",
        "国家\t协定",
        "日本\t3",
        "## 缘起",
        "制表\t换行",
        "完。",
    ]


def test_a_merged_cell_stands_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip((c for row in table.rows for c in row.cells), "abcdef", strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).merge(table.cell(1, 2))
    assert reader.read(saved(document)).text.split("\n") == ["a b\tc f", "d\te\t"]


def test_footnotes_are_marked_where_they_are_called_and_follow_the_paragraph() -> None:
    document = docx.Document()
    add_footnotes(document)
    document.add_paragraph()
    call_footnote(document, "2", "一方面。")
    call_footnote(document, "3", "另一方面。")
    document.add_paragraph("下一段。")
    call_footnote(document, "3", "")
    call_footnote(document, "99", "没有这个注。")
    assert reader.read(saved(document)).text.split("\n") == [
        "一方面。①另一方面。②",
        "① 王明国：《科技外交》，2017年。",
        "② 赵刚：《简报》。",
        "下一段。①没有这个注。",
        "① 赵刚：《简报》。",
    ]


def test_deleted_text_of_tracked_changes_is_gone() -> None:
    document = docx.Document()
    run = document.add_paragraph("留下的。").add_run()
    deleted = OxmlElement("w:delText")
    deleted.text = "删去的。"
    run._r.append(deleted)
    assert reader.read(saved(document)).text == "留下的。"


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ReadError, match=r"it is no \.docx file"):
        reader.read(b"no archive")


def test_an_archive_that_unfolds_beyond_the_limit_is_refused_before_it_is_unfolded() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as member:
        for _ in range(MAX_FILE_BYTES // 2**20 + 1):
            member.write(b"\0" * 2**20)
    assert len(data.getvalue()) < 1_000_000
    with pytest.raises(ReadError, match="it unpacks to"):
        reader.read(data.getvalue())
