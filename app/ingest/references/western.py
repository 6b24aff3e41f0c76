"""Entries in the Western styles without type marks: author and date, or a title in quotation marks.

Smith, J. A., & Jones, B. (2010). Title. Journal, 12(3), 45-67.          APA, Harvard
Nye, Joseph S. 2004. Title. New York: PublicAffairs.                     Chicago, author-date
Ruffini, Pierre-Bruno. “Title.” Journal 14, no. 2 (2017): 12–34.         Chicago, MLA
Flink T. Title. In: Davis L, Patman R (eds) Book. World Scientific, 2015: 23-44.
"""

import re
from dataclasses import replace

from app.ingest.records import Reference
from app.ingest.references.heads import tidy
from app.ingest.references.standard import PAGES, YEAR, without_spaces
from app.text.names import split_authors
from app.text.scripts import has_han

_DATED = re.compile(
    rf"([^()“”\"\d]{{2,300}}?)\s*(?:\(\s*{YEAR}[a-z]?(?:,[^()]{{2,20}})?\)\s*[.,:]?|(?<=\.)\s{YEAR}[a-z]?\s*[.,:])\s+(\S.*)"
)
_QUOTED = re.compile(r"([^()“”\"\d]{2,300}?)\.\s+[“\"]([^“”\"]{4,300}?)[.,]?[”\"][.,]?\s*(\S.*)")
_ONE_AUTHOR = re.compile(r"[A-Z][\w'’-]+,\s[A-Z][\w'’-]+")
"""Family name and given name of the one author of an entry with its title in quotation marks."""
_TITLE = re.compile(r"[“\"]?(.{4,300}?)(?:[.?!]?[”\"]|(?<![A-Z])[.?!])[,.]?\s+(?=[A-Z“\"*(])(.*)")
_CHAPTER = re.compile(
    r"\s*In[:\s]\s*(?:[^()]{2,150}?\(\s*[Ee]ds?\.?\s*\)\s*[.,:]?\s*)?(.{4,200}?)\s*"
    r"(?:[.,]\s+(?=[^.,]*(?:[:,]|$))|\(\s*(?=pp?\b)|$)"
)
_JOURNAL = re.compile(
    r"\*?([A-Z][^\d,;“”]{2,120}?)\*?\s*[,;]?\s*(?:vol(?:ume)?\.?\s*)?(\d{1,4})\b"
    r"(?:\s*\(\s*(\w{1,9}(?:[-–]\w{1,5})?)\s*\)|\s*,?\s*(?:no\.?|issue)\s*(\d+))?(?=\s*[,:.;(]|$)",
    re.IGNORECASE,
)
_BOOK = re.compile(r"(?:[A-Z][^:.\d]{1,40}:\s*)?([A-Z][^:.\d]{2,80}?)\s*[.,]?\s*$")
_PAGES = re.compile(rf"(?:[:,]|\bpp?\.)\s*(?:pp?\.\s*)?{PAGES}\s*\)?[.,]?\s*$")


def read_western(reference: Reference, text: str) -> Reference | None:
    """Reads the styles above; `None` for an entry with Han or without authors that are persons or bodies.

    Of a book `container` is the publisher, of a chapter the book. What follows the title in no known form is left.
    """
    if has_han(text):
        return None
    if match := _DATED.match(text):
        names, bracketed, plain, rest = match.groups()
        year: int | None = int(bracketed or plain)
        authors, titled = split_authors(names), _TITLE.match(rest)
        title, tail = titled.groups() if titled else (rest, "")
    elif match := _QUOTED.match(text):
        names, title, tail = match.groups()
        years = re.findall(YEAR, tail)
        year = int(years[-1]) if years else None
        authors = (names,) if _ONE_AUTHOR.fullmatch(names) else split_authors(names)
    else:
        return None
    if not authors or not names[:1].isupper():
        return None
    return _published(replace(reference, authors=authors, title=tidy(title), year=year), tail)


def chapter_host(text: str) -> str | None:
    """The book of `In: Davis L, Patman R (eds) Book. Publisher, …`; `None` where no In begins the text."""
    match = _CHAPTER.match(text)
    return tidy(match[1]) if match else None


def _published(reference: Reference, tail: str) -> Reference:
    """With host, volume, issue and pages out of what follows the title."""
    pages = without_spaces(_PAGES.search(tail))
    if book := chapter_host(tail):
        return replace(reference, container=book, pages=pages)
    undated = re.sub(rf"[,.]?\s*\(?\b{YEAR}\)?", "", tail)
    if journal := _JOURNAL.match(undated):
        host, volume, bracketed, numbered = journal.groups()
        return replace(reference, container=tidy(host), volume=volume, issue=bracketed or numbered, pages=pages)
    publisher = _BOOK.match(_PAGES.sub("", undated).strip())
    return replace(reference, container=tidy(publisher[1]) if publisher else None, pages=pages)
