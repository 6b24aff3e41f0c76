"""What matching knows of a work at one place, and the same in the form in which two places are compared."""

import hashlib
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.ingest.works.persons import Person, read_persons
from app.text.formulas import read_formulas
from app.text.normalise import bare, fold_text
from app.text.scripts import is_han

UID_LENGTH = 12
TELLING = 8.0
"""Weight from which a title alone can name a work: 科技外交 and Data sharing policy are titles of many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work as one place describes it: an entry of a list, a citing sentence, or the record of a paper here.

    `place` names that place for good (`slug#label`, or a slug alone for a paper here). `told` is true where only a
    sentence describes the work; `sentences` are then those sentences, and those of its text where it is a paper.
    """

    place: str
    authors: tuple[str, ...] = ()
    authors_en: tuple[str, ...] = ()
    title: str | None = None
    title_en: str | None = None
    container: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    document_type: str | None = None
    doi: str | None = None
    url: str | None = None
    text: str | None = None
    told: bool = False
    is_paper: bool = False
    stated_paper: str | None = None
    stated_source: str = ""
    sentences: tuple[str, ...] = ()

    @property
    def paper(self) -> str:
        """Slug of the paper in which it stands, or which it is."""
        return self.place.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Face:
    """An entry made comparable: titles in bare form, persons, and the letters of what is printed.

    `uid` is the entry's public identifier. It comes from all that is compared, and from its place where that names no
    work: only descriptions that are equal, and so of one work, share it, and it outlives re-ingestion.
    """

    entry: Entry
    uid: str
    titles: tuple[str, ...]
    main_titles: tuple[str, ...]
    marks: tuple[str, ...]
    """Numbers, years and parts that the title names: of yearly reports they alone tell one from another."""
    persons: tuple[Person, ...]
    container: str
    first_page: str
    doi: str
    url: str
    letters: str = field(default="", repr=False)


_DASH = re.compile(r"[—–－-]+一+|一+[—–－-]+|(?<=[\u3400-\u9fff])一{1,2}(?=基于|以.{2,12}为|在.{2,20}上|兼[论谈及])")
"""A dash of which a part was read as the numeral one."""
_SUBTITLE = re.compile(r"\s*(?::|：|-{2,}|—+|－+|–+|\.\s+(?=[A-Z]))\s*")
_WRAPPING = re.compile(r"^\s*[《“\"「『]+|[》”\"」』]+\s*$|\(?全文\)?$|(?<=》)全文")
_MARKS = re.compile(
    r"\d+|(?<=第)[一二三四五六七八九十百]+|[(（]([一二三四五六七八九十上中下])[)）]|[上中下](?=[篇册卷部]|$)"
    r"|\b(?:part|vol\.?|volume)\s+([ivx]+)\b"
)
_ROMAN = re.compile(r"\b[ivx]{1,4}$")
_O_FOR_ZERO = re.compile(r"(?<=\d)[oO](?=\d|\b)|(?<=\d)[oO](?=\d)|(?<=[12])[oO](?=\d\d)")
_DOI = re.compile(r"10\.\d{4,9}/[^\s\]>]+[\w/)]", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:h?t+ps?|ftp)[:：]?/*(?:www\.)?|^www\.", re.IGNORECASE)


def face_of(entry: Entry) -> Face:
    """`entry` in the form in which it is compared."""
    written = [_mended(title) for title in (entry.title, entry.title_en) if title]
    titles = tuple(dict.fromkeys(key for title in written if (key := _key(title))))
    mains = tuple(dict.fromkeys(key for title in written if (key := _key(_SUBTITLE.split(title, maxsplit=1)[0]))))
    persons = read_persons((*entry.authors, *entry.authors_en))
    read = {
        "container": _key(entry.container or ""),
        "first_page": (re.findall(r"\d+", entry.pages or "") or [""])[0],
        "doi": _doi(entry),
        "url": address_key(entry.url or ""),
    }
    return Face(
        entry=entry,
        uid=_uid(entry, titles, persons, read),
        titles=titles,
        main_titles=mains,
        marks=_marks(written[0]) if written else (),
        persons=persons,
        **read,
        letters=_key(_mended(entry.text or ""))[:300],
    )


def address_key(url: str) -> str:
    """An address without what varies in print: scheme, www, case, spaces, the slash at its end.

    >>> address_key("htp://www.RAND.org/srg.html"), address_key("http:/gotothinktank.com/")
    ('rand.org/srg.html', 'gotothinktank.com')
    """
    plain = _SCHEME.sub("", "".join(url.split())).lower()
    return plain.rstrip("/.,;。")


def _mended(title: str) -> str:
    """A title without typesetter's formulas and wrapping, and with the zeros that were read as letters."""
    return _O_FOR_ZERO.sub("0", _DASH.sub("——", _WRAPPING.sub("", _WRAPPING.sub("", read_formulas(title).text))))


def _key(text: str) -> str:
    return bare(fold_text(text))


def _marks(title: str) -> tuple[str, ...]:
    folded = fold_text(title)
    found = [next(filter(None, match.groups()), match[0]) for match in _MARKS.finditer(folded)]
    return tuple(sorted({*found, *_ROMAN.findall(folded)}))


def _doi(entry: Entry) -> str:
    found = _DOI.search(entry.doi or "") or _DOI.search(entry.url or "")
    return found[0].lower() if found else ""


def _uid(entry: Entry, titles: tuple[str, ...], persons: tuple[Person, ...], read: Mapping[str, str]) -> str:
    """All that is compared, where that can name a work; else the letters of the entry, or its place."""
    known = [*titles, *(person.key for person in persons), entry.year, entry.volume, entry.issue, *read.values()]
    beside = persons and (entry.year or read["container"] or read["url"])
    named = titles and not entry.told and (weight(titles[0]) >= TELLING or beside)
    printed = "" if titles or entry.told else _key(entry.text or "")
    identity = "\n".join(str(one or "") for one in known) if named else printed or entry.place
    return make_uid(identity)


def make_uid(identity: str) -> str:
    """A public identifier of 60 bits, in letters and digits."""
    return b32encode(hashlib.blake2b(identity.encode()).digest()).decode("ascii").lower()[:UID_LENGTH]


@lru_cache(maxsize=65536)
def weight(title: str) -> float:
    """How much a title in bare form says: a Han character is one, of Latin letters it takes two and a half."""
    han = sum(map(is_han, title))
    return han + 0.4 * (len(title) - han)
