"""Every citation mark of the five papers leads to the right reference."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.catalogue import citation_links
from app.database import transaction
from app.ingest import store
from app.ingest.curated import apply_labels
from app.ingest.preparing import prepare
from tests.corpus.conftest import Translated, read_data
from tests.factories import open_database, vocabulary

PAPERS = {table["slug"]: table for table in read_data("citations.toml", "paper")}


def test_all_118_marks_are_listed() -> None:
    marks = [label for table in PAPERS.values() for _, labels in table["marks"] for label in labels.split()]
    assert len(marks) == 118


def test_each_sentence_cites_what_its_marks_say(paper: Translated) -> None:
    expected: list[Any] = PAPERS.get(paper.slug, {}).get("marks", [])
    found = [
        [claim.text[:14], " ".join(citation.label for citation in claim.citations)]
        for claim in apply_labels(paper.analysis, vocabulary()).analysis.claims
        if claim.citations and claim.type.code != "other"
    ]
    assert found == expected


def test_each_mark_leads_to_a_reference_and_footnotes_to_their_words(paper: Translated) -> None:
    references = {reference.label: reference for reference in paper.analysis.references}
    for _, labels in PAPERS.get(paper.slug, {}).get("marks", []):
        assert set(labels.split()) <= references.keys()
    for label, begins in PAPERS.get(paper.slug, {}).get("leads_to", []):
        assert (references[label].text or "").startswith(begins)


@pytest.mark.parametrize(
    ("slug", "label", "author"),
    [
        ("002_af57014d235b154e", "1", "王逸舟"),
        ("002_af57014d235b154e", "28", "惠仲阳"),
        ("004_72122b5f6e46424d", "2", "Nina V. Fedoroff"),
        ("004_72122b5f6e46424d", "18", "Richard P. Suttmeier"),
    ],
)
def test_without_a_printed_list_the_named_author_is_known(
    papers: tuple[Translated, ...], slug: str, label: str, author: str
) -> None:
    (found,) = (one for one in papers if one.slug == slug)
    (reference,) = (one for one in found.analysis.references if one.label == label)
    assert author in reference.authors
    assert reference.from_sentence


def test_the_five_links_between_the_papers_are_found_without_being_told(
    papers: tuple[Translated, ...], tmp_path: Path
) -> None:
    """What the records say of cited works is left out: titles, authors, wording and 转引自 must do."""
    with open_database(tmp_path) as sessions:
        for paper in papers:
            document = replace(paper.analysis.document, added_references=())
            with transaction(sessions) as session:
                store.save(session, prepare(replace(paper.analysis, document=document), vocabulary()))
        with transaction(sessions) as session:
            store.link_references(session)
        with sessions() as session:
            links = {(link.citing.slug[:3], link.label, link.cited.slug[:3]) for link in citation_links(session)}
    assert links == {
        ("002", "16", "001"),
        ("002", "17", "004"),
        ("002", "24", "000"),
        ("003", "17", "004"),
        ("003", "19", "004"),
    }
