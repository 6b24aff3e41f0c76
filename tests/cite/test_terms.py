"""The glossary as a table."""

import csv
import io

from app.cite import TERM_COLUMNS, as_csv, term_rows
from app.vocabulary import Term
from tests.factories import vocabulary


def read(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))


def test_the_table_begins_with_a_byte_order_mark_and_the_columns() -> None:
    table = as_csv(term_rows([]), TERM_COLUMNS)
    assert table == "\ufeff" + ",".join(TERM_COLUMNS) + "\r\n"


def test_every_term_is_a_line_that_reads_back() -> None:
    glossary = vocabulary().glossary
    rows = read(as_csv(term_rows(glossary), TERM_COLUMNS))
    assert len(rows) == len(glossary)
    for row, term in zip(rows, glossary, strict=True):
        assert (row["code"], row["zh"].lstrip("'"), row["en"].lstrip("'")) == (term.code, term.zh, term.en)
        assert row["pinyin"] == term.pinyin
        assert row["zh_taiwan"] == "; ".join(term.taiwan)
        assert row["en_abbreviation"] == (term.abbreviation or "")
        assert row["see_also"] == "; ".join(term.see_also)
        assert row["definition_zh"] == term.definition_zh


def test_a_name_that_looks_like_a_formula_is_text() -> None:
    term = Term("x", "concept", "=1+1", "@SUM(A1)", "某。", "Some.")
    row = read(as_csv(term_rows([term]), TERM_COLUMNS))[0]
    assert (row["zh"], row["en"]) == ("'=1+1", "'@SUM(A1)")
