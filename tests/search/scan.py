"""The other way of answering a query: reading every text. What the index finds is held against it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from itertools import product

from app import resources
from app.search.analyzers import stem, stems, tokens
from app.search.asked import asked_tokens, meaningful
from app.search.inexact import occurrences
from app.search.query import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
)
from app.search.request import ClaimDocument
from app.text.normalise import fold_text
from app.text.scripts import is_han, to_traditional

KINDS = {"operational": ("agreement", "overseas"), "strategic": ("strategy",), "support": ("training",)}

ODD_TEXTS = (
    "他说：“合作”<b>与</b>「交流」\\，S&T 占 3.5%！",
    "尼娜·费德洛夫（Nina V. Fedoroff）２００８ 年任 科 技 顾 问。",
    "Cafe\u0301 ½ ㎏ 𠮷野家 👩‍🔬 a\u200bb",
    "aaaa aaa aa a",
    "馬克思與馬克·吐溫；裏海、后妃、乾坤、乾燥。",
)


def make_document(text: str, uid: str = "u", **fields: object) -> ClaimDocument:
    """A document with defaults for all that a test does not care about."""
    default = ClaimDocument(
        uid=uid,
        paper="p",
        position=0,
        text=text,
        text_en="",
        heading="",
        title="",
        heading_en="",
        title_en="",
        type="fact",
        countries=(),
        instruments=(),
        year=2016,
    )
    return replace(default, **fields)  # type: ignore[arg-type]


SEGMENTS = {
    "b": [
        make_document("日本签署协定。", "b0", paper="b", countries=("JP",), year=2010),
        make_document("协定与协定。", "b1", paper="b", position=1, countries=("JP", "US"), year=2010),
    ],
    "a": [make_document("培训工程师。", "a0", paper="a", position=3, countries=("US",), year=2016)],
    "c": [
        make_document("协定促进培训。", "c1", paper="c", position=1, year=None),
        make_document("其他。", "c0", paper="c", year=None),
    ],
}
"""A few documents by paper, each paper to be a segment of its own."""


def corpus() -> list[ClaimDocument]:
    """The sentences of the shipped papers, cut and labelled by rule of thumb; some in traditional characters."""
    documents = []
    for number, path in enumerate(sorted(resources.PAPERS.glob("*.txt"))):
        text = re.sub(r"\s*\n\s*", "", path.read_text(encoding="utf-8"))
        for position, sentence in enumerate(filter(str.strip, re.split(r"(?<=[。！？])", text))):
            documents.append(_labelled(sentence, path.stem, position, 2008 + 2 * number))
    odd = [make_document(text, f"odd-{i}", paper="odd", position=i, year=None) for i, text in enumerate(ODD_TEXTS)]
    return documents + odd


def _labelled(sentence: str, paper: str, position: int, year: int) -> ClaimDocument:
    return make_document(
        to_traditional(sentence) if position % 7 == 3 else sentence,
        f"{paper[:3]}-{position}",
        paper=paper,
        position=position,
        year=year,
        type="statistic" if re.search(r"\d", sentence) else "fact",
        countries=tuple(code for name, code in (("美国", "US"), ("日本", "JP"), ("英国", "GB")) if name in sentence),
        instruments=tuple(
            code
            for name, code in (("协定", "agreement"), ("战略", "strategy"), ("培训", "training"))
            if name in sentence
        ),
        text_en="Two agreements on science diplomacy, signed in Japan." if position % 5 == 0 else "",
        has=("translation",) if position % 5 == 0 else (),
        speaker="钱学森" if position % 9 == 0 else "",
        authors=("赵刚", "Zhao Gang") if paper.startswith("00") else (),
        sections=("引言", "Introduction") if position < 20 else ("结论",),
    )


_fold = lru_cache(maxsize=None)(fold_text)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(token.text for token in tokens(_fold(text)))


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(_fold(text)))


def scan(query: Query, documents: Iterable[ClaimDocument]) -> set[str]:
    """The uids of the documents that answer `query` strictly."""
    return {document.uid for document in documents if answers(query, document)}


def answers(query: Query, document: ClaimDocument) -> bool:  # noqa: C901 — a case for each kind of query
    """Whether a document answers `query` strictly, found out by reading it."""
    match query:
        case Empty():
            return True
        case Phrase(text):
            return any(_fold(text) in _fold(held) for held in (document.text, document.text_en))
        case Words(text):
            return all(_has_word(token.text, document) for token in asked_tokens(text))
        case Near() | Wildcard() | Fuzzy():
            return any(_roughly(query, held) for held in (document.text, document.text_en))
        case Restriction("speaker" | "author" | "section" as field, values):
            return any(_fold(value) in name for value in values for name in _printed(field, document))
        case Restriction(field, values):
            return bool(_codes(field, values) & _held(field, document))
        case Years(start, end):
            return document.year is not None and (start or 0) <= document.year <= (9999 if end is None else end)
        case Not(part):
            return not answers(part, document)
        case And(parts):
            return all(answers(part, document) for part in meaningful(parts))
        case Or(parts):
            return any(answers(part, document) for part in parts)


def _has_word(word: str, document: ClaimDocument) -> bool:
    if is_han(word[0]):
        return any(word in _fold(held) for held in (document.text, document.text_en))
    return word in _words(document.text) or stem(word) in _stems(document.text_en)


@cache
def _roughly(query: Near | Wildcard | Fuzzy, held: str) -> bool:
    match query:
        case Near(words, distance):
            return _near(words, distance, _fold(held))
        case Wildcard(text):
            return _fits(_fold(text), _fold(held))
        case Fuzzy(text, wrong):
            asked = _fold(text)
            return any(word[0] == asked[0] and _distance(asked, word) <= wrong for word in _words(held))


def _near(words: tuple[str, ...], distance: int, text: str) -> bool:
    """Every choice of places is tried, the same word never twice at one of them."""
    places = [list(occurrences(_fold(word), text)) for word in words]
    for spans in product(*places):
        if len({(span, word) for span, word in zip(spans, map(_fold, words), strict=True)}) == len(words):
            outside = set(range(min(spans)[0], max(end for _, end in spans)))
            outside -= {at for start, end in spans for at in range(start, end)}
            between = "".join(text[at] if at in outside else " " for at in range(len(text)))
            if len(re.findall(r"[^\W_\u2e80-\U0003ffff]+|[\u2e80-\U0003ffff](?<=\w)", between)) <= distance:
                return True
    return False


def _fits(pattern: str, text: str) -> bool:
    """A pattern with Han in it is looked for in every run of letters, another must be a whole word."""
    runs = re.findall(r"[^\W_]+", text)
    if any(map(is_han, pattern)):
        return any(fnmatchcase(run, f"*{pattern}*") for run in runs)
    return any(fnmatchcase(word, pattern) for word in _words(text) if not is_han(word[0]))


@cache
def _distance(a: str, b: str) -> int:
    """Letters to change, drop, add or swap with their neighbour, none of them twice."""
    rows = [list(range(len(b) + 1))]
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and (left, right) == (b[j - 2], a[i - 2]):
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _printed(field: str, document: ClaimDocument) -> list[str]:
    names = {"speaker": (document.speaker,), "author": document.authors, "section": document.sections}[field]
    return [_fold(name) for name in names if name]


def _codes(field: str, values: Iterable[str]) -> set[str]:
    return {code for value in values for code in (KINDS.get(value, (value,)) if field == "instrument" else (value,))}


def _held(field: str, document: ClaimDocument) -> set[str]:
    match field:
        case "country":
            return set(document.countries)
        case "instrument":
            return set(document.instruments)
        case "type":
            return {document.type}
        case "has":
            return set(document.has)
    return {document.paper}
