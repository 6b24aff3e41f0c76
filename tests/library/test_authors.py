"""Authors of cited works, and persons and bodies that claims name."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from app.catalogue import authors_by_key, entity_list
from app.database import transaction
from app.ingest.store import link_references
from app.library.authors import entities_of_authors, written_by
from app.library.entities import EntityEntry
from tests.factories import make_claim, make_paper, make_reference, open_database, vocabulary

WORKS = (
    ("1", ("赵刚",), "科技外交的理论与实践"),
    ("2", ("Nina V. Fedoroff",), "Science Diplomacy in the 21st Century"),
    ("3", ("The Royal Society",), "New Frontiers in Science Diplomacy"),
    ("4", ("某某人",), "无人提及的著作之题名"),
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    references = [
        make_reference(label, text=f"{authors[0]}. {title}", authors=authors, title=title)
        for label, authors, title in WORKS
    ]
    claims = [
        make_claim("赵刚认为应制定战略。", entities="zhao-gang"),
        make_claim("英国皇家学会发布报告。", entities="gb-royal-society"),
        make_claim("费德洛夫这样说。", entities="nina-fedoroff"),
    ]
    with open_database(tmp_path_factory.mktemp("authors")) as made:
        with transaction(made) as filling:
            make_paper(filling, "paper", claims, references=references)
            link_references(filling)
        with made() as opened:
            yield opened


def entry(session: Session, code: str) -> EntityEntry:
    (count,) = entity_list(session, [code])
    return EntityEntry.of(count, vocabulary())


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        ("zhao-gang", ["科技外交的理论与实践"]),
        ("nina-fedoroff", ["Science Diplomacy in the 21st Century"]),
        ("gb-royal-society", ["New Frontiers in Science Diplomacy"]),
    ],
)
def test_a_persons_or_bodys_works_are_found_by_all_its_names(session: Session, code: str, titles: list[str]) -> None:
    one = entry(session, code)
    found = written_by(session, one, [one.zh, "Nina V. Fedoroff"] if code == "nina-fedoroff" else [])
    assert [work.title for work in found.works.works] == titles
    assert [author.works for author in found.authors] == [1]


def test_authors_lead_to_the_entities_of_their_names(session: Session) -> None:
    authors = authors_by_key(session, ["赵刚", "ninavfedoroff", "theroyalsociety", "某某人"])
    assert len(authors) == 4
    found = entities_of_authors(session, vocabulary(), authors)
    assert found["赵刚"] == "zhao-gang"
    assert found["theroyalsociety"] == "gb-royal-society"
    assert "某某人" not in found
    assert entities_of_authors(session, vocabulary(), ()) == {}
