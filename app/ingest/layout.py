"""From the lines of a file to blocks in reading order: without page furniture, notes and references set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.ingest.page.bare_marks import call_bare_numbers
from app.ingest.page.blocks import Block, build_blocks
from app.ingest.page.english import find_english
from app.ingest.page.english_front import EnglishFront
from app.ingest.page.footnotes import PageNote, call_endnotes, find_footnotes
from app.ingest.page.front_labels import split_at_labels
from app.ingest.page.furniture import mark_furniture, mark_self_citations
from app.ingest.page.headings import find_headings
from app.ingest.page.lines import Line, Role, read_lines
from app.ingest.page.reading_order import restore_order
from app.ingest.page.repeats import drop_repeats
from app.ingest.records import Document, IngestWarning
from app.ingest.references.entries import Entry
from app.ingest.references.listing import find_reference_list


@dataclass(frozen=True, slots=True)
class Layout:
    """A document taken apart.

    `lines` are all that are not blank, in source order and in their roles; `blocks` the paper's own text in
    reading order. `calls` names for its place in the source what each circled or bare mark calls (`marks.find_marks`).
    """

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[PageNote, ...] = ()
    calls: Mapping[int, str] = field(default_factory=dict)
    english: EnglishFront | None = None
    warnings: tuple[IngestWarning, ...] = ()


def arrange(document: Document, authors: Sequence[str] = ()) -> Layout:
    """Finds out what each line is and in which order the text is to be read. Never raises.

    `authors` are the paper's authors where they are known beforehand: they tell its own English abstract from a
    neighbour's.
    """
    listed = find_reference_list(mark_furniture(split_at_labels(read_lines(document.text))))
    footnotes = find_footnotes(mark_self_citations(listed.lines), prefix="注" if listed.entries else "")
    calls = call_endnotes(footnotes.lines) if listed.circled else dict(footnotes.calls)
    calls |= call_bare_numbers(footnotes.lines, (entry.label for entry in listed.entries), calls)
    english = find_english(footnotes.lines, authors)
    lines, repeats = drop_repeats(english.lines)
    lines, headings = find_headings(lines)
    blocks, moves = restore_order(build_blocks(lines, headings))
    warnings = [*english.warnings, *repeats, *moves, *_tables(lines)]
    if not headings:
        warnings.append(IngestWarning("no-headings", "No section headings were found; all text is in one section."))
    if not listed.circled:
        warnings += [_unanswered(place, document.text) for place in footnotes.unmatched]
    return Layout(lines, blocks, listed.entries, footnotes.notes, calls, english.front, tuple(warnings))


def _unanswered(place: int, text: str) -> IngestWarning:
    mark = text[place : place + 2]
    detail = f"The mark {mark} has no footnote."
    return IngestWarning("unresolved-citation", detail, place, place + len(mark), (("mark", mark),))


def _tables(lines: Sequence[Line]) -> list[IngestWarning]:
    """One warning for all tables: their cells are not sentences and make no claims."""
    tables = [line for line in lines if line.role == Role.TABLE]
    if not tables:
        return []
    detail = f"{len(tables)} lines of tables are left out: cells are not sentences."
    return [IngestWarning("tables-skipped", detail, tables[0].start, tables[-1].end, (("count", len(tables)),))]
