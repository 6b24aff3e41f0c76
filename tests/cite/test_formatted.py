"""The table of references with the text that each style gives, `data/formatted.toml`."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app.cite import STYLES, Locator, notes, reference_text
from app.cite.works import Work

TABLE = Path(__file__).parent / "data" / "formatted.toml"
ROWS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["reference"]
FOOTNOTES = {"gb2015-notes": "gb2015", "gb2025-notes": "gb2025"}
"""Styles whose first note is the numeric entry."""


def work_of(row: dict[str, Any]) -> Work:
    fields = {name: value for name, value in row.items() if name not in ("follows", "text")}
    return Work(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})


def identity(row: dict[str, Any]) -> str:
    return row.get("title", "untitled")[:24]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("row", ROWS, ids=identity)
def test_each_reference_in_each_style(row: dict[str, Any], style: str) -> None:
    assert reference_text(work_of(row), style) == row["text"][FOOTNOTES.get(style, style)]


@pytest.mark.parametrize("row", ROWS, ids=identity)
def test_first_notes(row: dict[str, Any]) -> None:
    work = work_of(row)
    assert notes([(work, Locator())], "chicago-notes") == (row["text"]["chicago-first-note"],)
    assert notes([(work, Locator())], "gb2025-notes") == (row["text"]["gb2025"],)


def test_the_table_holds_all_types_in_both_languages() -> None:
    kinds = Counter((work.kind, work.chinese) for work in map(work_of, ROWS))
    for kind in ("J", "M", "C", "D", "R", "N", "S", "P", "G", "EB", "DB"):
        assert kinds[kind, True], kind
        assert kinds[kind, False], kind
    assert len(ROWS) >= 60
    assert all(len(row["follows"]) > 8 for row in ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if len(row.get("authors", ())) > 3], ids=identity)
def test_more_than_three_authors_are_cut_by_the_language_of_the_entry(row: dict[str, Any]) -> None:
    more = "等" if work_of(row).chinese else "et al"
    assert more in row["text"]["gb2015"]
    assert more in row["text"]["gb2025"]


@pytest.mark.parametrize("row", ROWS, ids=identity)
def test_full_width_marks_and_capitals_are_of_one_edition_each(row: dict[str, Any]) -> None:
    older, newer = row["text"]["gb2015"], row["text"]["gb2025"]
    assert older.count(", ") + older.count(": ") >= newer.count(", ") + newer.count(": ")
    assert newer.count("，") + newer.count("：") >= older.count("，") + older.count("：")
    assert sum(map(str.isupper, older)) >= sum(map(str.isupper, newer)) - 2  # a country's code, a number put first


@pytest.mark.parametrize(
    ("title", "style", "published"),
    [
        (
            "Emotions in storybooks",
            "apa",
            "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison "
            "of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media "
            "Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185",
        ),
        (
            "Feminist therapy",
            "apa",
            "Brown, L. S. (2018). Feminist therapy (2nd ed.). American Psychological Association. "
            "https://doi.org/10.1037/0000092-000",
        ),
        (
            "Culinary arts",
            "apa",
            "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. "
            "Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), The psychology of high performance: Developing "
            "human potential into domain-specific talent (pp. 345–359). American Psychological Association. "
            "https://doi.org/10.1037/0000120-016",
        ),
        (
            "Can we get better",
            "apa",
            "Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. "
            "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
        ),
        ("Interior Chinatown", "chicago-notes", "Yu, Charles. Interior Chinatown. Pantheon Books, 2020."),
        ("Interior Chinatown", "chicago-author-date", "Yu, Charles. 2020. Interior Chinatown. Pantheon Books."),
        (
            "The Channels",
            "chicago-notes",
            "Binder, Amy J., and Jeffrey L. Kidder. The Channels of Student Activism: How the Left and Right Are "
            "Winning (and Losing) in Campus Politics Today. University of Chicago Press, 2022.",
        ),
        (
            "Inclusion Work",
            "chicago-notes",
            "Kwon, Hyeyoung. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life.” American "
            "Journal of Sociology 127, no. 6 (2022): 1818–59. https://doi.org/10.1086/720277.",
        ),
        (
            "Inclusion Work",
            "chicago-author-date",
            "Kwon, Hyeyoung. 2022. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life.” "
            "American Journal of Sociology 127 (6): 1818–59. https://doi.org/10.1086/720277.",
        ),
        (
            "The Queen Mary",
            "chicago-notes",
            "Doyle, Kathleen. “The Queen Mary Psalter.” In The Book by Design: The Remarkable Story of the World’s "
            "Greatest Invention, edited by P. J. M. Marks and Stephen Parkin. University of Chicago Press, 2023.",
        ),
        (
            "Redefining Reading",
            "mla",
            "Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” PMLA, vol. 128, no. 1, "
            "2013, pp. 193–200.",
        ),
        (
            "The Pleasures",
            "mla",
            "Jacobs, Alan. The Pleasures of Reading in an Age of Distraction. Oxford UP, 2011.",
        ),
    ],
)
def test_what_the_manuals_print_themselves(title: str, style: str, published: str) -> None:
    (row,) = (row for row in ROWS if row.get("title", "").startswith(title))
    assert reference_text(work_of(row), style) == published
