"""Authors, editors and translators, in entries and in notes."""

from app.cite.english.pieces import authors_of, commas, latin_names, listed
from app.cite.names import Name, parse_name
from app.cite.works import Work
from app.text.scripts import has_han

MOST_LISTED, FIRST_LISTED = 6, 3
"""Authors in a list: up to six are named, of more the first three (13.23)."""
MOST_NOTED = 2
"""Authors in a note; of more the first (13.23)."""


def listed_authors(work: Work) -> str:
    """`Binder, Amy J., and Jeffrey L. Kidder`: for lists, the first family name first."""
    names = authors_of(work)
    shown = names if len(names) <= MOST_LISTED else names[:FIRST_LISTED]
    spelt = [(_name if at else _inverted)(work, at, name) for at, name in enumerate(shown)]
    if spelt and (len(shown) < len(names) or not work.authors_complete):
        return f"{', '.join(spelt)}, et al."
    return listed(spelt, "and")


def noted_authors(work: Work) -> str:
    """`Amy J. Binder and Jeffrey L. Kidder`: for notes."""
    return _abridged(work, [_name(work, at, name) for at, name in enumerate(authors_of(work))])


def family_names(work: Work) -> str:
    """`Binder and Kidder`: for later notes and for what stands in brackets."""
    return _abridged(work, [name.family if name.given else name.full for name in authors_of(work)])


def editors(work: Work, role: str) -> list[str]:
    """`edited by A and B`, with the given words for what they did; none where nobody is known."""
    return _contributors(role, work.editors)


def translations(work: Work, role: str) -> list[str]:
    """`translated by C`."""
    return _contributors(role, work.translators)


def _contributors(role: str, names: tuple[str, ...]) -> list[str]:
    return [f"{role} {listed([plain(name) for name in latin_names(names)], 'and')}"] if names else []


def plain(name: Name) -> str:
    """A name as it is spoken: `Charles Yu`, `Hua Linfu`."""
    return f"{name.family} {name.given}" if name.pinyin else name.full


def _abridged(work: Work, names: list[str]) -> str:
    if names and (len(names) > MOST_NOTED or not work.authors_complete):
        return f"{names[0]} et al."
    return listed(names, "and")


def _inverted(work: Work, at: int, name: Name) -> str:
    if name.pinyin or not name.given or name.han:
        return _name(work, at, name)
    return commas(name.family, name.given, name.behind)


def _name(work: Work, at: int, name: Name) -> str:
    """Family name first for names in pinyin, with the characters where they are known."""
    printed = work.authors[at] if name.pinyin and len(work.authors) > at else ""
    return f"{plain(name)} {parse_name(printed).full}" if has_han(printed) else plain(name)
