"""The English parts of a Chinese paper: title, authors, abstract and key words, in front or at the end.

They become part of the record and no claims. Where pieces of another paper's first page were printed on the
same page, its abstract is told apart and left out with a warning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.ingest.page.english_front import ABSTRACT, KEYWORDS, EnglishFront, read_front
from app.ingest.page.lines import Line, Role, with_roles
from app.ingest.records import IngestWarning
from app.text.pinyin import plain_syllables
from app.text.scripts import count_han

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_FARTHEST = 8
"""Lines before an abstract that may hold its title and authors."""
_SHORTEST_PROSE = 60
"""Characters of a line with a full stop that is running text rather than a title."""
_OPEN_ROLES = frozenset({Role.TEXT, Role.REFERENCE, Role.FURNITURE})


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
    fronts = (list(_fronts(lines)) or _cut_off(lines)) if _is_chinese(lines) else []
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


def _foreign(front: EnglishFront) -> IngestWarning:
    title = f" of “{front.title}”" if front.title else ""
    detail = f"An English abstract{title} stands here beside the paper's own; it is left out."
    facts = (("title", front.title),) if front.title else ()
    return IngestWarning("foreign-abstract", detail, front.start, front.end, facts)


def _is_chinese(lines: Sequence[Line]) -> bool:
    """Whether the document is written in Chinese: at least a fifth of its letters are Han."""
    han = sum(count_han(line.text) for line in lines)
    latin = sum(len(_LATIN.findall(line.text)) for line in lines)
    return han > 0 and han * 4 >= latin


def is_latin(text: str) -> bool:
    """Whether a line is in Latin script: at least three letters, and nine for each Han character."""
    letters = len(_LATIN.findall(text))
    return letters >= 3 and letters >= 9 * count_han(text)


def _same_people(english: Sequence[str], chinese: Sequence[str]) -> bool:
    """Whether one of the Chinese authors, in pinyin, is among the English ones."""
    spelt = {_letters("".join(plain_syllables(name))) for name in chinese}
    return any(_letters(name) in spelt for name in english)


def _letters(name: str) -> str:
    return "".join(sorted(c for c in name.lower() if c.isalpha()))


def _fronts(lines: Sequence[Line]) -> Iterator[tuple[EnglishFront, list[int]]]:
    """Each English title page that has an abstract, with the indexes of its lines."""
    markers = [i for i, line in enumerate(lines) if line.role in _OPEN_ROLES and _is_marker(line)]
    heads = [_head(lines, marker) for marker in markers]
    taken = -1
    for number, marker in enumerate(markers):
        head = [i for i in heads[number] if i > taken]
        stop = heads[number + 1].start if number + 1 < len(heads) else len(lines)
        abstract, keywords = _body(lines, marker, stop)
        mine = [*head, *abstract, *keywords]
        taken = mine[-1]
        yield _read(lines, head, abstract, keywords), mine


def _read(lines: Sequence[Line], *groups: Sequence[int]) -> EnglishFront:
    return read_front(*([lines[i] for i in group] for group in groups))


def _is_marker(line: Line) -> bool:
    match = ABSTRACT.match(line.text)
    return bool(match and (is_latin(line.text) or match.end() == len(line.text)))


def _head(lines: Sequence[Line], marker: int) -> range:
    """The lines with title, authors and places before an abstract, upwards to the end of other text."""
    first = marker
    while first > 0 and marker - first < _FARTHEST and _may_head(lines[first - 1]):
        first -= 1
    while first < marker and lines[first].text[:1].islower():  # it goes on with a sentence of the text above
        first += 1
    return range(first, marker)


def _may_head(line: Line) -> bool:
    if line.role not in _OPEN_ROLES or not is_latin(line.text) or _is_marker(line) or KEYWORDS.match(line.text):
        return False
    entry = re.match(r"\s*[\[［]\s*\d", line.text)
    return not entry and not (line.ends_sentence and len(line.text) > _SHORTEST_PROSE)


def _body(lines: Sequence[Line], marker: int, stop: int) -> tuple[list[int], list[int]]:
    """Indexes of the lines of the abstract and of the key words behind it."""
    abstract = [marker]
    keywords: list[int] = []
    for i in range(marker + 1, stop):
        line = lines[i]
        if not keywords and KEYWORDS.match(line.text) and line.role in _OPEN_ROLES:
            keywords = [i]
        elif line.role not in _OPEN_ROLES or not is_latin(line.text) or line.level:
            break
        elif not keywords:
            abstract.append(i)
        elif lines[i - 1].text.endswith((";", ",", "；", "，")) or (line.text[:1].islower() and i - keywords[0] < 3):
            keywords.append(i)
        else:
            break
    return abstract, keywords


def _cut_off(lines: Sequence[Line]) -> list[tuple[EnglishFront, list[int]]]:
    """A title page that was cut off before its abstract: two Latin lines or more with which the document ends."""
    first = len(lines)
    while first > 0 and lines[first - 1].role == Role.TEXT and is_latin(lines[first - 1].text):
        first -= 1
    runs_on = first > 0 and lines[first - 1].role == Role.TEXT and not lines[first - 1].ends_sentence
    tail = list(range(first, len(lines)))
    return [] if runs_on or len(tail) < 2 else [(_read(lines, tail, [], []), tail)]


def _behind(lines: Sequence[Line], last: int) -> list[int]:
    """The lines in Latin script behind an English title page with which the document ends: lives of the authors."""
    rest = range(last + 1, len(lines))
    chinese = any(lines[i].role == Role.TEXT and not is_latin(lines[i].text) and lines[i].ends_sentence for i in rest)
    return [] if chinese else [i for i in rest if lines[i].role == Role.TEXT and is_latin(lines[i].text)]
