"""Language and country of a work, as far as its entries tell."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from app.ingest.works.entry import Entry
from app.text.scripts import has_han

_NATIONALITY = re.compile(r"^\s*[\[［(（〔【]\s*([\u3400-\u9fff]{1,5})(?:国)?\s*[\])］）】〕]")
"""The country before a foreign author's name, as Chinese books print it: ［美］."""
_NATIONS = {
    **{"美": "US", "英": "GB", "法": "FR", "德": "DE", "日": "JP", "俄": "RU", "加": "CA", "澳": "AU", "意": "IT"},
    **{"荷": "NL", "瑞士": "CH", "瑞典": "SE", "韩": "KR", "印": "IN", "印度": "IN", "以": "IL", "以色列": "IL"},
    **{"西": "ES", "西班牙": "ES", "比": "BE", "奥": "AT", "丹": "DK", "挪": "NO", "芬": "FI", "加拿大": "CA"},
    **{"澳大利亚": "AU", "意大利": "IT", "荷兰": "NL", "苏": "SU", "苏联": "SU", "俄罗斯": "RU", "新加坡": "SG"},
}
_TOP_LEVEL = {"uk": "GB", "gov": "US", "mil": "US", "edu": "US", "eu": "EU", "su": "SU"}
_NO_COUNTRY = frozenset({"com", "org", "net", "int", "info", "biz", "io", "tv", "co", "me", "ai", "cc"})
_FUNCTION_WORDS = {
    "en": "|the|of|and|in|for|to|a|an|on|with|from|by|at|as|is|are|toward|towards|",
    "fr": "|le|la|les|des|du|et|une|un|dans|pour|sur|au|aux|par|d|l|",
    "de": "|der|die|das|und|für|im|den|dem|des|ein|eine|von|zur|zum|mit|",
    "es": "|el|los|las|y|del|una|en|por|para|con|al|su|",
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)


@lru_cache(maxsize=4096)
def language_of(title: str) -> str | None:
    """The language of a title, by its script or, in Latin letters, by its little words; `None` if these do not tell.

    >>> language_of("科技外交"), language_of("Le travail diplomatique"), language_of("Think Tanks")
    ('zh', 'fr', None)
    """
    for language, script in _SCRIPTS:
        if script.search(title):
            return language
    if has_han(title):
        return "zh"
    words = re.findall(r"[^\W\d_]+", title.lower())
    counts = {language: sum(f"|{word}|" in known for word in words) for language, known in _FUNCTION_WORDS.items()}
    best = max(counts.values(), default=0)
    found = [language for language, count in counts.items() if count == best]
    return found[0] if best and len(found) == 1 else None


def country_of(entries: Iterable[Entry]) -> tuple[str | None, str]:
    """Code of the country that a work comes from, and what says so: the author's nationality, or the address.

    Only what an entry states counts. The top of an address is a country by ISO 3166-1, or by long use the United
    States (gov, edu, mil) and the European Union (eu). Entries that state two countries tell none.
    """
    found = {stated for entry in entries for stated in _stated(entry)}
    codes = {code for code, _ in found}
    return (codes.pop(), "; ".join(sorted(evidence for _, evidence in found))) if len(codes) == 1 else (None, "")


def _stated(entry: Entry) -> Iterable[tuple[str, str]]:
    for text in (*entry.authors, entry.text or ""):
        if (match := _NATIONALITY.match(text)) and (code := _NATIONS.get(match[1])):
            yield code, match[0].strip()
    host = _host(entry.url or "")
    top = host.rpartition(".")[2]
    if len(top) == 2 and top not in _NO_COUNTRY:
        yield _TOP_LEVEL.get(top, top.upper()), host
    elif top in _TOP_LEVEL:
        yield _TOP_LEVEL[top], host


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
