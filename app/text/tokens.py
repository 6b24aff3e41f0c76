"""Words for finding an entry by a part of it, of texts in folded form: the same for what is kept and what is asked."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from app.text.names import is_chinese_name
from app.text.pinyin import bare_syllables, romanise
from app.text.scripts import is_han

LONGEST = 40
_RUN = re.compile(r"[^\W_]+")
_COMPOUND = re.compile("欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫")


def lookup_tokens(text: str, authors: Iterable[str] = ()) -> frozenset[str]:
    """Latin words and numbers, pairs of neighbouring Han signs, and Chinese authors in pinyin.

    >>> sorted(lookup_tokens("科技外交 s&t", ["王逸舟"]))
    ['s', 't', 'wang', 'wangyizhou', 'yizhou', '外交', '技外', '科技']
    """
    return frozenset(token[:LONGEST] for token in (*_tokens(text), *_romanised(authors)))


def _tokens(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        for han, part in _scripts(run):
            yield from map("".join, pairwise(part)) if han and len(part) > 1 else (part,)


def _scripts(run: str) -> Iterator[tuple[bool, str]]:
    """`run` cut where Han and other signs meet."""
    start = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or is_han(run[at]) != is_han(run[start]):
            yield is_han(run[start]), run[start:at]
            start = at


def _romanised(authors: Iterable[str]) -> Iterator[str]:
    for author in authors:
        if is_chinese_name(author) or (all(map(is_han, author)) and 2 <= len(author) <= 4):
            cut = 2 if _COMPOUND.match(author) else 1
            family, given = ("".join(bare_syllables(romanise(part))) for part in (author[:cut], author[cut:]))
            yield from (family, given, family + given)
