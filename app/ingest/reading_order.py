"""Pages that were put together in the wrong order: found by the numbers of items that come before their predecessors."""

from collections.abc import Sequence

from app.ingest.blocks import Block, items
from app.ingest.records import IngestWarning


def restore_order(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[IngestWarning, ...]]:
    """Moves a run of items (4), (5), (6) behind the later run (1), (2), (3) that lacks them.

    A run is moved only when nothing before it holds its predecessor and a later run begins with (1) and ends
    with that predecessor: numbers are never sorted on their own.
    """
    runs = _runs(blocks)
    for run in runs:
        if run.first == 1 or any(other.last == run.first - 1 and other.stop <= run.start for other in runs):
            continue
        lacking = next((o for o in runs if o.start >= run.stop and o.first == 1 and o.last == run.first - 1), None)
        if lacking:
            moved = blocks[run.start : run.stop]
            order = [*blocks[: run.start], *blocks[run.stop : lacking.stop], *moved, *blocks[lacking.stop :]]
            detail = f"Items ({run.first}) to ({run.last}) stand before items (1) to ({lacking.last}); they are read behind them."
            return tuple(order), (IngestWarning("reordered-text", detail, moved[0].start, moved[-1].end),)
    return tuple(blocks), ()


class _Run:
    """Blocks `start` up to but without `stop` hold the items `first` to `last`, each followed by the next."""

    def __init__(self, start: int, first: int, last: int) -> None:
        self.start = start
        self.stop = start + 1
        self.first = first
        self.last = last


def _runs(blocks: Sequence[Block]) -> list[_Run]:
    """The runs of items in the document, in order. Text between two items of a run belongs to the first."""
    runs: list[_Run] = []
    for i, block in enumerate(blocks):
        for number in items(block):
            if runs and number == runs[-1].last + 1 and not any(b.heading for b in blocks[runs[-1].stop : i]):
                runs[-1].last, runs[-1].stop = number, i + 1
            else:
                runs.append(_Run(i, number, number))
    return runs
