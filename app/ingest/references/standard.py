"""Entries in GB/T 7714-2015: 薛澜.智库热的冷思考[J].中国行政管理,2014(5):6-10."""

import re
import unicodedata
from dataclasses import replace

from app.ingest.records import Reference
from app.text.names import is_chinese_name, split_authors
from app.text.scripts import has_han

YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
PAGES = r"(\d+\s*[-–—~]+\s*\d+(?:\s*[,，]\s*\d+\s*[-–—~]+\s*\d+)*|\d+)"
ACCESSED = re.compile(r"[\[［][\s\dO-]*[\]］]")
"""[2015-01-14]: when a page was read, not when it appeared."""

_TYPE = re.compile(
    r"\s*[\[［〔]\s*([A-Z]{1,2})\s*(?:[/／]\s*([A-Z0]{2}))?\s*[\]］〕」]|\s*[\[［]?\s*(Ⅲ)\s*[\]］]?(?=\s*[.．])"
)
"""[J], [EB/OL]; [J] is often recognised as Ⅲ."""
_UNTYPED = re.compile(
    rf"(.{{2,160}}?[^A-Z.．\s])[.．]\s*([^.．]{{4,200}})[.．]\s*([^.．,，]{{2,80}})[,，.．]\s*(?={YEAR})"
)
_SURNAME_FIRST = r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,?\s[A-Z](?:\.?\s?-?[A-Z]){0,2}"
_INITIALLED = re.compile(
    rf"({_SURNAME_FIRST}(?:\s*(?:[,，;；]|\band\b|&)\s*{_SURNAME_FIRST}){{0,8}}(?:[,，]?\s*et\s?al)?)\s*[.．]\s*"
    rf"([^.．]{{4,300}}[^.．\s])[.．]\s*([^.．,，]{{2,80}})[,，]\s*(?={YEAR})"
)
"""Wang Y, Li D. Title. Journal, 2016, 29(3): 455-463."""
_BODY = re.compile(r"(?:委员会|[部局院署会]|政府|大学|公司|银行|组织|中心|课题组)$")
_MOST_STOPS = 12
_NUMBERED = re.compile(r"(?:\s*,\s*([A-Za-z]?\d{1,4}))?\s*(?:\(\s*([^()]{1,12}?)\s*\))?\s*(?:[:.]\s*(?=\d)|$|[.,;\s])")
_NEWSPAPER_PAGE = re.compile(
    r"(?:\s*[-–—.年]\s*\d{1,2}\s*[-–—.月]\s*\d{1,2}\s*日?)?\s*[,，]?\s*[(（]\s*(?:第)?\s*([A-Z]?\d+)\s*版?\s*[)）]"
)
_INITIAL = re.compile(r"(?:^|[,，;；、&]\s*|\band\s+|[A-Z][.．]\s*-?)[A-Z]$")
_STILL_AUTHORS = re.compile(r"[A-Z](?:[.．,，]|\s*$)|[\w'’-]+\s?[,，]\s?[A-Z][.．\s]|[\w'’-]+\s[A-Z][.．]|and\b|et\b|&")
_HOST_BEFORE = re.compile(r"\s*//\s*([^.。]+)[.。]?\s*(.*)")
_WITH_PUBLISHER = frozenset({"M", "C", "R", "G", "Z", "DB"})


def read_standard(reference: Reference, text: str) -> Reference | None:
    """Reads 作者. 题名[J]. 刊名, 年, 卷(期): 页. (sections 4.1 to 4.6); `None` without a type mark such as [J]."""
    mark = _TYPE.search(text)
    if mark is None:
        return None
    authors, title = _split_head(text[: mark.start()])
    main = "J" if mark[3] else mark[1]
    published = ACCESSED.sub(" ", unicodedata.normalize("NFKC", text[mark.end() :]).lstrip(" .,。"))
    host = _HOST_BEFORE.match(published)
    if host:
        container = tidy(re.split(r"(?:主编|编)\s*[:.]", host[1])[-1])
        published = host[2]
    else:
        container = _host(main, published)
    kind = f"{main}/{mark[2].replace('0', 'O')}" if mark[2] else main
    typed = replace(reference, authors=authors, title=title, container=container, document_type=kind)
    return _numbered(typed, published)


