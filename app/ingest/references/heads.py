"""The head of an entry, 作者. 题名: which full stop parts authors from title."""

import re

from app.text.names import is_chinese_name, split_authors
from app.text.scripts import has_han

BODY = re.compile(
    r"(?:委员会|[部局院署会厅处社网行]|网站|国务院|政府|大学|学校|公司|集团|组织|中心|联盟|联合国|论坛|基金|图书馆|研究所|办公室|研究室|发展改革委|发改委|编辑部|编写组"
    r"|课题组|项目组|工作组)(?:[（(][^（）()]{1,30}[）)])?$"
)
"""How the name of a body ends that signs a work."""
_INITIAL = re.compile(r"(?:^|[,，;；、&·]\s*|\band\s+|[A-Z][.．]\s*-?)[A-Z]$")
_LONE = re.compile(r"(?:^|[\s.．])[A-Z]$")
_FIRST_INITIAL = re.compile(r"\s*(?:-?[A-Z][.．]|and\b|&|et\b)")
_STILL_AUTHORS = re.compile(r"[A-Z](?:[.．,，]|\s*$)|[\w'’-]+\s?[,，]\s?[A-Z][.．\s]|[\w'’-]+\s[A-Z][.．]|and\b|et\b|&")
_SURNAME = re.compile(r"[A-Z][A-Za-z'’-]+[.．]\s*\S")
_NATIONALITY = re.compile(r"^\s*[\[［(（〔【]\s*[\u3400-\u9fff]{1,4}\s*[\]］)）〕】]\s*")
_LONGEST_PERSON = 40
_LONGEST_AUTHORS = 80
_FEWEST_OF_TITLE = 6


def split_head(head: str, *, typed: bool = False) -> tuple[tuple[str, ...], str | None]:
    """Authors and title: the first full stop that does not belong to an initial, a number or a bracket parts them.

    Before a type mark (`typed`) nothing but a title follows the authors: there an initial with a name right behind
    it (James G.McGann.Title) goes on.
    """
    for match in re.finditer(r"[.．。]", head):
        before, after = head[: match.start()], head[match.end() :]
        given = typed and _LONE.search(before[-3:]) and _SURNAME.match(after)
        if after.strip(" .") and before.strip() and not given and not _inside(before, after):
            return _with_further(before, after)
    for match in re.finditer(r"(?<=[A-Z])[.．]\s*(?=[A-Z“\"‘'])", head):
        after = head[match.end() :]
        if not _STILL_AUTHORS.match(after):
            return read_authors(head[: match.start()]), tidy(after)
    named = re.match(r"\s*([^：:]{2,20})[：:]\s*(.+)", head)
    authors = read_authors(named[1]) if named else ()
    if named and authors and all(map(is_chinese_name, authors)):
        return authors, tidy(named[2])
    return (), tidy(head)


def read_authors(text: str) -> tuple[str, ...]:
    """The authors that `text` lists, without the country that GB/T 7714 allows before a foreign name: [美]古贝."""
    return tuple(_NATIONALITY.sub("", author) or author for author in split_authors(_NATIONALITY.sub("", text)))


def are_people(authors: tuple[str, ...]) -> bool:
    """Whether all are persons or bodies; beside one known surname a rare one counts too."""
    known = [_is_person(author) for author in authors]
    return bool(authors) and all(
        sure or (any(known) and has_han(each) and len(each) <= 4) for sure, each in zip(known, authors, strict=True)
    )


def tidy(text: str | None) -> str | None:
    """`text` without punctuation and emphasis around it; `None` when nothing is left."""
    return (text or "").strip().strip("*").strip(" .,，。;；:：*—-") or None


def _inside(before: str, after: str) -> bool:
    """Whether the full stop between them is part of an initial, a number (2.0) or a bracket."""
    number = before[-1].isdigit() and after[0].isdigit()
    bracket = before.count("（") + before.count("(") > before.count("）") + before.count(")")
    initials = _INITIAL.search(before[-12:]) or (_LONE.search(before[-3:]) and _FIRST_INITIAL.match(after))
    return number or bool(initials) or (bracket and len(before) <= _LONGEST_AUTHORS)


def _with_further(before: str, after: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and title where full stops part the authors too: 杨立卓.刘雪娇.余稳策.题名."""
    authors = read_authors(before)
    while (further := re.match(r"\s*([\u3400-\u9fff]{2,3})[.．](?=.*\w)", after)) and all(
        map(is_chinese_name, authors)
    ):
        if not is_chinese_name(further[1]) or len(after) - further.end() < _FEWEST_OF_TITLE:
            break
        authors, after = (*authors, further[1]), after[further.end() :]
    return authors, tidy(after)


def _is_person(author: str) -> bool:
    if has_han(author):
        return is_chinese_name(author) or "·" in author or BODY.search(author) is not None
    return len(author) <= _LONGEST_PERSON and author.count(" ") <= 4
