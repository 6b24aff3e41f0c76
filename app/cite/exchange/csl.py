"""CSL JSON (schema 1.0.2), as Zotero and citeproc read it."""

import json
from collections.abc import Iterable
from typing import Any

from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, day_parts, language_of, make_key
from app.cite.names import parse_name
from app.cite.works import Citable, Work


def as_csl_json(records: Iterable[Citable]) -> str:
    """A JSON array of items with keys such as `wang2017kejiwaijiao`, unique in the file."""
    used: set[str] = set()
    return json.dumps([csl_item(Work.of(record), used) for record in records], ensure_ascii=False, indent=2) + "\n"


def csl_item(work: Work, used: set[str]) -> dict[str, Any]:
    """One item; its key is taken into `used`."""
    issued = day_parts(work.date) if work.date else [work.year] if work.year is not None else []
    item = {
        "id": make_key(work, used),
        "type": kind_of(work).csl,
        "title": work.title or UNTITLED,
        "original-title": work.title_en,  # where styles for Chinese works look for the English title
        "author": [_name(author) for author in work.authors],
        "editor": [_name(editor) for editor in work.editors],
        "translator": [_name(translator) for translator in work.translators],
        "container-title": work.host,
        "event-title": work.event,
        "edition": work.edition,
        "publisher-place": work.place,
        "publisher": work.house,
        "issued": {"date-parts": [issued]} if issued else None,
        "volume": work.volume,
        "issue": work.issue,
        "number": work.number,
        "page": work.pages,
        "DOI": work.doi,
        "URL": work.url,
        "accessed": {"date-parts": [day_parts(work.accessed)]} if work.accessed else None,
        "language": language_of(work),
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    name = parse_name(author)
    if not name.given:
        return {"literal": name.full}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}
