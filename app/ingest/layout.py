"""From the lines of a file to blocks in reading order: without page furniture, notes and references set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.ingest.blocks import Block, build_blocks
from app.ingest.english import EnglishFront, find_english
from app.ingest.footnotes import PageNote, find_footnotes
from app.ingest.furniture import mark_furniture, mark_self_citations
from app.ingest.headings import find_headings
from app.ingest.lines import Line, Role, read_lines
from app.ingest.reading_order import restore_order
from app.ingest.records import Document, IngestWarning
from app.ingest.reference_list import Entry, find_reference_list
from app.ingest.repeats import drop_repeats


@dataclass(frozen=True, slots=True)
class Layout:
    """A document taken apart.

    `lines` are all that are not blank, in source order and in their roles; `blocks` the paper's own text in
    reading order. `calls` gives for the place of a circled mark in the source the label of its footnote.
    """

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[PageNote, ...] = ()
    calls: Mapping[int, str] | None = None
    english: EnglishFront | None = None
    warnings: tuple[IngestWarning, ...] = ()


def arrange(document: Document, authors: Sequence[str] = ()) -> Layout:
    """Finds out what each line is and in which order the text is to be read. Never raises.

    `authors` are the paper's authors where they are known beforehand: they tell its own English abstract from a
    neighbour's.
    """
    listed = find_reference_list(mark_furniture(read_lines(document.text)))
    footnotes = find_footnotes(mark_self_citations(listed.lines))
    english = find_english(footnotes.lines, authors)
    lines, repeats = drop_repeats(english.lines)
    lines, headings = find_headings(lines)
    blocks, moves = restore_order(build_blocks(lines, headings))
    warnings = [*english.warnings, *repeats, *moves, *_tables(lines)]
    if not headings:
        warnings.append(IngestWarning("no-headings", "No section headings were found; all text is in one section."))
    return Layout(lines, blocks, listed.entries, footnotes.notes, footnotes.calls, english.front, tuple(warnings))


def _tables(lines: Sequence[Line]) -> list[IngestWarning]:
    """One warning for all tables: their cells are not sentences and make no claims."""
    tables = [line for line in lines if line.role == Role.TABLE]
    if not tables:
        return []
    detail = f"{len(tables)} lines of tables are left out: cells are not sentences."
    return [IngestWarning("tables-skipped", detail, tables[0].start, tables[-1].end)]
