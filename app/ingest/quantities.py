"""Which numbers tell the same quantity: for each figure of a paper a key, with the words that gave it.

Two figures with one key are values of one quantity. A key is made of what is counted and of the countries whose it is,
from the sentence alone, so that papers that know nothing of one another meet in it. Either the vocabulary describes
the quantity (`quantities.toml`), or a person who labelled the sentences described two figures in the same words; what
extraction cuts out as counted (国家, 科学家) is too little to go by. A number of a learned society, a university, a
firm or a province is none of its country: 中国科协加入的组织 are not those that China joined.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.ingest.records import Claim, Figure, LabelSource
from app.text.normalise import fold_text
from app.vocabulary import Quantity, Vocabulary

NEAR = 80
"""Characters on each side of a number in which its quantity may be told."""
MAX_OWNERS = 3
"""A quantity of more countries than these is that of a list, and of none of them."""

_CLAUSE = re.compile(r"[;。]")
_NUMBER = re.compile(
    r"^(?:约为?|大约|将近|接近|近|超过|超|逾|至少|不足|不到|多达)?[\d\s,.~-]*[零一二两三四五六七八九十百千万亿余多来]*"
)
_NOT_THE_STATE = re.compile(
    r"科协|学会|协会|学院|大学|高校|科学院|研究院|研究所|公司|企业|集团|基金会|[^\W\d_]省|[^\W\d_]市(?!场)|自治区"
)
_LISTED = "、和与同及"
"""After a country: it is not alone."""
_EMPTY_WORDS = re.compile(r"重要|主要|有关|相关|各个|各类|各种|我国|中国|的|[\s\"“”()（）]")
"""What does not change what is counted; the country stands in the key already."""
_SCALE = re.compile(r"^(?:万亿|[十百千]?[万亿])")
_UNITS = dict.fromkeys(("名", "位", "员"), "人") | {"个国家和地区": "国家", "个国家": "国家", "国": "国家"}
"""Units that count the same things."""


_Forms = tuple[tuple[Quantity, re.Pattern[str], re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class FigureKey:
    """The quantity of a figure. `code` is that of the vocabulary; `trigger` the words that speak for it."""

    key: str
    code: str | None
    owners: tuple[str, ...]
    basis: str
    rule: str
    trigger: str


def find_quantities(claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[tuple[FigureKey | None, ...]]:
    """For each claim of a paper, in reading order, the quantity of each of its figures, where one is known."""
    forms = _compiled(vocabulary)
    before: Claim | None = None
    for claim in claims:
        yield tuple(_of_claim(claim, before, forms)) if claim.figures else ()
        before = claim


def _of_claim(claim: Claim, previous: Claim | None, forms: _Forms) -> Iterator[FigureKey | None]:
    text = fold_text(claim.text)
    reached = 0
    for figure in claim.figures:
        printed = fold_text(figure.text)
        start = text.find(printed, reached) if printed else -1
        start = text.find(printed) if printed and start < 0 else start
        reached = max(start + len(printed), reached)
        found = _described(claim, previous, text, start, printed, forms) if start >= 0 else None
        yield found or _same_words(claim, figure)


def _described(
    claim: Claim, previous: Claim | None, text: str, start: int, printed: str, forms: _Forms
) -> FigureKey | None:
    """The quantity of the vocabulary that the words around the number tell."""
    head = _CLAUSE.split(text[max(0, start - NEAR) : start])[-1]
    number = _NUMBER.match(printed)
    unit = start + (number.end() if number else 0)
    tail = _CLAUSE.split(text[unit : unit + NEAR])[0]
    if _NOT_THE_STATE.search(head):
        return None
    for quantity, before, after, basis in forms:
        said, follows = before.search(head), after.match(tail)
        if said and follows:
            owners, rule = _owners(claim, previous, text, start)
            if not 0 < len(owners) <= MAX_OWNERS:
                return None
            key = "-".join((*owners, quantity.code)).lower()
            trigger = f"{said[0]}{text[start:unit]}{follows[0]}"
            return FigureKey(key, quantity.code, owners, basis, rule, trigger)
    return None


def _owners(claim: Claim, previous: Claim | None, text: str, start: int) -> tuple[tuple[str, ...], str]:
    """The only country of the sentence, the one that its clause begins with, or all those named before the number.

    A sentence that names no country goes on about the one of the sentence before it in the paragraph
    (在驻47个国家的70多个使领馆设置了科技处), if that is about one alone.
    """
    codes = tuple(sorted(label.code for label in claim.countries))
    if len(codes) == 1:
        return codes, "quantity:country"
    if codes:
        places = {label.code: _last(text, label.trigger, start) for label in claim.countries}
        clause = text.rfind(",", 0, start) + 1
        ends = {label.code: places[label.code] + len(fold_text(label.trigger)) for label in claim.countries}
        subject = tuple(code for code in codes if places[code] == clause and text[ends[code]] not in _LISTED)
        return subject or tuple(code for code in codes if places[code] < start), "quantity:named-before"
    if previous and (previous.section, previous.paragraph) == (claim.section, claim.paragraph):
        continued = tuple(label.code for label in previous.countries)
        return (continued if len(continued) == 1 else ()), "quantity:continued"
    return (), ""


def _last(text: str, trigger: str, end: int) -> int:
    """Where the words that led to a label stand last before `end`, else first after it; -1 where they are unknown."""
    words = fold_text(trigger)
    if not words:
        return -1
    before = text.rfind(words, 0, end)
    return before if before >= 0 else text.find(words, end)


def _same_words(claim: Claim, figure: Figure) -> FigureKey | None:
    """The quantity that a person describes: the same words, units and countries make one key."""
    if figure.source != LabelSource.PERSON or not figure.of:
        return None
    unit = _SCALE.sub("", figure.unit)
    words = _EMPTY_WORDS.sub("", fold_text(figure.of))
    if len(words) < 4:  # 职员数 alone says of whom no more than a cut phrase does
        return None
    owners = tuple(sorted(label.code for label in claim.countries))
    owners = owners if len(owners) <= MAX_OWNERS else ()
    told = "\n".join((*owners, _UNITS.get(unit, unit), words))
    digest = base64.b32encode(hashlib.blake2b(told.encode(), digest_size=10).digest()).decode("ascii").lower()
    return FigureKey(f"words-{digest}", None, owners, "", "quantity:same-words", figure.of)


@lru_cache(maxsize=4)
def _compiled(vocabulary: Vocabulary) -> _Forms:
    return tuple(
        (quantity, re.compile(f"(?:{form.before})$"), re.compile(form.after), form.basis)
        for quantity in vocabulary.quantities
        for form in quantity.forms
    )
