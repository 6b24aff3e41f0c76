"""What a notebook holds, and within what bounds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

MOST_CLAIMS = 500
MOST_NOTE = 10_000
"""Characters of one note. The page takes 4,000 at once: notes of one claim are joined when notebooks are."""
MOST_TITLE = 200
MOST_ID = 64
"""Characters of an id. Ours are shorter; one that is not known is kept as it is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One claim of a notebook, by its id, with the reader's note; `added` is the day, `2026-11-22`, or empty."""

    id: str
    note: str = ""
    added: str = ""


@dataclass(frozen=True, slots=True)
class Notebook:
    """Claims in the reader's order, each once."""

    entries: tuple[Kept, ...] = ()
    title: str = ""

    @classmethod
    def of(cls, entries: Iterable[Kept], title: str = "") -> "Notebook":
        """Joins what is said of one claim at several places: the first place counts, notes follow one another."""
        found: dict[str, Kept] = {}
        for entry in entries:
            before = found.get(entry.id)
            found[entry.id] = entry if before is None else replace(before, note=joined(before.note, entry.note))
        return cls(tuple(found.values()), title)


class NotebookError(ValueError):
    """A file or link that is no notebook. `problem` is a code, `entry` the number of the entry at fault from 1.

    `detail` is what stands there, cut to a few characters, or where it does.
    """

    def __init__(self, problem: str, entry: int | None = None, detail: str = "") -> None:
        self.problem = problem
        self.entry = entry
        self.detail = detail[:80]
        where = f"Entry {entry}: " if entry else ""
        super().__init__(f"{where}{MESSAGES[problem]}" + (f" ({self.detail})" if self.detail else ""))


MESSAGES = {
    "empty": "There is nothing here. Give the content of a notebook file, or the link to a shared notebook.",
    "no-claims": "The link names no claim. Copy the whole link, with everything behind the question mark.",
    "not-json": "This is neither a notebook file nor a link. Choose the .json file that a notebook was saved as.",
    "not-a-notebook": "This JSON is no notebook. Choose the file that a notebook was saved as.",
    "newer": "The file was written by a newer version. Ask its writer for a link instead.",
    "too-many": f"There are more than {MOST_CLAIMS} claims. Divide the notebook.",
    "not-an-object": "An entry must be an object with an id.",
    "bad-id": f"An id must be text of 1 to {MOST_ID} characters.",
    "bad-note": "A note must be text.",
    "long-note": f"A note may have {MOST_NOTE:,} characters. Shorten it in the file.",
    "bad-title": f"A title must be text of at most {MOST_TITLE} characters.",
}
"""What each problem is and what to do, in English; pages have these words in their own catalogue."""


def joined(first: str, second: str) -> str:
    """Both notes, but what is said already is not said again."""
    if second in first:
        return first
    return second if first in second else f"{first}\n\n{second}"
