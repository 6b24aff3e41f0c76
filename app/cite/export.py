"""Records for reference managers: BibTeX, RIS and CSL JSON. Text of documents is data in all of them, never markup."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pypinyin import lazy_pinyin

from app.cite.names import parse_name, romanise
from app.cite.works import Citable, Work

_BIBTEX_TYPES = {"J": "article", "N": "article", "M": "book", "R": "techreport", "D": "phdthesis", "C": "inproceedings"}
_RIS_TYPES = {"J": "JOUR", "N": "NEWS", "M": "BOOK", "R": "RPRT", "D": "THES", "C": "CPAPER", "EB": "ELEC"}
_CSL_TYPES = {
    **{"J": "article-journal", "N": "article-newspaper", "M": "book", "R": "report", "D": "thesis"},
    **{"C": "paper-conference", "EB": "webpage"},
}
_TEX = {
    **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
    **{character: f"\\{character}" for character in "{}#$%&_"},
}
_UNTITLED = "[Title not known]"


def as_bibtex(records: Iterable[Citable]) -> str:
    """BibTeX entries with ASCII keys such as `wang2017kejiwaijiao`, made unique by a letter; UTF-8 otherwise."""
    used: set[str] = set()
    return "".join(_bibtex_entry(Work.of(record), used) for record in records)


def as_ris(records: Iterable[Citable]) -> str:
    """RIS records (Research Information Systems format, specification of 2012), lines ending in CR LF."""
    lines = [line for record in records for line in _ris_lines(Work.of(record))]
    return "".join(f"{line}\r\n" for line in lines)


def as_csl_json(records: Iterable[Citable]) -> str:
    """A CSL JSON array (schema 1.0), as Zotero and citeproc read it."""
    used: set[str] = set()
    return json.dumps([_csl_item(Work.of(record), used) for record in records], ensure_ascii=False, indent=2) + "\n"


def _bibtex_entry(work: Work, used: set[str]) -> str:
    kind = _BIBTEX_TYPES.get(work.kind, "misc")
    first, dash, last = (work.pages or "").partition("-")
    container = {"article": "journal", "inproceedings": "booktitle"}.get(kind, "publisher")
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in work.authors)
        + ("" if work.authors_complete or not work.authors else " and others"),
        "title": f"{{{_tex(work.title or _UNTITLED)}}}",
        "titleaddon": _tex(work.title_en),
        "publisher": _tex(work.publisher),
        container: _tex(work.container or (work.publisher if container == "publisher" else None)),
        "year": _tex(work.year),
        "volume": _tex(work.volume),
        "number": _tex(work.issue),
        "pages": _tex(first) + ("--" + _tex(last) if dash else ""),
        "doi": _tex(work.doi),
        "url": _tex(work.url),
        "urldate": _tex(work.accessed),
        "language": _tex(work.language),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{_key(work, used)},\n{''.join(lines)}}}\n\n"


def _ris_lines(work: Work) -> Iterator[str]:
    first, _, last = (work.pages or "").partition("-")
    yield f"TY  - {_RIS_TYPES.get(work.kind, 'GEN')}"
    for author in work.authors:
        yield f"AU  - {author}"
    fields = (
        *(("TI", work.title or _UNTITLED), ("TT", work.title_en), ("T2", work.container), ("PB", work.publisher)),
        *(("PY", work.year), ("VL", work.volume), ("IS", work.issue), ("SP", first), ("EP", last)),
        *(("DO", work.doi), ("UR", work.url), ("Y2", (work.accessed or "").replace("-", "/")), ("LA", work.language)),
    )
    for tag, value in fields:
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def _csl_item(work: Work, used: set[str]) -> dict[str, Any]:
    item = {
        "id": _key(work, used),
        "type": _CSL_TYPES.get(work.kind, "document"),
        "title": work.title or _UNTITLED,
        "original-title": work.title_en,  # where styles for Chinese works look for the English title
        "author": [_csl_name(author) for author in work.authors],
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": {"date-parts": [[work.year]]} if work.year is not None else None,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "DOI": work.doi,
        "URL": work.url,
        "accessed": {"date-parts": [[int(part) for part in work.accessed.split("-")]]} if work.accessed else None,
        "language": work.language,
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(author: str) -> dict[str, str]:
    name = parse_name(author)
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.full}


def _tex(value: str | int | None) -> str:
    return "" if value is None else "".join(_TEX.get(character, character) for character in str(value))


def _key(work: Work, used: set[str]) -> str:
    """First author's family name, year, and the first four characters or the first word of the title, in ASCII."""
    family = romanise(parse_name(work.authors[0])).family if work.authors else ""
    title = (work.title or "").split(" ")[0]
    words = "".join(lazy_pinyin(part)[0] if len(part) == 1 else part for part in [*title[:4]])
    base = re.sub(r"[^a-z0-9]", "", f"{family}{work.year or ''}{words}".lower()) or "work"
    key = base
    for number in range(2, len(used) + 3):
        if key not in used:
            break
        key = f"{base}-{number}"
    used.add(key)
    return key
