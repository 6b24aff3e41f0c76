"""Small pure helpers of templates: numbers as a locale writes them, and claims cut where their marks stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from app import cite
from app.catalogue.views import CitationMark, ClaimView, ReferenceView, WorkView
from app.text.scripts import has_han
from app.web import citing
from app.web.columns import plot_columns
from app.web.finding import parts
from app.web.grid import plot_grid
from app.web.network import draw, name_of
from app.web.pictures import star
from app.web.quantity_chart import plot, small_plot
from app.web.terms import term_pieces
from app.web.timeline import timeline

CONTEXT = 8
"""Characters shown on each side of the words that led to a label."""


_decimal = lru_cache(maxsize=4096, typed=True)(format_decimal)
"""A page of results writes some hundred numbers, most of them small."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a claim's text and the citation marks that stand after it."""

    text: str
    marks: tuple[CitationMark, ...]


def pieces(claim: ClaimView) -> Iterator[Piece]:
    """The claim's text cut after each place where marks stand; the texts joined give the whole text again."""
    marks = sorted(claim.citations, key=lambda mark: mark.at)
    start = 0
    for at, group in groupby(marks, key=lambda mark: min(max(mark.at, 0), len(claim.text))):
        yield Piece(claim.text[start:at], tuple(group))
        start = at
    if start < len(claim.text) or not marks:
        yield Piece(claim.text[start:], ())


def in_context(trigger: str, text: str) -> tuple[str, str, str]:
    """The words that led to a label, with what stands before and after them in the sentence, cut to a few characters.

    Where the sentence does not print them as they are, they stand alone.
    """
    before, found, after = text.partition(trigger) if trigger else ("", "", "")
    if not found:
        return "", trigger, ""
    start = "…" * (len(before) > CONTEXT) + before[-CONTEXT:]
    return start, found, after[:CONTEXT] + "…" * (len(after) > CONTEXT)


def excerpt(text: str, length: int = 48) -> str:
    """At most `length` characters of `text`, with … where it was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def model_reasons(rule: str) -> tuple[tuple[str, str], ...]:
    """Kind and name of each feature that a rule of the model names (see `ingest.labels.type_features`).

    >>> model_reasons("type:model group:need word:应当 has:; figures>0")
    (('group', 'need'), ('word', '应当'), ('has', ';'), ('', 'figures>0'))
    """
    features = (feature.partition(":") for feature in rule.split()[1:])
    reasons = (
        (kind, name) if kind in ("group", "word", "has") else ("", kind + colon + name)
        for kind, colon, name in features
    )
    return tuple((kind, name) for kind, name in reasons if name)


def share(part: int, whole: int) -> float:
    """`part` of `whole` in per cent, with one decimal, between 0 and 100; 0 of nothing is 0."""
    return round(min(100.0, 100 * part / whole), 1) if whole > 0 else 0.0


def heat(count: int, most: int) -> int:
    """The step of the heat map for `count` where `most` is the largest: 0 for none, then 1 to 5.

    Steps follow the square root, so that small counts stay distinguishable beside a large one.
    """
    if count <= 0 or most <= 0:
        return 0
    return min(5, 1 + int(5 * (count / most) ** 0.5 * 0.999))


def known(reference: ReferenceView | WorkView) -> str:
    """What is known of a work whose entry is not printed: a reference, or its authors alone; maybe nothing."""
    if reference.title:
        return cite.reference_text(reference)
    return "、".join([*reference.authors, *([str(reference.year)] if reference.year else [])])


def lang_of(text: str) -> str:
    """The language tag for a text that may be Chinese or English."""
    return "zh-Hans" if has_han(text) else "en"


_HAN = re.compile(r"[\u2e80-\u2fff\u3001-\u303f\u3400-\u9fff\uf900-\ufaff]+")


def mixed(text: str) -> Markup:
    """English `text`, escaped, with each stretch of Chinese in it marked as such.

    >>> mixed("R&D (研发)")
    Markup('R&amp;D (<span lang="zh-Hans">研发</span>)')
    """
    pieces, done = [], 0
    for found in _HAN.finditer(text):
        pieces += [escape(text[done : found.start()]), Markup('<span lang="zh-Hans">{}</span>').format(found[0])]
        done = found.end()
    return Markup("").join([*pieces, escape(text[done:])])


def web_address(text: str) -> str:
    """A document's address if it leads to the web, else nothing: never a script or a local file."""
    try:
        return text if urlsplit(text).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def filters(locale: str) -> dict[str, Callable[..., Any]]:
    """All filters, by the name that templates use."""
    return {
        "date": partial(format_date, format="medium", locale=locale),
        "draw": partial(draw, locale=locale),
        "excerpt": excerpt,
        "heat": heat,
        "in_context": in_context,
        "known": known,
        "lang_of": lang_of,
        "mixed": mixed,
        "model_reasons": model_reasons,
        "node_name": partial(name_of, locale=locale),
        "number": partial(_decimal, locale=locale),
        "parts": parts,
        "pieces": pieces,
        "plot_columns": plot_columns,
        "plot_grid": plot_grid,
        "plot": partial(plot, locale=locale),
        "permanent": citing.permanent,
        "reference": partial(citing.reference, locale=locale),
        "quotation": partial(citing.quotation, locale=locale),
        "share": share,
        "small_plot": small_plot,
        "star": star,
        "term_pieces": term_pieces,
        "timeline": timeline,
        "web_address": web_address,
    }
