"""Works known from a sentence alone: is what it reports the wording of a paper here by the author whom it names?"""

from collections.abc import Iterable

from app.ingest.works.comparing import Likeness, Verdict
from app.ingest.works.entry import Face
from app.ingest.works.persons import agree
from app.text.normalise import bare, fold_text

SHORTEST = 12
"""Letters that two sentences must share without a gap: phrases of the field are shorter."""
QUOTED = 20
SHARE = 0.2
"""How much of the citing sentence that is at least."""


def compare_wording(told: Face, paper: Face) -> Likeness:
    """Whether the sentences that cite `told` repeat words of `paper`, whose author they name.

    Both must name a common author: reports of a subject are worded alike. A long run is a quotation.
    """
    if not agree(told.persons, paper.persons):
        return Likeness(Verdict.DIFFERENT)
    run, share = shared_run(told.entry.sentences, paper.entry.sentences)
    if run < SHORTEST or share < SHARE:
        return Likeness(Verdict.DIFFERENT)
    return Likeness(Verdict.SAME, ("author", f"wording ({run} signs)"), 0.95 if run >= QUOTED else 0.85)


def shared_run(some: Iterable[str], others: Iterable[str]) -> tuple[int, float]:
    """The longest run of letters that a sentence of `some` shares with one of `others`, and its share of the first.

    >>> shared_run(["他指出科技外交工具可分三种。"], ["本文认为，科技外交工具可分三种"])
    (10, 0.7692307692307693)
    """
    places: dict[str, list[tuple[str, int]]] = {}
    step = 4
    for text in map(_letters, others):
        for at in range(len(text) - step + 1):
            places.setdefault(text[at : at + step], []).append((text, at))
    best = (0, 0.0)
    for text in map(_letters, some):
        longest = max(
            (
                _run(text, at, other, there)
                for at in range(len(text) - step + 1)
                for other, there in places.get(text[at : at + step], ())
            ),
            default=0,
        )
        best = max(best, (longest, longest / (len(text) or 1)))
    return best


def _run(text: str, at: int, other: str, there: int) -> int:
    """How many letters agree from these places on."""
    length = 0
    for one, two in zip(text[at:], other[there:], strict=False):
        if one != two:
            break
        length += 1
    return length


def _letters(text: str) -> str:
    return bare(fold_text(text))
