"""What stands around a figure: what it counts, and the year that it belongs to."""

import re
from bisect import bisect_left

from app.ingest.labels.figure_units import SHARES

TITLE = re.compile(r"《[^《》]*》")
_YEAR = re.compile(r"(?<!\d)(?P<year>1[789]\d\d|20\d\d)(?:年|财年)")
_YEAR_RANGE = re.compile(r"(?:1[789]|20)\d\d年?[-~至到](?:1[789]|20)\d\d年")
_CLAUSE_END = re.compile(r"[;。]")

_VERB_AFTER = (
    r"参加|参会|担任|从事|转入|建立|取得|说明|得以|退出|就|到|在|占|联合|组建|联名|发表|应|进入|迅速|重在|派驻|提供|作为|代表|获|赴|来自|"
    r"以上|左右"
)
_BORDER = r",。;:、()\"《》%\d"
_NOUN_AFTER = re.compile(rf"的?(?P<noun>(?:(?!{_VERB_AFTER}|[{_BORDER}]).){{2,20}})")
_VERB_BEFORE = (
    r"达到?了?|占到?|共有?|为|仅|约|近|有|是|上升|下降|增长|增加|减少|缩减|削减|降|低|被|则|至|到|了|早|以|相当于"
)
_NOUN_BEFORE = re.compile(rf"(?P<noun>[^{_BORDER}的]{{1,16}}?)(?:{_VERB_BEFORE})*$")
_LEADING = re.compile(r"^(?:其中|含|年|其|而|及|和|的)+|(?:中|等|也|之一|之后|已经|从|在|的)+$")


def counted(text: str, unit: str, start: int, end: int) -> str | None:
    """What the figure `text[start:end]` counts, as far as its neighbourhood says: a noun phrase, roughly cut.

    It stands in the unit (个国家), after it (107个政府间科技合作协定), or before the number (科技外交官达到50人).
    """
    if unit.startswith("个") and len(unit) > 2 and unit != "个百分点":
        return unit[1:]
    after = None if unit in SHARES else _NOUN_AFTER.match(text, end)
    found = after or _NOUN_BEFORE.search(text, max(0, start - 40), start)
    noun = _LEADING.sub("", found["noun"].strip()) if found else ""
    return noun if len(noun) > 1 else None


class Years:
    """The years that a sentence names outside titles, by their places; a range of years is no year."""

    def __init__(self, text: str) -> None:
        titles = _mask(TITLE, text)
        ranges = _mask(_YEAR_RANGE, text)
        found = [match for match in _YEAR.finditer(text) if not titles[match.start()]]
        self._places = [match.start() for match in found]
        self._years = [None if ranges[match.start()] else int(match["year"]) for match in found]
        self._clauses = [match.start() for match in _CLAUSE_END.finditer(text)]

    def before(self, place: int) -> int | None:
        """The last year named before `place` since the last semicolon; `None` when there is none."""
        year = bisect_left(self._places, place) - 1
        clause = bisect_left(self._clauses, place) - 1
        if year < 0 or (clause >= 0 and self._clauses[clause] > self._places[year]):
            return None
        return self._years[year]


def _mask(pattern: re.Pattern[str], text: str) -> bytearray:
    """Marks the characters that matches of `pattern` cover."""
    mask = bytearray(len(text))
    for match in pattern.finditer(text):
        mask[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return mask
