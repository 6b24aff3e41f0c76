"""The other way of answering a query: reading every text. What the index finds is held against it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from app import resources
from app.search.analyzers import stem, stems, tokens
from app.search.compile import asked_tokens, meaningful
from app.search.query import And, Empty, Not, Or, Phrase, Query, Restriction, Words, Years
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


def answers(query: Query, document: ClaimDocument) -> bool:
    """Whether a document answers `query` strictly, found out by reading it."""
    match query:
        case Empty():
            return True
        case Phrase(text):
            return any(_fold(text) in _fold(held) for held in (document.text, document.text_en))
        case Words(text):
            return all(_has_word(token.text, document) for token in asked_tokens(text))
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
    return {document.paper}
