"""What is printed about the paper outside its title page: how to cite it, running heads, a DOI."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.ingest.page.flow import flow
from app.ingest.page.furniture import is_self_citation
from app.ingest.page.lines import Line, Role
from app.ingest.records import Bibliography
from app.ingest.references.fields import parse_entry
from app.text.names import chinese_names
from app.text.normalise import bare

_CITE_AS = re.compile(r"\W*(?:引用(?:格式|本文)|中文引用格式|Citation)\s*[:：]?\s*")
_RUNNING_HEAD = re.compile(r"[◇◆○●□■☆★▲△◎※]\s*([^：:。；]{2,20})[：:](.{4,60})")
_DOI = re.compile(r"\bDOI\s*[:：]?\s*(10\.\d{4,9}/[^\s，。；]+)", re.IGNORECASE)
_FIRST_PAGE = 60
"""Lines in which the paper's own DOI may stand."""


def read_printed_record(lines: Sequence[Line], title: str | None) -> Bibliography:
    """Title, authors, journal and numbers, as far as the furniture of the pages gives them.

    A line that says how to cite a paper counts only when its title agrees with `title`: pages may carry a
    neighbour's.
    """
    cited = _self_citation(lines, title)
    running_title, running_authors = _running_head(lines)
    return replace(
        cited,
        title=cited.title or running_title,
        authors=cited.authors or running_authors,
        doi=cited.doi or _doi(lines),
    )


def _self_citation(lines: Sequence[Line], title: str | None) -> Bibliography:
    for line in lines:
        if not is_self_citation(line):
            continue
        text = _CITE_AS.sub("", line.text, count=1) if _CITE_AS.match(line.text) else line.text
        plain = flow([replace(line, text=text)], keep_marks=True, keep_spaces=True).text
        entry = parse_entry("0", plain, line.start, line.end)
        if entry.title and (title is None or _alike(entry.title, title)):
            return Bibliography(
                title=entry.title,
                authors=entry.authors,
                container=entry.container,
                year=entry.year,
                volume=entry.volume,
                issue=entry.issue,
                pages=entry.pages,
                doi=entry.doi,
            )
    return Bibliography()


def _alike(one: str, other: str) -> bool:
    """Whether two titles share most of their characters: recognised text differs in a few."""
    a, b = set(bare(one)), set(bare(other))
    return len(a & b) >= 0.7 * min(len(a), len(b))


def _running_head(lines: Sequence[Line]) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors from a running head `◇王明国：科技外交与中美关系的未来发展`."""
    for line in lines:
        match = _RUNNING_HEAD.fullmatch(line.text) if line.role == Role.FURNITURE else None
        names = chinese_names(match[1].removesuffix("等")) if match else ()
        if match and names:
            return flow([Line(0, len(match[2]), match[2])]).text, names
    return None, ()


def _doi(lines: Sequence[Line]) -> str | None:
    for line in lines[:_FIRST_PAGE]:
        match = _DOI.search(line.text) if line.role != Role.REFERENCE else None
        if match:
            return match[1].rstrip(".")
    return None
