"""Bytes → text, for the encodings that Chinese papers come in: UTF-8, UTF-16 with a mark, GB18030, Big5.

Only strict decodings count. Nearly every GB18030 text also decodes as Big5 and the other way round, so where
both do, the one that reads more like Chinese is taken (docs/decisions/0005-deciding-between-encodings.md).
"""

import codecs
from dataclasses import dataclass
from itertools import islice

from app.ingest.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# For each encoding: its core standard, and the lead bytes of that standard's symbols and common characters
# (GB 2312 rows 1-3 and level 1; Big5 symbols and level 1). Characters outside are rare in running text.
_COMMON = {
    "gb18030": ("gb2312", frozenset((*range(0xA1, 0xA4), *range(0xB0, 0xD8)))),
    "big5hkscs": ("big5", frozenset(range(0xA1, 0xC7))),
}
# The most frequent characters of modern Chinese, in both scripts: about a third of any running text.
_FREQUENT = frozenset(
    "的一是不了在人有我他这個个们中来來上大为為国國地到以说說时時要就出会會可也你对對生能而子那得于於着下自之年"
    "过過发發后後作用道行所然家种種事成方多经經法学學如都同现現当當动動面起看定天分还還进進小部其主样樣理心本前開开"
    "但因只从從想实實日者意无無力它与與长把機机民第公此已工使情明性全三又关關点點正业業外将將两兩高间間由问問重並并"
    "物手应應政美相利二等产產新制加西技科"
)
_FREQUENT_WEIGHT = 0.5
_PLAUSIBLE = 0.5
_SAMPLE = 5000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark, and the Python name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text in `data`. Raises ReadError for bytes that are no text in any of the encodings."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            cause = "it holds NUL bytes: it is a binary file, or UTF-16 without a byte order mark"
            raise ReadError(cause, "save it as UTF-8 text", place=f"byte {data.index(0)}") from error
        return _decode_chinese(data, error.start)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        cause = f"its byte order mark says {name}, but the bytes there are none"
        raise ReadError(cause, "save it as UTF-8 text", place=f"byte {error.start}") from error


def _decode_chinese(data: bytes, not_utf8_at: int) -> Decoded:
    candidates = []
    for encoding in _COMMON:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        common, frequent = _shares(text, encoding)
        if common >= _PLAUSIBLE:
            candidates.append((common + _FREQUENT_WEIGHT * frequent, Decoded(text, encoding)))
    if not candidates:
        cause = "it is not UTF-8 from there on, and reads as Chinese neither in GB18030 nor in Big5"
        raise ReadError(cause, "save it as UTF-8 text", place=f"byte {not_utf8_at}")
    return max(candidates, key=lambda candidate: candidate[0])[1]


def _shares(text: str, encoding: str) -> tuple[float, float]:
    """Of the characters outside ASCII: the shares that are common in the encoding's standard, and most frequent."""
    wide = list(islice((character for character in text if character > "\x7f"), _SAMPLE))
    if not wide:
        return 0.0, 0.0
    standard, leads = _COMMON[encoding]
    common = sum(lead in leads for character in wide for lead in character.encode(standard, "ignore")[:1])
    return common / len(wide), sum(character in _FREQUENT for character in wide) / len(wide)
