"""Blocks to sentences: the text of each, cleaned, its place in the source, and the marks that stand in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.ingest.frontmatter import FrontMatter
from app.ingest.page.blocks import Block
from app.ingest.page.flow import Flow, Mark, flow
from app.ingest.page.front_labels import ABSTRACT_LABEL, STEP_LABEL
from app.ingest.records import IngestWarning
from app.ingest.sections import Part
from app.text.normalise import bare
from app.text.sentences import split_sentences

_ORNAMENTS = " \t■□◆◇▲△▼●○★☆※"
SHORTEST_DISTINCT = 10
"""Bare characters above which a sentence that stands twice in a paper is one claim; `因此。` may come again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its labels.

    `marks` stand at offsets of `text`. `other` is true of what its place shows to assert nothing.
    """

    section: str
    text: str
    start: int
    end: int
    paragraph: int
    marks: tuple[Mark, ...] = ()
    other: bool = False


def split(
    parts: Sequence[Part], front: FrontMatter, calls: Mapping[int, str]
) -> tuple[tuple[Draft, ...], tuple[IngestWarning, ...]]:
    """The sentences of a paper in reading order, each once, and a warning for each that was printed twice.

    Captions, key words and labels that stand alone are `other`, each as a whole. Title and authors are no
    sentences, nor is the word 摘要.
    """
    drafts: list[Draft] = []
    warnings: list[IngestWarning] = []
    seen: set[str] = set()
    for paragraph, (section, block) in enumerate(_paragraphs(parts, front)):
        for text, span, marks, whole in _sentences(block, front, calls):
            draft = Draft(section, text, *span, paragraph, marks, whole)
            identity = bare(text)
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
    """The blocks that hold sentences, each with the number of its section."""
    taken = {block.start for block in front.taken}
    for part in parts:
        for block in part.blocks:
            if block.start not in taken:
                yield part.section.number, block


def _sentences(
    block: Block, front: FrontMatter, calls: Mapping[int, str]
) -> Iterator[tuple[str, tuple[int, int], tuple[Mark, ...], bool]]:
    """Text, place and marks of each sentence of one block, and whether the block is taken as a whole."""
    whole = block.caption or block.alone or block == front.keywords
    running = flow(block.lines, calls, keep_spaces=whole)
    label = ABSTRACT_LABEL.match(running.text) if block in front.abstract[:1] else None
    begin = label.end() if label else 0
    if not running.text:
        if running.marks:
            yield "", (running.marks[0].start, running.marks[-1].end), running.marks, whole
        return
    if whole:
        spans = [(0, len(running.text))]
    else:
        spans = [(start + begin, end + begin) for start, end in split_sentences(running.text[begin:])]
    if block in front.abstract:
        spans = [_without_step(running.text, start, end) for start, end in spans]
    for number, (start, end) in enumerate(spans):
        yield *_sentence(running, start, end, first=number == 0), whole


def _without_step(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence of an abstract without the label of its step, unless it is nothing else."""
    step = STEP_LABEL.match(text, start, end)
    return (step.end(), end) if step and step.end() < end else (start, end)


def _sentence(running: Flow, start: int, end: int, *, first: bool) -> tuple[str, tuple[int, int], tuple[Mark, ...]]:
    """One sentence without ornaments around it; the first of a block owns the marks before it."""
    text = running.text[start:end]
    inner = start + len(text) - len(text.lstrip(_ORNAMENTS))
    text = text.strip(_ORNAMENTS)
    marks = running.marks_in(0 if first else start, end)
    place = running.span(start, end)
    if marks:
        place = min(place[0], marks[0].start), max(place[1], marks[-1].end)
    return text, place, tuple(replace(mark, at=min(max(mark.at - inner, 0), len(text))) for mark in marks)


def _pass_on(drafts: list[Draft], empty: Draft) -> None:
    """Gives the marks of a piece without words to the sentence before it."""
    if drafts and empty.marks:
        last = drafts[-1]
        marks = tuple(replace(mark, at=len(last.text)) for mark in empty.marks)
        drafts[-1] = replace(
            last, marks=(*last.marks, *marks), start=min(last.start, empty.start), end=max(last.end, empty.end)
        )
