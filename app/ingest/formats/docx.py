"""Word documents (.docx): paragraphs, tables and footnotes in reading order."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.ingest.errors import ReadError
from app.ingest.formats.extracted import Extracted
from app.ingest.limits import MAX_FILE_BYTES

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read(data: bytes) -> Extracted:
    """The text, a paragraph a line. Raises ReadError for what is no Word document.

    A heading style becomes `#` signs. A footnote is marked with a circled number where it is called, and its
    text follows the paragraph on a line of its own, numbered anew each time: as journals set page footnotes.
    """
    _refuse_bomb(data)
    document = docx.Document(BytesIO(data))
    lines = _lines(document.iter_inner_content(), _heading_signs(document), _footnotes(document))
    return Extracted("\n".join(lines))


def _refuse_bomb(data: bytes) -> None:
    """A .docx is a ZIP archive, and a small one may unfold to more than fits."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ReadError("it is no .docx file", "open it in a word processor and save it as .docx") from error
    if unpacked > MAX_FILE_BYTES:
        cause = f"it unpacks to {unpacked:,} bytes, and {MAX_FILE_BYTES:,} is the limit"
        raise ReadError(cause, "remove its pictures or split it")


def _lines(blocks: Iterable[Paragraph | Table], headings: dict[str, str], footnotes: dict[str, str]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(_cell_text(cell) for cell in row._tr.tc_lst)
            continue
        called: list[str] = []
        text = _text(block._p, footnotes, called)
        yield headings.get(block._p.style or "", "") + text if text.strip() else text
        yield from (f"{_CIRCLED[i]} {note}" for i, note in enumerate(called))


def _cell_text(cell: Any) -> str:
    """A cell on one line. A cell that was merged with others stands once, where it begins."""
    return " ".join(" ".join(_text(paragraph, {}, []) for paragraph in cell.iter(qn("w:p"))).split())


def _text(element: Any, footnotes: dict[str, str], called: list[str]) -> str:
    """The element's text; the notes it calls are added to `called`."""
    parts = []
    for node in element.iter(qn("w:t"), *_BREAKS, qn("w:footnoteReference")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in _BREAKS:
            parts.append(_BREAKS[node.tag])
        elif (note := footnotes.get(node.get(qn("w:id")))) and len(called) < len(_CIRCLED):
            parts.append(_CIRCLED[len(called)])
            called.append(note)
    return "".join(parts)


def _heading_signs(document: WordDocument) -> dict[str, str]:
    """`#` signs by the identifier of each heading style: looked up once, as a look-up by paragraph is slow."""
    signs = {}
    for style in document.styles:
        kind, _, level = (style.name or "").lower().rpartition(" ")
        if kind in {"heading", "标题"} and level.isdecimal():
            signs[style.style_id] = "#" * min(int(level), 6) + " "
    return signs


def _footnotes(document: WordDocument) -> dict[str, str]:
    """Footnote texts by their number in the file; the separators that Word keeps among them have no text."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError:
        return {}
    notes = parse_xml(part.blob).iter(qn("w:footnote"))
    texts = ((note.get(qn("w:id")), " ".join(_text(note, {}, []).split())) for note in notes)
    return {number: text for number, text in texts if text}
