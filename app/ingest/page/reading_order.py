"""Pages that were put together in the wrong order: found by numbered items that come before their predecessors."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.ingest.page.blocks import Block, items
from app.ingest.records import IngestWarning


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks `start` up to but without `stop` hold the items `first` to `last`, each followed by the next."""

    start: int
    stop: int
    first: int
    last: int


def restore_order(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[IngestWarning, ...]]:
    """Moves a run of items (4), (5), (6) behind the later run (1), (2), (3) that lacks them.

    A run is moved only when nothing before it holds its predecessor and a later run begins with (1) and ends
    with that predecessor: numbers are never sorted on their own. One run is moved.
    """
    runs = _runs(blocks)
    complete: dict[int, list[_Run]] = defaultdict(list)
    for run in runs:
        if run.first == 1:
            complete[run.last].append(run)
    held: set[int] = set()
    for run in runs:
        lacking = next((other for other in complete[run.first - 1] if other.start >= run.stop), None)
        if lacking and run.first > 1 and run.first - 1 not in held:
            moved = blocks[run.start : run.stop]
            order = [*blocks[: run.start], *blocks[run.stop : lacking.stop], *moved, *blocks[lacking.stop :]]
            return tuple(order), (_warning(run, lacking, moved),)
        held.update(range(run.first, run.last + 1))
    return tuple(blocks), ()


def _warning(run: _Run, lacking: _Run, moved: Sequence[Block]) -> IngestWarning:
    detail = (
        f"Items ({run.first}) to ({run.last}) stand before items (1) to ({lacking.last}); they are read behind them."
    )
    facts = (("first", run.first), ("last", run.last), ("behind", lacking.last))
    return IngestWarning("reordered-text", detail, moved[0].start, moved[-1].end, facts)


def _runs(blocks: Sequence[Block]) -> list[_Run]:
    """The runs of items in the document, in order. Text between two items of a run belongs to the first."""
    runs: list[_Run] = []
    headings = 0
    headings_at_last = 0
    for i, block in enumerate(blocks):
        headings += block.heading is not None
        for number in items(block):
            if runs and number == runs[-1].last + 1 and headings == headings_at_last:
                runs[-1] = replace(runs[-1], stop=i + 1, last=number)
            else:
                runs.append(_Run(i, i + 1, number, number))
            headings_at_last = headings
    return runs
