"""What the model of claim types looks at: wordings by group, the words, the figures, and the neighbours.

Which of them speak for which type, and how strongly, is learned.
"""

import re
from collections.abc import Iterator, Sequence

from app.ingest.labels.sentence import Sentence
from app.ingest.labels.type_wordings import GROUPS
from app.ingest.records import Figure
from app.text.screen import Screen

Features = dict[str, float]

NEAR = 3
"""How many sentences on each side count as neighbours."""
LEAD = 6
"""How far back a line that announces advice (建议如下:) is looked for."""

_GROUPS = Screen(GROUPS)
_ADVICE = re.compile("建议|对策|启示|借鉴")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"(?:1[789]|20)\d\d年")


def features(sentences: Sequence[Sentence], figures: Sequence[Sequence[Figure]]) -> list[Features]:
    """What is true of each sentence of a section, as named values; `figures` are those of each sentence."""
    groups = [{name for name, _ in _GROUPS.search(one.text)} for one in sentences]
    return [
        {
            **{f"group:{name}": 1.0 for name in groups[place]},
            **{f"word:{word}": 1.0 for word in _words(sentence)},
            **_shape(sentence, figures[place]),
            **_figures(groups[place], len(figures[place])),
            **_around(sentences, groups, place),
        }
        for place, sentence in enumerate(sentences)
    ]


def _words(sentence: Sentence) -> Iterator[str]:
    """The words and the marks of a sentence, numbers as 0."""
    text, last, start = sentence.text, -1, 0
    for place, number in enumerate((*sentence.word_at, -2)):
        if number != last or number < 0:
            if start < place:
                yield _NUMBER.sub("0", text[start:place])
            start, last = place, number


def _shape(sentence: Sentence, figures: Sequence[Figure]) -> Features:
    text = sentence.text
    marks = {f"has:{mark}": 1.0 for mark in '"《:?;' if mark in text}
    return marks | {
        "figures": min(3.0, len(figures)),
        "figures>0": float(len(figures) > 0),
        "figures>1": float(len(figures) > 1),
        "date": float(_DATE.search(text) is not None),
        "length": min(3.0, len(text) / 60),
        "short": float(len(text) < 25),
        "commas": min(3.0, text.count(",") / 3),
        "ends:colon": float(text.endswith(":")),
    }


def _figures(groups: set[str], count: int) -> Features:
    measured = "share" in groups or "total" in groups
    return {
        "several&measured": float(count > 1 and measured),
        "one&measured": float(count > 0 and measured),
        "figures>2": float(count > 2),
    }


def _around(sentences: Sequence[Sentence], groups: Sequence[set[str]], place: int) -> Features:
    """Whether advice is given nearby, and whether this sentence begins with what is to be done."""
    near = (*groups[max(0, place - NEAR) : place], *groups[place + 1 : place + 1 + NEAR])
    advice = sum("imperative-start" in one or "ought" in one for one in near) / (2 * NEAR)
    before = sentences[max(0, place - LEAD) : place]
    lead = any(one.text.endswith(":") and _ADVICE.search(one.text) for one in before)
    begins = float("imperative-start" in groups[place])
    return {
        "advice-near": advice,
        "begins&advice-near": begins * advice,
        "advice-led": float(lead),
        "begins&advice-led": begins * lead,
    }
