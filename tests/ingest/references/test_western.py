"""Entries in Western styles."""

import time

import pytest

from app.ingest.records import Reference
from app.ingest.references.fields import parse_entry, parse_footnote
from app.ingest.references.western import chapter_host, read_western


def fields(text: str) -> tuple[object, ...]:
    """Authors, title, container, year, volume, issue, pages of an entry."""
    found = parse_entry("1", text, 0, len(text))
    return (
        found.authors,
        found.title,
        found.container,
        found.year,
        found.volume,
        found.issue,
        found.pages,
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Smith, J. A., & Jones, B. (2010). Science diplomacy in practice. Science and Public Policy, 12(3), 45-67.",
            (
                ("Smith, J. A.", "Jones, B."),
                "Science diplomacy in practice",
                *("Science and Public Policy", 2010, "12", "3", "45-67"),
            ),
        ),
        (
            "Nye, Joseph S. 2004. Soft Power: The Means to Success. New York: PublicAffairs.",
            (("Nye, Joseph S.",), "Soft Power: The Means to Success", "PublicAffairs", 2004, None, None, None),
        ),
        (
            "Patton, Carl V. and Sawicki, David S. (1993) Basic Methods of Policy Analysis. Prentice Hall.",
            (
                ("Patton, Carl V.", "Sawicki, David S."),
                *("Basic Methods of Policy Analysis", "Prentice Hall", 1993, None, None, None),
            ),
        ),
        (
            "Ruffini, Pierre-Bruno. “Science Diplomacy: Concepts.” Journal of Diplomacy 14, no. 2 (2017): 12–34.",
            (
                ("Ruffini, Pierre-Bruno",),
                *("Science Diplomacy: Concepts", "Journal of Diplomacy", 2017, "14", "2", "12–34"),
            ),
        ),
        (
            'Smith, John. "Science Diplomacy." Science, vol. 14, no. 2, 2017, pp. 12-34.',
            (("Smith, John",), "Science Diplomacy", "Science", 2017, "14", "2", "12-34"),
        ),
        (
            "Flink, T. (2010). At the intersection. In L. Davis & R. Patman (Eds.), Science Diplomacy (pp. 3-9).",
            (("Flink, T.",), "At the intersection", "Science Diplomacy", 2010, None, None, "3-9"),
        ),
        (
            "Flink T, Schreiterer U. At the intersection. In: Davis L (ed) Science Diplomacy. World, 2015: 3-4.",
            (("Flink T", "Schreiterer U"), "At the intersection", "Science Diplomacy", 2015, None, None, "3-4"),
        ),
        (
            "Fedoroff NV. Science diplomacy in the 21st century. Cell. 2009;136(1):9-11.",
            (("Fedoroff NV",), "Science diplomacy in the 21st century", "Cell", 2009, "136", "1", "9-11"),
        ),
    ],
)
def test_styles(text: str, read: tuple[object, ...]) -> None:
    assert fields(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "薛澜. 2014. 智库热的冷思考. 中国行政管理.",
        "see the report (2010). It says more than that.",
        "(2010). Science diplomacy in practice. Science.",
        "Science diplomacy",
        "",
    ],
)
def test_what_is_in_none_of_them(text: str) -> None:
    assert read_western(Reference("1"), text) is None


def test_a_title_that_nothing_follows_is_the_rest() -> None:
    found = read_western(Reference("1"), "Smith, J. (2010). Science diplomacy in practice")
    assert found is not None
    assert (found.title, found.container, found.year) == ("Science diplomacy in practice", None, 2010)


def test_an_explanation_in_english_is_no_reference() -> None:
    assert parse_footnote("1", "these figures, from a survey (2010), were rounded.", 0, 9).title is None


def test_books_of_chapters() -> None:
    assert chapter_host("In: Davis L, Patman R (eds) Science Diplomacy. World Scientific, 2015") == "Science Diplomacy"
    assert chapter_host("In Science Diplomacy, London: Routledge") == "Science Diplomacy"
    assert chapter_host("Industry and Innovation") is None


@pytest.mark.parametrize("piece", ["A. ", "A (", "Smith, J. ", "In: ", "2010. ", "“A", ", 12(3)", "(eds) ", "Vol 1 "])
@pytest.mark.parametrize("head", ["", "Smith, J. (2010). Title goes on. ", "Smith, J. “Title.” "])
def test_takes_time_as_the_entry_is_long(head: str, piece: str) -> None:
    def seconds(length: int) -> float:
        text = head + piece * (length // len(piece))
        start = time.process_time()
        read_western(Reference("1"), text)
        return time.process_time() - start

    assert seconds(80_000) < 8 * max(seconds(20_000), 0.02)
