"""What a sentence does: defines, states a fact, gives a number, holds a view, recommends, or asserts nothing.

Rules that are certain come first: what asserts nothing, the forms of a definition, numbers that are the point, plain
calls to act. What they leave is judged by the trained model, which sees wordings, words, figures and neighbours and
says which of them decided. The types are those of the labelling guide; patterns read folded text.
"""

import re
from collections.abc import Callable, Sequence

from app.ingest.labels.claim_type_cues import DEFINITIONS, NO_CLAIM, RECOMMENDATIONS, Rule
from app.ingest.labels.sentence import Sentence
from app.ingest.labels.type_features import Features, features
from app.ingest.labels.type_model import TypeModel, Verdict, shipped_model
from app.ingest.labels.type_wordings import GROUPS
from app.ingest.records import ClaimType, Figure, Label, LabelSource

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


def classify_all(
    sentences: Sequence[Sentence], figures: Sequence[Sequence[Figure]], model: TypeModel | None = None
) -> list[Label]:
    """One label a sentence, in order. `sentences` are those of one section, with the figures of each."""
    judge = (model or shipped_model()).judge
    rows = features(sentences, figures)
    labels = []
    for sentence, measured, row in zip(sentences, figures, rows, strict=True):
        labels.append(by_rule(sentence, measured) or _by_model(sentence, row, judge))
    return labels


def by_rule(sentence: Sentence, figures: Sequence[Figure]) -> Label | None:
    """The type of a sentence that a rule is sure of, seen by itself; `None` where the model has to judge."""
    if not sentence.is_chinese:
        return Label(ClaimType.OTHER, rule="type:latin-script")
    if sentence.han_count < 5:
        return Label(ClaimType.OTHER, rule="type:fragment", trigger=sentence.source)
    for rule in (*NO_CLAIM, *DEFINITIONS, *RECOMMENDATIONS):
        if label := _by_rule(rule, sentence):
            return label
    return _statistic(sentence, figures)


def _by_model(sentence: Sentence, row: Features, judge: Callable[[Features], Verdict]) -> Label:
    verdict = judge(row)
    return Label(
        ClaimType(verdict.type),
        source=LabelSource.MODEL,
        rule="type:model " + " ".join(verdict.reasons),
        trigger=_trigger(sentence, verdict.reasons),
        confidence=verdict.confidence,
    )


def _trigger(sentence: Sentence, reasons: Sequence[str]) -> str:
    """What the sentence prints for the first reason that is a wording or a word."""
    for reason in reasons:
        kind, _, name = reason.partition(":")
        if kind == "group" and (match := GROUPS[name].search(sentence.text)):
            return sentence.quote(*match.span())
        if kind == "word" and (place := sentence.text.find(name)) >= 0:
            return sentence.quote(place, place + len(name))
    return ""


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
