"""One entry or footnote as a reference: its fields, as far as its text gives them.

Nothing is guessed: what an entry does not say stays `None`. Of a book, `container` is its publisher.
"""

import re
from dataclasses import replace

from app.ingest.records import Reference, ReferenceKind
from app.ingest.references.notes import read_chinese_note, read_latin_note
from app.ingest.references.standard import ACCESSED, YEAR, read_standard, read_untyped

_URL = re.compile(
    r"<?\s*((?:https?|ftp|h?t{1,3}p)\s?[:：]\s?/{1,2}\s?[^\s<>，。；）》]+|www\.\s?[^\s<>，。；）》]+)\s*>?",
    re.IGNORECASE,
)
_PATH_GOES_ON = re.compile(
    r"(?:\s+[\w./:?=&%#~+@$!-]*[./?=&%_~-][\w./:?=&%#~+@$!-]*|\s+\w{1,12}(?=\s*[./-]))+[.。]?\s*$"
)
_DAMAGED_SCHEME = re.compile(r"^h?t{1,3}p(s?)\s?[:：]\s?/{1,2}\s?", re.IGNORECASE)
_LONGEST_BESIDE_ADDRESS = 30
"""Characters beside an address that do not make a footnote an explanation."""
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s，。；\]]+)")


def parse_footnote(label: str, text: str, start: int, end: int) -> Reference:
    """A footnote as a reference; as a note when it is written in no style of references and is no bare address."""
    plain = Reference(label, text=text, start=start, end=end)
    if found := _parse(plain):
        return found
    addressed, rest = _take_addresses(plain)
    bare = addressed.url and len(rest.strip(" .,。，<>")) <= _LONGEST_BESIDE_ADDRESS
    return _read_loose(plain) if bare else replace(plain, kind=ReferenceKind.NOTE)


def parse_entry(label: str, text: str, start: int, end: int) -> Reference:
    """An entry of a reference list; in no known style, its year and address are still read."""
    plain = Reference(label, text=text, start=start, end=end)
    return _parse(plain) or _read_loose(plain)


def _parse(reference: Reference) -> Reference | None:
    """`reference` with the fields of its text when that is written in one of the known styles."""
    addressed, rest = _take_addresses(reference)
    for read in (read_standard, read_chinese_note, read_latin_note, read_untyped):
        if found := read(addressed, rest):
            return found
    return None


def _read_loose(reference: Reference) -> Reference:
    """Year and address of an entry in an unknown style; the year only when the entry names no other."""
    addressed, rest = _take_addresses(reference)
    years = set(re.findall(YEAR, ACCESSED.sub(" ", rest)))
    return replace(addressed, year=int(years.pop()) if len(years) == 1 else None)


def _mended(address: str) -> str:
    """An address without spaces, its scheme spelt out: `htp:/www. a.org/` → http://www.a.org/."""
    plain = re.sub(r"\s", "", _DAMAGED_SCHEME.sub(r"http\1://", address))
    return plain.rstrip(".,;:)]。")


def _take_addresses(reference: Reference) -> tuple[Reference, str]:
    """`reference` with its address and DOI, and its text without them."""
    text = reference.text or ""
    url = doi = None
    if match := _URL.search(text):
        goes_on = None if match[1].endswith((",", ";")) else _PATH_GOES_ON.match(text, match.end(1))
        end = goes_on.end() if goes_on else match.end()
        url = _mended(text[match.start(1) : end if goes_on else match.end(1)])
        text = f"{text[: match.start()]} {text[end:]}"
    if match := _DOI.search(url or text):
        doi = match[1].rstrip(".,;)")
        if not url:
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return replace(reference, url=url, doi=doi), re.sub(r"\s+", " ", text).strip()
