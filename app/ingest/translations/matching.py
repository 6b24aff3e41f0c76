"""A paper's analysis and its translation file → the English of each heading, sentence and note.

An entry belongs to the text whose Chinese is the same (`reading.key`), wherever it stands. So a sentence that
changes loses its English, and never bears that of another; it is named in a warning.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.ingest.records import Analysis, Claim, ClaimType, IngestWarning, ReferenceKind, Translated, Translation
from app.ingest.translations.reading import PROBLEM, key

UNTRANSLATED: Final = "untranslated"
"""Code of the warning for a claim without English in a paper that has a translation."""
NAMED: Final = 10
"""As many claims without English are named one by one."""


@dataclass(frozen=True, slots=True)
class English:
    """The project's English of a paper. Headings and notes are keyed by their Chinese, claims stand in its order.

    `fields` are columns of the paper that it does not print in English itself.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    claims: tuple[Translated | None, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[IngestWarning, ...] = ()

    def heading(self, heading: str) -> str | None:
        """The English of a heading."""
        return self.headings.get(key(heading)) if heading else None

    def note(self, text: str | None) -> str | None:
        """The English of an explanatory note."""
        return self.notes.get(key(text)) if text else None


def match_translation(analysis: Analysis) -> English:
    """The English that the document's translation has for what the analysis found; nothing if it has none."""
    translation = analysis.document.translation
    if translation is None:
        return English(claims=(None,) * len(analysis.claims))
    found = _Matcher(translation.sentences)
    claims = tuple(found.get(claim.text) for claim in analysis.claims)
    headings = {section.heading for section in analysis.sections}
    notes = {entry.text or "" for entry in analysis.references if entry.kind == ReferenceKind.NOTE}
    unknown = (
        *_unknown(translation, translation.headings, headings, "heading"),
        *found.unused(translation),
        *_unknown(translation, translation.notes, notes, "note"),
    )
    return English(
        fields=_fields(analysis, translation),
        claims=claims,
        headings={key(entry.zh): entry.en for entry in translation.headings},
        notes={key(entry.zh): entry.en for entry in translation.notes},
        warnings=(*translation.problems, *unknown, *_untranslated(analysis.claims, claims)),
    )


class _Matcher:
    """Finds entries by their Chinese, and a text that is several successive entries put together."""

    def __init__(self, entries: Sequence[Translated]) -> None:
        self._entries = entries
        self._keys = [key(entry.zh) for entry in entries]
        self._places = {found: place for place, found in enumerate(self._keys)}
        self._used: set[int] = set()

    def get(self, text: str) -> Translated | None:
        """The entry for a text, or those that make it up joined into one."""
        places = self._places_of(key(text))
        self._used.update(places)
        entries = [self._entries[place] for place in places]
        if len(entries) < 2:
            return entries[0] if entries else None
        notes = " ".join(entry.note for entry in entries if entry.note)
        return Translated(text, " ".join(entry.en for entry in entries), notes or None, entries[0].line)

    def unused(self, translation: Translation) -> Iterator[IngestWarning]:
        """A warning for each entry that no text asked for."""
        for place, entry in enumerate(self._entries):
            if place not in self._used:
                yield _unknown_entry(translation, entry, "sentence")

    def _places_of(self, wanted: str) -> Sequence[int]:
        if wanted in self._places:
            return (self._places[wanted],)
        for first, start in enumerate(self._keys):
            last = first
            while wanted.startswith(start) and len(start) < len(wanted) and last + 1 < len(self._keys):
                last += 1
                start += self._keys[last]
            if start == wanted:
                return range(first, last + 1)
        return ()


def _fields(analysis: Analysis, translation: Translation) -> dict[str, object]:
    """What the paper does not print in English, or prints broken off, with `translated` naming the columns."""
    printed = analysis.bibliography
    broken = any(warning.code == "truncated-abstract" for warning in analysis.warnings)
    ours = {
        "title_en": None if printed.title_en else translation.title,
        "authors_en": [] if printed.authors_en else list(translation.authors),
        "abstract_en": None if printed.abstract_en and not broken else translation.abstract,
        "container_en": None if printed.container_en else translation.container,
        "keywords_en": [] if printed.keywords_en else list(translation.keywords),
    }
    fields: dict[str, object] = {name: value for name, value in ours.items() if value}
    return fields | {"translated": sorted(fields)}


def _unknown(
    translation: Translation, entries: Iterable[Translated], texts: Iterable[str], kind: str
) -> Iterator[IngestWarning]:
    known = {key(text) for text in texts}
    for entry in entries:
        if key(entry.zh) not in known:
            yield _unknown_entry(translation, entry, kind)


def _unknown_entry(translation: Translation, entry: Translated, kind: str) -> IngestWarning:
    where, start = f"{translation.origin}, line {entry.line}", entry.zh[:20]
    detail = f"{where}: the paper has no such {kind} ({start}…); correct its Chinese there."
    return IngestWarning(PROBLEM, detail, facts=(("file", translation.origin), ("line", entry.line)))


def _untranslated(claims: Sequence[Claim], english: Sequence[Translated | None]) -> Iterator[IngestWarning]:
    """Names the claims without English one by one, or says how many there are."""
    without = [
        claim
        for claim, entry in zip(claims, english, strict=True)
        if entry is None and claim.type.code != ClaimType.OTHER
    ]
    if len(without) > NAMED:
        detail = f"{len(without)} sentences of {len(claims)} are not in the translation and have no English."
        facts = (("count", len(without)), ("total", len(claims)))
        yield IngestWarning(UNTRANSLATED, detail, without[0].start, without[0].end, facts)
        return
    for claim in without:
        detail = f"The sentence “{claim.text[:20]}…” is not in the translation and has no English."
        yield IngestWarning(UNTRANSLATED, detail, claim.start, claim.end)
