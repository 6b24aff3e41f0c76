"""What a record knows of cited works beyond what the paper prints, merged into the references it is about."""

from dataclasses import dataclass, fields, replace

from app.ingest.records import AddedReference, Analysis, IngestWarning, Reference

FIELDS = tuple(field.name for field in fields(AddedReference) if field.name not in {"label", "source", "paper"})


@dataclass(frozen=True, slots=True)
class MergedReference:
    """A reference completed from the record, and which paper here it is said to be.

    `added` gives the source of each field it gained, and under `paper` the source of `stated_paper`. `called` is the
    title by which the citing sentence names it, where the record has another: a translation of it, as a rule.
    """

    reference: Reference
    added: dict[str, str]
    stated_paper: str | None
    called: str | None = None


def merge_added(analysis: Analysis) -> tuple[tuple[MergedReference, ...], tuple[IngestWarning, ...]]:
    """The references, completed, and a warning for each table that completes none.

    What the paper prints stands; what it does not print is added. Fields taken from the citing sentence are
    weaker than the record, which saw the work itself, and give way. A table for a label that the paper does not
    cite is answered as a warning.
    """
    added = {entry.label: entry for entry in analysis.document.added_references}
    merged = tuple(_merge(reference, added.get(reference.label)) for reference in analysis.references)
    known = {reference.label for reference in analysis.references}
    return merged, tuple(_unused(entry) for entry in added.values() if entry.label not in known)


def _merge(reference: Reference, entry: AddedReference | None) -> MergedReference:
    if entry is None:
        return MergedReference(reference, {}, None)
    gained = {
        name: value
        for name in FIELDS
        if (value := getattr(entry, name))
        and (reference.from_sentence or not getattr(reference, name))
        and value != getattr(reference, name)
    }
    said = [*gained, "paper"] if entry.paper else list(gained)
    called = reference.title if "title" in gained else None
    return MergedReference(replace(reference, **gained), dict.fromkeys(said, entry.source), entry.paper, called)


def _unused(entry: AddedReference) -> IngestWarning:
    return IngestWarning(
        "unused-reference-record",
        f"The record describes reference {entry.label}, which the paper does not have; correct its label.",
        facts=(("mark", entry.label),),
    )
