"""Marks to citations, and the works they point to: printed entries, footnotes, or what the sentence itself says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.ingest.claims import Draft
from app.ingest.layout import Layout
from app.ingest.page.flow import Mark, flow
from app.ingest.page.footnotes import PageNote
from app.ingest.page.lines import Line
from app.ingest.records import Citation, IngestWarning, Reference
from app.ingest.references.author_year import AuthorYears
from app.ingest.references.fields import parse_entry, parse_footnote
from app.ingest.references.named_authors import NamedAuthor, named_author
from app.text.scripts import has_han

_TITLE_BEFORE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》[”’）)]?$")
_TITLE_AFTER = re.compile(r"[（(]\s*(?:((?:19|20)\d\d)\s*年\s*)?《((?:[^《》]|《[^《》]*》)+)》\s*[）)]")
_NEAR = 200
"""Characters before a mark in which a title or an author of the entry is looked for."""


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
    A paper without marks may cite the works of its list by author and year.
    """
    printed = {reference.label: reference for reference in _printed(layout)}
    told: dict[str, Reference] = {}
    citations = []
    unresolved = []
    for draft in drafts:
        found: list[Citation] = []
        for mark in draft.marks:
            beside = named_author(draft.text, mark.at)
            found += _cite(draft, mark, beside, printed)
            for label in mark.labels:
                if label not in printed:
                    told[label] = _tell(told.get(label) or Reference(label, from_sentence=True), draft, mark, beside)
                    unresolved.append((label, draft))
        citations.append(tuple(found))
    if not any(draft.marks for draft in drafts):
        works = AuthorYears.of(printed.values())
        citations = [tuple(works.cited_in(draft.text)) for draft in drafts]
    references = sorted([*printed.values(), *told.values()], key=_order)
    return Linked(tuple(citations), tuple(references), tuple(_warnings(unresolved, has_list=bool(layout.entries))))


def _order(reference: Reference) -> tuple[int, str]:
    return (int(reference.label), "") if reference.label.isdecimal() else (10**6, reference.label)


def _printed(layout: Layout) -> Iterator[Reference]:
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


def _cite(draft: Draft, mark: Mark, beside: NamedAuthor | None, printed: Mapping[str, Reference]) -> Iterator[Citation]:
    """A citation for each label of a mark, with the author whom the sentence names."""
    for label in mark.labels:
        named = beside.printed if beside else _author_before(draft.text, mark.at, printed.get(label))
        yield Citation(label, mark.at, named)


def _author_before(text: str, at: int, reference: Reference | None) -> str | None:
    """An author of the printed entry whom the sentence names somewhere before the mark."""
    before = text[max(0, at - _NEAR) : at]
    authors = reference.authors if reference else ()
    return next((author for author in authors if has_han(author) and len(author) > 1 and author in before), None)


def _tell(reference: Reference, draft: Draft, mark: Mark, beside: NamedAuthor | None) -> Reference:
    """`reference` with what one more citing sentence says of the work; what an earlier one said stands."""
    title, year = _title_beside(draft.text, mark.at)
    return replace(
        reference,
        authors=reference.authors or (beside.names if beside else ()),
        title=reference.title or title,
        year=reference.year or year,
    )


def _title_beside(text: str, at: int) -> tuple[str | None, int | None]:
    """`…《题名》[13]` or `日本 [2]（2008 年《题名》）`: the title, and the year when it is given with it."""
    if match := _TITLE_BEFORE.search(text[max(0, at - _NEAR) : at]):
        return match[1], None
    if match := _TITLE_AFTER.match(text, at):
        return match[2], int(match[1]) if match[1] else None
    return None, None


def _warnings(unresolved: Sequence[tuple[str, Draft]], *, has_list: bool) -> Iterator[IngestWarning]:
    """One warning when no list is printed at all; otherwise one for each mark that the list does not answer."""
    if unresolved and not has_list:
        works = len({label for label, _ in unresolved})
        known = "what is known of them comes from the citing sentences"
        detail = f"{works} works are cited, no list of them is printed; {known}."
        yield IngestWarning("no-reference-list", detail, facts=(("count", works),))
        return
    for label, draft in unresolved:
        detail = f"[{label}] is cited here and is not in the printed list."
        yield IngestWarning("unresolved-citation", detail, draft.start, draft.end, (("mark", f"[{label}]"),))
