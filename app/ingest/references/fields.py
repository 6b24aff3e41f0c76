"""One entry or footnote as a reference: its fields, as far as its text gives them.

Nothing is guessed: what an entry does not say stays `None`. Of a book, `container` is its publisher.
"""

import re
from dataclasses import replace

from app.ingest.records import Reference, ReferenceKind
from app.ingest.references.accessed import read_accessed
from app.ingest.references.addresses import take_addresses
from app.ingest.references.notes import read_chinese_note, read_latin_note
from app.ingest.references.standard import ACCESSED, YEAR, read_standard
from app.ingest.references.untyped import read_untyped, read_web_page
from app.ingest.references.western import read_western

_LONGEST_BESIDE_ADDRESS = 30
"""Characters beside an address that do not make a footnote an explanation."""


def parse_footnote(label: str, text: str, start: int, end: int) -> Reference:
    """A footnote as a reference; as a note when it is written in no style of references and is no bare address."""
    plain = Reference(label, text=text, start=start, end=end, accessed=read_accessed(text))
    if found := _parse(plain):
        return found
    addressed, rest = take_addresses(plain)
    bare = addressed.url and len(rest.strip(" .,。，<>")) <= _LONGEST_BESIDE_ADDRESS
    return _read_loose(plain) if bare else replace(plain, kind=ReferenceKind.NOTE, accessed=None)


def parse_entry(label: str, text: str, start: int, end: int) -> Reference:
    """An entry of a reference list; in no known style, its year and address are still read."""
    plain = Reference(label, text=text, start=start, end=end, accessed=read_accessed(text))
    return _parse(plain) or read_web_page(*take_addresses(plain)) or _read_loose(plain)


def _parse(reference: Reference) -> Reference | None:
    """`reference` with the fields of its text when that is written in one of the known styles."""
    addressed, rest = take_addresses(reference)
    for read in (read_standard, read_chinese_note, read_latin_note, read_western, read_untyped):
        if found := read(addressed, rest):
            return found
    return None


def _read_loose(reference: Reference) -> Reference:
    """Year and address of an entry in an unknown style; the year only when the entry names no other."""
    addressed, rest = take_addresses(reference)
    years = set(re.findall(YEAR, ACCESSED.sub(" ", rest)))
    return replace(addressed, year=int(years.pop()) if len(years) == 1 else None)