def read_untyped(reference: Reference, text: str) -> Reference | None:
    """The same without a type mark, when every author looks like a person: only that tells authors from a title."""
    match = _INITIALLED.match(text) or _UNTYPED.match(text)
    authors = split_authors(match[1]) if match else ()
    if match is None or not authors or not _are_people(authors):
        return None
    if text.count(".") > _MOST_STOPS:
        return None
    found = replace(reference, authors=authors, title=tidy(match[2]), container=tidy(match[3]))
    return _numbered(found, unicodedata.normalize("NFKC", text[match.end() :]))


def _are_people(authors: tuple[str, ...]) -> bool:
    """Whether all are persons or bodies; beside one known surname a rare one counts too."""
    known = [_is_person(author) for author in authors]
    return all(
        sure or (any(known) and has_han(each) and len(each) <= 4) for sure, each in zip(known, authors, strict=True)
    )


def _is_person(author: str) -> bool:
    if has_han(author):
        return is_chinese_name(author) or "·" in author or _BODY.search(author) is not None
    return len(author) <= 40 and author.count(" ") <= 4


def _split_head(head: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and title of `作者. 题名`: the first full stop that does not belong to an initial parts them."""
    for match in re.finditer(r"[.．。]", head):
        before, after = head[: match.start()], head[match.end() :]
        if after.strip(" .") and before.strip() and not _INITIAL.search(before[-12:]):
            return split_authors(before), tidy(after)
    for match in re.finditer(r"(?<=[A-Z])[.．]\s*(?=[A-Z“\"‘'])", head):
        after = head[match.end() :]
        if not _STILL_AUTHORS.match(after):
            return split_authors(head[: match.start()]), tidy(after)
    named = re.match(r"\s*([^：:]{2,20})[：:]\s*(.+)", head)
    authors = split_authors(named[1]) if named else ()
    if named and authors and all(map(is_chinese_name, authors)):
        return authors, tidy(named[2])
    return (), tidy(head)


def _numbered(reference: Reference, text: str) -> Reference:
    """With year, volume, issue and pages: `2014(5):6-10`, `2016,1(5):78-84`, `2014,5:29-33`, `2016-05-18(1)`."""
    year = re.search(YEAR, text)
    if year is None:
        return reference
    rest = text[year.end() :]
    numbered = _NUMBERED.match(rest)
    volume, issue = numbered.groups() if numbered else (None, None)
    if volume and not issue and has_han(reference.container or ""):
        volume, issue = None, volume
    pages = re.search(rf"[:：]\s*{PAGES}", rest)
    if reference.document_type == "N" and (printed := _NEWSPAPER_PAGE.match(rest)):
        pages, issue = printed, None
    return replace(reference, year=int(year[1]), volume=volume, issue=issue, pages=without_spaces(pages))


def _host(kind: str, text: str) -> str | None:
    """Journal, newspaper, publisher or university: what stands before the year; a broken address is none."""
    before = re.split(YEAR, text, maxsplit=1)[0].rstrip(" ,.(:")
    if kind in _WITH_PUBLISHER:
        before = re.split(r"[:：]", before)[-1]
        before = re.split(r"[.．]\s*", before)[-1] if has_han(before) else before
    return None if re.search(r"[/$\\]", before) else tidy(before)


def without_spaces(match: re.Match[str] | None) -> str | None:
    """The first group of a match without white space."""
    return re.sub(r"\s", "", match[1]) if match else None


def tidy(text: str | None) -> str | None:
    """`text` without punctuation and emphasis around it; `None` when nothing is left."""
    return (text or "").strip().strip("*").strip(" .,，。;；:：*—-") or None
