"""Word documents: opened with python-docx, and their parts read against what ECMA-376 asks of footnotes."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from lxml import etree

from app.cite.notebook import Draft, Kept, Language, Notebook, as_word, make_draft

Drafts = Callable[..., Draft]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of a document as an independent reader finds them: an archive of XML."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        return {one.get("Id"): (one.get("Type"), one.get("Target")) for one in self.part(name).iter(RELATIONSHIPS)}

    def ids(self, part: str, path: str) -> list[str]:
        return [element.get(f"{{{W}}}id") for element in self.part(part).iterfind(path, NAMES)]


@pytest.fixture
def package(draft: Drafts) -> Package:
    return Package(as_word(draft()))


def text_of(element: etree._Element) -> str:
    return "".join(element.itertext(f"{{{W}}}t"))


def test_python_docx_opens_it_and_reads_the_text(draft: Drafts) -> None:
    document = Document(io.BytesIO(as_word(draft())))
    paragraphs = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert paragraphs[:6] == [
        ("Heading 1", "我的[草稿]"),
        ("Quote", "“费德洛夫认为，科技外交是‘桥梁’。”"),
        ("Quote", "“Fedoroff calls it a ‘bridge’.” [translation: Kewai]"),
        ("Normal", "Use this first."),
        ("Normal", "- as *is*"),
        ("Normal", "1. Who says so?"),
    ]
    assert paragraphs[-3][1] == "参考文献 · References"
    assert paragraphs[-2][1].startswith("王明国.")
    assert document.core_properties.title == "我的[草稿]"
    assert document.core_properties.author == ""


def test_every_mark_has_its_footnote_and_every_footnote_its_mark(package: Package) -> None:
    marks = package.ids("word/document.xml", ".//w:footnoteReference")
    assert marks == ["1", "2", "3"]
    assert package.ids("word/footnotes.xml", "./w:footnote") == ["-1", "0", *marks]
    quotations = list(package.part("word/document.xml").iter(f"{{{W}}}p"))
    marked = [text_of(one) for one in quotations if one.find(".//w:footnoteReference", NAMES) is not None]
    assert marked == ["“费德洛夫认为，科技外交是‘桥梁’。”", "“中国与155个国家签署协定。”", "“日本发布战略。”"]


def test_a_footnote_is_the_reference_the_place_and_a_link(package: Package, draft: Drafts) -> None:
    notes = package.part("word/footnotes.xml").findall("./w:footnote", NAMES)[2:]
    passages = [passage for passage in draft().passages if passage.sentences]
    targets = package.targets("word/_rels/footnotes.xml.rels")
    assert len(notes) == len(passages)
    for note, passage in zip(notes, passages, strict=True):
        assert text_of(note) == f" {passage.footnote} {passage.address}"
        assert note.find(".//w:footnoteRef", NAMES) is not None
        link = note.find(".//w:hyperlink", NAMES).get(f"{{{NAMES['r']}}}id")
        assert targets[link] == (f"{NAMES['r']}/hyperlink", passage.address)


def test_the_package_declares_the_part(package: Package) -> None:
    types = package.archive.read("[Content_Types].xml").decode()
    assert (
        '<Override PartName="/word/footnotes.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
    ) in types
    assert (f"{NAMES['r']}/footnotes", "footnotes.xml") in package.targets("word/_rels/document.xml.rels").values()
    assert package.archive.testzip() is None


def test_the_separators_are_there_and_the_settings_name_them_in_their_place(package: Package) -> None:
    notes = package.part("word/footnotes.xml")
    kinds = [note.get(f"{{{W}}}type") for note in notes]
    assert kinds[:2] == ["separator", "continuationSeparator"]
    assert set(kinds[2:]) == {None}
    assert notes.find("./w:footnote/w:p/w:r/w:separator", NAMES) is not None
    assert package.ids("word/settings.xml", "./w:footnotePr/w:footnote") == ["-1", "0"]
    order = [etree.QName(element).localname for element in package.part("word/settings.xml")]
    assert order.index("footnotePr") == order.index("compat") - 1


def test_every_style_that_is_used_is_defined(package: Package) -> None:
    styles = package.part("word/styles.xml")
    defined = {
        style.get(f"{{{W}}}styleId"): style.find("w:name", NAMES).get(f"{{{W}}}val")
        for style in styles.iterfind("./w:style", NAMES)
    }
    used = {
        element.get(f"{{{W}}}val")
        for part in ("word/document.xml", "word/footnotes.xml")
        for element in package.part(part).iter(f"{{{W}}}pStyle", f"{{{W}}}rStyle")
    }
    assert used <= defined.keys()
    assert {"footnote text", "footnote reference", "Quote"} <= {defined[style] for style in used}


def test_chinese_is_set_as_chinese(package: Package) -> None:
    runs = package.part("word/document.xml").iter(f"{{{W}}}r")
    hints = {text_of(run)[:3]: run.find("w:rPr/w:rFonts", NAMES) is not None for run in runs if text_of(run)}
    assert hints["“费德"]
    assert not hints["“Fe"]
    language = package.part("word/styles.xml").find(".//w:docDefaults//w:lang", NAMES)
    assert language.get(f"{{{W}}}eastAsia") == "zh-CN"


def test_what_is_not_known_and_what_is_no_character_does_not_break_it() -> None:
    notebook = Notebook((Kept("\x00gone", "a\x0bb\x07\nc"),), "t\x01" * 200)
    content = as_word(make_draft(notebook, {}, "apa", Language.EN, lambda id: id))
    texts = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert "gone" in texts[1]
    assert texts[2:] == ["a", "b ", "c"]
    assert Package(content).ids("word/document.xml", ".//w:footnoteReference") == []


def test_the_template_leaves_no_picture_and_the_page_is_a4(package: Package, draft: Drafts) -> None:
    assert not [name for name in package.archive.namelist() if "thumbnail" in name]
    (section,) = Document(io.BytesIO(as_word(draft()))).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
