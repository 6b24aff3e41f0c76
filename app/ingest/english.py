"""The English parts of a Chinese paper: title, authors, abstract and key words, in front or at the end.

They become part of the record and no claims. Where pieces of another paper's first page were printed on the
same page, its abstract is told apart and left out with a warning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from app.ingest.flow import flow
from app.ingest.lines import Line, Role, with_roles
from app.ingest.records import IngestWarning
from app.text.scripts import is_han

_ABSTRACT = re.compile(r"[\W\d]*(?:[Aa]bstract|ABSTRACT|Summary|SUMMARY)(?![a-z])\s*[】\]]?\s*[:：.]?\s*(?=\S|$)")
_KEYWORDS = re.compile(r"[\W\d]*(?:key\s*-?\s*words?|index terms)\s*[】\]]?\s*[:：.]?\s*", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:Vol(?:ume)?\.?\s*\d|No\.?\s*\d|Number\s*\d|Bimonthly|Quarterly|Monthly|ISSN|DOI)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"^[\s\d(（*]*[（(]|\b(?:Universit|Institut|Academ|Cent(?:er|re)\b|College|School of|Department|Ministry|Laborator|Library|Hospital|Federation)"
    r"|\b\d{6}\b"
)
_AUTHORS = re.compile(
    r"[\s*\d]*(?:(?:[A-Z]{2,}|[A-Z][a-z]+)(?:[\s-]+[A-Z][a-z]*(?:-[A-Za-z][a-z]*)?){1,2}[\s\d,，、;*①-⑨()&¹²³]*(?:and\s+)?){1,12}"
)
_SURNAME = re.compile(r"\b[A-Z]{2,}\s+[A-Z][a-z]")
_FARTHEST = 8
"""Lines before an abstract that may hold its title and authors."""
_OPEN_ROLES = frozenset({Role.TEXT, Role.REFERENCE, Role.FURNITURE})


@dataclass(frozen=True, slots=True)
class EnglishFront:
    """One English title page: `abstract` may be cut off, and any part may be missing."""

    title: str | None
    authors: tuple[str, ...]
    abstract: str | None
    keywords: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class English:
    """The lines with English parts in their role, what belongs to this paper, and warnings on what does not."""

    lines: tuple[Line, ...]
    front: EnglishFront | None = None
    warnings: tuple[IngestWarning, ...] = ()


def find_english(lines: Sequence[Line], authors: Sequence[str] = ()) -> English:
    """Takes the English title pages out of a Chinese document; in a document in English it does nothing.

    Of several, that one is the paper's own whose authors are `authors` written in pinyin; otherwise the first,
    because a journal prints a paper's own abstract directly behind it.
    """
    if not _is_chinese(lines):
        return English(tuple(lines))
    fronts = list(_fronts(lines))
    fronts += _tail(lines, {i for _, taken in fronts for i in taken}) if not fronts else []
    if not fronts:
        return English(tuple(lines))
    own = next((front for front, _ in fronts if _same_people(front.authors, authors)), fronts[0][0])
    warnings = [_foreign(front) for front, _ in fronts if front is not own]
    if own.abstract and not re.search(r"[.!?。][\"”')）]*$", own.abstract):
        detail = "The English abstract breaks off in the middle of a sentence."
        warnings.append(IngestWarning("truncated-abstract", detail, own.start, own.end))
    roles = {i: Role.ENGLISH for _, taken in fronts for i in taken}
    roles |= dict.fromkeys(_behind(lines, max(roles)), Role.ENGLISH)
    return English(with_roles(lines, roles), own, tuple(warnings))


def _behind(lines: Sequence[Line], last: int) -> list[int]:
    """The lines in Latin script behind an English title page with which the document ends: lives of the authors."""
    rest = range(last + 1, len(lines))
    chinese = any(lines[i].role == Role.TEXT and not is_latin(lines[i].text) and lines[i].ends_sentence for i in rest)
    return [] if chinese else [i for i in rest if lines[i].role == Role.TEXT and is_latin(lines[i].text)]


def _foreign(front: EnglishFront) -> IngestWarning:
    title = f" of “{front.title}”" if front.title else ""
    detail = f"An English abstract{title} stands here beside the paper's own; it is left out."
    return IngestWarning("foreign-abstract", detail, front.start, front.end)


def _is_chinese(lines: Sequence[Line]) -> bool:
    """Whether the document is written in Chinese: at least a fifth of its letters are Han."""
    han = sum(map(is_han, "".join(line.text for line in lines)))
    letters = sum(character.isascii() and character.isalpha() for line in lines for character in line.text)
    return han > 0 and han * 4 >= letters


def is_latin(text: str) -> bool:
    """Whether a line is in Latin script: at least three letters, and nine for each Han character."""
    letters = sum(character.isalpha() and not is_han(character) for character in text)
    return letters >= 3 and letters >= 9 * sum(map(is_han, text))


def _fronts(lines: Sequence[Line]) -> Iterator[tuple[EnglishFront, list[int]]]:
    """Each English title page that has an abstract or key words, with the indexes of its lines."""
    markers = [i for i, line in enumerate(lines) if line.role in _OPEN_ROLES and _is_marker(line)]
    heads = {marker: _head(lines, marker) for marker in markers}
    taken: set[int] = set()
    for number, marker in enumerate(markers):
        if marker in taken or not (_ABSTRACT.match(lines[marker].text)):
            continue
        head = [i for i in heads[marker] if i not in taken]
        limit = next((m for m in markers[number + 1 :] if _ABSTRACT.match(lines[m].text)), len(lines))
        stop = min([limit, *heads.get(limit, [])])
        abstract, keywords = _body(lines, marker, stop)
        mine = [*head, *abstract, *keywords]
        taken |= set(mine)
        yield _front(lines, head, abstract, keywords), mine


def _is_marker(line: Line) -> bool:
    match = _ABSTRACT.match(line.text)
    return bool(match and (is_latin(line.text) or match.end() == len(line.text)))


def _head(lines: Sequence[Line], marker: int) -> list[int]:
    """Indexes of the lines with title, authors and places before an abstract, upwards to the end of other text."""
    first = marker
    while first > 0 and marker - first < _FARTHEST:
        line = lines[first - 1]
        other = line.role not in _OPEN_ROLES or not is_latin(line.text) or _is_marker(line) or _KEYWORDS.match(line.text)
        if other or re.match(r"\s*[\[［]\s*\d", line.text) or (line.ends_sentence and len(line.text) > 60):
            break
        first -= 1
    return _from_title(lines, first, marker)


def _from_title(lines: Sequence[Line], first: int, marker: int) -> list[int]:
    """Leaves off a leading line that begins in the middle of a sentence: it ends the text above."""
    while first < marker and lines[first].text[:1].islower():
        first += 1
    return list(range(first, marker))


def _body(lines: Sequence[Line], marker: int, stop: int) -> tuple[list[int], list[int]]:
    """Indexes of the lines of the abstract and of the key words behind it."""
    abstract, keywords = [marker], []
    for i in range(marker + 1, stop):
        line = lines[i]
        if line.role not in _OPEN_ROLES or not is_latin(line.text) or line.level:
            break
        if _KEYWORDS.match(line.text):
            keywords = [i]
        elif keywords:
            if not re.search(r"[;,；，]$", lines[i - 1].text) and not (lines[i].text[:1].islower() and i - keywords[0] < 3):
                break
            keywords.append(i)
        else:
            abstract.append(i)
    return abstract, keywords


def _front(lines: Sequence[Line], head: Sequence[int], abstract: Sequence[int], keywords: Sequence[int]) -> EnglishFront:
    titles, authors = _split_head([lines[i] for i in head])
    text = flow(lines[i] for i in abstract).text
    text, inline = text[_end(_ABSTRACT, text) :], ""
    if not keywords and (match := re.search(r"\s(?=key\s*words?\s*[:：])", text, re.IGNORECASE)):
        text, inline = text[: match.start()], text[match.end() :]
    words = flow(lines[i] for i in keywords).text or inline
    everything = [*head, *abstract, *keywords]
    return EnglishFront(
        title=" ".join(titles) or None,
        authors=authors,
        abstract=text or None,
        keywords=_split_keywords(words),
        start=lines[everything[0]].start,
        end=lines[everything[-1]].end,
    )


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _split_keywords(text: str) -> tuple[str, ...]:
    """`Key words: a; b` → a, b. Keywords that nothing parts stay one."""
    words = text[_end(_KEYWORDS, text) :]
    words = re.split(r"\s*(?:收稿日期|修回日期|Received)", words)[0]
    separator = r"[;；]" if re.search(r"[;；]", words) else r"[,，、]"
    return tuple(word for part in re.split(separator, words) if (word := part.strip(" .。;；,")))


def _split_head(lines: Sequence[Line]) -> tuple[list[str], tuple[str, ...]]:
    """Title lines and authors among the lines before an abstract: the title is what stands before the authors."""
    texts = [line.text for line in lines]
    start = next((i + 1 for i in range(len(texts) - 1, -1, -1) if _is_journal(texts[i])), 0)
    texts = texts[start:]
    people = next((i for i in range(len(texts) - 1, 0, -1) if len(texts[i]) <= 120 and _AUTHORS.fullmatch(texts[i])), None)
    titles = texts if people is None else texts[:people]
    first_place = next((i for i in range(1, len(titles)) if _PLACE.search(titles[i])), len(titles))
    return titles[:first_place], _people(texts[people]) if people is not None else ()


def _is_journal(text: str) -> bool:
    """Whether a line names journal, volume or number rather than the paper."""
    return bool(_JOURNAL.search(text) or (text.isupper() and not _SURNAME.search(text) and len(text) <= 40))


def _people(text: str) -> tuple[str, ...]:
    """`LUO Hui LI Zheng` → LUO Hui, LI Zheng; names that nothing parts stay one."""
    plain = re.sub(r"[\d*①-⑨()]+", " ", text)
    parts = re.split(r"\s*[,，、;&]\s*|\s+and\s+|\s+(?=[A-Z]{2,}\s)|\s{2,}", plain)
    return tuple(part.strip() for part in parts if part.strip())


def _same_people(english: Sequence[str], chinese: Sequence[str]) -> bool:
    """Whether one of the Chinese authors, in pinyin, is among the English ones."""
    spelt = {_letters("".join(lazy_pinyin(name))) for name in chinese}
    return any(_letters(name) in spelt for name in english)


def _letters(name: str) -> str:
    return "".join(sorted(c for c in name.lower() if c.isalpha()))


def _tail(lines: Sequence[Line], taken: set[int]) -> list[tuple[EnglishFront, list[int]]]:
    """A title page that was cut off before its abstract: two Latin lines or more with which the document ends."""
    tail: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].role != Role.TEXT or not is_latin(lines[i].text) or i in taken:
            break
        tail.insert(0, i)
    if len(tail) < 2 or (tail[0] > 0 and lines[tail[0] - 1].role == Role.TEXT and not lines[tail[0] - 1].ends_sentence):
        return []
    return [(_front(lines, tail, [], []), tail)]
