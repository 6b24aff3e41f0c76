"""Pages of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.errors import NotFound
from app.web.paging import Paging, read_page


@pytest.mark.parametrize(("text", "number"), [("", 1), ("1", 1), ("12", 12), ("999999", 999_999)])
def test_a_page_number(text: str, number: int) -> None:
    assert read_page(text) == number


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "x", "１", "1" * 7, " 1", "1e3", "٣", "\x00", "9" * 100_000])
def test_what_is_no_page_number_is_not_found(text: str) -> None:
    with pytest.raises(NotFound) as raised:
        read_page(text)
    assert (raised.value.what, raised.value.status_code) == ("page", 404)


def test_an_empty_list_has_one_page() -> None:
    paging = Paging.of(1, 20, 0)
    assert (paging.last, paging.first_item, paging.last_item, paging.previous, paging.next) == (1, 0, 0, None, None)


def test_the_last_page_may_be_short() -> None:
    paging = Paging.of(3, 20, 45)
    assert (paging.offset, paging.first_item, paging.last_item, paging.last) == (40, 41, 45, 3)
    assert (paging.previous, paging.next) == (2, None)


@pytest.mark.parametrize(("page", "total"), [(2, 20), (4, 45), (2, 0)])
def test_past_the_end_is_not_found(page: int, total: int) -> None:
    with pytest.raises(NotFound):
        Paging.of(page, 20, total)


@pytest.mark.parametrize(
    ("page", "last", "window"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_the_window(page: int, last: int, window: list[int | None]) -> None:
    assert Paging(page, 10, last * 10).window == window


@given(total=st.integers(0, 5000), size=st.integers(1, 100), data=st.data())
def test_pages_cover_the_list_once(total: int, size: int, data: st.DataObject) -> None:
    last = Paging(1, size, total).last
    page = data.draw(st.integers(1, last))
    paging = Paging.of(page, size, total)
    numbers = [number for number in paging.window if number]
    assert numbers == sorted(set(numbers))
    assert {1, page, last} <= set(numbers)
    items = paging.last_item - paging.first_item + 1 if total else 0
    assert items == (size if page < last else total - (last - 1) * size)


def test_a_page_of_items_is_as_long_as_it_says() -> None:
    items = [f"item {number}" for number in range(45)]
    assert Paging.of(1, 20, 45).page_of(items) == tuple(items[:20])
    last = Paging.of(3, 20, 45)
    assert last.page_of(items) == tuple(items[40:])
    assert len(last.page_of(items)) == last.last_item - last.first_item + 1
    assert Paging.of(1, 20, 0).page_of([]) == ()
