"""The periods that a claim is about: what `app.text.periods` reads, outside names and titles, as printed."""

from collections.abc import Sequence

from app.ingest.labels.figure_context import TITLE
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Period
from app.text import periods

Place = tuple[int, int]


def periods_of(sentence: Sentence, published: int | None, names: Sequence[Place] = ()) -> tuple[Period, ...]:
    """The periods of a sentence in its order, each once.

    A year inside 《…》 belongs to the title, and one inside a name to the name: 21世纪海上丝绸之路 does not say when.
    `names` are places in the claim's text.
    """
    text = TITLE.sub(lambda title: "\0" * len(title[0]), sentence.text)
    found = (
        Period(one.start, one.end, one.precision, sentence.quote(one.at, one.until))
        for one in periods.find_periods(text, published)
        if not _is_of_a_name(one, sentence.folded.span(one.at, one.until), names)
    )
    return tuple({(period.start, period.end): period for period in reversed(tuple(found))}.values())[::-1]


def _is_of_a_name(period: periods.Period, place: Place, names: Sequence[Place]) -> bool:
    """Whether a longer name has it in it.

    What a name begins with dates it all the same (冷战时期, 十四五规划, 2015年巴黎气候变化大会), but not a century.
    """
    start, end = place
    return any(
        first <= start and end <= last and place != (first, last) and (start != first or period.precision == "century")
        for first, last in names
    )
