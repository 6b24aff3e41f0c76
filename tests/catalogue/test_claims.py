from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue import claim_page, claims_by_uid, rows_to_index
from app.models import Claim
from tests.sample import FUTURE, REVIEW, UNTITLED


def uid_of(session: Session, start: str) -> str:
    return session.scalars(select(Claim.uid).where(Claim.text.startswith(start))).one()


def test_claims_come_in_the_order_asked_and_unknown_ones_are_left_out(session: Session) -> None:
    first, second = uid_of(session, "美国对中国"), uid_of(session, "日本发布")
    assert list(claims_by_uid(session, [second, "nothere00000", first, second])) == [second, first]
    assert claims_by_uid(session, []) == {}


def test_a_view_holds_everything_a_list_shows(session: Session) -> None:
    uid = uid_of(session, "中国与155")
    view = claims_by_uid(session, [uid])[uid]
    assert (view.uid, view.type, view.countries, view.instruments) == (uid, "statistic", ("CN",), ("agreement",))
    assert (view.section.id, view.section.heading, view.paragraph) == ("1.1", "政府间协定", 2)
    assert (view.paper.slug, view.paper.year) == (REVIEW, 2020)
    figure = view.figures[0]
    assert (figure.value, figure.unit, figure.of, figure.year, figure.approx) == (
        155,
        "个国家",
        "签署协定的国家",
        2018,
        False,
    )
    mark = view.citations[0]
    assert (mark.label, mark.at, mark.kind, mark.anchor) == ("17", len(view.text), "reference", "ref-17")
    assert mark.linked_paper == FUTURE


def test_codes_of_a_claim_are_sorted(session: Session) -> None:
    uid = uid_of(session, "日本与美国")
    view = claims_by_uid(session, [uid])[uid]
    assert view.countries == ("JP", "US")
    assert view.instruments == ("agreement", "mechanism")
    assert view.named_instruments == ("cn-jp-environment-1994",)


def test_a_claims_page_has_its_neighbours_in_reading_order_without_what_asserts_nothing(session: Session) -> None:
    detail = claim_page(session, uid_of(session, "中国与155"))
    assert detail is not None
    assert [view.text[:4] for view in detail.before] == ["科技外交", "王明国认"]
    assert [view.text[:4] for view in detail.after] == ["日本与美"]
    assert all(view.paper.slug == REVIEW for view in (*detail.before, *detail.after))


def test_a_claims_page_says_where_each_label_comes_from(session: Session) -> None:
    detail = claim_page(session, uid_of(session, "日本与美国"))
    assert detail is not None
    assert (detail.type_label.code, detail.type_label.source, detail.type_label.rule) == ("fact", "rule", "test")
    assert [label.code for label in detail.country_labels] == ["JP", "US"]
    assert {label.rule for label in (*detail.country_labels, *detail.instrument_labels)} == {"test"}
    assert [label.code for label in detail.named_instrument_labels] == ["cn-jp-environment-1994"]


def test_a_claims_page_gives_what_it_cites_once_and_in_order(session: Session) -> None:
    detail = claim_page(session, uid_of(session, "王明国认为"))
    assert detail is not None
    assert [(entry.label, entry.kind) for entry in detail.references] == [("17", "reference"), ("18", "note")]
    assert detail.references[0].linked_paper is not None
    assert detail.references[0].linked_paper.slug == FUTURE
    assert [place.uid for place in detail.references[0].cited_at] == [
        detail.claim.uid,
        uid_of(session, "中国与155"),
    ]


def test_a_claims_page_gives_the_sentence_as_the_source_prints_it(session: Session) -> None:
    detail = claim_page(session, uid_of(session, "科技外交是"))
    assert detail is not None
    assert detail.printed == "科技外交是外交的组成部分。"


def test_there_is_no_page_for_an_unknown_claim(session: Session) -> None:
    assert claim_page(session, "nothere00000") is None


def test_rows_to_index_give_every_claim_or_those_of_some_papers(session: Session) -> None:
    assert len(list(rows_to_index(session, batch=2))) == 7
    assert [row.text for row in rows_to_index(session, [UNTITLED])] == ["日本发布战略。"]
    assert list(rows_to_index(session, [])) == []
