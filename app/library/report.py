"""What became of an ingest."""

from collections import Counter
from dataclasses import dataclass, field, fields

from app.ingest.store import Counts, Outcome, Saved

_NOUNS = {"sections": "section", "claims": "claim", "references": "reference", "citations": "citation"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be taken in: `message` names file, place, cause and next step in one line."""

    origin: str
    message: str


@dataclass(slots=True)
class IngestReport:
    """Counts by outcome, and the failures in the order of the input."""

    papers: Counter[Outcome] = field(default_factory=Counter)
    contents: dict[Outcome, Counter[str]] = field(default_factory=lambda: {outcome: Counter() for outcome in Outcome})
    failures: list[Failure] = field(default_factory=list)
    companion_problems: list[str] = field(default_factory=list)
    """Places of translations and of labels by a person that do not fit, one line each; the papers are stored."""
    linked: int = 0
    """References whose link to a paper changed."""
    index_problem: str | None = None
    """Why the search index could not be brought up to date, although the papers are stored."""

    @property
    def ok(self) -> bool:
        """Whether everything went in and can be found."""
        return not self.failures and self.index_problem is None

    def add(self, saved: Saved) -> None:
        """Counts one paper."""
        self.papers[saved.outcome] += 1
        self.companion_problems += saved.problems
        self.contents[saved.outcome].update({f.name: getattr(saved.counts, f.name) for f in fields(Counts)})

    def summary(self) -> str:
        """One line: what was added, updated, unchanged, and how many inputs failed."""
        parts = []
        for outcome in Outcome:
            counts = [_count(self.papers[outcome], "paper")]
            counts += [_count(self.contents[outcome][name], noun) for name, noun in _NOUNS.items()]
            parts.append(f"{outcome}: {', '.join(counts)}")
        return "; ".join([*parts, f"failed: {len(self.failures)}"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
