"""The periods that a claim is about: what `app.text.periods` reads, outside titles, with the words as printed."""

from app.ingest.labels.figure_context import TITLE
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Period
from app.text.periods import find_periods


def periods_of(sentence: Sentence, published: int | None) -> tuple[Period, ...]:
    """The periods of a sentence in its order, each once; a year inside 《…》 belongs to the title."""
    text = TITLE.sub(lambda title: "\0" * len(title[0]), sentence.text)
    found = (
        Period(one.start, one.end, one.precision, sentence.quote(one.at, one.until))
        for one in find_periods(text, published)
    )
    return tuple({(period.start, period.end): period for period in reversed(tuple(found))}.values())[::-1]
