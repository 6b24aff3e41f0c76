"""The date on which a work on the web was read, as an entry or a note gives it."""

import re
from datetime import date

from app.ingest.references.standard import ACCESSED

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = r"((?:19|20)\d\d)\s?[-—–./年]\s?(\d{1,2})\s?[-—–./月]\s?(\d{1,2})(?!\d)"
_READ = r"(?:访问|登[录陆]|查阅|检索|引用|浏览|下载|上网)"
_IN_CHINESE = (
    re.compile(rf"{_READ}(?:日期|时间|于)?\s*[:：为]?\s*{_NUMBERS}"),
    re.compile(rf"{_NUMBERS}\s*日?\s*(?:最后)?{_READ}"),
)
_IN_ENGLISH = re.compile(
    r"\b(?:accessed|retrieved|visited|viewed)(?:\s+on|:)?\s+"
    r"(?:([A-Z][a-z]+)\.?\s+(\d{1,2})|(\d{1,2})\s+([A-Z][a-z]+)\.?),?\s+((?:19|20)\d\d)",
    re.IGNORECASE,
)
_MISREAD = str.maketrans("Oo", "00")


def read_accessed(text: str) -> str | None:
    """The date of access in `text` as 2017-03-13 (ISO 8601); `None` when none is given, or no such day exists.

    In GB/T 7714 it stands in square brackets (引用日期, 8.4.4); notes write 2017年3月13日访问 or "accessed March
    13, 2017".

    >>> read_accessed("新华社. 意见[EB/OL]. (2015-01-20)[2017- 03-13]. http://a.cn"), read_accessed("甲[J]. 刊, 2015.")
    ('2017-03-13', None)
    """
    for bracketed in ACCESSED.finditer(text):
        if numbers := re.search(_NUMBERS, bracketed[0].translate(_MISREAD)):
            return _iso(*map(int, numbers.groups()))
    if found := next((match for pattern in _IN_CHINESE if (match := pattern.search(text))), None):
        return _iso(*map(int, found.groups()))
    if english := _IN_ENGLISH.search(text):
        month = (english[1] or english[4])[:3].lower()
        return _iso(int(english[5]), _MONTHS.index(month) + 1 if month in _MONTHS else 0, int(english[2] or english[3]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601 writes it; `None` when the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
