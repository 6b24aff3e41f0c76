"""One English title page: its journal head, title, authors, abstract and key words, read off its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.ingest.page.flow import flow
from app.ingest.page.lines import Line

ABSTRACT = re.compile(r"[\W\d]*(?:[Aa]bstract|ABSTRACT|Summary|SUMMARY)(?![a-z])\s*[】\]]?\s*[:：.]?\s*(?=\S|$)")
KEYWORDS = re.compile(r"[\W\d]*(?:key\s*-?\s*words?|index terms)\s*[】\]]?\s*[:：.]?\s*", re.IGNORECASE)
_KEYWORDS_INSIDE = re.compile(r"\s(?=key\s*words?\s*[:：])", re.IGNORECASE)
_BEHIND_KEYWORDS = re.compile(r"\s*(?:[\u3400-\u9fff]|Received|DOI\b)")
_JOURNAL = re.compile(
    r"\b(?:Vol(?:ume)?\.?\s*\d|No\.?\s*\d|Number\s*\d|Bimonthly|Quarterly|Monthly|ISSN|DOI)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"^[\s\d(（*]*[（(]|\b\d{6}\b"
    r"|\b(?:Universit|Institut|Academ|Cent(?:er|re)\b|College|School of|Department|Ministry|Laborator|Library|Hospital)"
)
_POSTAL = re.compile(r"[,，]\s*(?:[A-Z][a-z]+,?\s*)?\d{6}\W*$")
_AUTHORS = re.compile(
    r"[\s*\d]*(?:(?:[A-Z]{2,}|[A-Z][a-z]+)(?:[\s-]+[A-Z][a-z]*(?:-[A-Za-z][a-z]*)?){1,2}"
    r"[\s\d,，、;*①-⑨()&¹²³]*(?:and\s+)?){1,12}"
)
_LONGEST_AUTHORS = 120
_SURNAME = re.compile(r"\b[A-Z]{2,}\s+[A-Z][a-z]")
_VOLUME = re.compile(r"\bVol(?:ume)?\.?\s*(\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:No|Number)\.?\s*(\d+)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class JournalHead:
    """What stands above the title: `FOREIGN AFFAIRS REVIEW`, `Bimonthly Volume 38 Number 6 2021`."""

    name: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class EnglishFront:
    """One English title page; `abstract` may be cut off, and any part may be missing."""

    start: int
    end: int
    title: str | None = None
    authors: tuple[str, ...] = ()
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    journal: JournalHead = JournalHead()
    head: str = ""
    """All that stands between the journal's head and the abstract."""


def read_front(head: Sequence[Line], abstract: Sequence[Line], keywords: Sequence[Line]) -> EnglishFront:
    """Reads a title page off the lines before the abstract, of the abstract, and of the key words; one is not empty."""
    texts = [line.text for line in head]
    start = next((i + 1 for i in range(len(texts) - 1, -1, -1) if _is_journal(texts[i])), 0)
    title, authors = _title_and_authors(texts[start:])
    text = flow(abstract).text
    text = text[_end(ABSTRACT, text) :]
    inside = None if keywords else _KEYWORDS_INSIDE.search(text)
    words = text[inside.end() :] if inside else flow(keywords).text
    everything = [*head, *abstract, *keywords]
    return EnglishFront(
        start=everything[0].start,
        end=everything[-1].end,
        title=title,
        authors=authors,
        abstract=(text[: inside.start()] if inside else text) or None,
        keywords=_split_keywords(words),
        journal=_journal_head(texts[:start]),
        head=" ".join(texts[start:]),
    )


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _split_keywords(text: str) -> tuple[str, ...]:
    """`Key words: a; b` → a, b. Words that nothing parts stay one."""
    words = _BEHIND_KEYWORDS.split(text[_end(KEYWORDS, text) :])[0]
    separator = r"[;；]" if re.search(r"[;；]", words) else r"[,，、]"
    return tuple(word for part in re.split(separator, words) if (word := part.strip(" .。;；,")))


def _title_and_authors(texts: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """The last line of names are the authors; what stands before it, up to a place, is the title."""
    people = next((i for i in range(len(texts) - 1, 0, -1) if _is_people(texts[i])), None)
    titles = texts if people is None else texts[:people]
    place = next((i for i, text in enumerate(titles) if (_POSTAL if i == 0 else _PLACE).search(text)), len(titles))
    return " ".join(titles[:place]) or None, () if people is None else _people(texts[people])


def _is_people(text: str) -> bool:
    return len(text) <= _LONGEST_AUTHORS and _AUTHORS.fullmatch(text) is not None


def _people(text: str) -> tuple[str, ...]:
    """`LUO Hui LI Zheng` → LUO Hui, LI Zheng; names that nothing parts stay one."""
    plain = re.sub(r"[\d*①-⑨()¹²³]+", " ", text)
    parts = re.split(r"\s*[,，、;&]\s*|\s+and\s+|\s+(?=[A-Z]{2,}\s)|\s{2,}", plain)
    return tuple(part.strip() for part in parts if part.strip())


def _is_journal(text: str) -> bool:
    """Whether a line names journal, volume or number rather than the paper."""
    return bool(_JOURNAL.search(text) or (text.isupper() and not _SURNAME.search(text) and len(text) <= 40))


def _journal_head(texts: Sequence[str]) -> JournalHead:
    """Name, year, volume and number, when one line gives the last three."""
    for i, text in enumerate(texts):
        volume, number, year = _VOLUME.search(text), _NUMBER.search(text), _YEAR.search(text)
        if volume and number and year:
            above = texts[i - 1] if i else ""
            return JournalHead(above.title() if above.isupper() else None, int(year[1]), volume[1], number[1])
    return JournalHead()
