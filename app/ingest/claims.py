"""Blocks to sentences: the text of each claim, cleaned, its place in the source, and the marks that stand in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.ingest.blocks import Block
from app.ingest.flow import Flow, Mark, flow
from app.ingest.frontmatter import FrontMatter
from app.ingest.headings import ABSTRACT_LABEL
from app.ingest.records import IngestWarning
from app.ingest.sections import Part
from app.text.normalise import bare
from app.text.sentences import split_sentences

_ORNAMENTS = " ■□◆◇▲△▼●○★☆※\t"
SHORTEST_DISTINCT = 10
"""Bare characters above which a sentence that stands twice in a paper is one claim; `因此。` may come again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its labels. `marks` stand at offsets of `text`; `other` is what asserts nothing by its place."""

    section: str
    text: str
    start: int
    end: int
    paragraph: int
    marks: tuple[Mark, ...] = ()
    other: bool = False


def split(
    parts: Sequence[Part], front: FrontMatter, calls: Mapping[int, str] | None = None
) -> tuple[tuple[Draft, ...], tuple[IngestWarning, ...]]:
    """The sentences of a paper in reading order, each once, and a warning for each that was printed twice.

    Captions, key words and labels that stand alone are `other`, each as a whole. Title and authors are
    no sentences.
    """
    drafts: list[Draft] = []
    warnings: list[IngestWarning] = []
    seen: set[str] = set()
    for paragraph, (section, block) in enumerate(_paragraphs(parts, front)):
        for draft in _drafts(section, block, paragraph, front, calls or {}):
            identity = bare(draft.text)
            if not identity:
                _pass_on(drafts, draft)
            elif identity in seen:
                detail = "A sentence that stood before in the paper is listed only once."
                warnings.append(IngestWarning("repeated-sentence", detail, draft.start, draft.end))
            else:
                drafts.append(draft)
                if len(identity) > SHORTEST_DISTINCT:
                    seen.add(identity)
    return tuple(drafts), tuple(warnings)


def _paragraphs(parts: Sequence[Part], front: FrontMatter) -> Iterator[tuple[str, Block]]:
    taken = {block.start for block in front.taken}
    for part in parts:
        for block in part.blocks:
            if block.start not in taken:
                yield part.section.number, block


def _drafts(
    section: str, block: Block, paragraph: int, front: FrontMatter, calls: Mapping[int, str]
) -> Iterator[Draft]:
    """The sentences of one block."""
    whole = block.caption or block.alone or block == front.keywords
    running = flow(block.lines, calls, keep_spaces=whole)
    label = ABSTRACT_LABEL.match(running.text) if block in front.abstract[:1] else None
    begin = label.end() if label else 0
    spans = [(0, len(running.text))] if whole else split_sentences(running.text[begin:])
    for number, (start, end) in enumerate(spans):
        draft = _draft(running, start + begin * (not whole), end + begin * (not whole), section, paragraph, first=number == 0)
        if draft:
            yield replace(draft, other=whole)


def _draft(running: Flow, start: int, end: int, section: str, paragraph: int, *, first: bool) -> Draft | None:
    """One sentence without ornaments around it; its marks at offsets of its own text."""
    if start == end:
        return None
    text = running.text[start:end]
    inner = start + len(text) - len(text.lstrip(_ORNAMENTS))
    text = text.strip(_ORNAMENTS)
    marks = running.marks_in(0 if first else start, end)
    place = running.span(start, end)
    if marks:
        place = min(place[0], marks[0].start), max(place[1], marks[-1].end)
    moved = tuple(replace(mark, at=min(max(mark.at - inner, 0), len(text))) for mark in marks)
    return Draft(section, text, *place, paragraph, moved)


def _pass_on(drafts: list[Draft], empty: Draft) -> None:
    """Gives the marks of a piece without words to the sentence before it."""
    if drafts and empty.marks:
        last = drafts[-1]
        marks = tuple(replace(mark, at=len(last.text)) for mark in empty.marks)
        drafts[-1] = replace(last, marks=(*last.marks, *marks), end=max(last.end, empty.end))
