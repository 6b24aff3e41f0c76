import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.accept import preferred_type, read_accept

OFFERED = ("text/html", "application/json", "application/x-bibtex")


def test_the_most_wanted_comes_first_and_equals_keep_their_order() -> None:
    assert read_accept("a;q=0.2, b, c;level=1;q=0.8, d") == [("b", 1.0), ("d", 1.0), ("c", 0.8), ("a", 0.2)]
    assert read_accept(" , ") == []


def test_a_weight_that_is_no_number_counts_as_none() -> None:
    assert read_accept("a;q=x") == [("a", 0.0)]


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/x-bibtex", "application/x-bibtex"),
        ("Application/X-BibTeX; charset=utf-8", "application/x-bibtex"),
        ("application/json;q=0.5, application/x-bibtex", "application/x-bibtex"),
        ("text/html;q=0.1, application/json", "application/json"),
        ("application/*", "application/json"),
        ("text/html;q=0, */*", "application/json"),
        ("image/png", "text/html"),
        ("text/html;q=0", "text/html"),
        (";;;,q=,", "text/html"),
    ],
)
def test_a_client_gets_what_it_wants_most(header: str, answer: str) -> None:
    assert preferred_type(header, OFFERED) == answer


@given(st.text())
def test_any_header_is_answered_with_what_is_offered(header: str) -> None:
    assert preferred_type(header, OFFERED) in OFFERED
