"""Citing in every style, and the style that a reader keeps."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from app import cite
from app.web.citing import COOKIE
from tests.sample import FUTURE, REVIEW
from tests.visitor import Visitor, links, texts

QUOTED = ".//p[@class='quotation']"


def test_a_paper_in_every_style_and_format(visitor: Visitor) -> None:
    page = visitor.page(f"/en/cite?paper={FUTURE}")
    shown = texts(page, QUOTED)
    assert len(shown) == len(cite.STYLES)
    assert shown[0] == "王明国. 科技外交与中美关系的未来发展[J]. 2017."
    files = [link for link in links(page) if link.startswith("/api/v1/cite.")]
    assert [file.partition("?")[0].removeprefix("/api/v1/cite.") for file in files] == [
        *(format.ending for format in cite.FORMATS.values()),
        "txt",
    ]
    assert all(visitor.get(file).status_code == 200 for file in files)


def test_a_claim_is_quoted_too(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    uid = uid_of("中国与155")
    page = visitor.page(f"/zh/cite?claim={uid}&style=chicago-notes")
    shown = texts(page, QUOTED)
    assert len(shown) == 2 + len(cite.STYLES)
    assert shown[0].startswith("“中国与155个国家签署协定。” “新世纪以来科技外交国内文献综述,” (2020), sec. 1.1.")
    assert shown[0].endswith(f"https://kewai.example/zh/claims/{uid}")


def test_a_cited_work(visitor: Visitor) -> None:
    shown = texts(visitor.page(f"/en/cite?reference={REVIEW}/17"), QUOTED)
    assert "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）." in shown


def test_several_works_are_a_list_in_the_chosen_style(visitor: Visitor) -> None:
    page = visitor.page(f"/zh/cite?paper={REVIEW}&paper={FUTURE}&style=gb2015")
    (listed,) = page.xpath(QUOTED)
    assert listed.text_content().splitlines() == [
        "[1] 新世纪以来科技外交国内文献综述[J]. 2020.",
        "[2] 王明国. 科技外交与中美关系的未来发展[J]. 2017.",
    ]
    assert page.xpath(".//select[@id='cite-style']/option[@selected]/@value") == ["gb2015"]


@pytest.mark.parametrize("query", ["paper=none", "claim=none", "reference=x/1"])
def test_what_is_not_here(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/en/cite?{query}", 404)
    assert texts(page, ".//h1")


def test_a_style_is_chosen_once_and_used_everywhere(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    uid = uid_of("中国与155")
    form = {"style": "mla", "back": f"/zh/claims/{uid}"}
    answer = visitor.ask(
        "POST",
        "/zh/cite/style",
        content=urlencode(form),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"/zh/claims/{uid}")
    cookie = answer.headers["set-cookie"].partition(";")[0]
    assert cookie == f"{COOKIE}=mla"
    for path in (f"/zh/claims/{uid}", "/zh/search?q=155", f"/zh/papers/{REVIEW}"):
        kept = visitor.get(path, cookie=cookie).text
        plain = visitor.get(path).text
        assert "“新世纪以来科技外交国内文献综述.” 2020." in kept
        assert "“新世纪以来科技外交国内文献综述.” 2020." not in plain
        assert "Cookie" in visitor.get(path).headers["vary"]


def test_a_form_from_elsewhere_or_without_a_style_changes_nothing(visitor: Visitor) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    foreign = visitor.ask(
        "POST", "/zh/cite/style", content="style=mla", headers=form | {"sec-fetch-site": "cross-site"}
    )
    assert foreign.status_code == 403
    assert visitor.ask("POST", "/zh/cite/style", content="back=/zh", headers=form).status_code == 422
    assert visitor.get("/zh/cite/style").headers["location"].endswith("/zh/")


def test_copied_quotations_lead_to_the_permanent_address(visitor: Visitor) -> None:
    addresses = visitor.page("/en/search?q=155").xpath(".//button/@data-copy-address")
    assert addresses
    assert all(address.startswith("https://kewai.example/en/claims/") for address in addresses)


def test_a_card_that_was_drawn_before_is_drawn_in_the_style_of_each_reader(visitor: Visitor) -> None:
    address, copied = "/en/search?q=155", ".//button/@data-copy"
    usual, again = visitor.page(address).xpath(copied), visitor.page(address).xpath(copied)
    styled = visitor.page(f"{address}&style=mla").xpath(copied)
    assert usual == again == visitor.page(address).xpath(copied)
    assert styled
    assert styled != usual
