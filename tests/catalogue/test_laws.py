"""Laws that hold for any knowledge base: every read against the same question asked of the records in Python."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from app import catalogue
from app.database import transaction
from app.ingest.records import Claim
from tests.factories import make_claim, make_paper, open_database

COUNTRIES, INSTRUMENTS = ("CN", "JP", "US"), ("aid", "control", "strategy")
TYPES = ("fact", "statistic", "viewpoint", "other")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its labels, and the paper it stands in."""

    paper: int
    countries: frozenset[str]
    instruments: frozenset[str]
    type: str

    @property
    def asserts(self) -> bool:
        return self.type != "other"


SENTENCES = st.builds(
    Sentence,
    paper=st.integers(0, 2),
    countries=st.frozensets(st.sampled_from(COUNTRIES)),
    instruments=st.frozensets(st.sampled_from(INSTRUMENTS)),
    type=st.sampled_from(TYPES),
)
WORLDS = st.lists(SENTENCES, max_size=14)
YEARS = {0: 2007, 1: 2017, 2: None}


@pytest.fixture(scope="module")
def empty_database() -> Iterator[sessionmaker[Session]]:
    with TemporaryDirectory() as folder, open_database(Path(folder)) as made:
        yield made


class World:
    """The sentences stored, in a transaction that is never committed."""

    def __init__(self, session: Session, sentences: list[Sentence]) -> None:
        self.session = session
        self.claims = [sentence for sentence in sentences if sentence.asserts]
        for paper, year in YEARS.items():
            own = [(i, sentence) for i, sentence in enumerate(sentences) if sentence.paper == paper]
            make_paper(session, f"p{paper}", [claim(i, sentence) for i, sentence in own], year=year)


def claim(number: int, sentence: Sentence) -> Claim:
    return make_claim(
        f"第{number}句。",
        type=sentence.type,
        countries=" ".join(sentence.countries),
        instruments=" ".join(sentence.instruments),
    )


def in_world(made: sessionmaker[Session], sentences: list[Sentence]) -> Iterator[World]:
    with made() as session:
        yield World(session, sentences)
        session.rollback()


@given(WORLDS)
@settings(max_examples=25)
def test_the_matrix_counts_pairs(empty_database: sessionmaker[Session], sentences: list[Sentence]) -> None:
    for world in in_world(empty_database, sentences):
        found = catalogue.matrix(world.session)
        pairs = Counter((c, i) for claim in world.claims for c in claim.countries for i in claim.instruments)
        assert dict(found.cells) == dict(pairs)
        assert dict(found.country_totals) == dict(Counter(c for claim in world.claims for c in claim.countries))
        assert dict(found.instrument_totals) == dict(Counter(i for claim in world.claims for i in claim.instruments))
        assert found.total == len(world.claims)


@given(WORLDS, st.sampled_from(COUNTRIES), st.sampled_from([None, 0, 1, 3]))
@settings(max_examples=25)
def test_a_country_page_counts_what_is_about_it(
    empty_database: sessionmaker[Session], sentences: list[Sentence], code: str, per_group: int | None
) -> None:
    for world in in_world(empty_database, sentences):
        detail = catalogue.country_detail(world.session, code, per_group)
        own = [claim for claim in world.claims if code in claim.countries]
        assert (detail.claims, detail.papers) == (len(own), len({claim.paper for claim in own}))
        groups = Counter(i for claim in own for i in (claim.instruments or {None}))
        assert {group.code: group.total for group in detail.groups} == dict(groups)
        for group in detail.groups:
            assert len(group.claims) == (group.total if per_group is None else min(group.total, per_group))
            places = [(given_.paper.slug, given_.position) for given_ in group.claims]
            assert places == sorted(places)
        together = Counter(c for claim in own for c in claim.countries if c != code)
        assert {count.code: count.claims for count in detail.countries} == dict(together)
        years = Counter(YEARS[claim.paper] for claim in own)
        assert {count.year: count.claims for count in detail.years} == dict(years)


@given(WORLDS, st.sampled_from(INSTRUMENTS))
@settings(max_examples=25)
def test_an_instrument_page_counts_what_is_about_it(
    empty_database: sessionmaker[Session], sentences: list[Sentence], code: str
) -> None:
    for world in in_world(empty_database, sentences):
        detail = catalogue.instrument_detail(world.session, code)
        own = [claim for claim in world.claims if code in claim.instruments]
        assert detail.claims == len(own)
        assert {count.code: count.claims for count in detail.types} == dict(Counter(claim.type for claim in own))
        groups = Counter(c for claim in own for c in (claim.countries or {None}))
        assert {group.code: group.total for group in detail.groups} == dict(groups)
        papers = Counter(f"p{claim.paper}" for claim in own)
        assert {source.paper.slug: source.claims for source in detail.sources} == dict(papers)


@given(WORLDS)
@settings(max_examples=25)
def test_a_papers_claims_are_all_there_in_order(
    empty_database: sessionmaker[Session], sentences: list[Sentence]
) -> None:
    for world in in_world(empty_database, sentences):
        for paper in YEARS:
            detail = catalogue.paper_detail(world.session, f"p{paper}")
            assert detail is not None
            positions = [c.position for s in detail.sections for p in s.paragraphs for c in p.claims]
            assert positions == list(range(len([claim for claim in world.claims if claim.paper == paper])))
            assert detail.counts.claims == len(positions)


def test_the_worlds_leave_nothing_behind(empty_database: sessionmaker[Session]) -> None:
    with transaction(empty_database) as session:
        assert catalogue.overview(session).papers == 0
