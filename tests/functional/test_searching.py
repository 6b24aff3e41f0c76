"""Searching as a reader does: in either script, by phrase, by facet, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.functional.site import Words

SIMPLIFIED = "科技伙伴计划"
TRADITIONAL = "科技夥伴計劃"


def search(page: Page, words: Words, query: str) -> None:
    """Types a query into the box in the middle of the home page and presses Enter."""
    page.goto(f"/{words.locale}/")
    box = page.get_by_role("main").get_by_label(words.search_box)
    box.fill(query)
    box.press("Enter")
    page.wait_for_url(re.compile(rf"/{words.locale}/search\?q="))


def results(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("article")


def total(page: Page) -> int:
    """The number in the heading of the list."""
    heading = page.get_by_role("main").get_by_role("heading", level=2).filter(has_text=re.compile(r"^[\d,]+ ")).first
    return int(re.match(r"[\d,]+", heading.inner_text())[0].replace(",", ""))  # type: ignore[index]


def sentences(page: Page) -> list[str]:
    """The Chinese sentences of the hits, whatever stands beside them in English."""
    return results(page).locator("p.claim-text:lang(zh-Hans)").all_inner_texts()


def test_simplified_and_traditional_find_the_same_claims(page: Page, words: Words) -> None:
    search(page, words, f'"{SIMPLIFIED}"')
    in_simplified = sentences(page)
    assert in_simplified
    assert total(page) == len(in_simplified)
    assert all(SIMPLIFIED in re.sub(r"[“”\s-]", "", sentence) for sentence in in_simplified)
    search(page, words, f"「{TRADITIONAL}」")
    assert sentences(page) == in_simplified
    expect(page.get_by_role("main").get_by_label(words.search_box)).to_have_value(f"「{TRADITIONAL}」")


def test_what_was_found_is_marked(page: Page, words: Words) -> None:
    search(page, words, TRADITIONAL)
    marks = results(page).first.get_by_role("mark")
    expect(marks.first).to_be_visible()
    assert "".join(marks.all_inner_texts()) in SIMPLIFIED or SIMPLIFIED in "".join(marks.all_inner_texts())


def test_a_facet_narrows_to_the_number_it_promises_and_can_be_dropped(page: Page, words: Words) -> None:
    search(page, words, "科技合作")
    before = total(page)
    facet = page.get_by_role("main").get_by_role("link", name=re.compile(rf"^{words.japan} \d+$"))
    if not facet.is_visible():
        page.locator("section.facet summary").first.click()
    promised = int(facet.inner_text().split()[-1])
    assert 0 < promised < before
    facet.click()
    page.wait_for_url(re.compile("country=JP"))
    expect(
        page.get_by_role("main").get_by_role("link", name=re.compile(f": {words.japan}$|：{words.japan}$"))
    ).to_be_visible()
    assert total(page) == promised
    page.get_by_role("link", name=re.compile(f": {words.japan}$|：{words.japan}$")).click()
    page.wait_for_url(re.compile(r"search\?q=[^&]*$"))
    assert total(page) == before


def test_the_same_without_javascript(plain_page: Page, words: Words) -> None:
    search(plain_page, words, TRADITIONAL)
    assert sentences(plain_page)
    assert total(plain_page) >= len(sentences(plain_page))


def test_a_query_with_fields_in_either_language(page: Page, words: Words) -> None:
    search(page, words, "国家：日本　工具：协议")
    in_chinese = sentences(page)
    search(page, words, "country:JP instrument:agreement")
    assert sentences(page) == in_chinese
    assert in_chinese


def test_a_query_that_cannot_be_read_is_searched_as_words_and_says_so(page: Page, words: Words) -> None:
    search(page, words, "country:JP AND (((")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(words.plain_words)


def test_finding_nothing_helps_on(page: Page, words: Words) -> None:
    search(page, words, "“月球上的奶酪工厂”")  # words alone would still be looked for by meaning
    expect(page.get_by_text(words.nothing_found)).to_be_visible()
    assert page.get_by_role("main").get_by_role("link").count() >= 2


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202e\u0000 %00 '--"]
)
def test_a_hostile_query_is_text(page: Page, words: Words, query: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    search(page, words, query)
    expect(page.get_by_role("main").get_by_label(words.search_box)).to_be_visible()
    assert dialogs == []


def test_the_language_switch_stays_on_the_page(page: Page, words: Words) -> None:
    search(page, words, SIMPLIFIED)
    page.get_by_role("link", name=words.other_language, exact=True).click()
    page.wait_for_url(re.compile(f"/{words.other_locale}/search\\?q="))
    assert sentences(page)
    page.go_back()
    page.wait_for_url(re.compile(f"/{words.locale}/search\\?q="))
