"""Which sentences of a paper other papers tell too, over planted claims and without vectors."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import catalogue
from app.catalogue.views import PaperDetail
from app.ingest.records import Claim, Figure
from app.library import Library
from app.library.retold import Retold, retold
from app.settings import Settings
from tests.factories import make_claim, make_paper


def agreements(number: int, place: int = 0) -> Claim:
    """A sentence that counts what the glossary of quantities knows."""
    figure = Figure(number, "个", "政府间科技合作协定", None, text=f"{number}个")
    text = f"我国签署了{number}个政府间科技合作协定。"
    return make_claim(text, type="statistic", countries="CN", figures=[figure], paragraph=place)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("retold")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
        encoder="none",
    )
    opened = Library(settings)
    opened.migrate()
    with opened.session() as session, session.begin():
        make_paper(session, "a", [make_claim("培训是当务之急。"), agreements(107, 1), agreements(110, 2)])
        make_paper(session, "b", [agreements(110)])
        make_paper(session, "c", [agreements(107)])
        make_paper(session, "alone", [make_claim("科技馆每周一闭馆。")])
    opened.reindex()
    yield opened
    opened.close()


def paper_of(library: Library, slug: str) -> PaperDetail:
    with library.session() as session:
        found = catalogue.paper_detail(session, slug)
    assert found is not None
    return found


def told(library: Library, slug: str) -> tuple[Retold, ...]:
    with library.session() as session:
        return retold(session, paper_of(library, slug), library.same_facts(slug))


def test_sentences_stand_as_they_are_read_each_with_who_tells_the_same(library: Library) -> None:
    found = [
        (one.claim.figures[0].value, [(fact.basis, claim.paper.slug) for fact, claim in one.others])
        for one in told(library, "a")
    ]
    assert found == [
        (107, [("value", "c"), ("quantity", "b")]),
        (110, [("value", "b"), ("quantity", "c")]),
    ]


def test_each_other_claim_is_the_one_that_its_fact_names(library: Library) -> None:
    pairs = [pair for slug in ("a", "b", "c") for one in told(library, slug) for pair in one.others]
    assert pairs
    assert all(fact.uid == claim.uid and fact.paper == claim.paper.slug for fact, claim in pairs)


def test_a_paper_that_nobody_repeats_has_nothing(library: Library) -> None:
    assert told(library, "alone") == ()


def test_claims_that_have_gone_are_left_out(library: Library) -> None:
    paper, facts = paper_of(library, "b"), library.same_facts("b")
    ((uid, (first, *others)),) = facts.items()
    with library.session() as session:
        (left,) = retold(session, paper, {uid: (replace(first, uid="gone"), *others)})
        assert retold(session, paper, {uid: (replace(first, uid="gone"),)}) == ()
    assert [claim.uid for _fact, claim in left.others] == [fact.uid for fact in others]
