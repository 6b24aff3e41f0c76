"""What a look-up finds, held against reading every entry from end to end."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue import look_up_references
from app.catalogue.lookup import MAX_WORDS, conditions
from app.catalogue.works import WorkFilter, list_works, work_shares
from app.database import transaction
from app.ingest.store import link_references
from app.models import Reference
from app.text.normalise import fold_text
from tests.factories import make_paper, make_reference, open_database

ENTRIES = (
    ("王逸舟", "论科技进步对当代国际关系的影响", "欧洲", 1994),
    ("欧阳修", "科技外交与技术外溢", "全球科技经济瞭望", 2015),
    ("赵刚", "科技外交的理论与实践", "时事出版社", 2007),
    ("Nina V. Fedoroff", "Science Diplomacy in the 21st Century", "Cell", 2009),
    ("贺", "2015年科技统计", "科技统计", 2016),
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    references = [
        make_reference(
            str(number),
            text=f"{author}. {title}[J]. {container}, {year}.",
            authors=(author,),
            title=title,
            container=container,
            year=year,
            doi="10.1016/j.cell.2008.12.030" if container == "Cell" else None,
        )
        for number, (author, title, container, year) in enumerate(ENTRIES, 1)
    ]
    with open_database(tmp_path_factory.mktemp("look-up")) as made:
        with transaction(made) as filling:
            make_paper(filling, "paper", references=references)
            link_references(filling)
        with made() as opened:
            yield opened


def found(session: Session, q: str) -> list[str]:
    page = look_up_references(session, q, limit=50)
    assert page.total == len(page.hits)
    return [hit.reference.label for hit in page.hits]


def parts(longest: int) -> list[str]:
    """Every stretch of Han signs of the titles and journals, up to so many signs."""
    texts = [text for _, *both, _ in ENTRIES for text in both if not text.isascii()]
    cuts = {text[at : at + size] for text in texts for size in range(1, longest + 1) for at in range(len(text))}
    return sorted(cut for cut in cuts if not any(sign.isascii() for sign in cut))


def test_every_stretch_of_chinese_finds_the_entries_that_have_it_and_no_others(session: Session) -> None:
    texts = {row.label: row.lookup for row in session.scalars(select(Reference))}
    stretches = parts(5)
    assert len(stretches) > 150
    for part in stretches:
        assert found(session, part) == [label for label, text in texts.items() if fold_text(part) in text], part


@pytest.mark.parametrize(
    ("q", "labels"),
    [
        ("science", ["4"]),
        ("scien", ["4"]),
        ("cience", []),
        ("fedoroff,", []),
        ("v.", ["4"]),
        ("10.1016/j.cell.2008.12.030", ["4"]),
        ("https://doi.org/10.1016/j.cell.2008.12.030", ["4"]),
        ("ouyang", ["2"]),
        ("ouyangxiu", ["2"]),
        ("yizhou", ["1"]),
        ("贺", ["5"]),
        ("2015", ["2", "5"]),
        ("2015年", ["5"]),
        ("1994-2007", ["1", "3"]),
        ("2016-", ["5"]),
        ("-1994", ["1"]),
        ("[2]", ["2"]),
        ("科技 2015", ["2", "5"]),
        ("科技外交 2007 赵刚", ["3"]),
        ("科技外交 1994", []),
        ("外交科技", []),
        ("[] ［］", ["1", "2", "3", "4", "5"]),
    ],
)
def test_words_numbers_years_and_names(session: Session, q: str, labels: list[str]) -> None:
    assert found(session, q) == labels


def test_nothing_asked_is_no_condition() -> None:
    assert conditions("") == conditions(" \0 ") == conditions("[]") == []
    assert len(conditions("科技 " * 90)) == MAX_WORDS


@pytest.mark.parametrize(("q", "titles"), [("科技外交", 2), ("2015", 2), ("ouyang 2015", 1), ("", 5), ("没有", 0)])
def test_works_are_looked_up_alike(session: Session, q: str, titles: int) -> None:
    page = list_works(session, WorkFilter(q=q), limit=50)
    assert page.total == len(page.works) == work_shares(session, WorkFilter(q=q)).total == titles
