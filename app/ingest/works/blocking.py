"""Which descriptions are worth comparing: those that share a key, so that work grows with their number, not its square.

A key holds what `compare` needs at least: the whole title, or an end of it with an author or a year. Keys hang on one
description alone and no key is left out for being frequent, so what is found does not depend on what else is here.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.ingest.works.entry import TELLING, Face, weight
from app.text.scripts import is_han

_HAN_SIGNS, _LATIN_SIGNS = 4, 8
_LENGTH = 20
_PRINTED = 16
"""Letters of a printed entry, author and first words, by which one without title is found."""


def keys_of(face: Face) -> frozenset[str]:
    """The keys of a description, each of 20 characters: the letter of its kind and a digest."""
    return frozenset(
        kind + hashlib.blake2b(text.encode(), digest_size=10).hexdigest()[: _LENGTH - 1] for kind, text in _parts(face)
    )


def candidates(faces: Sequence[Face]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `faces` that share a key, each once, the smaller place first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, face in enumerate(faces):
        for key in keys_of(face):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in combinations(block, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _parts(face: Face) -> Iterator[tuple[str, str]]:
    entry = face.entry
    yield from (("i", place) for place in {entry.stated_paper, entry.paper if entry.is_paper else None} if place)
    if face.doi:
        yield "d", face.doi
    if "/" in face.url:
        yield "u", face.url
    if entry.told or entry.is_paper:
        yield from (("a", person.key) for person in face.persons)
    if entry.told:
        return
    if entry.year and face.first_page and (number := entry.volume or entry.issue):
        yield "p", f"{entry.year} {number} {face.first_page}"
    for title in {*face.titles, *face.main_titles}:
        yield from _of_title(title, face)
    if face.letters:
        yield "l", face.letters[:_PRINTED]


def _of_title(title: str, face: Face) -> Iterator[tuple[str, str]]:
    """Of titles that can name a work the whole; of all their ends, together with an author, the year or the address."""
    if weight(title) >= TELLING:
        yield "x", title
    beside = [str(face.entry.year or ""), face.url, *(_family(person.words) or person.key for person in face.persons)]
    for end in _ends(title):
        yield from (("t", f"{end} {known}") for known in beside if known)


def _family(words: tuple[str, ...]) -> str:
    return max(words, key=len) if len(words) > 1 else ""


def _ends(text: str) -> tuple[str, ...]:
    """Beginning and end, so that a damaged end leaves the other."""
    if not text:
        return ()
    first, last = (_HAN_SIGNS if is_han(sign) else _LATIN_SIGNS for sign in (text[0], text[-1]))
    return text[:first], text[-last:]
