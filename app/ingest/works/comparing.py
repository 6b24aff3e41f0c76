"""Two descriptions of works: are they of one? Precision first: what could be either is for a person to decide."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from app.ingest.works.entry import TELLING, Entry, Face, weight
from app.ingest.works.persons import agree
from app.text.scripts import is_han

NEAR, LOOSE = 92.0, 80.0
"""Likeness of titles, in per cent of their letters: misread letters leave the first, a changed word the second."""
SAME_TEXT = 96.0
LONG = 12.0
MISREAD_ADDRESS = 95.0


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A verdict with what agrees, and how sure it is: between 0 and 1."""

    verdict: Verdict
    evidence: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class _Signs:
    """What agrees (`True`), disagrees (`False`) or cannot be told (`None`) between two descriptions."""

    title: float
    sub: bool
    """One title is the other without its subtitle."""
    weight: float
    author: bool | None
    year: bool | None
    host: bool | None
    page: bool | None
    url: bool | None
    article: bool
    """Both appeared in an issue of a journal."""
    kinds: bool | None
    """Whether both are articles, both books …"""
    latin: bool
    languages: bool
    """Their titles are in different scripts."""
    slip: bool
    """Long titles with one letter too many or too few."""

    @property
    def evidence(self) -> tuple[str, ...]:
        named = (("author", self.author), ("year", self.year), ("container", self.host), ("pages", self.page))
        title = ("title",) if self.title == 100 else ("main title",) if self.sub else ("like title",)
        known = title if self.sub or self.title >= LOOSE else ()
        return (*known, *(name for name, agrees in (*named, ("address", self.url)) if agrees))

    @property
    def support(self) -> int:
        """How much beside the title agrees."""
        return 2 * bool(self.author) + bool(self.year) + bool(self.host) + 2 * bool(self.page) + 3 * bool(self.url)


_DIFFERENT = Likeness(Verdict.DIFFERENT)


def compare(one: Face, other: Face) -> Likeness:
    """Whether two descriptions are of one work, symmetrically.

    A title of some length, equal in letters, with no author, year or number that speaks against it is enough;
    shorter, misread or shortened titles need authors, year, container, pages or address beside them. Titles in
    two languages are never compared: then author, year, volume or issue, and first page must all agree.
    """
    if one.doi and other.doi:
        return _by_doi(one, other)
    if not one.titles or not other.titles:
        return _untitled(one, other)
    signs = _signs(one, other)
    if signs.title < LOOSE and not signs.sub:
        return _unlike_titles(signs, one, other)
    if one.marks != other.marks:
        return _judged(Verdict.UNSURE, signs) if _missing_mark(one, other) and signs.support > 1 else _DIFFERENT
    if signs.author is False:
        return _judged(Verdict.UNSURE, signs) if signs.page or signs.url else _DIFFERENT
    if signs.year is False and not (signs.host and signs.page):
        return _judged(Verdict.UNSURE, signs) if signs.author or signs.url else _DIFFERENT
    if signs.host is False and not signs.page and (signs.article or signs.kinds is False):
        return _judged(Verdict.UNSURE, signs) if signs.author else _DIFFERENT
    return _by_title(signs)


def contradict(one: Face, other: Face) -> bool:
    """Whether two descriptions cannot be of one work, whatever a third one resembles.

    They have two DOIs, their titles name different numbers, or years and authors disagree.
    """
    if one.doi and other.doi:
        return one.doi != other.doi
    if one.titles and other.titles and one.marks and other.marks and one.marks != other.marks:
        return not _scripts(one, other)
    years = one.entry.year, other.entry.year
    return None not in years and years[0] != years[1] and agree(one.persons, other.persons) is False


def _by_doi(one: Face, other: Face) -> Likeness:
    if one.doi != other.doi:
        return _DIFFERENT
    alike = not one.titles or not other.titles or max(_ratios(one, other)) >= LOOSE or _scripts(one, other)
    return Likeness(Verdict.SAME, ("DOI",), 1.0) if alike else Likeness(Verdict.UNSURE, ("DOI",), 0.5)


def _by_title(signs: _Signs) -> Likeness:
    """What like titles prove where nothing speaks against them."""
    telling = signs.weight >= TELLING
    if signs.title == 100:
        needed = 0 if telling else 3
    elif signs.sub or signs.slip:
        needed = (0 if signs.latin and not signs.sub else 2) if telling else 3
    else:
        needed = 3 if signs.title >= NEAR else 4
    if signs.support >= needed:
        return _judged(Verdict.SAME, signs)
    return _judged(Verdict.UNSURE, signs) if signs.support and signs.support >= needed - 2 else _DIFFERENT


