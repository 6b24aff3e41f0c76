"""Files to keep."""

import pytest

from app.cite.tables import BYTE_ORDER_MARK
from app.web.downloads import FormConvertor, csv_answer


def test_a_table_is_a_file_that_spreadsheets_read() -> None:
    answer = csv_answer([{"year": 1979, "text": "=1+1"}], ("year", "text"), "kewai-test")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="kewai-test.csv"'
    assert bytes(answer.body).decode() == f"{BYTE_ORDER_MARK}year,text\r\n1979,'=1+1\r\n"


@pytest.mark.parametrize("name", ['kewai-"x"', "kewai-科技", "kewai-a/b\r\nX: y"])
def test_a_name_cannot_leave_its_header(name: str) -> None:
    header = csv_answer([], ("a",), name).headers["content-disposition"]
    assert header.isascii()
    assert header.count('"') == 2
    assert not set(header) & set("\r\n/:")


def test_a_form_is_itself_in_an_address() -> None:
    convertor = FormConvertor()
    assert [convertor.to_string(convertor.convert(form)) for form in convertor.regex.split("|")] == ["svg", "csv"]
