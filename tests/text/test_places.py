import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.places import Cuts, Joined, Kept


@given(st.text("ab ", max_size=30), st.data())
def test_what_is_left_comes_from_where_it_stood(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    cuts = Cuts(list(zip(edges[::2], edges[1::2], strict=False)))
    gone = {at for start, end in cuts.spans for at in range(start, end)}
    assert cuts.left(text) == "".join(letter for at, letter in enumerate(text) if at not in gone)
    assert list(Kept(range(len(text)), cuts)) == [at for at in range(len(text)) if at not in gone]
    places = [10 * at for at in range(len(text))]
    assert list(Kept(places, cuts)) == [10 * at for at in range(len(text)) if at not in gone]
    assert len(Kept(places, cuts)) == len(text) - len(gone)


@given(st.lists(st.integers(0, 5), max_size=5))
def test_texts_that_are_joined_keep_their_places(lengths: list[int]) -> None:
    """Every character but the last of each text is there, and each text is followed by a sign but the last."""
    parts = [range(max(0, length - 1)) for length in lengths]
    expected: list[int] = []
    for number, (part, length) in enumerate(zip(parts, lengths, strict=True)):
        offset = sum(lengths[:number]) + number
        expected += [offset + at for at in part] + [offset + length] * (number < len(lengths) - 1)
    starts, ends = (Joined(parts, lengths, ends=ends) for ends in (False, True))
    assert list(starts) == expected
    signs = {sum(lengths[: at + 1]) + at for at in range(len(lengths))}
    assert list(ends) == [place + (place in signs and place not in _inside(parts, lengths)) for place in expected]
    assert len(starts) == len(ends) == len(expected)


def _inside(parts: list[range], lengths: list[int]) -> set[int]:
    return {sum(lengths[:number]) + number + at for number, part in enumerate(parts) for at in part}


def test_there_is_no_place_behind_the_last() -> None:
    joined = Joined([range(2), range(1)], [2, 1], ends=False)
    for number in (4, -1):
        with pytest.raises(IndexError):
            joined[number]
    with pytest.raises(IndexError):
        Kept(range(3), Cuts([(0, 1)]))[2]
