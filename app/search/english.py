"""English words → terms of the index: British and American spelling, endings, and names that mean the same.

stem         globalization, globalisation → the same; programs, programme; Chinese, China
expanded     s&t → s&t scienc technolog;  US, America, United States → each other
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from whoosh.analysis.filters import STOP_WORDS as COMMONEST
from whoosh.lang.porter2 import stem as porter_stem


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: Final = (COMMONEST - {"us"}) | _set(
    "am been being was were had has having do does did its their his her they he she them into than then there "
    "these those which who whom whose while would could should about so such"
)
"""Words that carry no meaning alone. `us` stays: in this field it is a country."""

QUESTION_WORDS: Final = _set("what when where why how often many much")

_SPELLINGS: Final = {
    **{"program": "programme", "programs": "programme", "center": "centre", "centers": "centre"},
    **{"defense": "defence", "license": "licence", "labor": "labour", "neighbor": "neighbour", "color": "colour"},
    **{
        "neighbors": "neighbour",
        "favor": "favour",
        "behavior": "behaviour",
        "fulfill": "fulfil",
        "artefact": "artifact",
    },
    **{"sci": "science", "tech": "technology", "coauthor": "coauthored", "cooperate": "cooperation"},
}
_DEMONYMS: Final = {
    word: country
    for country, words in {
        **{
            "africa": "african africans",
            "america": "american americans usa",
            "asia": "asian",
            "australia": "australian",
        },
        **{"brazil": "brazilian", "britain": "british uk", "canada": "canadian", "china": "chinese"},
        **{"egypt": "egyptian", "europe": "european europeans", "france": "french", "germany": "german germans"},
        **{"india": "indian", "israel": "israeli", "italy": "italian", "japan": "japanese", "korea": "korean"},
        **{"netherlands": "dutch", "pakistan": "pakistani", "russia": "russian", "spain": "spanish"},
        **{"switzerland": "swiss", "vietnam": "vietnamese"},
    }.items()
    for word in words.split()
}
_AMERICAN_Z: Final = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)|(?<=[a-z]{3})yz(?=e)")
_PLURAL: Final = re.compile(r"(?<![ae])ies$|(?<![us])s$")
_SHORTEST_PLURAL: Final = 3
_ABBREVIATIONS: Final = {"s&t": ("science", "technology"), "r&d": ("research", "development")}
_SAME: Final = (
    (("us",), ("america",), ("united", "states")),
    (("britain",), ("united", "kingdom")),
    (("eu",), ("european", "union")),
    (("un",), ("united", "nations")),
)
"""Names of one country or body, word by word."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The term for a word in lower case (Porter 2 after spelling and country are unified).

    >>> stem("agreements"), stem("globalization") == stem("globalisation"), stem("chinese")
    ('agreement', True, 'china')
    """
    return str(porter_stem(_spelt(_DEMONYMS.get(word, word))))  # type: ignore[no-untyped-call]


def singular(word: str) -> str:
    """A word in lower case without the ending of a plural, its spelling unified as for terms.

    The endings are those of Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991): unlike `stem` it keeps
    developed and developing apart.

    >>> singular("diplomats"), singular("policies"), singular("programs"), singular("status")
    ('diplomat', 'policy', 'programme', 'status')
    """
    word = _spelt(word)
    if len(word) > _SHORTEST_PLURAL and (ending := _PLURAL.search(word)):
        return word[: ending.start()] + ("y" if ending[0] == "ies" else "")
    return word


def _spelt(word: str) -> str:
    return _AMERICAN_Z.sub(lambda found: found[0].replace("z", "s"), _SPELLINGS.get(word, word))


def expanded(words: Iterable[str]) -> list[str]:
    """The terms of words in order, then those that mean the same as what is there and are not."""
    kept = [word for word in words if word not in STOP_WORDS]
    if not kept:
        return []
    found = [stem(word) for word in kept]
    for word, parts in _ABBREVIATIONS.items():
        found += [stem(part) for _ in range(kept.count(word)) for part in parts]
    for names in _SAME:
        forms = [tuple(map(stem, name)) for name in names]
        if any(_has_run(found, form) for form in forms):
            found += [term for form in forms for term in form if term not in found]
    return found


def _has_run(terms: list[str], form: tuple[str, ...]) -> bool:
    """Whether the terms of `form` stand side by side."""
    return any(tuple(terms[start : start + len(form)]) == form for start in range(len(terms) - len(form) + 1))
