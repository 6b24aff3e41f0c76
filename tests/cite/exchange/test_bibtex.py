"""Our BibTeX as bibtexparser reads it."""

from typing import Any

import bibtexparser
import pytest
from bibtexparser import middlewares
from hypothesis import given

from app.cite import as_bibtex
from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, page_range
from app.cite.works import Work
from tests.cite.exchange.samples import NASTY, PRACTICE, works

VERBATIM = ("doi", "url")
"""Fields that BibLaTeX takes as they stand."""


def read(text: str) -> list[dict[str, Any]]:
    """The entries, each field as a reader sees it; names in their parts."""
    plain = bibtexparser.parse_string(text)
    decoded = bibtexparser.parse_string(
        text,
        append_middleware=[
            middlewares.SeparateCoAuthors(),
            middlewares.LatexDecodingMiddleware(),
            middlewares.SplitNameParts(),
        ],
    )
    assert not plain.failed_blocks
    entries = []
    for raw, entry in zip(plain.entries, decoded.entries, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        fields |= {field.key: field.value for field in raw.fields if field.key in VERBATIM}
        entries.append(fields | {"ENTRYTYPE": entry.entry_type, "ID": entry.key})
    return entries


def plain(text: str) -> str:
    """pylatexenc reads the circumflex that stands alone as the modifier letter, and two hyphens as a dash."""
    return text.replace("ˆ", "^").replace("–", "-").replace("—", "-")


def test_every_field_comes_back() -> None:
    (entry,) = read(as_bibtex([NASTY]))
    assert plain(entry["title"]) == NASTY.title
    assert plain(entry["titleaddon"]).replace("”", '"') == NASTY.title_en
    assert entry["journal"] == NASTY.container
    assert (entry["publisher"], entry["address"], entry["edition"]) == ("Press, Inc.", "Cambridge, Mass.", "2")
    assert (entry["year"], entry["volume"], entry["number"], plain(entry["pages"])) == ("2001", "1", "2/3", "1-3")
    assert entry["doi"] == NASTY.doi
    assert entry["url"] == "https://a.example/?x=%20&y~z#k_%7B1%7D"


def test_chinese_names_and_bodies_stay_whole_and_western_names_are_parted() -> None:
    (entry,) = read(as_bibtex([NASTY]))
    names = [("".join(name.last), " ".join(name.first), "".join(name.jr)) for name in entry["author"]]
    assert names == [
        ("{王明国}", "", ""),
        ("{欧阳修}", "", ""),
        ("Peebles", "Peyton Z.", "Jr"),
        ("{The Royal Society and Friends}", "", ""),
        ("{费多罗夫（Nina V. Fedoroff）}", "", ""),
        ("{鹤}", "", ""),
    ]
    assert ["".join(name.last) for name in entry["editor"]] == ["Bee", "{司马迁}"]


@pytest.mark.parametrize(
    ("work", "langid", "language"),
    [
        (PRACTICE, "chinese", "zh-CN"),
        (Work(title="T", language="en-US"), "english", "en-US"),
        (Work(title="题"), "chinese", "zh-CN"),
        (Work(title="T"), None, None),
    ],
)
def test_the_language_is_said_for_biblatex(work: Work, langid: str | None, language: str | None) -> None:
    (entry,) = read(as_bibtex([work]))
    assert (entry.get("langid"), entry.get("language")) == (langid, language)


def test_what_an_entry_may_lack() -> None:
    (entry,) = read(as_bibtex([Work()]))
    assert entry == {"ENTRYTYPE": "misc", "ID": "work", "title": UNTITLED}


def test_a_thousand_authors_and_a_title_of_five_thousand_characters() -> None:
    crowd = Work(
        title="长" * 5000, authors=tuple(f"Ann B. Author{number}" for number in range(1000)), document_type="J"
    )
    (entry,) = read(as_bibtex([crowd]))
    assert len(entry["author"]) == 1000
    assert "".join(entry["author"][999].last) == "Author999"
    assert len(entry["title"]) == 5000
    assert len(entry["ID"]) <= 60


@given(works)
def test_any_work_comes_back(work: Work) -> None:
    (entry,) = read(as_bibtex([work, work]))[:1]
    taken = Work.of(work)
    assert entry["ENTRYTYPE"] == kind_of(taken).bibtex
    assert entry["ID"].isascii()
    assert entry.get("year") == (None if work.year is None else str(work.year))
    assert entry.get("volume") == work.volume
    assert entry.get("doi") == work.doi
    assert entry.get("url") == work.url
    assert len(entry.get("author", [])) == len(work.authors)
    assert plain(entry.get("pages", "")) == "-".join(part for part in page_range(taken) if part)


@given(works)
def test_braces_and_titles_survive_in_the_source(work: Work) -> None:
    text = as_bibtex([work])
    bare = text.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    (entry,) = bibtexparser.parse_string(text).entries
    escaped = entry["title"].removeprefix("{").removesuffix("}")
    for tex, character in ((r"\textbackslash{}", "\\"), (r"\textasciitilde{}", "~"), (r"\textasciicircum{}", "^")):
        escaped = escaped.replace(tex, f"\0{ord(character)}\0")
    for character in "{}#$%&_":
        escaped = escaped.replace(f"\\{character}", character)
    for character in "\\~^":
        escaped = escaped.replace(f"\0{ord(character)}\0", character)
    assert escaped == Work.of(work).title
