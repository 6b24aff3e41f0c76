"""The fields of one entry of a reference list or footnote, as far as its text gives them.

Three ways of writing are understood:
    GB/T 7714      薛澜.智库热的冷思考[J].中国行政管理,2014(5):6-10.
    Chinese notes  黄金祺：《论“外交”新定义的理论特色》，《外交评论》，2005年第3期，第100—101页。
    Latin notes    Nina V. Fedoroff, “Science Diplomacy in the 21st Century”, *Cell*, Vol 36, 2009, pp 9-11.
Nothing is guessed: what an entry does not say stays `None`. Of a book, `container` is its publisher.
"""

import re
import unicodedata
from dataclasses import dataclass

from app.ingest.records import Reference, ReferenceKind
from app.text.names import is_chinese_name, split_authors
from app.text.scripts import has_han

_URL = re.compile(r"<?\s*((?:https?|ftp|htt?p)\s?:\s?/{1,2}[^\s<>，。；）》]+|www\.[^\s<>，。；）》]+)\s*>?", re.IGNORECASE)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s，。；\]]+)")
_TYPE = re.compile(r"\s*[\[［〔]\s*([A-Z]{1,2})\s*(?:[/／]\s*([A-Z]{2}))?\s*[\]］〕]")
_ACCESSED = re.compile(r"[\[［][\s\dO-]*[\]］]")
"""[2015-01-14] is when a page was read, not when it appeared."""
_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_PAGES = r"(\d+\s*[-–—~]+\s*\d+(?:\s*[,，]\s*\d+\s*[-–—~]+\s*\d+)*|\d+)"
_LATIN_PAGES = re.compile(rf"\bpp?\.?\s*{_PAGES}", re.IGNORECASE)
_CHINESE_PAGES = re.compile(rf"第\s*{_PAGES}\s*页")
_CHINESE_NOTE = re.compile(
    r"(?:参见|详见|转引自|载|见)?[：:]?\s*(?:([^《》〈〉“”：:。]{1,60})[：:]\s*)?《((?:[^《》]|《[^《》]*》)+)》\s*[，,。.（(]?\s*(.*)"
)
_LATIN_QUOTED = re.compile(r"([^“”\"*]{2,200}?)[,，:]\s*[“\"]([^”\"]{3,}?)[,.，]?[”\"]\s*[,，]?\s*(.*)")
_LATIN_ITALIC = re.compile(r"([^“”\"*]{2,200}?)[,，:]\s*\*([^*]{3,}?)[,.]?\*\s*[,，]?\s*(.*)")
_UNTYPED = re.compile(rf"(.{{2,160}}?[^A-Z.．\s])[.．]\s*([^.．]{{4,200}})[.．]\s*([^.．,，]{{2,80}})[,，]\s*(?={_YEAR})")
_SECONDHAND = re.compile(r"\s*(?:转引自|参见|cited (?:in|from))[：:]?.*", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """What was found of an entry; filled step by step by the reader of its style."""

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    document_type: str | None = None
    url: str | None = None
    doi: str | None = None


def parse_footnote(label: str, text: str, start: int, end: int) -> Reference:
    """A footnote as a reference, or as a note when it is written in none of the styles and names no address."""
    fields = _parse(text)
    kind = ReferenceKind.NOTE if fields is None else ReferenceKind.REFERENCE
    return _reference(label, text, start, end, fields or Fields(), kind)


def parse_entry(label: str, text: str, start: int, end: int) -> Reference:
    """An entry of a reference list; in no known style, its year and address are still read."""
    fields = _parse(text) or _loose(text)
    return _reference(label, text, start, end, fields, ReferenceKind.REFERENCE)


def _reference(label: str, text: str, start: int, end: int, fields: Fields, kind: ReferenceKind) -> Reference:
    return Reference(
        label=label,
        kind=kind,
        text=text,
        authors=fields.authors,
        title=fields.title,
        container=fields.container,
        year=fields.year,
        volume=fields.volume,
        issue=fields.issue,
        pages=fields.pages,
        document_type=fields.document_type,
        url=fields.url,
        doi=fields.doi,
        start=start,
        end=end,
    )


def _parse(text: str) -> Fields | None:
    """The fields of an entry in one of the three styles, or `None`."""
    fields = Fields()
    rest = _take_addresses(text, fields)
    if match := _TYPE.search(rest):
        _read_standard(fields, rest[: match.start()], match, rest[match.end() :])
    elif match := _CHINESE_NOTE.match(rest):
        _read_chinese_note(fields, *match.groups())
    elif not has_han(rest[:40]) and (match := _latin_match(_SECONDHAND.sub("", rest))):
        _read_latin_note(fields, *match.groups())
    elif (match := _UNTYPED.match(rest)) and _are_names(split_authors(match[1])):
        fields.authors, fields.title, fields.container = split_authors(match[1]), _tidy(match[2]), _tidy(match[3])
        _read_numbering(fields, unicodedata.normalize("NFKC", rest[match.end() :]))
    elif not (fields.url and len(rest.strip(" .,。，<>")) <= 30):
        return None
    return fields


def _are_names(authors: tuple[str, ...]) -> bool:
    """Whether every author looks like a person: without the type mark [J] only that tells authors from a title."""
    return bool(authors) and all(is_chinese_name(a) if has_han(a) else len(a) <= 40 and a.count(" ") <= 4 for a in authors)


def _latin_match(text: str) -> re.Match[str] | None:
    return min(filter(None, (_LATIN_QUOTED.match(text), _LATIN_ITALIC.match(text))), key=lambda m: m.start(2), default=None)


def _loose(text: str) -> Fields:
    """Year and address of an entry in an unknown style."""
    fields = Fields()
    rest = _ACCESSED.sub(" ", _take_addresses(text, fields))
    years = re.findall(_YEAR, rest)
    fields.year = int(years[-1]) if len(set(years)) == 1 else None
    return fields


def _take_addresses(text: str, fields: Fields) -> str:
    """Puts address and DOI into `fields` and answers the text without them."""
    if match := _URL.search(text):
        fields.url = match[1].rstrip(".,;:)]")
        text = f"{text[: match.start()]} {text[match.end() :]}"
    if match := _DOI.search(fields.url or text):
        fields.doi = match[1].rstrip(".,;)")
        if not fields.url:
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return re.sub(r"\s+", " ", text).strip()


# GB/T 7714 ------------------------------------------------------------------------------------------------


def _read_standard(fields: Fields, head: str, mark: re.Match[str], tail: str) -> None:
    """GB/T 7714-2015, 4.1 to 4.6: 作者. 题名[J]. 刊名, 年, 卷(期): 页."""
    kind = mark[1]
    fields.document_type = f"{kind}/{mark[2]}" if mark[2] else kind
    fields.authors, fields.title = _split_head(head)
    tail = unicodedata.normalize("NFKC", tail).lstrip(" .,。")
    published = _ACCESSED.sub(" ", tail)
    host = re.match(r"\s*//\s*([^.。]+)[.。]?\s*(.*)", published)
    if host:
        fields.container = _tidy(_after_authors(host[1]))
        published = host[2]
    _read_numbering(fields, published)
    if not host:
        found = _host(kind, published)
        fields.container = None if found and re.search(r"[/$\\]", found) else found  # a broken address is no host


def _after_authors(text: str) -> str:
    """The title of a volume behind its editors: 王缉思,编:中国… → 中国…."""
    return re.split(r"(?:主编|编)\s*[:.]", text)[-1]


def _split_head(head: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and title of `作者. 题名`: the first full stop that does not belong to an initial parts them."""
    for match in re.finditer(r"[.．。]", head):
        before, after = head[: match.start()], head[match.end() :]
        initial = re.search(r"(?:^|[,，;；、&]\s*|\band\s+|[A-Z][.．]\s*-?)[A-Z]$", before)
        if not initial and after.strip(" .") and before.strip():
            return split_authors(before), _tidy(after)
    named = re.match(r"\s*([^：:]{2,20})[：:]\s*(.+)", head)
    if named and len(split_authors(named[1])) >= 1 and all(len(a) <= 4 and has_han(a) for a in split_authors(named[1])):
        return split_authors(named[1]), _tidy(named[2])
    return (), _tidy(head)


def _read_numbering(fields: Fields, text: str) -> None:
    """Year, volume, issue and pages: `2014(5):6-10`, `2016,1(5):78-84`, `2014,5:29-33`, `2016-05-18(1)`."""
    years = list(re.finditer(_YEAR, text))
    if not years:
        return
    fields.year = int(years[0][1])
    rest = text[years[0].end() :]
    numbered = re.match(r"(?:\s*,\s*([A-Za-z]?\d{1,4}))?\s*(?:\(\s*([^()]{1,12}?)\s*\))?\s*(?:[:.]\s*(?=\d)|$|[.,;\s])", rest)
    if numbered:
        fields.volume, fields.issue = numbered[1], numbered[2]
    pages = re.search(rf"[:：]\s*{_PAGES}", rest)
    fields.pages = re.sub(r"\s", "", pages[1]) if pages else None


def _host(kind: str, text: str) -> str | None:
    """Journal, newspaper, publisher or university: what stands before the year."""
    before = re.split(_YEAR, text, maxsplit=1)[0]
    before = re.sub(r"[\s,.(:]+$", "", before)
    if kind in "MCRGZ" or kind == "DB":
        before = re.split(r"[:：]", before)[-1]
        before = re.split(r"[.．]\s*", before)[-1] if has_han(before) else before
    return _tidy(before)


# Notes ----------------------------------------------------------------------------------------------------


def _read_chinese_note(fields: Fields, authors: str | None, title: str, rest: str) -> None:
    """作者：《题名》，《刊名》，2005年第3期，第100—101页。"""
    fields.authors = split_authors(authors) if authors else ()
    fields.title = _tidy(title)
    hosted = re.search(r"《([^》]+)》", rest)
    first = re.split(r"[，,。（(]", rest, maxsplit=1)[0].strip()
    plain = first if first and not re.match(r"\d|第|同前|同上", first) else None
    fields.container = _tidy(hosted[1] if hosted else re.split(r"[：:]", plain)[-1] if plain else None)
    if year := re.search(_YEAR, rest):
        fields.year = int(year[1])
    issue = re.search(r"第\s*([A-Za-z]?\d+)\s*期", rest)
    volume = re.search(r"第\s*(\d+)\s*卷", rest)
    pages = _CHINESE_PAGES.search(rest)
    fields.issue, fields.volume = issue and issue[1], volume and volume[1]
    fields.pages = re.sub(r"\s", "", pages[1]) if pages else None
    fields.document_type = _note_type(fields, rest, bool(hosted))


def _note_type(fields: Fields, rest: str, hosted: bool) -> str | None:
    """The type letter of GB/T 7714 that a note's own words show."""
    if hosted and fields.issue:
        return "J"
    if re.search(r"\d+\s*日.{0,4}第\s*\d+\s*版", rest) or (hosted and re.search(r"[日时]报", fields.container or "")):
        return "N"
    if "出版社" in rest:
        return "M"
    return "EB/OL" if fields.url else None


def _read_latin_note(fields: Fields, authors: str, title: str, rest: str) -> None:
    """Author, “Title”, *Host*, Vol. 1, No. 2, 2009, pp. 9-11."""
    fields.authors = split_authors(authors)
    fields.title = _tidy(title)
    hosted = re.search(r"\*([^*]+)\*", rest)
    fields.container = _tidy(hosted[1]) if hosted else _first_part(rest)
    plain = re.sub(r"\*[^*]+\*", " ", rest)
    if years := re.findall(_YEAR, plain):
        fields.year = int(years[-1])
    volume = re.search(r"\bVol(?:ume)?\.?\s*(\d+)", plain, re.IGNORECASE)
    issue = re.search(r"\b(?:No|Na|Nr|Issue|Number)\.?\s*(\d+)", plain, re.IGNORECASE)
    pages = _LATIN_PAGES.search(plain)
    fields.volume, fields.issue = volume and volume[1], issue and issue[1]
    fields.pages = re.sub(r"\s", "", pages[1]) if pages else None
    if volume or issue:
        fields.document_type = "J"


def _first_part(rest: str) -> str | None:
    """Publisher or host: the first part of `rest` that is no date, number or page."""
    for part in re.split(r"[,，]\s*", rest):
        plain = part.strip(" .。")
        if plain and not re.match(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d|pp?\b|Vol|No\b|eds?\b", plain):
            return _tidy(plain)
    return None


def _tidy(text: str | None) -> str | None:
    """`text` without punctuation and emphasis around it; `None` when nothing is left."""
    plain = (text or "").strip().strip("*").strip(" .,，。;；:：*—-")
    return plain or None
