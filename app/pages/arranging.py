"""A notebook in another order: one claim moved or taken out, or all by paper or by country."""

from collections.abc import Callable, Mapping

from app.catalogue.views import ClaimView
from app.cite.notebook import Kept, Notebook
from app.text.pinyin import romanise

ORDERS = ("paper", "country")
LAST = "\U0010ffff"
"""Comes behind all names: what is not known or names no country stands at the end."""


def moved(notebook: Notebook, id: str, by: int) -> Notebook:
    """The claim `id` set `by` places on; at the ends, and for a claim that is not there, nothing changes."""
    entries = list(notebook.entries)
    at = next((place for place, entry in enumerate(entries) if entry.id == id), None)
    if at is None or not 0 <= at + by < len(entries):
        return notebook
    entries.insert(at + by, entries.pop(at))
    return Notebook(tuple(entries), notebook.title)


def without(notebook: Notebook, id: str) -> Notebook:
    """The notebook without one claim."""
    return Notebook(tuple(entry for entry in notebook.entries if entry.id != id), notebook.title)


def in_order(
    notebook: Notebook, by: str, claims: Mapping[str, ClaimView], country_name: Callable[[str], str]
) -> Notebook:
    """By `paper` as the papers have them, or by the name of the first `country`; any other order changes nothing."""

    def by_paper(entry: Kept) -> tuple[str, int]:
        claim = claims.get(entry.id)
        return (claim.paper.slug, claim.position) if claim else (LAST, 0)

    def by_country(entry: Kept) -> str:
        claim = claims.get(entry.id)
        return romanise(country_name(claim.countries[0])).lower() if claim and claim.countries else LAST

    if by not in ORDERS:
        return notebook
    return Notebook(tuple(sorted(notebook.entries, key=by_paper if by == "paper" else by_country)), notebook.title)
