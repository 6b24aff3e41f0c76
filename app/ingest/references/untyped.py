"""Entries without a type mark: 刘卫东. “一带一路”战略的科学内涵与科学问题. 地理科学进展, 2015, 34(5): 538-544."""

import re
import unicodedata
from dataclasses import replace

from app.ingest.records import Reference
from app.ingest.references.heads import are_people, split_head, tidy
from app.ingest.references.standard import ACCESSED, MISREAD_ZERO, YEAR, numbered
from app.ingest.references.western import chapter_host

_STOP = re.compile(r"(?<!\d)[.．。](?!\s*[a-z])|(?<=\d)[.．。](?!\s*[\da-z])|(?<=[\u3400-\u9fff])[.．。]")
_PUBLISHED = re.compile(
    rf"\s*([^\[\]［］]{{0,90}}?)\s*[,，.．]?\s*(?:[,，.．]\s*|(?<=\s)|(?<=[）)])|^){YEAR}(?=\s*(?:$|[,，:：(（.．;；/-]))"
)
_TRANSLATED = re.compile(
    r"^[^.．。]{2,40}?(?:编译|译著|译校|校译|译|校)\s*[.．。,，]\s*|^第?\s*\d+\s*(?:版|ed)[.．]\s*"
)
_PLACED = re.compile(
    r"^[^:：]{1,40}[:：]\s*(?=.*(?:出版|书局|书馆|书店|Press|Publish|Springer|Elsevier|Wiley))"
    r"|^[A-Z][\w ,]{2,40}[:：]\s*(?=[A-Z])"
)
_INSTEAD_OF_STOP = re.compile(r"(.{4,}?)[,，]\s*([^,，.．]{2,24})$")
_LOST_TYPE = re.compile(r"[\[［]\s*[\]］]")
_MOST_STOPS = 12
_PARTS = re.compile(r"[．。]\s*|[.]\s+|(?<=[\u3400-\u9fff])[.]|[,，]\s*(?=[^,，]{1,12}(?:网|网站|在线|[日时晚]报)$)")
_WEBSITE = re.compile(r"^[^,，:：]{1,20}(?:网|网站|在线|[日时晚]报|社|政府)$")
_NO_TITLE = re.compile(rf"[,，(（]\s*{YEAR}|(?:[,，]\s*|[参详])见$|[转引来]自$|[:：]$")
_SHORTEST_TITLE = 8


def read_untyped(reference: Reference, text: str) -> Reference | None:
    """Reads 作者. 题名. 刊名, 年, 卷(期): 页. or 作者. 题名. [2016-03-07]. without a type mark.

    `None` unless every author looks like a person or a body, only which tells authors from a title, and a year with
    its host or the date of access follows the title.
    """
    authors, rest = split_head(_LOST_TYPE.sub("", text))
    if not authors or rest is None or text.count(".") > _MOST_STOPS or not are_people(authors):
        return None
    title, tail = _cut_title(MISREAD_ZERO.sub("0", rest))
    accessed = re.match(rf"\s*{ACCESSED.pattern}", tail)
    if title and accessed:
        return replace(reference, authors=authors, title=title)
    tail = unicodedata.normalize("NFKC", tail)
    while translated := _TRANSLATED.match(tail):
        tail = tail[translated.end() :]
    published = _PUBLISHED.match(tail)
    if not title or not published:
        return None
    host = chapter_host(published[1]) or _PLACED.sub("", published[1])
    if not host.strip() and (parts := _INSTEAD_OF_STOP.fullmatch(title)):
        title, host = parts.groups()
    found = replace(reference, authors=authors, title=title, container=tidy(host))
    return numbered(found, tail[published.start(2) :])


def read_web_page(reference: Reference, text: str) -> Reference | None:
    """Reads 题名. 网址 and 题名. 网站, 网址 of an entry that names no author; `None` when anything else is in it.

    `text` is the entry without its address. A year in the title is no year of publication.
    """
    plain = ACCESSED.sub(" ", text).strip(" .．。,，")
    parts = [part.strip() for part in _PARTS.split(plain)]
    hosted = len(parts) == 2 and _WEBSITE.search(parts[1])
    whole = (len(parts) == 1 or hosted) and len(parts[0]) >= _SHORTEST_TITLE and not _NO_TITLE.search(parts[0])
    if not reference.url or not whole:
        return None
    return replace(reference, title=tidy(parts[0]), container=parts[1] if hosted else None)


def _cut_title(rest: str) -> tuple[str | None, str]:
    """The title, and what follows it: from the first full stop on, or from the date of access or the year."""
    dated = re.search(rf"{ACCESSED.pattern}|[,，]\s*(?={YEAR}\s*(?:[,，:：(（]|[.．]?$))", rest)
    stop = _STOP.search(rest)
    if stop and (dated is None or stop.start() < dated.start()):
        return tidy(rest[: stop.start()]), rest[stop.end() :].lstrip(" ,，")
    return (tidy(rest[: dated.start()]), rest[dated.start() :].lstrip(" ,，")) if dated else (tidy(rest), "")
