"""What is quoted: the same words in a row, not the same subject."""

from dataclasses import replace
from typing import Any

from app.catalogue.views import PaperDetail, Paragraph, SectionView
from app.library.passages import SHORTEST, cited_passages, quoting
from tests.views import make_view

PRINTED = "科技外交是主权国家运用科技交流与科技手段推进国家间关系的对外活动。"


def paper_of(*texts: str) -> PaperDetail:
    claims = tuple(make_view(text, f"{number:012}") for number, text in enumerate(texts))
    fields: dict[str, Any] = dict.fromkeys(PaperDetail.__dataclass_fields__)
    section = SectionView("1", 1, "", None, None, (Paragraph(0, claims),))
    return PaperDetail(**(fields | {"sections": (section,)}))


def test_a_sentence_is_quoted_in_its_own_words_whatever_signs_stand_between() -> None:
    citing = make_view("赵刚认为，科技外交是“主权国家，运用科技交流 与科技手段”的活动[16]。", "c" * 12)
    (passage,) = cited_passages(paper_of("别的句子。", PRINTED), [citing])
    assert passage.claim is citing
    assert passage.quoted == ("000000000001",)


def test_less_than_the_shortest_stretch_is_no_quotation() -> None:
    enough, less = PRINTED[:SHORTEST], PRINTED[: SHORTEST - 1]
    paper = paper_of(PRINTED)
    assert [passage.quoted for passage in cited_passages(paper, [make_view(f"他说{enough}了")])] == [("000000000000",)]
    assert [passage.quoted for passage in cited_passages(paper, [make_view(f"他说{less}了")])] == [()]


def test_numbers_and_latin_letters_are_shared_by_chance() -> None:
    text = "The 2010 New Frontiers in Science Diplomacy report"
    (passage,) = cited_passages(paper_of(text), [make_view(text)])
    assert passage.quoted == ()


def test_every_citing_sentence_is_told_in_its_order_and_nothing_without_one() -> None:
    paper = paper_of(PRINTED)
    citing = [make_view("甲引用了它。", "a" * 12), make_view(PRINTED, "b" * 12)]
    assert [passage.claim.uid for passage in cited_passages(paper, citing)] == ["a" * 12, "b" * 12]
    assert cited_passages(paper, []) == ()


def test_who_quotes_a_sentence_is_the_other_way_round() -> None:
    paper = paper_of(PRINTED, PRINTED)
    first, second = make_view(PRINTED, "a" * 12), replace(make_view(PRINTED), uid="b" * 12)
    by_uid = quoting(cited_passages(paper, [first, second]))
    assert {uid: [claim.uid for claim in claims] for uid, claims in by_uid.items()} == {
        "000000000000": ["a" * 12, "b" * 12],
        "000000000001": ["a" * 12, "b" * 12],
    }
    assert quoting([]) == {}
