"""Footnotes of a Word document: the part of the package that python-docx, as of 1.2, has no words for.

ECMA-376-1:2016, 11.3.7 (the part), 17.11 (its content): footnotes -1 and 0 are the lines that separate notes from
text, and the settings name them; the others are numbered from 1 and marked by `w:footnoteReference` in the text.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TEXT_STYLE, MARK_STYLE = "footnote text", "footnote reference"
"""Names by which Word knows its own styles for notes and their marks."""
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Footnotes:
    """The footnotes of `document`, which gets the part, the styles and the settings for them."""

    def __init__(self, document: Document) -> None:
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        uri = PackURI("/word/footnotes.xml")
        self._part = XmlPart(uri, CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
        self._document = document
        _add_styles(document)
        self._count = 0
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        for number, kind in _SEPARATORS:
            _append_separator(root, number, kind)
        _declare_separators(document)

    def add(self, paragraph: Paragraph) -> Paragraph:
        """Puts a mark at the end of `paragraph` and answers the note's own paragraph, to be filled."""
        self._count += 1
        reference = _child(paragraph.add_run(style=MARK_STYLE)._r, "w:footnoteReference")
        reference.set(qn("w:id"), str(self._count))
        note = _child(self._part.element, "w:footnote")
        note.set(qn("w:id"), str(self._count))
        written = Paragraph(_child(note, "w:p"), self._document)
        written.style = TEXT_STYLE
        _child(written.add_run(style=MARK_STYLE)._r, "w:footnoteRef")
        written.add_run(" ")
        return written

    def add_link(self, paragraph: Paragraph, address: str) -> None:
        """Puts `address` at the end of a note's `paragraph`, as a link that leads there."""
        link = _child(paragraph._p, "w:hyperlink")
        target = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), target)
        run = Run(_child(link, "w:r"), paragraph)
        run.text, run.font.underline = address, True


def _add_styles(document: Document) -> None:
    text = document.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style(MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def _append_separator(root: BaseOxmlElement, number: str, kind: str) -> None:
    note = _child(root, "w:footnote")
    note.set(qn("w:type"), kind)
    note.set(qn("w:id"), number)
    _child(_child(_child(note, "w:p"), "w:r"), f"w:{kind}")


def _declare_separators(document: Document) -> None:
    """In the settings `footnotePr` stands before `compat` (the order of CT_Settings, 17.15.1.78)."""
    settings = document.settings.element
    declared = OxmlElement("w:footnotePr")
    for number, _kind in _SEPARATORS:
        _child(declared, "w:footnote").set(qn("w:id"), number)
    settings.find(qn("w:compat")).addprevious(declared)


def _child(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    parent.append(element)
    return element
