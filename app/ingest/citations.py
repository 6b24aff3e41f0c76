"""Marks to citations, and the works they point to: printed entries, footnotes, or what the sentence itself says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.ingest.claims import Draft
from app.ingest.flow import flow
from app.ingest.footnotes import PageNote
from app.ingest.layout import Layout
from app.ingest.lines import Line
from app.ingest.named_authors import NamedAuthor, named_author
from app.ingest.records import Citation, IngestWarning, Reference
from app.ingest.reference_fields import parse_entry, parse_footnote
from app.text.scripts import has_han

_TITLE_BEFORE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》[”’）)]?$")
_TITLE_AFTER = re.compile(r"[（(]\s*(?:((?:19|20)\d\d)\s*年\s*)?《((?:[^《》]|《[^《》]*》)+)》\s*[）)]")


@dataclass(frozen=True, slots=True)
class Linked:
    """The citations of each draft, in the same order, and the works that they or the lists name."""

    citations: tuple[tuple[Citation, ...], ...]
    references: tuple[Reference, ...]
    warnings: tuple[IngestWarning, ...]


def link(drafts: Sequence[Draft], layout: Layout) -> Linked:
    """Resolves every mark of `drafts`.

    A mark whose entry is not printed points to a reference made from the citing sentences (`from_sentence`):
    its author where one is named beside the mark, its title where 《》 stands beside it, and nothing more.
    """
    printed = {reference.label: reference for reference in _printed(layout)}
    citations: list[tuple[Citation, ...]] = []
    known: dict[str, Reference] = {}
    unresolved: list[tuple[str, Draft]] = []
    for draft in drafts:
        found = []
        for mark in draft.marks:
            beside = named_author(draft.text, mark.at)
            for label in mark.labels:
                if label not in printed:
                    known[label] = _from_sentence(label, draft.text, mark.at, beside, known.get(label))
                    unresolved.append((label, draft))
                named = beside.printed if beside else _named_before(draft.text, mark.at, printed.get(label))
                found.append(Citation(label, mark.at, named))
        citations.append(tuple(found))
    references = sorted([*printed.values(), *known.values()], key=_order)
    return Linked(tuple(citations), tuple(references), tuple(_warnings(bool(layout.entries), unresolved)))


def _order(reference: Reference) -> tuple[int, str]:
    return (int(reference.label), "") if reference.label.isdigit() else (10**6, reference.label)


def _printed(layout: Layout) -> Iterable[Reference]:
    """The entries of the list, then the footnotes."""
    for entry in layout.entries:
        yield parse_entry(entry.label, entry.text, entry.start, entry.end)
    for note in layout.notes:
        yield parse_footnote(note.label, _note_text(note), note.start, note.end)


def _note_text(note: PageNote) -> str:
    """A footnote's text without its mark."""
    first, *more = note.lines
    cut = Line(note.start, first.end, first.text[note.start - first.start :])
    return flow([cut, *more], keep_marks=True, keep_spaces=True).text


def _from_sentence(label: str, text: str, at: int, beside: NamedAuthor | None, before: Reference | None) -> Reference:
    """What a citing sentence says of a work, added to what an earlier one said."""
    reference = before or Reference(label, from_sentence=True)
    title, year = _title_beside(text, at)
    return replace(
        reference,
        authors=reference.authors or (beside.names if beside else ()),
        title=reference.title or title,
        year=reference.year or year,
    )


def _title_beside(text: str, at: int) -> tuple[str | None, int | None]:
    """`…《题名》[13]` or `日本 [2]（2008 年《题名》）`: the title, and the year when it is given with it."""
    if match := _TITLE_BEFORE.search(text, 0, at):
        return match[1], None
    if match := _TITLE_AFTER.match(text, at):
        return match[2], int(match[1]) if match[1] else None
    return None, None


def _named_before(text: str, at: int, reference: Reference | None) -> str | None:
    """An author of the printed entry whom the sentence names somewhere before the mark."""
    for author in reference.authors if reference else ():
        if has_han(author) and len(author) > 1 and author in text[:at]:
            return author
    return None


def _warnings(has_list: bool, unresolved: Sequence[tuple[str, Draft]]) -> Iterable[IngestWarning]:
    """One warning when no list is printed at all; otherwise one for each mark that the list does not answer."""
    if unresolved and not has_list:
        works: Mapping[str, None] = dict.fromkeys(label for label, _ in unresolved)
        detail = f"{len(works)} works are cited and no list of references is printed; what is known of them comes from the citing sentences."
        yield IngestWarning("no-reference-list", detail)
        return
    for label, draft in unresolved:
        yield IngestWarning("unresolved-citation", f"[{label}] is cited here and is not in the printed list.", draft.start, draft.end)
