import pytest
from sqlalchemy.orm import Session

from app.catalogue import claims_citing, look_up_references
from tests.sample import FUTURE, REVIEW, UNTITLED


@pytest.mark.parametrize(
    "q",
    [
        "王明国",
        "中美关系",
        "全球科技经济瞭望",
        "2017",
        "17",
        "[17]",
        "［17］",
        "王明国 2017",
        "  王明国　未来 ",
        "王明國",
        "全球科技經濟瞭望",
    ],
)
def test_a_work_is_found_by_author_title_journal_year_or_number_in_either_script(session: Session, q: str) -> None:
    found = look_up_references(session, q)
    assert [hit.reference.label for hit in found.hits] == ["17"]
    assert found.total == 1


@pytest.mark.parametrize("q", ["赵刚", "王明国 2016", "%", "_", "1", "²", "明国王"])
def test_what_is_not_there_is_not_found(session: Session, q: str) -> None:
    assert look_up_references(session, q).total == 0


def test_a_found_work_tells_who_cites_it(session: Session) -> None:
    (hit,) = look_up_references(session, "王明国").hits
    assert hit.paper.slug == REVIEW
    assert [claim.text[:3] for claim in hit.claims] == ["王明国", "中国与"]
    assert hit.reference.linked_paper is not None
    assert hit.reference.linked_paper.slug == FUTURE


def test_no_words_find_everything_notes_too(session: Session) -> None:
    assert [hit.reference.kind for hit in look_up_references(session).hits] == ["reference", "note"]
    assert look_up_references(session, "[]").total == 2


def test_a_look_up_can_be_narrowed(session: Session) -> None:
    assert look_up_references(session, paper=REVIEW).total == 2
    assert look_up_references(session, paper=FUTURE).total == 0
    assert look_up_references(session, label="18").total == 1
    assert look_up_references(session, label="[18]").total == 1
    assert look_up_references(session, year=2017).total == 1
    assert look_up_references(session, "王明国", year=2016).total == 0


def test_a_look_up_can_be_paged(session: Session) -> None:
    page = look_up_references(session, limit=1, offset=1)
    assert (page.total, [hit.reference.label for hit in page.hits]) == (2, ["18"])
    assert look_up_references(session, offset=9).hits == ()


@pytest.mark.parametrize("q", ["'; DROP TABLE paper; --", "\\", "王" * 100_000, "a " * 50_000, "\ufffd", "😀"])
def test_any_text_is_only_text(session: Session, q: str) -> None:
    assert look_up_references(session, q).total == 0
    assert look_up_references(session).total == 2


def test_control_characters_are_spaces(session: Session) -> None:
    assert look_up_references(session, "王明国\x00").total == 1
    assert look_up_references(session, "\x00").total == 2


def test_the_claims_that_cite_a_paper_come_each_once_and_in_order(session: Session) -> None:
    citing = claims_citing(session, FUTURE)
    assert [claim.text[:3] for claim in citing] == ["王明国", "中国与"]
    assert {claim.paper.slug for claim in citing} == {REVIEW}
    assert claims_citing(session, UNTITLED) == claims_citing(session, "no-such") == ()
