"""What breaks careless exports, in every format: what a program reads back is what went in.

BibTeX and BibLaTeX are one file; bibtexparser reads it, rispy RIS, and the standard library JSON and XML.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares

from app import cite
from app.cite.exchange.records import UNTITLED
from app.cite.works import Work


@dataclass(frozen=True)
class Read:
    """What a program reads of a work. A Western name stands as `family, given`, every other as it is."""

    title: str
    authors: tuple[str, ...]
    year: str
    container: str
    note: str


def read_bibtex(text: str) -> Read:
    decoding = [
        middlewares.SeparateCoAuthors(),
        middlewares.LatexDecodingMiddleware(keep_braced_groups=False),
        middlewares.SplitNameParts(),
    ]
    library = bibtexparser.parse_string(text, append_middleware=decoding)
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    parts = ((" ".join((*name.von, *name.last)), " ".join(name.first)) for name in fields.get("author", ()))
    names = (", ".join(part.removeprefix("{").removesuffix("}") for part in pair if part) for pair in parts)
    plain = {name: str(value).replace("ˆ", "^").replace("–", "-").replace("’", "'") for name, value in fields.items()}
    year, container = plain.get("year", ""), plain.get("journal", "")
    return Read(plain["title"], tuple(names), year, container, plain.get("annotation", ""))


def read_ris(text: str) -> Read:
    (record,) = rispy.loads(text)
    authors, notes = tuple(record.get("authors", ())), " ".join(record.get("notes", ()))
    return Read(record["title"], authors, record.get("year", ""), record.get("secondary_title", ""), notes)


def read_csl(text: str) -> Read:
    (item,) = json.loads(text)
    names = (name.get("literal") or _joined(name["family"], name["given"]) for name in item.get("author", ()))
    year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else ""
    return Read(item["title"], tuple(names), year, item.get("container-title", ""), item.get("note", ""))


def _joined(family: str, given: str) -> str:
    return f"{family}, {given}" if family.isascii() else family + given


def read_endnote(text: str) -> Read:
    (record,) = ET.fromstring(text.encode()).findall("./records/record")  # noqa: S314 — our own file
    names = ((author.text or "").removesuffix(",") for author in record.findall("contributors/authors/author"))
    found = (record.findtext(path) or "" for path in ("dates/year", "titles/secondary-title", "notes"))
    return Read(record.findtext("titles/title") or "", tuple(names), *found)


FORMATS: dict[str, tuple[Callable[[list[Work]], str], Callable[[str], Read]]] = {
    "bibtex": (cite.as_bibtex, read_bibtex),
    "ris": (cite.as_ris, read_ris),
    "csljson": (cite.as_csl_json, read_csl),
    "endnote": (cite.as_endnote_xml, read_endnote),
}
every_format = pytest.mark.parametrize("format", FORMATS)


def back(work: Work, format: str) -> Read:
    write, read = FORMATS[format]
    return read(write([work]))


def test_every_format_that_is_offered_is_tried() -> None:
    assert FORMATS.keys() == cite.FORMATS.keys()


@every_format
def test_a_thousand_authors(format: str) -> None:
    authors = tuple(f"作者{'甲乙丙丁戊己庚辛壬癸'[n % 10]}" for n in range(500)) + tuple(
        f"Ann B. Au{n}" for n in range(500)
    )
    found = back(Work(title="题", authors=authors, document_type="J"), format).authors
    assert len(found) == 1000
    assert (found[0], found[499], found[500], found[999]) == ("作者甲", "作者癸", "Au0, Ann B.", "Au499, Ann B.")


@every_format
@pytest.mark.parametrize("sign", ["长", "a", "长 ", "科a "])
def test_a_title_of_five_thousand_characters(format: str, sign: str) -> None:
    title = (sign * 5000)[:5000].strip()
    assert back(Work(title=title, document_type="J"), format).title == title


@every_format
@pytest.mark.parametrize(
    "text",
    [
        "A {b} {{c}} d}",
        "\\input{/etc/passwd} \\alpha 100% & #1_$x^~",
        "<b>科技</b> &amp; <script>alert(1)</script>",
        "]]> <!-- x --> <?php ?>",
        "@comment{ TY - JOUR",
        "a = {b}, c # d",
        "《科技外交》——“软实力”？",
    ],
)
def test_braces_tex_and_markup_are_text(format: str, text: str) -> None:
    found = back(Work(title=text, container=text, note=text, document_type="J"), format)
    assert (_same(found.title), _same(found.container), _same(found.note)) == (_same(text),) * 3


def _same(text: str) -> str:
    """Marks that a TeX decoder makes typographic, which it may."""
    return text.replace("“", '"').replace("”", '"').replace("—", "-").replace("–", "-").replace("--", "-")


@every_format
@pytest.mark.parametrize("cut", ["\n", "\r\n", "\u2028", "\x85", "\nER  - \n", "\x0b\x00"])
def test_line_breaks_part_nothing(format: str, cut: str) -> None:
    found = back(Work(title=f"科技{cut}外交", authors=("王明国", f"Nina{cut} Fedoroff"), document_type="J"), format)
    assert found.title == " ".join(f"科技{cut}外交".replace("\x00", "").split())
    assert len(found.authors) == 2


@every_format
@pytest.mark.parametrize(
    "author",
    ["鹤", "王强", "王明国", "欧阳修", "司马相如", "欧阳", "爱新觉罗·溥仪", "阿卜杜拉·阿不都热依木", "外交部"],
)
def test_names_in_chinese_stay_whole(format: str, author: str) -> None:
    assert back(Work(title="题", authors=(author, "赵刚"), document_type="J"), format).authors == (author, "赵刚")


@every_format
@pytest.mark.parametrize("author", ["费多罗夫（Nina V. Fedoroff）", "尼娜·费德洛夫(Nina V. Fedoroff)", "[美]约瑟夫·奈"])
def test_western_names_beside_chinese_are_kept(format: str, author: str) -> None:
    (found,) = back(Work(title="题", authors=(author,), document_type="J"), format).authors
    assert found in (author, author.removeprefix("[美]"))


@every_format
@pytest.mark.parametrize(
    ("author", "read"),
    [
        ("Nina V. Fedoroff", "Fedoroff, Nina V."),
        ("Ludwig van der Berg", "van der Berg, Ludwig"),
        ("The Royal Society and Friends", "The Royal Society and Friends"),
        ("United Nations", "United Nations"),
    ],
)
def test_western_names_are_parted_and_bodies_are_not(format: str, author: str, read: str) -> None:
    (found,) = back(Work(title="T", authors=(author,), document_type="J"), format).authors
    assert found == read


@every_format
@pytest.mark.parametrize("document_type", ["J", "M", "R", None])
def test_no_author_no_year_no_title(format: str, document_type: str | None) -> None:
    assert back(Work(document_type=document_type), format) == Read(UNTITLED, (), "", "", "")
    assert back(Work(title="题", document_type=document_type), format).title == "题"


@every_format
def test_a_note_says_what_no_entry_prints(format: str) -> None:
    note = "Added, not printed where it is cited (title, year): the publisher's page."
    assert back(Work(title="题", note=note), format).note == note
    assert "publisher's page" not in cite.reference_text(Work(title="题", note=note))
