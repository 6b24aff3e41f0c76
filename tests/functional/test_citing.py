"""From a mark in the text to the work it cites, from a name to who cites it, and a claim into one's own text."""

import re

from playwright.sync_api import Page, expect

from tests.functional.site import Words

PRACTICE = "003_5e5926cf20dd913c"
REVIEW = "002_af57014d235b154e"
RELATIONS = "004_72122b5f6e46424d"
TITLES = {
    "zh": "科技外交与中美关系的未来发展",
    "en": "Science and Technology Diplomacy and the Future Development of Sino-US Relationships",
}


def test_a_footnote_mark_opens_its_reference(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{PRACTICE}")
    definition = page.get_by_text("主权国家为推进国家间关系、达到特定目标的一种运用了科技交流等科技相关手段的对外活动")
    mark = definition.first.get_by_role("link", name=re.compile(rf"^{words.reference} \d+$"))
    label = re.search(r"\d+", mark.inner_text())[0]  # type: ignore[index]
    mark.click()
    entry = page.get_by_role("dialog", name=words.cited_work)
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text(f"[{label}]")
    expect(entry).to_contain_text("王明国")
    expect(entry).to_contain_text("《全球科技经济瞭望》")
    expect(entry).to_contain_text(words.is_here)


def test_a_cited_work_that_is_here_is_one_step_away(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{REVIEW}")
    mark = page.get_by_role("main").get_by_role("link", name=f"{words.reference} 17").first
    mark.click()
    entry = page.get_by_role("dialog", name=words.cited_work)
    entry.get_by_role("link", name=TITLES[words.locale]).click()
    page.wait_for_url(f"**/{words.locale}/papers/{RELATIONS}")


def test_looking_up_an_author_finds_the_work_and_who_cites_it(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/citations")
    box = page.get_by_role("searchbox", name=words.lookup_box)
    box.fill("王明國")
    box.press("Enter")
    page.wait_for_url(re.compile(f"/{words.locale}/citations\\?q="))
    hits = page.get_by_role("main").get_by_role("article")
    expect(hits.first).to_be_visible()
    texts = hits.all_inner_texts()
    assert len(texts) >= 2
    assert all("王明国" in text for text in texts)
    assert any("[17]" in text and "科技外交与公共外交" in text for text in texts)
    assert any("《全球科技经济瞭望》" in text or "全球科技经济瞭望" in text for text in texts)


def test_a_quotation_is_copied_with_its_reference(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=%22公共外交存在紧密的联系%22")
    (article,) = page.get_by_role("main").get_by_role("article").all()
    article.get_by_role("button", name=words.copy_quotation).click()
    expect(page.get_by_role("status").filter(has_text=words.copied)).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "科技外交与公共外交存在紧密的联系" in copied
    author = {"zh": "王明国", "en": "Wang, M.-G."}[words.locale]
    for part in (author, "科技外交与中美关系的未来发展", "全球科技经济瞭望", "2017"):
        assert part in copied
    address = copied.splitlines()[-1]
    page.goto(address)
    expect(page.get_by_role("main").get_by_role("blockquote")).to_contain_text("科技外交与公共外交存在紧密的联系")


def test_a_claims_page_offers_each_style_for_copying(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=%22公共外交存在紧密的联系%22")
    page.get_by_role("main").get_by_role("article").get_by_role(
        "link", name=re.compile("科技外交与公共外交")
    ).last.click()
    page.wait_for_url(re.compile(f"/{words.locale}/claims/"))
    shown = {item.strip() for item in page.locator("p.quotation").all_inner_texts()}
    buttons = page.get_by_role("main").get_by_role("list").get_by_role("button").all()
    assert len(buttons) >= 3
    copied = set()
    for button in buttons:
        button.click()
        expect(page.get_by_role("main").get_by_role("button", name=words.copied)).to_have_count(len(copied) + 1)
        copied.add(page.evaluate("navigator.clipboard.readText()").strip())
    assert copied == shown


def test_a_claim_can_be_looked_at_without_leaving_the_paper(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{RELATIONS}")
    page.locator("#text .claim").nth(5).get_by_role("link", name=words.open_claim).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible(timeout=15_000)  # the first claim of a process waits for the model to be read
    expect(dialog.get_by_role("blockquote")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.url.endswith(RELATIONS)
