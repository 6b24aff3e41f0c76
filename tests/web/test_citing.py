import pytest
from starlette.requests import Request

from app.web.citing import COOKIE, Reader, chosen_style, keep_style, permanent, quotation, reading, reference, style_for
from tests.views import make_record, make_view


def request(query: str = "", cookie: str = "") -> Request:
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    return Request({"type": "http", "query_string": query.encode(), "headers": headers, "method": "GET", "path": "/"})


@pytest.mark.parametrize(
    ("query", "cookie", "style"),
    [
        ("", "", ""),
        ("", "mla", "mla"),
        ("style=apa", "mla", "apa"),
        ("style=none", "mla", "mla"),
        ("style=none", "worse", ""),
    ],
)
def test_the_address_is_before_the_cookie(query: str, cookie: str, style: str) -> None:
    assert chosen_style(request(query, cookie)) == style
    assert style_for(request(query, cookie), "en") == (style or "apa")
    assert style_for(request(query, cookie), "zh") == (style or "gb2025")


@pytest.mark.parametrize(
    ("back", "location"),
    [
        ("/zh/claims/a?x=1", "/zh/claims/a?x=1"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("", "/"),
    ],
)
def test_choosing_leads_back_and_never_elsewhere(back: str, location: str) -> None:
    answer = keep_style("mla", back)
    assert (answer.status_code, answer.headers["location"]) == (303, location)
    assert answer.headers["set-cookie"].startswith(f"{COOKIE}=mla; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax")


def test_what_is_no_style_is_forgotten() -> None:
    assert f'{COOKIE}=""' in keep_style("none", "/").headers["set-cookie"]


def test_texts_are_for_the_reader_of_the_page() -> None:
    claim, record = make_view(), make_record(year=2007)
    with reading(Reader("https://kewai.example", "mla")):
        assert reference(record, "zh") == "Zhao Gang. “论文.” 2007."
        assert quotation(claim, "en").endswith("Zhao Gang. “论文.”")
        assert permanent("/zh/claims/a") == "https://kewai.example/zh/claims/a"
    assert reference(record, "zh") == "赵刚. 论文[J]. 2007."
    assert reference(record, "en") == "Zhao, G. (2007). 论文."
    assert permanent("/a") == "/a"
