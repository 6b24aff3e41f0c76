"""Faces made of a few fields, for tests of matching."""

from itertools import count
from typing import Any

from app.ingest.works import Entry, Face, face_of

_NUMBERS = count(1)


def make_face(title: str | None = None, authors: str = "", place: str = "", **fields: Any) -> Face:
    """A description; authors are given in one string, separated by semicolons."""
    names = tuple(name.strip() for name in authors.split(";") if name.strip())
    return face_of(Entry(place=place or f"p{next(_NUMBERS)}#1", title=title, authors=names, **fields))
