"""Finding in a paper: every place where its page prints the same characters, in reading order.

What is compared is the folded text (`app.text.normalise`), so that either script, either width and either kind of
quotation mark will do; nothing else is made equal: what is found stands there as it was typed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.catalogue.views import ClaimView, PaperDetail, Paragraph, SectionView
from app.text.normalise import fold, fold_text

LONGEST = 200
"""Characters that are looked for."""
WIDTH = 24
"""Characters shown on each side of a place in the list of places."""
HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a place: the characters from `start` to `end` of one text; `number` is the place's, from 1."""

    start: int
    end: int
    number: int
    first: bool
    """Whether the place begins with it: a place may go over the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place as the list of places shows it, cut to a few characters on each side."""

    number: int
    language: str
    before: str
    key: str
    after: str


@dataclass(frozen=True)
class Found:
    """All places of `text`; `marks` by the claim's uid or the section's id, and language."""

    text: str = ""
    hits: tuple[Hit, ...] = ()
    marked: Mapping[tuple[str, str], tuple[Mark, ...]] = field(default_factory=dict)

    def marks(self, owner: str, language: str) -> tuple[Mark, ...]:
        """The marks in one text: of a claim by its uid, of a heading by `heading` and the section's id."""
        return self.marked.get((owner, language), ())


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text, and the mark that it is, if any."""

    text: str
    mark: Mark | None = None


def parts(text: str, marks: Sequence[Mark], start: int = 0) -> Iterator[Part]:
    """`text`, which begins at `start` of the marked text, cut where marks begin and end; together they give it again.

    >>> [(part.text, bool(part.mark)) for part in parts("科技外交", (Mark(2, 4, 1, True),))]
    [('科技', False), ('外交', True)]
    """
    done = 0
    for mark in marks:
        low, high = max(mark.start - start, done), min(mark.end - start, len(text))
        if low >= high:
            continue
        if low > done:
            yield Part(text[done:low])
        yield Part(text[low:high], Mark(mark.start, mark.end, mark.number, mark.first and low == mark.start - start))
        done = high
    if done < len(text) or not text:
        yield Part(text[done:])


def find_in(paper: PaperDetail, text: str, languages: Sequence[str]) -> Found:
    """All places of `text` in the headings and sentences, in the `languages` that are shown, each `zh` or `en`."""
    wanted = fold_text(text[:LONGEST])
    if not wanted:
        return Found()
    search = _Search(wanted)
    for section in paper.sections:
        for heading in _headings(section, languages[0]):
            search.read(heading)
        for paragraph in section.paragraphs:
            for language in languages:
                search.read(_sentences(paragraph, language))
    marked = {owner: tuple(marks) for owner, marks in search.marked.items()}
    return Found(text[:LONGEST], tuple(search.hits), marked)


@dataclass(frozen=True)
class _Run:
    """Texts that stand one after the other, each with its owner."""

    language: str
    texts: tuple[tuple[str, str], ...]
    between: str = ""

    @cached_property
    def whole(self) -> str:
        return self.between.join(text for _owner, text in self.texts)


def _headings(section: SectionView, first: str) -> Iterator[_Run]:
    """A heading stands in both languages, whatever the sentences below it are shown in."""
    names = (("zh", section.heading), ("en", section.heading_en or ""))
    for language, name in names if first == "zh" else reversed(names):
        yield _Run(language, ((HEADING + section.id, name),))


def _sentences(paragraph: Paragraph, language: str) -> _Run:
    def text_of(claim: ClaimView) -> str:
        return (claim.text_en or "") if language == "en" else claim.text

    return _Run(language, tuple((claim.uid, text_of(claim)) for claim in paragraph.claims), " " * (language == "en"))


class _Search:
    """Collects hits and marks, numbered as they are read."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.hits: list[Hit] = []
        self.marked: dict[tuple[str, str], list[Mark]] = {}

    def read(self, run: _Run) -> None:
        folded = fold(run.whole)
        at = folded.text.find(self.wanted)
        while at >= 0:
            start, end = folded.span(at, at + len(self.wanted))
            self._add(run, start, end)
            at = folded.text.find(self.wanted, at + len(self.wanted))

    def _add(self, run: _Run, start: int, end: int) -> None:
        number = len(self.hits) + 1
        width = WIDTH * (2 if run.language == "en" else 1)
        before, after = run.whole[max(0, start - width) : start], run.whole[end : end + width]
        self.hits.append(Hit(number, run.language, before, run.whole[start:end], after))
        begin, first = 0, True
        for owner, text in run.texts:
            low, high = max(start - begin, 0), min(end - begin, len(text))
            if low < high:
                self.marked.setdefault((owner, run.language), []).append(Mark(low, high, number, first))
                first = False
            begin += len(text) + len(run.between)
