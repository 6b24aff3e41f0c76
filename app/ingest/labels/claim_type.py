"""What a sentence does: defines, states a fact, gives a number, holds a view, recommends, or asserts nothing.

Rules in the order of their certainty: the first that fits decides; between fact and viewpoint the balance of cues
does. Headings run into the text and recommendations without a subject (加强…, 积极推动…) are told by their
neighbours. The types are those of the labelling guide; patterns read folded text (half-width commas and brackets).
"""

import re
from collections.abc import Sequence

from app.ingest.labels.claim_type_cues import CUES, DEFINITIONS, HEADINGS, IMPERATIVE, NO_CLAIM, RECOMMENDATIONS, Rule
from app.ingest.labels.sentence import Sentence
from app.ingest.records import ClaimType, Figure, Label

NEIGHBOURS = 6
"""How many sentences before and after decide what an imperative is."""
HEADING_LENGTH = 26
"""A run-in heading is not longer than this many characters, its full stop included."""
HEADING_RULE = "type:heading"

_TOTAL = re.compile(
    r"(?<![发表传转到])达到?了?|总[数计]|共计|共(?=举|发|有|签)|占(?!领|据)|[仅约]?为(?=\d)|高居|位居|排名|已加入"
)
"""What makes a single number the point of its sentence."""
_CHANGE = re.compile(
    _TOTAL.pattern + r"|增长|增加|下降|减少|上升|降至|低至|相当于|仅(?=在)|签[署订]|派[驻遣]|加入了?|参加了?|发表了?"
    r"|(?<!公)共(?!同|享|产|识|和|建)"
)
"""What makes several numbers, or a share, the point."""
_QUOTED = re.compile(r"\"[^\"]{8,}\"|《[^《》]+》")
"""What somebody else says, and titles: an 应 in them recommends nothing."""
_SHARE_UNITS = ("%", "倍", "元", "比例")


def classify_all(sentences: Sequence[Sentence], figures: Sequence[Sequence[Figure]]) -> list[Label]:
    """One label a sentence, in order. `sentences` are those of one section, with the figures of each."""
    labels = [classify(sentence, measured) for sentence, measured in zip(sentences, figures, strict=True)]
    for place, sentence in enumerate(sentences):
        labels[place] = _in_context(sentence, labels, place)
    return labels


def classify(sentence: Sentence, figures: Sequence[Figure]) -> Label:
    """The type of one sentence, seen by itself."""
    if not sentence.is_chinese:
        return Label(ClaimType.OTHER, rule="type:latin-script")
    if sentence.han_count < 5:
        return Label(ClaimType.OTHER, rule="type:fragment", trigger=sentence.source)
    for rule in (*NO_CLAIM, *DEFINITIONS, *RECOMMENDATIONS, *HEADINGS):
        if label := _by_rule(rule, sentence):
            return label
    return _statistic(sentence, figures) or _fact_or_viewpoint(sentence)


def _in_context(sentence: Sentence, labels: Sequence[Label], place: int) -> Label:
    """Looks again at a sentence that begins with what is to be done: among recommendations it is one of them."""
    label = labels[place]
    open_to_doubt = label.code in (ClaimType.FACT, ClaimType.VIEWPOINT) or label.rule == HEADING_RULE
    if not open_to_doubt or not (match := IMPERATIVE.match(sentence.text)):
        return label
    around = (*labels[max(0, place - NEIGHBOURS) : place], *labels[place + 1 : place + 1 + NEIGHBOURS])
    advice = sum(neighbour.code == ClaimType.RECOMMENDATION for neighbour in around)
    if around and advice >= min(2, len(around)):
        return Label(ClaimType.RECOMMENDATION, rule="type:imperative", trigger=sentence.quote(*match.span()))
    if len(sentence.text) <= HEADING_LENGTH:
        return Label(ClaimType.OTHER, rule=HEADING_RULE, trigger=sentence.quote(*match.span()))
    return label


def _by_rule(rule: Rule, sentence: Sentence) -> Label | None:
    text = sentence.text
    if rule.type is ClaimType.RECOMMENDATION:
        text = _QUOTED.sub(lambda quoted: '"' + "\0" * (len(quoted[0]) - 2) + '"', text)
    match = rule.pattern.search(text)
    return match and Label(rule.type, rule=f"type:{rule.name}", trigger=sentence.quote(*match.span()))


def _statistic(sentence: Sentence, figures: Sequence[Figure]) -> Label | None:
    """A sentence with several figures, or with one that is its point: a share, a sum of money, a total."""
    pattern = _CHANGE if len(figures) > 1 or any(_is_share(figure) for figure in figures) else _TOTAL
    match = pattern.search(sentence.text) if figures else None
    return match and Label(ClaimType.STATISTIC, rule="type:statistic", trigger=sentence.quote(*match.span()))


def _is_share(figure: Figure) -> bool:
    return any(unit in figure.unit for unit in _SHARE_UNITS)


def _fact_or_viewpoint(sentence: Sentence) -> Label:
    balance, strongest, trigger = 0.0, 0.0, ""
    for cue in CUES:
        if match := cue.pattern.search(sentence.text):
            balance += cue.weight
            if abs(cue.weight) > strongest:
                strongest, trigger = abs(cue.weight), sentence.quote(*match.span())
    claim_type = ClaimType.VIEWPOINT if balance > 0 else ClaimType.FACT
    return Label(claim_type, rule="type:balance", trigger=trigger)
