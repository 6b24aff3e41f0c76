from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.search.column_readers import CodesReader
from app.search.columns import CodesColumn
from app.search.kinds import Kinds
from tests.search.test_columns import written

VALUES = st.lists(st.sampled_from(["CN", "JP", "US"]), max_size=3, unique=True)
ROWS = st.lists(st.tuples(st.sampled_from(["fact", "viewpoint"]), VALUES), max_size=12)


def columns(rows: list[tuple[str, list[str]]]) -> dict[str, CodesReader]:
    types = written(CodesColumn(), {at: [kind] for at, (kind, _) in enumerate(rows)}, len(rows))
    countries = written(CodesColumn(), {at: codes for at, (_, codes) in enumerate(rows)}, len(rows))
    return {"type": types, "country": countries}


@given(ROWS, st.data())
def test_counting_kinds_counts_values(rows: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    read = columns(rows)
    kinds = Kinds(read, len(rows))
    chosen = sorted(data.draw(st.sets(st.integers(0, len(rows) - 1)))) if rows else []
    counts = kinds.counts(np.array(chosen, dtype=np.intp))
    assert counts.sum() == len(chosen)
    for facet, held in (("type", lambda row: [row[0]]), ("country", lambda row: row[1])):
        which, codes = kinds.values[facet]
        found: Counter[str] = Counter()
        for kind, code in zip(which.tolist(), codes.tolist(), strict=True):
            found[read[facet].values[code]] += int(counts[kind])
        assert +found == Counter(value for number in chosen for value in held(rows[number]))


@given(ROWS)
def test_there_are_no_more_kinds_than_combinations_in_some_order(rows: list[tuple[str, list[str]]]) -> None:
    assert Kinds(columns(rows), len(rows)).number == len({(kind, tuple(codes)) for kind, codes in rows})


def test_equal_documents_are_one_kind() -> None:
    assert Kinds(columns([("fact", ["CN", "JP"])] * 5 + [("fact", [])] * 3), 8).number == 2
