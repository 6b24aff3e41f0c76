"""BibTeX, as BibTeX and BibLaTeX read it. UTF-8, with keys in ASCII."""

from collections.abc import Iterable

from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, is_whole, language_of, make_key, page_range, spelt
from app.cite.works import Citable, Work

_TEX = {
    **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
    **{character: f"\\{character}" for character in "{}#$%&_"},
}
_ENCODED = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_LANGUAGES = {"zh": "chinese", "en": "english", "ja": "japanese", "fr": "french", "de": "german", "ru": "russian"}
"""What BibLaTeX calls languages (its manual, 3.1), by subtag."""
_HOUSE = {"phdthesis": "school", "techreport": "institution"}


def as_bibtex(records: Iterable[Citable]) -> str:
    """Entries with keys such as `wang2017kejiwaijiao`, unique in the file.

    Names in Chinese and of bodies stand in braces, which keep them whole; so does the title, for its capitals.
    """
    used: set[str] = set()
    return "".join(_entry(Work.of(record), used) for record in records)


def _entry(work: Work, used: set[str]) -> str:
    kind = kind_of(work).bibtex
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind).items() if value]
    return f"@{kind}{{{make_key(work, used)},\n{''.join(lines)}}}\n\n"


def _fields(work: Work, kind: str) -> dict[str, str]:
    first, last = page_range(work)
    container = "journal" if kind == "article" else "booktitle"
    plain = {
        "titleaddon": work.title_en,
        container: work.host,
        "eventtitle": work.event,
        "edition": work.edition,
        "address": work.place,
        _HOUSE.get(kind, "publisher"): work.house,
        "year": str(work.year) if work.year is not None else None,
        "date": work.date,
        "volume": work.volume,
        "number": work.issue or work.number,
    }
    behind = {"doi": _verbatim(work.doi), "url": _verbatim(work.url), "urldate": work.accessed or ""}
    language = language_of(work)
    return {
        "author": _people(work.authors) + (" and others" if work.authors and not work.authors_complete else ""),
        "editor": _people(work.editors),
        "translator": _people(work.translators),
        "title": f"{{{_tex(work.title or UNTITLED)}}}",
        **{name: _tex(value) for name, value in plain.items()},
        "pages": _tex(first) + (f"--{_tex(last)}" if last else ""),
        **behind,
        "langid": _LANGUAGES.get(language.partition("-")[0].lower(), ""),
        "language": _tex(language),
        "annotation": _tex(work.note),
    }


def _people(names: Iterable[str]) -> str:
    return " and ".join(f"{{{_tex(name)}}}" if is_whole(name) else _turned(name) for name in names)


def _turned(name: str) -> str:
    """`Peebles, Jr, Peyton Z.`; a part that holds the word `and` is kept from parting the list."""
    parts = spelt(name).split(", ")
    ordered = [parts[0], *parts[2:], *parts[1:2]] if len(parts) == 3 else parts
    return ", ".join(f"{{{_tex(part)}}}" if "and" in part.lower().split() else _tex(part) for part in ordered)


def _verbatim(address: str | None) -> str:
    """An address, which BibLaTeX and reference managers read as it stands; braces and backslashes are encoded."""
    return "".join(_ENCODED.get(character, character) for character in address or "")


def _tex(value: str | None) -> str:
    return "" if value is None else "".join(_TEX.get(character, character) for character in value)
