"""Entries in the footnote style of the humanities.

黄金祺：《论“外交”新定义的理论特色》，《外交评论》，2005年第3期，第100—101页。
Nina V. Fedoroff, “Science Diplomacy in the 21st Century”, *Cell*, Vol 36, No 1, 2009, pp 9-11.
"""

import re
from dataclasses import replace

from app.ingest.records import Reference
from app.ingest.references.heads import tidy
from app.ingest.references.standard import PAGES, YEAR, without_spaces
from app.text.names import is_chinese_name, split_authors
from app.text.scripts import has_han

_CHINESE = re.compile(
    r"(?:参见|详见|转引自|载|见)?[：:]?\s*(?:([^《》〈〉“”：:。]{1,60})[：:]\s*|([\u3400-\u9fff、]{2,20})[，,]\s*)?"
    r"《((?:[^《》]|《[^《》]*》)+)》\s*[，,。.（(]?\s*(.*)"
)
_QUOTED = re.compile(r"([^“”\"*]{2,200}?)[,，:]\s*[“\"]([^”\"]{3,}?)[,.，]?[”\"]\s*[,，]?\s*(.*)")
_ITALIC = re.compile(r"([^“”\"*]{2,200}?)[,，:]\s*\*([^*]{3,}?)[,.]?\*\s*[,，]?\s*(.*)")
_SECONDHAND = re.compile(r"\s*(?:转引自|参见|cited (?:in|from))[：:]?.*", re.IGNORECASE)
_CHINESE_PAGES = re.compile(rf"第\s*{PAGES}\s*页")
_LATIN_PAGES = re.compile(rf"\bpp?\.?\s*{PAGES}", re.IGNORECASE)
_CHINESE_ISSUE = re.compile(r"第\s*([A-Za-z]?\d+)\s*期")
_CHINESE_VOLUME = re.compile(r"第\s*(\d+)\s*卷")
_LATIN_ISSUE = re.compile(r"\b(?:No|Na|Nr|Issue|Number)\.?\s*(\d+)", re.IGNORECASE)
_LATIN_VOLUME = re.compile(r"\bVol(?:ume)?\.?\s*(\d+)", re.IGNORECASE)
_NO_HOST = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d|pp?\b|Vol|No\b|eds?\b"
)


def read_chinese_note(reference: Reference, text: str) -> Reference | None:
    """Reads 作者：《题名》，《刊名》，2005年第3期，第100—101页。; `None` when no title in 《》 comes first."""
    match = _CHINESE.match(text)
    if match is None:
        return None
    signed, listed, title, rest = match.groups()
    if listed and not all(map(is_chinese_name, split_authors(listed))):
        return None
    hosted = re.search(r"《([^》]+)》", rest)
    year, issue, volume = re.search(YEAR, rest), _CHINESE_ISSUE.search(rest), _CHINESE_VOLUME.search(rest)
    return replace(
        reference,
        authors=split_authors(signed or listed or ""),
        title=tidy(title),
        container=tidy(hosted[1] if hosted else _chinese_host(rest)),
        year=int(year[1]) if year else None,
        volume=volume and volume[1],
        issue=issue and issue[1],
        pages=without_spaces(_CHINESE_PAGES.search(rest)),
        document_type=_type(rest, hosted[1] if hosted else None, has_address=bool(reference.url)),
    )


def _chinese_host(rest: str) -> str | None:
    """A website or publisher without 《》: the first part behind the title, unless that is a date or number."""
    first = re.split(r"[，,。（(]", rest, maxsplit=1)[0].strip()
    return (
        None
        if not first or re.match(r"\d|第|同[前上]", first)
        else re.sub(rf"{YEAR}年.*", "", re.split(r"[：:]", first)[-1])
    )


def _type(rest: str, host: str | None, *, has_address: bool) -> str | None:
    """The type of GB/T 7714 (annex B) that a note's own words show."""
    if host and _CHINESE_ISSUE.search(rest):
        return "J"
    if re.search(r"日.{0,4}第\s*\d+\s*版", rest) or re.search(r"[日时]报$", host or ""):
        return "N"
    if "出版社" in rest:
        return "M"
    return "EB/OL" if has_address else None


def read_latin_note(reference: Reference, text: str) -> Reference | None:
    """Reads Author, “Title”, *Host*, Vol. 1, No. 2, 2009, pp. 9-11.; `None` without a quoted or italic title."""
    first_hand = _SECONDHAND.sub("", text)
    matches = [match for match in (_QUOTED.match(first_hand), _ITALIC.match(first_hand)) if match]
    if not matches or has_han(first_hand[:40]):
        return None
    authors, title, rest = min(matches, key=lambda match: match.start(2)).groups()
    hosted = re.search(r"\*([^*]+)\*", rest)
    plain = re.sub(r"\*[^*]+\*", " ", rest)
    years, volume, issue = re.findall(YEAR, plain), _LATIN_VOLUME.search(plain), _LATIN_ISSUE.search(plain)
    return replace(
        reference,
        authors=split_authors(authors),
        title=tidy(title),
        container=tidy(hosted[1]) if hosted else _latin_host(rest),
        year=int(years[-1]) if years else None,
        volume=volume and volume[1],
        issue=issue and issue[1],
        pages=without_spaces(_LATIN_PAGES.search(plain)),
        document_type="J" if volume or issue else None,
    )


def _latin_host(rest: str) -> str | None:
    """Publisher or host: the first part of `rest` that is no date, number or page."""
    parts = (part.strip(" .。") for part in re.split(r"[,，]\s*", rest))
    return tidy(next((part for part in parts if part and not _NO_HOST.match(part)), None))
