"""Finding in a paper: every place, marked where it stands, in either script, over the ends of sentences."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import catalogue
from app.catalogue.views import ClaimView, PaperDetail, Paragraph, SectionView
from app.text.normalise import fold_text
from app.web.finding import Found, Mark, find_in, parts
from tests.factories import open_database
from tests.sample import REVIEW, fill
from tests.views import make_view

BOTH = ("zh", "en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> PaperDetail:
    with open_database(tmp_path_factory.mktemp("finding")) as sessions, sessions() as session, session.begin():
        fill(session)
        session.flush()
        found = catalogue.paper_detail(session, REVIEW)
    assert found is not None
    return found


def paper_of(sample: PaperDetail, *claims: ClaimView, **heading: Any) -> PaperDetail:
    """A paper of one section with one paragraph."""
    section = SectionView("1", 1, heading.get("zh", ""), heading.get("en"), None, (Paragraph(0, claims),))
    return replace(sample, sections=(section,))


def shown(text: str, marks: tuple[Mark, ...]) -> str:
    return "".join(f"[{part.text}]" if part.mark else part.text for part in parts(text, marks))


def test_every_place_of_the_sample_is_found_in_reading_order(sample: PaperDetail) -> None:
    found = find_in(sample, "签署协定", ("zh",))
    assert [hit.before[-2:] + hit.key + hit.after[:2] for hit in found.hits] == ["国家签署协定。", "美国签署协定并设"]
    claims = [c for s in sample.sections for p in s.paragraphs for c in p.claims]
    marked = [shown(claim.text, found.marks(claim.uid, "zh")) for claim in claims if found.marks(claim.uid, "zh")]
    assert marked == ["中国与155个国家[签署协定]。", "日本与美国[签署协定]并设立联委会。"]


@pytest.mark.parametrize("typed", ["科技協定", "科技 协定", "  科技协定 ", "科技协定"])
def test_either_script_and_loose_spaces_will_do(sample: PaperDetail, typed: str) -> None:
    paper = paper_of(sample, make_view("签署科技协定。"))
    assert [hit.key for hit in find_in(paper, typed, BOTH).hits] == ["科技协定"]


@pytest.mark.parametrize("typed", ["", " ", "科技协议", "<script>", "\u200b", "科*"])
def test_what_is_not_there_is_not_found(sample: PaperDetail, typed: str) -> None:
    assert find_in(paper_of(sample, make_view("签署科技协定。")), typed, BOTH).hits == ()


def test_a_place_may_go_over_the_end_of_a_sentence(sample: PaperDetail) -> None:
    first, second = make_view("双方合作。", "a" * 12), make_view("科技先行。", "b" * 12)
    found = find_in(paper_of(sample, first, second), "合作。科技", ("zh",))
    assert shown(first.text, found.marks(first.uid, "zh")) == "双方[合作。]"
    assert shown(second.text, found.marks(second.uid, "zh")) == "[科技]先行。"
    assert [found.marks(claim.uid, "zh")[0].first for claim in (first, second)] == [True, False]
    assert len(found.hits) == 1


def test_english_is_looked_through_as_it_is_shown_and_only_then(sample: PaperDetail) -> None:
    paper = paper_of(
        sample, make_view("甲。", "a" * 12, text_en="One envoy."), make_view("乙。", "b" * 12, text_en="Two.")
    )
    assert [hit.key for hit in find_in(paper, "ENVOY. two", BOTH).hits] == ["envoy. Two"]
    assert find_in(paper, "envoy", ("zh",)).hits == ()


def test_headings_are_looked_through_in_both_languages(sample: PaperDetail) -> None:
    found = find_in(paper_of(sample, zh="政府间协定", en="Agreements"), "agreement", ("zh",))
    assert [(hit.language, hit.key) for hit in found.hits] == [("en", "Agreement")]
    assert shown("Agreements", found.marks("heading1", "en")) == "[Agreement]s"
    assert [hit.language for hit in find_in(paper_of(sample, zh="A", en="A"), "a", ("en",)).hits] == ["en", "zh"]


def test_places_do_not_lie_over_one_another_and_context_is_cut(sample: PaperDetail) -> None:
    text = "甲" * 100 + "乙乙乙" + "丙" * 100
    found = find_in(paper_of(sample, make_view(text)), "乙乙", ("zh",))
    (hit,) = found.hits
    assert (len(hit.before), hit.key, len(hit.after)) == (24, "乙乙", 24)


def test_nothing_is_marked_where_nothing_was_asked() -> None:
    assert Found().marks("x", "zh") == ()
    assert [part.text for part in parts("科技", ())] == ["科技"]
    assert [part.text for part in parts("", ())] == [""]


@given(st.text("科技外交ab 。", max_size=30), st.text("科技外交ab 。", min_size=1, max_size=3), st.integers(0, 30))
def test_parts_give_the_text_back_and_marks_hold_what_was_typed(text: str, typed: str, cut: int) -> None:
    claims = (make_view(text[:cut], "a" * 12), make_view(text[cut:], "b" * 12))
    section = SectionView("1", 1, "", None, None, (Paragraph(0, claims),))
    paper = replace(EMPTY, sections=(section,))
    found = find_in(paper, typed, ("zh",))
    by_number: dict[int, str] = {}
    for claim in claims:
        pieces = list(parts(claim.text, found.marks(claim.uid, "zh")))
        assert "".join(piece.text for piece in pieces) == claim.text
        for piece in pieces:
            if piece.mark:
                by_number[piece.mark.number] = by_number.get(piece.mark.number, "") + piece.text
    assert sorted(by_number) == [hit.number for hit in found.hits] == list(range(1, len(found.hits) + 1))
    assert all(fold_text(marked) == fold_text(typed) for marked in by_number.values())
    spans = [(mark.start, mark.end) for claim in claims for mark in found.marks(claim.uid, "zh")]
    assert all(low < high for low, high in spans)


@given(st.integers(0, 8), st.integers(0, 8))
def test_a_piece_of_a_text_takes_the_marks_that_lie_in_it(start: int, end: int) -> None:
    text, marks = "科技外交是外交", (Mark(2, 4, 1, True), Mark(5, 7, 2, True))
    cuts = sorted({0, min(start, 7), min(end, 7), 7})
    pieces = [part for low, high in pairwise(cuts) for part in parts(text[low:high], marks, low)]
    assert "".join(piece.text for piece in pieces) == text
    assert "".join(piece.text for piece in pieces if piece.mark) == "外交外交"
    assert [piece.mark.number for piece in pieces if piece.mark and piece.mark.first] == [1, 2]


def _empty() -> PaperDetail:
    fields: dict[str, Any] = dict.fromkeys(PaperDetail.__dataclass_fields__)
    return PaperDetail(**(fields | {"sections": ()}))


EMPTY = _empty()
