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

_TYPE = re.compile(r"\s*[\[［〔]\s*([A-Z]{1,2})\s*(?:[/／]\s*([A-Z]{2}))?\s*[\]］〕]")
_UNTYPED = re.compile(
    rf"(.{{2,160}}?[^A-Z.．\s])[.．]\s*([^.．]{{4,200}})[.．]\s*([^.．,，]{{2,80}})[,，]\s*(?={YEAR})"
)
_NUMBERED = re.compile(r"(?:\s*,\s*([A-Za-z]?\d{1,4}))?\s*(?:\(\s*([^()]{1,12}?)\s*\))?\s*(?:[:.]\s*(?=\d)|$|[.,;\s])")
_INITIAL = re.compile(r"(?:^|[,，;；、&]\s*|\band\s+|[A-Z][.．]\s*-?)[A-Z]$")
_HOST_BEFORE = re.compile(r"\s*//\s*([^.。]+)[.。]?\s*(.*)")
_WITH_PUBLISHER = frozenset({"M", "C", "R", "G", "Z", "DB"})


def read_standard(reference: Reference, text: str) -> Reference | None:
    """Reads 作者. 题名[J]. 刊名, 年, 卷(期): 页. (sections 4.1 to 4.6); `None` without a type mark such as [J]."""
    mark = _TYPE.search(text)
    if mark is None:
        return None
    authors, title = _split_head(text[: mark.start()])
    published = ACCESSED.sub(" ", unicodedata.normalize("NFKC", text[mark.end() :]).lstrip(" .,。"))
    host = _HOST_BEFORE.match(published)
    if host:
        container = tidy(re.split(r"(?:主编|编)\s*[:.]", host[1])[-1])
        published = host[2]
    else:
        container = _host(mark[1], published)
    kind = f"{mark[1]}/{mark[2]}" if mark[2] else mark[1]
    typed = replace(reference, authors=authors, title=title, container=container, document_type=kind)
    return _numbered(typed, published)


def read_untyped(reference: Reference, text: str) -> Reference | None:
    """The same without a type mark, when every author looks like a person: only that tells authors from a title."""
    match = _UNTYPED.match(text)
    authors = split_authors(match[1]) if match else ()
    if match is None or not authors or not all(map(_is_person, authors)):
        return None
    found = replace(reference, authors=authors, title=tidy(match[2]), container=tidy(match[3]))
    return _numbered(found, unicodedata.normalize("NFKC", text[match.end() :]))


def _is_person(author: str) -> bool:
    return is_chinese_name(author) if has_han(author) else len(author) <= 40 and author.count(" ") <= 4


def _split_head(head: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and title of `作者. 题名`: the first full stop that does not belong to an initial parts them."""
    for match in re.finditer(r"[.．。]", head):
        before, after = head[: match.start()], head[match.end() :]
        if after.strip(" .") and before.strip() and not _INITIAL.search(before[-12:]):
            return split_authors(before), tidy(after)
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
    pages = re.search(rf"[:：]\s*{PAGES}", rest)
    return replace(
        reference,
        year=int(year[1]),
        volume=numbered and numbered[1],
        issue=numbered and numbered[2],
        pages=without_spaces(pages),
    )


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
