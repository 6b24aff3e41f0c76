"""Word of what is gone, through `store.save` and `store.remove`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.database import transaction
from app.ingest import store
from app.ingest.preparing import prepare
from app.models import Claim, GoneClaim, GonePaper, Paper
from tests.factories import make_analysis, make_claim, make_reference, open_database, vocabulary

TEXTS = ("中国与日本签署科技合作协定。", "法国在海外设有大量研究所。", "美国设立科技顾问一职。")


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    with open_database(tmp_path) as made:
        yield made


def keep(sessions: sessionmaker[Session], *texts: str, slug: str = "p") -> None:
    """Stores a paper of these sentences."""
    analysis = make_analysis(slug, claims=[make_claim(text) for text in texts])
    with transaction(sessions) as session:
        store.save(session, prepare(analysis, vocabulary()))


def gone(sessions: sessionmaker[Session]) -> dict[str, tuple[str | None, bool]]:
    """By the text of a claim that is gone, the text that stands for it and whether it is but corrected."""
    with sessions() as session:
        texts = {claim.uid: claim.text for claim in session.scalars(select(Claim))}
        rows = session.scalars(select(GoneClaim).order_by(GoneClaim.id)).all()
        return {row.text: (texts.get(row.replaced_by or ""), row.corrected) for row in rows}


def test_a_new_paper_leaves_nothing_behind(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    assert gone(sessions) == {}


def test_a_correction_leaves_word_of_its_successor(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    keep(sessions, TEXTS[0], "法国在海外设有大量的研究所。", TEXTS[2])
    assert gone(sessions) == {TEXTS[1]: ("法国在海外设有大量的研究所。", True)}


def test_a_sentence_that_is_dropped_has_no_successor(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    keep(sessions, TEXTS[0], TEXTS[2])
    assert gone(sessions) == {TEXTS[1]: (None, False)}


def test_a_sentence_that_comes_back_is_not_gone(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    keep(sessions, TEXTS[0], TEXTS[2])
    keep(sessions, *TEXTS)
    assert gone(sessions) == {}


def test_going_twice_is_noted_once(sessions: sessionmaker[Session]) -> None:
    for texts in (TEXTS, TEXTS[:1], TEXTS, TEXTS[1:]):
        keep(sessions, *texts)
    assert gone(sessions) == {TEXTS[0]: (None, False)}


def test_papers_do_not_forget_for_one_another(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    keep(sessions, *TEXTS[1:])
    keep(sessions, *TEXTS, slug="other")
    assert list(gone(sessions)) == [TEXTS[0]]


def test_a_failed_update_leaves_no_word(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    analysis = make_analysis("p", claims=[make_claim(TEXTS[0])])
    with sessions() as session:
        store.save(session, prepare(analysis, vocabulary()))
        session.rollback()
    assert gone(sessions) == {}


def test_a_removed_paper_and_its_claims_leave_word(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    with transaction(sessions) as session:
        assert store.remove(session, "p")
    with sessions() as session:
        assert session.scalars(select(Paper)).all() == []
        assert session.scalars(select(Claim)).all() == []
        assert [paper.slug for paper in session.scalars(select(GonePaper))] == ["p"]
    assert gone(sessions) == dict.fromkeys(TEXTS, (None, False))


def test_a_removed_paper_that_comes_again_is_here(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    with transaction(sessions) as session:
        store.remove(session, "p")
    keep(sessions, *TEXTS[:2])
    with sessions() as session:
        assert session.scalars(select(GonePaper)).all() == []
    assert list(gone(sessions)) == [TEXTS[2]]


def test_removing_what_is_not_here_changes_nothing(sessions: sessionmaker[Session]) -> None:
    keep(sessions, *TEXTS)
    with transaction(sessions) as session:
        assert not store.remove(session, "another")
    assert gone(sessions) == {}


def test_references_to_a_removed_paper_stay_and_lead_nowhere(sessions: sessionmaker[Session]) -> None:
    citing = make_analysis(
        "citing",
        claims=[make_claim("一句[1]。", cites="1")],
        references=[make_reference("1", title="科技外交概论", authors=("赵刚",), year=2007)],
    )
    cited = make_analysis("cited", claims=[make_claim(TEXTS[0])], title="科技外交概论", authors=("赵刚",), year=2007)
    with transaction(sessions) as session:
        for analysis in (citing, cited):
            store.save(session, prepare(analysis, vocabulary()))
        assert store.link_references(session) == 1
    with transaction(sessions) as session:
        store.remove(session, "cited")
        store.link_references(session)
    with sessions() as session:
        paper = session.scalars(select(Paper)).one()
        assert [(entry.title, entry.linked_paper_id) for entry in paper.references] == [("科技外交概论", None)]