def _untitled(one: Face, other: Face) -> Likeness:
    """Entries whose title was not made out: the same letters, or the same page of the web."""
    if one.entry.told or other.entry.told:
        return _DIFFERENT
    if one.url and one.url == other.url and "/" in one.url:
        return Likeness(Verdict.SAME, ("address",), 0.9)
    if any(map(_prints, (one, other), (other, one))):
        return Likeness(Verdict.SAME, ("title", "author", "year"), 0.85)
    if min(len(one.letters), len(other.letters)) < 2 * TELLING or one.url != other.url:
        return _DIFFERENT
    same = fuzz.ratio(one.letters, other.letters) >= SAME_TEXT and _digits(one) == _digits(other)
    return Likeness(Verdict.SAME, ("printed entry",), 0.9) if same else _DIFFERENT


def _prints(one: Face, other: Face) -> bool:
    """Whether an entry without title prints title, author and year of the other one."""
    if one.titles or not other.titles or weight(other.titles[0]) < TELLING or other.entry.year is None:
        return False
    named = any(max(person.words or (person.key,), key=len) in one.letters for person in other.persons)
    return named and other.titles[0] in one.letters and str(other.entry.year) in one.letters


def _unlike_titles(signs: _Signs, one: Face, other: Face) -> Likeness:
    """Titles in two languages, or one address with two titles."""
    number = any(
        a and a == b for a, b in ((one.entry.volume, other.entry.volume), (one.entry.issue, other.entry.issue))
    )
    if signs.author and signs.year and signs.page and number:
        return _judged(Verdict.SAME if signs.languages else Verdict.UNSURE, signs)
    return _judged(Verdict.UNSURE, signs) if signs.url and signs.languages else _DIFFERENT


def _judged(verdict: Verdict, signs: _Signs) -> Likeness:
    strength = 0.8 + 0.03 * signs.support + (0.05 if signs.title == 100 else 0.0)
    return Likeness(verdict, signs.evidence, round(min(0.99, strength), 2) if verdict == Verdict.SAME else 0.5)


def _signs(one: Face, other: Face) -> _Signs:
    this, that = one.entry, other.entry
    title = max(_ratios(one, other))
    sub = title < 100 and bool({*one.titles} & {*other.main_titles} or {*other.titles} & {*one.main_titles})
    kinds = _kind(this), _kind(that)
    return _Signs(
        title=title,
        sub=sub,
        weight=min(max(map(weight, one.main_titles), default=0), max(map(weight, other.main_titles), default=0))
        if sub
        else min(weight(one.titles[0]), weight(other.titles[0])),
        author=agree(one.persons, other.persons),
        year=None if this.year is None or that.year is None else this.year == that.year,
        host=_same_host(one.container, other.container),
        page=None if not one.first_page or not other.first_page else one.first_page == other.first_page,
        url=_same_address(one.url, other.url, title),
        article=bool((this.issue or this.volume) and (that.issue or that.volume)),
        kinds=None if None in kinds else kinds[0] == kinds[1],
        latin=(one.titles[0] + other.titles[0]).isascii(),
        languages=_scripts(one, other),
        slip=_one_letter_off(one.titles[0], other.titles[0]) and title < 100,
    )


def _ratios(one: Face, other: Face) -> list[float]:
    """How like each title of one is to each of the other: 100 for equal letters, 0 below what matters."""
    return [
        fuzz.ratio(_without_names(title, that, other), _without_names(that, title, one), score_cutoff=LOOSE)
        for title in one.titles
        for that in other.titles
    ]


def _without_names(title: str, shorter: str, face: Face) -> str:
    """A title without the authors that some print before it: 国务院办公厅关于… is 关于… by 国务院办公厅."""
    if not title.endswith(shorter):
        return title
    before = title.removesuffix(shorter)
    for person in face.persons:
        before = before.removeprefix(person.key)
    return title if before else shorter


def _one_letter_off(one: str, other: str) -> bool:
    """A letter that print or reading lost or made up; another letter in its place can be another country."""
    return weight(one) >= LONG and Indel.distance(one, other, score_cutoff=1) == 1


def _same_address(one: str, other: str, title: float) -> bool | None:
    """Whether two addresses are one; under the same title some misread letters are let pass."""
    if not one or not other:
        return None
    return one == other or (title == 100 and fuzz.ratio(one, other) >= MISREAD_ADDRESS)


def _kind(entry: Entry) -> str | None:
    """The type letter without its carrier: J/OL is J."""
    return (entry.document_type or "").partition("/")[0] or None


def _same_host(one: str, other: str) -> bool | None:
    """Journals and publishers: 厦门大学学报 is 厦门大学学报哲学社会科学版, and misread letters are let pass."""
    if not one or not other:
        return None
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (short in long or fuzz.ratio(one, other) >= 75)


def _missing_mark(one: Face, other: Face) -> bool:
    """Only one of two titles names a year or a number."""
    return not one.marks or not other.marks


def _scripts(one: Face, other: Face) -> bool:
    return (
        any(map(is_han, one.titles[0])) != any(map(is_han, other.titles[0])) if one.titles and other.titles else False
    )


def _digits(face: Face) -> str:
    return "".join(character for character in face.letters if character.isdigit())
