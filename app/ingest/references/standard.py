"""Entries in GB/T 7714-2015: 薛澜.智库热的冷思考[J].中国行政管理,2014(5):6-10."""

import re
import unicodedata
from dataclasses import replace

from app.ingest.records import Reference
from app.ingest.references.heads import split_head, tidy
from app.text.names import is_chinese_name
from app.text.scripts import has_han

YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_PAGE = r"[A-Za-z]?\d+(?:\s*\\?[-–—~]+\s*[A-Za-z]?\d+)?"
PAGES = rf"({_PAGE}(?:\s*[,，+]\s*(?!(?:19|20)\d\d\b){_PAGE})*)"
ACCESSED = re.compile(
    r"[\[［][\s\dOo./年月日-]*\d[\s\dOo./年月日-]*[\]］]|[\[［]\s*(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}(?![\d)）])"
)
"""[2015-01-14], and [2015-01-14 whose bracket was lost: when a page was read, not when it appeared."""

_TYPE = re.compile(
    r"\s*[\[［〔]\s*([A-Z]{1,2})\s*(?:[-\s]*[/／]\s*|\s+-?)([A-Z0]{2})\s*[\]］〕」]"  # [EB/OL], [EB OL]
    r"|\s*[\[［〔]\s*([A-Z]{1,2})\s*[\]］〕」]"  # [J]
    r"|\s*[\[［]?\s*(Ⅲ)\s*[\]］]?(?=\s*[.．])"  # [J] recognised as Ⅲ
    r"|\s*[\[［]\s*([JMCDNR])[JI1l|)）]?(?=\s*[.．,，])"  # [J, [JJ
    r"|(?<=[\u3400-\u9fff”》?a-z])([JMCDNR])[\]］]"  # J]
)
MISREAD_ZERO = re.compile(r"(?<=[12]\d)[Oo](?=\d)|(?<=[12])[Oo](?=[\dOo]\d)|(?<=[12]\d\d)[Oo](?!\w)")
_HOST_IN_TITLE = re.compile(r"(.{4,})[.．]\s*([^.．,，]{2,30})")
_NUMBERED = re.compile(
    r"(?:\s*[,;]\s*([A-Za-z]?\d{1,4}))?\s*,?\s*(?:\(\s*([^()]{1,12}?)\s*\))?\s*(?:[:.]\s*(?=[A-Za-z]?\d)|$|[.,;\s])"
)
_SPELT = re.compile(r"\s*年?[\s,，(]*(?:第?\s*(\d+)\s*卷)?[\s,，(]*第?\s*(\d+)\s*期")
_NEWSPAPER_PAGE = re.compile(
    r"(?:\s*[-–—.年]\s*\d{1,2}\s*[-–—.月]\s*\d{1,2}\s*日?)?\s*[,，]?\s*[(（第]\s*第?\s*([A-Z]?\d+)\s*[版)）]"
)
_HOST_BEFORE = re.compile(r"\s*(?://|/(?=[A-Z\u3400-\u9fff]))\s*([^.。]+)[.。]?\s*(.*)")
_DAY = re.compile(r"\s*[-–—.年]\s*\d{1,2}\s*[-–—.月]\s*\d{1,2}\D")
_WITH_INITIAL = re.compile(r"(?:^|[\s.])[A-Z](?:[.\s]*[A-Z])*$")
_END_OF_HOST = re.compile(r"[.。]\s*(?=[A-Z\u3400-\u9fff][^.。]{0,40}[:：])|[.,，。]\s*(?=(?:19|20)\d\d)|$")
_WITH_PUBLISHER = frozenset({"M", "C", "D", "R", "G", "Z", "DB"})


def read_standard(reference: Reference, text: str) -> Reference | None:
    """Reads 作者. 题名[J]. 刊名, 年, 卷(期): 页. (sections 4.1 to 4.6); `None` without a type mark such as [J]."""
    mark = _TYPE.search(text)
    if mark is None:
        return None
    authors, title = split_head(text[: mark.start()].rstrip("[［"), typed=True)
    main, online = mark[1] or mark[3] or mark[5] or mark[6] or "J", (mark[2] or "").replace("0", "O")
    published = unicodedata.normalize("NFKC", text[mark.end() :]).lstrip(" .,。")
    published = ACCESSED.sub(" ", MISREAD_ZERO.sub("0", published)).lstrip(" .,。")
    host = _HOST_BEFORE.match(published)
    if host:
        named, rest = _host_named(published[host.start(1) :], host[1])
        container = tidy(re.split(r"(?:主编|编)\s*[:.]", named)[-1])
        published = rest
    else:
        container = _host(main, published)
    if main == "J" and not container and title and (parts := _HOST_IN_TITLE.fullmatch(title)):
        title, container = parts.groups()
    kind = f"{main}/{online}" if online else main
    typed = replace(reference, authors=authors, title=title, container=container, document_type=kind)
    return numbered(typed, published)


def _host_named(text: str, first: str) -> tuple[str, str]:
    """What names the book or collection of a chapter, behind its authors where it gives them, and what follows.

    `first` is what stands before the first full stop: the book, or authors of it that are known as such.
    """
    end = _END_OF_HOST.search(text)
    authors, title = split_head(text[: end.start()], typed=True) if end else ((), None)
    at = text.find(title) if title else -1
    known = authors and all(is_chinese_name(author) or _WITH_INITIAL.search(author) for author in authors)
    if known and end and at >= 0:
        return text[at : end.start()], text[end.start() :]
    named = re.split(rf"[,，]\s*(?={YEAR})", first, maxsplit=1)[0]
    return named, text[len(named) :]


def numbered(reference: Reference, text: str) -> Reference:
    """With year, volume, issue and pages: `2014(5):6-10`, `2016,1(5):78-84`, `2014,5:29-33`, `2016-05-18(1)`."""
    year = re.search(YEAR, text)
    if year is None:
        return reference
    rest = text[year.end() :]
    numbered = _NUMBERED.match(rest)
    volume, issue = numbered.groups() if numbered else (None, None)
    if spelt := _SPELT.match(rest):
        volume, issue = spelt.groups()
    if volume and not issue and has_han(reference.container or ""):
        volume, issue = None, volume
    pages = re.search(rf"[:：]\s*{PAGES}", rest)
    daily = (reference.document_type or "").startswith("N") or (not volume and _DAY.match(rest))
    if daily and (printed := _NEWSPAPER_PAGE.match(rest)):
        pages, issue = printed, None
    return replace(reference, year=int(year[1]), volume=volume, issue=issue, pages=without_spaces(pages))


def _host(kind: str, text: str) -> str | None:
    """Journal, newspaper, publisher or university: what stands before the year; a broken address is none."""
    before = re.split(YEAR, text, maxsplit=1)[0].rstrip(" ,.(:")
    if kind in _WITH_PUBLISHER:
        before = re.split(r"[:：]", before)[-1]
        before = re.split(r"[.．]\s*", before)[-1] if has_han(before) else before
    return None if re.search(r"[/$\\\[]", before) else tidy(before)


def without_spaces(match: re.Match[str] | None) -> str | None:
    """The first group of a match without white space."""
    return re.sub(r"\s", "", match[1]) if match else None
