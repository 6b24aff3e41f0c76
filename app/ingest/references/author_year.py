"""Citations by author and year in the text, of works in the printed list.

（王逸舟，2011） · （Nye, 2004: 12；Flink et al., 2010） · 王逸舟（2011）认为 · Flink and Schreiterer (2010)
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.ingest.records import Citation, Reference
from app.text.scripts import has_han

_BRACKET = re.compile(r"[（(]([^（）()]{0,200})[）)]")
_PIECE = re.compile(r"(.*?)[,，\s]*((?:19|20)\d\d)[a-z]?(?:\s*[,，:：].*)?\s*$", re.DOTALL)
_FURTHER_HAN = re.compile(r"(?:等人?|(?:[、和与][\u4e00-\u9fff·]{2,8})+)\s*$")
_HAN_AT_END = re.compile(r"[\u4e00-\u9fff·]{2,12}$")
_LATIN_AT_END = re.compile(
    r"([A-ZÀ-Þ][\w'’-]+)(?:,?\s(?:[A-Z]\.?\s?){1,3})?"
    r"(?:,?\s(?:(?:and|&|和|与)\s)?[A-ZÀ-Þ][\w'’-]+){0,6},?(?:\s*et\s+al\.?|\s*等)?\s*$"
)
_INITIALS = re.compile(r"(?:[A-Z][.\s-]*){1,4}")
_NEAR = 60
"""Characters before a year in which its author is looked for."""
_SHORTEST, _LONGEST = 2, 12


@dataclass(frozen=True, slots=True)
class AuthorYears:
    """The works of a list by the name and year under which a text cites them, where no two works share these."""

    labels: dict[tuple[str, int], str]

    @classmethod
    def of(cls, references: Iterable[Reference]) -> "AuthorYears":
        """Works with an author and a year: a Chinese author by the whole name, a Western one by the family name."""
        found: dict[tuple[str, int], set[str]] = {}
        for reference in references:
            if reference.authors and reference.year:
                found.setdefault((family_name(reference.authors[0]), reference.year), set()).add(reference.label)
        return cls({key: labels.pop() for key, labels in found.items() if len(labels) == 1})

    def cited_in(self, text: str) -> Iterator[Citation]:
        """A citation behind each bracket for every work of the list that it names, each work once a sentence."""
        seen: set[str] = set()
        for bracket in _BRACKET.finditer(text):
            for piece in re.split(r"[;；]", bracket[1]):
                match = _PIECE.fullmatch(piece)
                before = match[1].strip() or text[max(0, bracket.start() - _NEAR) : bracket.start()] if match else ""
                for name in _names_at_end(before):
                    label = self.labels.get((name, int(match[2]))) if match else None
                    if label and label not in seen:
                        seen.add(label)
                        yield Citation(label, bracket.end(), name)


def family_name(author: str) -> str:
    """The name under which a text cites an author.

    >>> family_name("王逸舟"), family_name("Nye, Joseph S."), family_name("Fedoroff NV"), family_name("James G. McGann")
    ('王逸舟', 'Nye', 'Fedoroff', 'McGann')
    """
    if has_han(author):
        return author
    if "," in author:
        return author.partition(",")[0].strip()
    first, *more = author.replace(".", ". ").split()
    return first if not more or _INITIALS.fullmatch(" ".join(more)) else more[-1]


def _names_at_end(text: str) -> Iterator[str]:
    """The names that the first author at the end of `text` may have: `学者王逸舟等` → 学者王逸舟 … 王逸舟, 逸舟."""
    near = text[-_NEAR:].rstrip()
    if latin := _LATIN_AT_END.search(near):
        yield latin[1]
    if run := _HAN_AT_END.search(_FURTHER_HAN.sub("", near)):
        yield from (run[0][-length:] for length in range(min(_LONGEST, len(run[0])), _SHORTEST - 1, -1))
