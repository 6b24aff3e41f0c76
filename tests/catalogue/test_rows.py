"""Rows → views: nothing is lost, nothing of the database leaks out."""

import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app import catalogue
from app.catalogue.rows import EXCERPT, anchor
from app.catalogue.views import PaperRecord
from app.database import Base
from tests.factories import make_claim, make_paper, make_reference
from tests.sample import REVIEW


@pytest.mark.parametrize(
    ("label", "expected"), [("17", "ref-17"), ("①", "ref-①"), ("1 a\n2", "ref-1-a-2"), (" 3 ", "ref-3")]
)
def test_an_anchor_holds_no_spaces(label: str, expected: str) -> None:
    assert anchor(label) == expected


def everything(session: Session) -> list[Any]:
    uid = next(iter(catalogue.rows_to_index(session))).uid
    return [
        catalogue.overview(session),
        catalogue.matrix(session),
        catalogue.country_detail(session, "CN"),
        catalogue.instrument_detail(session, "agreement"),
        catalogue.list_papers(session),
        catalogue.paper_detail(session, REVIEW),
        catalogue.claim_page(session, uid),
        catalogue.claims_by_uid(session, [uid]),
        catalogue.look_up_references(session),
        catalogue.citation_links(session),
    ]


def inside(value: Any) -> Any:
    """Every value within a view, itself included."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from inside(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from inside(key)
            yield from inside(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from inside(one)


def test_no_row_leaks_out(session: Session) -> None:
    seen = [value for view in everything(session) for value in inside(view)]
    assert len(seen) > 500
    assert not [value for value in seen if isinstance(value, Base)]


def test_views_outlive_their_session_and_travel_between_processes(session: Session) -> None:
    views = everything(session)
    session.close()
    assert pickle.loads(pickle.dumps(views)) == views  # noqa: S301 - our own bytes


def test_views_cannot_be_changed(session: Session) -> None:
    detail = catalogue.paper_detail(session, REVIEW)
    assert detail is not None
    with pytest.raises(FrozenInstanceError):
        detail.record.title = "anders"  # type: ignore[misc]


def test_every_field_of_a_record_comes_out(empty: Session) -> None:
    given = {
        "title": "题", "title_en": "T", "authors": ("甲",), "authors_en": ("A",), "authors_complete": False,
        "container": "刊", "container_en": "J", "publisher": "社", "year": 2017, "volume": "1", "issue": "2",
        "pages": "3-4", "doi": "10.1/x", "url": "https://example.org", "language": "zh-CN", "document_type": "R",
    }  # fmt: skip
    make_paper(empty, "p", **given)
    record = catalogue.papers_by_slug(empty, ["p"])["p"]
    assert {field.name for field in fields(PaperRecord)} >= given.keys()
    assert {name: getattr(record, name) for name in given} == given


def test_an_excerpt_is_short(empty: Session) -> None:
    make_paper(empty, "p", [make_claim("很长" * 100 + "。", cites="1")], references=[make_reference("1")])
    (entry,) = catalogue.look_up_references(empty).hits
    (place,) = entry.reference.cited_at
    assert len(place.excerpt) == EXCERPT
    assert entry.claims[0].text.startswith(place.excerpt)
