"""Fills an empty site with real claims for `benchmarks.http_load`, and writes the queries to ask it.

    export KEWAI_DATABASE_URL=sqlite:///STATE/site.db KEWAI_INDEX_DIR=STATE/index
    python -m benchmarks.fill_site FOLDER QUERIES [--claims 100000]
    kewai serve --workers 2

FOLDER holds papers as .md or .txt, cut and labelled as `benchmarks.speed.corpus` says: without terms, citations and
figures. QUERIES is written: the 200 of `benchmarks.search_speed`, one a line. `KEWAI_ENCODER=none` leaves vectors out.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from app.library import Library
from app.models import Claim, ClaimCountry, ClaimInstrument, Paper, Section
from app.search.analyzers import tokens
from app.search.query import unparse
from app.search.request import ClaimDocument
from app.settings import Settings
from app.text.normalise import fold_text
from benchmarks.speed.corpus import read_claims
from benchmarks.speed.queries import make_queries


def main() -> None:
    """Reads, stores, indexes, writes."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("queries", type=Path)
    arguments.add_argument("--claims", type=int, default=100_000)
    given = arguments.parse_args()
    library = Library(Settings())
    library.migrate()
    if not library.is_empty():
        sys.exit(f"{library.settings.database_url} has papers already; name an empty one in KEWAI_DATABASE_URL")
    claims = list(read_claims(given.folder, given.claims))
    store(library, claims)
    words = [[token.text for token in tokens(fold_text(claim.text))] for claim in claims]
    lines = [unparse(asked.query()) for asked in make_queries(claims, words)]
    given.queries.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(claims):,} claims, {library.reindex():,} of them indexed; {len(lines)} queries in {given.queries}")
    library.close()


def store(library: Library, claims: Iterable[ClaimDocument]) -> None:
    """Stores claims, which come paper by paper, in the database of a library."""
    with library.session() as session:
        for slug, group in groupby(claims, key=attrgetter("paper")):
            session.add(_paper(slug, list(group)))
            session.flush()
            session.expunge_all()
        session.commit()


def _paper(slug: str, claims: list[ClaimDocument]) -> Paper:
    first = claims[0]
    paper = Paper(slug=slug, checksum="", source_text="", title=first.title or slug, year=first.year)
    for number, (heading, group) in enumerate(groupby(claims, key=attrgetter("heading"))):
        section = Section(number=str(number), level=1, position=number, heading=heading, start=0, end=0)
        paper.sections.append(section)
        paper.claims.extend(_claims(group, section))
    return paper


def _claims(claims: Iterable[ClaimDocument], section: Section) -> Iterator[Claim]:
    for claim in claims:
        yield Claim(
            uid=blake2b(claim.uid.encode(), digest_size=8).hexdigest(),
            section=section,
            position=claim.position,
            text=claim.text,
            start=0,
            end=len(claim.text),
            type=claim.type,
            countries=[ClaimCountry(code=code) for code in claim.countries],
            instruments=[ClaimInstrument(code=code) for code in claim.instruments],
        )


if __name__ == "__main__":
    main()
