"""Stretches of text that stand twice in a document, as when pages were copied together from overlapping pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.ingest.page.lines import Line, Role, with_roles
from app.ingest.records import IngestWarning

_WINDOW = 24
SHORTEST_REPEAT = 100
"""Letters, digits and Han of a stretch that counts as repeated: longer than a sentence quoted twice."""


def drop_repeats(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[IngestWarning, ...]]:
    """Gives lines whose text stood before in the document the role `REPEATED`; a warning for each stretch.

    Line breaks do not matter: stretches are found in the bare text. A line is taken when four fifths of it lie
    in the stretch.
    """
    stream: list[str] = []
    owners: list[int] = []
    for i, line in enumerate(lines):
        if line.role in {Role.TEXT, Role.HEADING}:
            kept = [c for c in line.text if c.isalnum()]
            stream += kept
            owners += [i] * len(kept)
    roles: dict[int, Role] = {}
    warnings = []
    for start, end, distance in _repeated_stretches("".join(stream)):
        touched = [i for i in range(owners[start], owners[end - 1] + 1) if lines[i].role in {Role.TEXT, Role.HEADING}]
        inside = [i for i in touched if _covered(i, owners, start, end, distance)]
        if inside:
            roles |= dict.fromkeys(inside, Role.REPEATED)
            first, last = lines[inside[0]], lines[inside[-1]]
            detail = f"{end - start} characters stand a second time in the document and are left out here."
            facts = (("count", end - start),)
            warnings.append(IngestWarning("repeated-text", detail, first.start, last.end, facts))
    return with_roles(lines, roles), tuple(warnings)


def _covered(index: int, owners: Sequence[int], start: int, end: int, distance: int) -> bool:
    """Whether four fifths of the line's characters lie between `start` and `end` of the stream.

    They must have stood before the line, `distance` characters back: a line that repeats itself stays.
    """
    first = bisect_left(owners, index)
    last = bisect_right(owners, index)
    return distance >= last - first and min(last, end) - max(first, start) >= 0.8 * (last - first)


def _repeated_stretches(stream: str) -> list[tuple[int, int, int]]:
    """Places of text that stood before in `stream`, and how far back; in order and without overlap.

    Each is `SHORTEST_REPEAT` or longer.

    Every window at a multiple of its length is remembered where it first stood; a sliding window that meets a
    remembered one is a repeat and is extended both ways. Time and memory grow with the length of `stream`.
    """
    first_seen: dict[str, int] = {}
    stretches: list[tuple[int, int, int]] = []
    at = remembered = floor = 0
    while at + _WINDOW <= len(stream):
        while remembered + _WINDOW <= at:
            first_seen.setdefault(stream[remembered : remembered + _WINDOW], remembered)
            remembered += _WINDOW
        before = first_seen.get(stream[at : at + _WINDOW])
        if before is None:
            at += 1
            continue
        start, end = _extend(stream, before, at, floor)
        if end - start >= SHORTEST_REPEAT:
            stretches.append((start, end, at - before))
            floor = at = end
        else:
            at += 1
    return stretches


def _extend(stream: str, before: int, at: int, floor: int) -> tuple[int, int]:
    """The longest stretch around the window at `at` that equals the one around `before`, not reaching below `floor`."""
    back = 0
    while before - back > 0 and at - back > floor and stream[before - back - 1] == stream[at - back - 1]:
        back += 1
    length = _WINDOW
    while at + length < len(stream) and stream[before + length] == stream[at + length]:
        length += 1
    return at - back, at + length
