"""A draft as a Word document, with footnotes that Word numbers and keeps at the foot of their pages."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from app.cite.notebook.draft import Draft, Passage
from app.cite.notebook.footnotes import Footnotes
from app.text.scripts import is_han

_LANGUAGES = {"w:val": "en-GB", "w:eastAsia": "zh-CN"}


def as_word(draft: Draft) -> bytes:
    """The document as the bytes of a `.docx` file (ECMA-376): quotations with footnotes, the notes, papers."""
    document = Document()
    _prepare(document, draft.title)
    footnotes = Footnotes(document)
    _write(document.add_heading(level=1), draft.title)
    for passage in draft.passages:
        _write_passage(document, footnotes, passage)
    if draft.references:
        _write(document.add_heading(level=2), draft.references_title)
    for reference in draft.references:
        _write(document.add_paragraph(), reference)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _write_passage(document: WordDocument, footnotes: Footnotes, passage: Passage) -> None:
    for number, sentence in enumerate(passage.sentences):
        paragraph = document.add_paragraph(style="Quote")
        _write(paragraph, sentence.text)
        if number == 0:
            note = footnotes.add(paragraph)
            _write(note, f"{passage.footnote} ")
            footnotes.add_link(note, passage.address)
    if passage.missing:
        _write(document.add_paragraph(), passage.missing)
    for line in filter(str.strip, passage.note.splitlines()):
        _write(document.add_paragraph(), line)


def _write(paragraph: Paragraph, text: str) -> None:
    """Text as a run; where there is Chinese in it, quotation marks are set as wide as characters (17.3.2.26)."""
    run = paragraph.add_run(_printable(text))
    if any(map(is_han, text)):
        properties = run._r.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _prepare(document: WordDocument, title: str) -> None:
    """A4, languages of text and theme, the document's own properties, and no picture of the template's first page."""
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for element in (defaults.find(qn("w:lang")), document.settings.element.find(qn("w:themeFontLang"))):
        for name, language in _LANGUAGES.items():
            element.set(qn(name), language)
    quote = document.styles["Quote"].element.get_or_add_rPr()
    for slant in ("w:i", "w:iCs"):  # Chinese type has no italics
        for element in quote.findall(qn(slant)):
            quote.remove(element)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _printable(title)[:255], "", ""
    package = document.part.package
    for key in [key for key, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[key]


def _printable(text: str) -> str:
    """XML has no control characters, and a document of ours must open whatever a paper or a reader wrote."""
    return "".join(c if c.isprintable() else " " for c in text)
