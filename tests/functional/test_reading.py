"""A paper as a reading room: outline, sentences, labels, notes, two languages, finding; with scripts and without."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.functional.site import Server, Watch, Words

TOOLS, REVIEW, PRACTICE = "000_a2e5f66dba48f65a", "002_af57014d235b154e", "003_5e5926cf20dd913c"
SWISS_ZH = "瑞士科学中心是最具代表性的科技外交网络"
SWISS_EN = "The most representative S&T diplomacy network is swissnex"
WIDE = {"width": 1400, "height": 900}


def paper(words: Words, slug: str, query: str = "") -> str:
    return f"/{words.locale}/papers/{slug}{query}"


def current(page: Page) -> Locator:
    return page.locator(".outline [aria-current]")


def box(element: Locator) -> dict[str, float]:
    """Where an element that is shown stands."""
    found = element.bounding_box()
    assert found, "it is not shown"
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def first_line(page: Page, sentence: Locator) -> tuple[float, float]:
    """A point on the first line of a sentence, which may run over several and begin in the middle of one."""
    sentence.scroll_into_view_if_needed()
    x, y = sentence.evaluate("one => { const line = one.getClientRects()[0]; return [line.left + 6, line.top + 12]; }")
    return x, y


def test_the_outline_follows_the_scroll(page: Page, words: Words) -> None:
    page.goto(paper(words, PRACTICE))
    for number in ("2.3", "4", "1.1"):
        page.locator(f"[id='h-{number}']").evaluate("heading => heading.scrollIntoView()")
        expect(current(page)).to_have_attribute("href", f"#s-{number}")
        expect(current(page)).to_have_attribute("aria-current", "location")
        expect(current(page)).to_be_in_viewport(ratio=1)
    page.locator(".outline").get_by_role("link").last.click()
    expect(current(page)).to_have_attribute("href", "#references")


@pytest.mark.parametrize("query", ["?text=zh", "?text=en", "?text=both", "?text=side"])
def test_sentences_are_walked_by_keyboard_and_offer_their_tools(page: Page, words: Words, query: str) -> None:
    page.goto(paper(words, REVIEW, query))
    sentences = page.locator("#text .claim")
    page.locator("#h-1").evaluate("heading => heading.scrollIntoView()")
    page.keyboard.press("j")
    at = sentences.evaluate_all("all => all.indexOf(document.activeElement)")
    assert at > 0, "from where one reads, not from the beginning"
    for key, step in (("ArrowDown", 1), ("j", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        expect(sentences.nth(at + step)).to_be_focused()
        expect(sentences.nth(at + step)).to_be_in_viewport()
    card = page.locator("#sentence-card")
    expect(card).to_be_visible()
    href = sentences.nth(at + 1).locator(".permalink").get_attribute("href")
    expect(card.locator(".open-claim")).to_have_attribute("href", str(href))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#sentence-card') !== null"), "the tools come next"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(sentences.nth(at + 1)).to_be_focused()


def test_a_sentence_is_copied_as_a_quotation_from_where_it_stands(page: Page, words: Words) -> None:
    page.goto(paper(words, TOOLS, "?text=both"))
    page.mouse.click(*first_line(page, page.locator(".claim, .twin").filter(has_text=SWISS_ZH).first))
    page.locator("#sentence-card").get_by_role("button", name=words.copy_quotation).click()
    expect(page.get_by_role("status").filter(has_text=words.copied)).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert SWISS_ZH in copied
    assert re.search(rf"/{words.locale}/claims/\w{{12}}$", copied)


def test_resting_on_a_sentence_marks_its_twin_and_its_labels(page: Page, words: Words) -> None:
    page.set_viewport_size(WIDE)
    page.goto(paper(words, TOOLS, "?text=both"))
    sentence = page.locator("#text .claim").nth(4)
    page.mouse.move(*first_line(page, sentence))
    expect(page.locator("#text .twin").nth(4)).to_have_class(re.compile("shown"))
    expect(page.locator("#text p > .labels").nth(4)).to_have_class(re.compile("shown"))
    expect(page.locator("#text .shown")).to_have_count(3)
    card = page.locator("#sentence-card")
    expect(card).to_be_visible()
    assert box(card)["x"] >= box(sentence)["right"] - 40, "the card covers no text"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_labels_stand_beside_their_sentences_and_stay_hidden_once_hidden(page: Page, words: Words) -> None:
    page.set_viewport_size(WIDE)
    page.goto(paper(words, REVIEW))
    labels, sentences = page.locator("#text .labels").all()[:12], page.locator("#text .claim").all()[:12]
    for label, sentence in zip(labels, sentences, strict=True):  # a first word that finds no room begins a line later
        assert -36 <= box(label)["y"] - sentence.evaluate("one => one.getClientRects()[0].top") <= 40
    page.locator("#labels-switch").click()
    expect(page.locator("#text .labels").first).to_be_hidden()
    expect(page).to_have_url(re.compile("labels=off"))
    page.goto(f"/{words.locale}/papers")
    page.locator(f"main a[href$='{PRACTICE}']").first.click()
    page.wait_for_url(re.compile(rf"{PRACTICE}\?labels=off"))
    expect(page.locator("#text .labels").first).to_be_hidden()
    page.locator("#labels-switch").click()
    expect(page.locator("#text .labels").first).to_be_visible()
    expect(page).not_to_have_url(re.compile("labels"))


def test_on_a_telephone_labels_fold_under_the_sentence_that_is_tapped(
    browser: Browser, server: Server, watch: Watch, words: Words
) -> None:
    with browser.new_context(
        base_url=server.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as telephone:
        page = telephone.new_page()
        watch.follow(page)
        page.goto(paper(words, TOOLS))
        sentence = page.locator("#text .claim").nth(3)
        expect(page.locator("#text .labels").first).to_be_hidden()
        page.touchscreen.tap(*first_line(page, sentence))
        card = page.locator("#sentence-card")
        expect(card.locator(".type-label")).to_be_visible()
        tools = card.locator("a:visible, button:visible")
        assert min(box(tool)["height"] for tool in tools.all()) >= 24
        assert box(card)["y"] >= sentence.evaluate("one => [...one.getClientRects()].at(-1).bottom") - 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.touchscreen.tap(*first_line(page, sentence))
        expect(card).to_be_hidden()


def test_a_note_opens_at_its_mark_and_gives_the_keyboard_back(page: Page, words: Words) -> None:
    page.goto(paper(words, PRACTICE))
    mark = page.locator("#text .claim .cite-mark").nth(2)
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator("#note-popover")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    expect(note).to_be_in_viewport(ratio=1)
    assert "#" not in page.url
    entry = page.locator(f"[id='{str(mark.get_attribute('href'))[1:]}']")
    expect(note).to_contain_text(entry.locator("p").first.inner_text().split(" ")[0][:12])
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()
    mark.click()
    note.locator("a.open").click()
    expect(note).to_be_hidden()
    expect(entry).to_be_in_viewport()
    entry.locator(".back-links a").first.click()
    expect(page.locator(".claim:target")).to_be_in_viewport()


def test_side_by_side_each_paragraph_begins_where_its_twin_does(page: Page, words: Words) -> None:
    page.goto(paper(words, TOOLS))
    page.locator("[data-keeps=text][data-value=side]").click()
    page.wait_for_url(re.compile("text=side"))
    rows = page.locator("#text .paragraph").all()
    assert len(rows) > 20
    for row in rows:
        left, right = (box(column) for column in row.locator("> p").all())
        assert abs(left["y"] - right["y"]) < 1
        assert left["right"] <= right["x"]
        assert abs(left["width"] - right["width"]) < 2


@pytest.mark.parametrize(("query", "width"), [("?text=zh", 1280), ("?text=both", 1280), ("?text=side", 1280)])
def test_a_line_holds_thirty_to_forty_characters(page: Page, words: Words, query: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(paper(words, TOOLS, query))
    column = page.locator("#text .paragraph > p:lang(zh)").first
    size, line = column.evaluate("p => [getComputedStyle(p).fontSize, getComputedStyle(p).lineHeight].map(parseFloat)")
    assert 30 <= box(column)["width"] / size <= 40
    assert 1.6 <= line / size <= 1.91
    assert column.evaluate("p => getComputedStyle(p).textAutospace") in ("normal", None)


def test_the_language_chosen_once_is_that_of_the_next_paper(page: Page, words: Words) -> None:
    page.goto(paper(words, TOOLS))
    page.locator("[data-keeps=text][data-value=en]").click()
    page.wait_for_url(re.compile("text=en"))
    page.goto(f"/{words.locale}/papers")
    page.locator(f"main a[href$='{REVIEW}']").first.click()
    page.wait_for_url(re.compile(rf"{REVIEW}\?text=en"))
    expect(page.locator("#text .paragraph > p:lang(zh)")).to_have_count(0)


def test_finding_while_one_types(page: Page, words: Words) -> None:
    page.goto(paper(words, TOOLS, "?text=both"))
    page.locator("#find-box").press_sequentially("瑞士科學中心")
    marks = page.locator("#text mark")
    expect(marks.first).to_be_visible()
    count = marks.count()
    expect(page.locator("[data-count]")).to_have_text(f"1 / {count}")
    assert set(marks.all_inner_texts()) == {"瑞士科学中心"}
    expect(page).to_have_url(re.compile("find=%E7%91%9E%E5%A3%AB"))
    expect(page.locator("#find-box")).to_be_focused()
    expect(marks.first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("[data-count]")).to_have_text(f"2 / {count}")
    expect(page.locator("mark.here")).to_be_in_viewport()
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(page.locator("[data-count]")).to_have_text(f"{count} / {count}")
    page.locator("[data-step='1']").click()
    expect(page.locator("[data-count]")).to_have_text(f"1 / {count}")
    page.locator("a[data-stop]").click()
    expect(marks).to_have_count(0)
    expect(page).not_to_have_url(re.compile("find="))
    page.locator("#h-1\\.1").evaluate("heading => heading.scrollIntoView()")
    expect(current(page)).to_have_attribute("href", "#s-1.1")


def test_what_is_reached_is_not_hidden_behind_what_sticks(page: Page, words: Words) -> None:
    page.goto(paper(words, TOOLS, "?find=外交&text=zh"))
    bar = page.locator("#find")
    page.locator("#h-2").evaluate("heading => heading.scrollIntoView()")
    for key in ("j", "j", "k", "k", "k", "k"):
        page.keyboard.press(key)
        reached = page.evaluate("document.activeElement.getClientRects()[0].top")
        stuck = bar.bounding_box()
        assert stuck
        assert reached >= stuck["y"] + stuck["height"] - 1
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate(
            "document.activeElement.closest('#find') ? 1e6 : document.activeElement.getBoundingClientRect().bottom"
        )
        stuck = bar.bounding_box()
        assert stuck
        assert top > stuck["y"] + stuck["height"]


def test_the_swiss_science_centres_in_both_languages(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers")
    page.locator(f"main a[href$='{TOOLS}']").first.click()
    page.locator("[data-keeps=text][data-value=side]").click()
    page.locator("#find-box").fill("瑞士科学中心是最具代表性")
    hit = page.locator("#text mark")
    expect(hit).to_have_count(1)
    row = page.locator("#text .paragraph").filter(has=page.locator("mark"))
    expect(row.locator("p:lang(zh)")).to_contain_text(SWISS_ZH)
    expect(row.locator("p:lang(en)")).to_contain_text(SWISS_EN)
    chinese, english = (box(row.locator(f"p:lang({code})")) for code in ("zh", "en"))
    assert abs(chinese["y"] - english["y"]) < 1
    expect(row.locator("p:lang(en)")).to_be_in_viewport()


def test_the_same_passage_without_scripts(plain_page: Page, words: Words) -> None:
    plain_page.goto(paper(words, TOOLS))
    plain_page.locator("[data-keeps=text][data-value=side]").click()
    plain_page.locator("#find-box").fill("瑞士科学中心是最具代表性")
    plain_page.locator("#find-box").press("Enter")
    plain_page.wait_for_url(re.compile("find="))
    assert "text=side" in plain_page.url
    plain_page.locator(".hits summary").click()
    plain_page.locator(".hits a").click()
    row = plain_page.locator("#text .paragraph").filter(has=plain_page.locator("mark"))
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text(SWISS_EN)
    expect(plain_page.locator(".find-steps")).to_be_hidden()
    expect(plain_page.locator("#sentence-card")).to_be_hidden()


def test_nothing_moves_while_a_paper_loads(page: Page, words: Words) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    for query in ("", "?text=side", "?labels=off", "?find=外交"):
        page.goto(paper(words, PRACTICE, query))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("moved") == 0, query


def test_on_paper_stands_the_text_with_its_notes_and_no_tools(page: Page, words: Words) -> None:
    page.goto(paper(words, PRACTICE, "?text=side"))
    page.emulate_media(media="print")
    for tool in (".reading-tools", "#find", ".outline", "#text .labels", ".permalink", ".site-nav"):
        expect(page.locator(tool).first).to_be_hidden()
    left, right = (box(column) for column in page.locator("#text .paragraph").nth(1).locator("> p").all())
    assert left["x"] < right["x"]
    expect(page.locator("#ref-1")).to_contain_text("[1]")
    expect(page.locator("#ref-1")).to_be_visible()
