"""The authors' names in pinyin, and the title before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.english_names import part_at_names

TITLE = "On Think Tanks in China"


@pytest.mark.parametrize(
    ("printed", "authors", "names"),
    [
        ("Huang Kaimu' Li Lin1,2", ("黄开木", "栗琳"), ("Huang Kaimu", "Li Lin")),
        ("WANG Ming-guo", ("王明国",), ("WANG Ming-guo",)),
        ("Mingguo Wang", ("王明国",), ("Mingguo Wang",)),
        ("XUE Lan WENGLingfei", ("薛澜", "翁凌飞"), ("XUE Lan", "WENGLingfei")),
        ("Zeng Lü", ("曾吕",), ("Zeng Lü",)),
        ("Lyu Qing", ("吕青",), ("Lyu Qing",)),
        ("Ouyang Xiu", ("欧阳修",), ("Ouyang Xiu",)),
        ("OUYANG Nana", ("欧阳娜娜",), ("OUYANG Nana",)),
        ("Huang Kaimu Li Lln", ("黄开木", "栗琳"), ()),
    ],
)
def test_the_title_ends_where_the_names_begin(printed: str, authors: tuple[str, ...], names: tuple[str, ...]) -> None:
    title, found = part_at_names(f"{TITLE} {printed}, Peking University 100871", authors)
    assert found == names
    assert title == TITLE or not names


def test_a_name_of_which_one_is_damaged_still_ends_the_title() -> None:
    assert part_at_names(f"{TITLE} Huang Kaimu Li Lln", ("黄开木", "栗琳")) == (TITLE, ())


@pytest.mark.parametrize("head", ["", TITLE, "Li Lin", "Wang Ming", f"{TITLE} of lilin"])
def test_without_a_title_before_names_nothing_is_known(head: str) -> None:
    assert part_at_names(head, ("栗琳",)) == (None, ())


def test_without_authors_nothing_is_known() -> None:
    assert part_at_names(f"{TITLE} Li Lin", ()) == (None, ())
    assert part_at_names(f"{TITLE} Ministry", ("科学技术部",)) == (None, ())


@given(st.text(st.sampled_from("LiWang n'-,1 K"), max_size=60))
def test_what_is_found_is_printed(head: str) -> None:
    title, names = part_at_names(head, ("李楠", "王凯"))
    spaced = " ".join(head.split())
    assert title is None or title in spaced
    assert all(name in spaced for name in names)
