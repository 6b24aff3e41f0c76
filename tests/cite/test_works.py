from dataclasses import dataclass

import pytest

from app.cite import reference_text
from app.cite.works import Work


@dataclass(frozen=True)
class Entry:
    """A cited work as the catalogue gives it: fewer fields than a paper, and the printed entry."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    document_type: str | None = None
    url: str | None = None
    doi: str | None = None
    text: str | None = None


def test_a_work_takes_what_a_record_has() -> None:
    work = Work.of(Entry(title=" 题\n目 ", authors=("王  明国",), year=2017))
    assert (work.title, work.authors, work.year, work.title_en, work.authors_complete) == (
        "题 目", ("王 明国",), 2017, None, True,
    )  # fmt: skip


def test_an_entry_of_which_only_the_print_is_known_is_given_as_printed() -> None:
    assert reference_text(Entry(text="转引自  王明国：\n某文。")) == "转引自 王明国： 某文。"
    assert reference_text(Entry(text="印刷", title="题", document_type="M")) == "题[M]."


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"document_type": "J/OL"}, "J"),
        ({"document_type": " m "}, "M"),
        ({"issue": "1"}, "J"),
        ({"url": "https://a"}, "EB"),
        ({}, ""),
    ],
)
def test_the_kind_of_a_work(fields: dict[str, str], kind: str) -> None:
    assert Work(**fields).kind == kind  # type: ignore[arg-type]
