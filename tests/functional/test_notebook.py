"""Collecting while reading: five claims become a Word file with right footnotes, a link, a file, and come back."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from lxml import etree
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.functional.site import Server, Watch, Words

LABELS = {
    "zh": {
        "collect": "收入笔记",
        "notebook": "笔记",
        "note": "附注",
        "title": "笔记标题",
        "up": "上移",
        "down": "下移",
        "remove": "取出",
        "undo": "撤销",
        "clear": "清空笔记",
        "clear_it": "清空",
        "by_paper": "按文献",
        "style": "著录格式",
        "file": "可分享的文件",
        "text": "纯文本",
        "choice": "笔记文件",
        "paste": "链接，或文件的内容",
        "take_in": "导入",
        "take": "并入我的笔记",
        "entry": "第 2 条：",
    },
    "en": {
        "collect": "Collect",
        "notebook": "Notebook",
        "note": "Your note",
        "title": "Title of the notebook",
        "up": "Up",
        "down": "Down",
        "remove": "Remove",
        "undo": "Undo",
        "clear": "Clear the notebook",
        "clear_it": "Clear it",
        "by_paper": "by paper",
        "style": "Style of references",
        "file": "File to pass on",
        "text": "Plain text",
        "choice": "A notebook file",
        "paste": "A link, or the content of a file",
        "take_in": "Take it in",
        "take": "Add it to my notebook",
        "entry": "Entry 2:",
    },
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def of(words: Words) -> dict[str, str]:
    return LABELS[words.locale]


def collect(page: Page, words: Words, path: str, within: str, count: int = 1) -> list[str]:
    """Collects the first claims of a part of a page, and answers their ids."""
    page.goto(f"/{words.locale}{path}")
    buttons = page.locator(within).get_by_role("button", name=re.compile(f"^{of(words)['collect']}"), pressed=False)
    expect(buttons.first).to_be_visible()
    ids = []
    for _ in range(count):
        ids.append(str(buttons.first.get_attribute("data-collect")))
        buttons.first.click()
        expect(page.locator(f"{within} button[data-collect='{ids[-1]}']").first).to_have_attribute(
            "aria-pressed", "true"
        )
    return ids


def entries(page: Page) -> Locator:
    return page.locator("li[data-claim]")


def shown(page: Page) -> list[str]:
    return [str(entry.get_attribute("data-claim")) for entry in entries(page).all()]


def expect_shown(page: Page, ids: Sequence[str]) -> None:
    """The claims of the notebook, in their order, as soon as the page has come to show them."""
    expect(entries(page)).to_have_count(len(ids))
    for at, id in enumerate(ids):
        expect(entries(page).nth(at)).to_have_attribute("data-claim", id)


def open_notebook(page: Page, words: Words, count: int) -> None:
    page.get_by_role("banner").get_by_role("link", name=re.compile(f"^{of(words)['notebook']}")).click()
    page.wait_for_url(f"**/{words.locale}/notebook")
    expect(entries(page)).to_have_count(count)


def button(page: Page, name: str, number: int) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{name} {number}$"))


def note(page: Page, words: Words, number: int) -> Locator:
    return page.get_by_role("textbox", name=re.compile(f"^{of(words)['note']} {number}$"))


def download(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def footnotes(path: Path) -> list[str]:
    """The text of each footnote of a Word file, by the order of their marks in the text."""
    document = Document(str(path))
    (part,) = [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/footnotes")]
    parsed = etree.fromstring(part.blob).iter(f"{W}footnote")
    notes = {note.get(f"{W}id"): "".join(note.itertext(f"{W}t")).strip() for note in parsed}
    return [notes[mark.get(f"{W}id")] for mark in document.element.iter(f"{W}footnoteReference")]


def test_five_claims_become_a_word_file_whose_footnotes_are_right(page: Page, words: Words, tmp_path: Path) -> None:
    ids = collect(page, words, "/search?q=科技外交", ".claim-list", 3)
    ids += collect(page, words, "/countries/JP", ".chronicle")
    link = page.locator("main a.told").last.get_attribute("href") or ""
    ids += collect(page, words, link.removeprefix(f"/{words.locale}"), "#claim-sheet")
    assert len(set(ids)) == 5
    open_notebook(page, words, 5)
    expect_shown(page, ids)
    page.get_by_label(of(words)["title"]).fill("五条论断")
    note(page, words, 1).fill("先引这一条\nand then the others")
    button(page, of(words)["down"], 1).click()
    moved = [ids[1], ids[0], *ids[2:]]
    expect(entries(page).first).to_have_attribute("data-claim", ids[1])
    expect_shown(page, moved)
    page.get_by_label(of(words)["style"]).select_option("gb2025")
    expect(page.locator("#footnote-5")).to_be_visible()

    file = download(page, "Word", tmp_path)
    assert file.name == "kewai-notebook.docx"
    paragraphs = [paragraph.text for paragraph in Document(str(file)).paragraphs]
    assert paragraphs[0] == "五条论断"
    assert "先引这一条" in paragraphs
    written = footnotes(file)
    assert len(written) == 5
    for id, footnote in zip(moved, written, strict=True):
        address = footnote.split()[-1]
        assert address.endswith(f"/{words.locale}/claims/{id}")
        page.goto(address)
        sentence = page.locator("blockquote [lang=zh-Hans], blockquote p").filter(has_text=re.compile("。|；")).first
        beginning = re.sub(r"\[\d+\]", "", sentence.inner_text()).strip()[:8].translate(str.maketrans("“”", "‘’"))
        assert any(beginning in paragraph for paragraph in paragraphs), beginning
        answer: dict[str, Any] = page.request.get(f"/api/v1/claims/{id}").json()
        section = answer["section"]
        assert (answer["paper"]["title"] or "[题名不详]") in footnote or "同" in footnote
        if section["id"] != "0":
            assert f"第{section['id']}节" in footnote


def test_a_notebook_is_passed_on_as_a_file_and_taken_in_again(page: Page, words: Words, tmp_path: Path) -> None:
    ids = collect(page, words, "/search?q=协定", ".claim-list", 3)
    open_notebook(page, words, 3)
    note(page, words, 2).fill("<b>对照</b>\n\n第二段")
    file = download(page, of(words)["file"], tmp_path)
    assert [claim["id"] for claim in json.loads(file.read_text(encoding="utf-8"))["claims"]] == ids
    page.get_by_role("button", name=of(words)["clear"]).click()
    page.get_by_role("dialog").get_by_role("button", name=of(words)["clear_it"], exact=True).click()
    expect(page.locator(".notebook-empty")).to_be_visible()
    other = collect(page, words, "/search?q=日本", ".claim-list")
    open_notebook(page, words, 1)
    for said in ("3.*0", "0.*3"):  # the second time nothing new comes in
        page.get_by_label(of(words)["choice"]).set_input_files(file)
        page.get_by_role("button", name=of(words)["take_in"], exact=True).click()
        expect(page.locator("[data-said]")).to_have_text(re.compile(said))
    expect_shown(page, [*other, *ids])
    expect(note(page, words, 3)).to_have_value("<b>对照</b>\n\n第二段")
    page.get_by_role("button", name=of(words)["undo"]).click()
    page.reload()
    expect(entries(page)).to_have_count(4)


def test_a_file_that_is_none_says_where_and_changes_nothing(
    page: Page, words: Words, watch: Watch, tmp_path: Path
) -> None:
    watch.expect("422")
    collect(page, words, "/search?q=协定", ".claim-list")
    open_notebook(page, words, 1)
    broken = tmp_path / "broken.json"
    broken.write_text(
        '{"format": "kewai-notebook", "version": 1, "claims": [{"id": "a"}, {"id": 7}]}', encoding="utf-8"
    )
    page.get_by_label(of(words)["choice"]).set_input_files(broken)
    page.get_by_role("button", name=of(words)["take_in"], exact=True).click()
    expect(page.locator("#notebook-problem")).to_contain_text(of(words)["entry"])
    expect(entries(page)).to_have_count(1)


def test_removing_and_ordering_can_be_taken_back(page: Page, words: Words) -> None:
    ids = collect(page, words, "/search?q=科技", ".claim-list", 4)
    open_notebook(page, words, 4)
    note(page, words, 2).fill("keep this")
    button(page, of(words)["remove"], 2).click()
    expect(entries(page)).to_have_count(3)
    undo = page.get_by_role("button", name=of(words)["undo"])
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(entries(page)).to_have_count(4)
    expect_shown(page, ids)
    expect(note(page, words, 2)).to_have_value("keep this")
    expect(button(page, of(words)["remove"], 2)).to_be_focused()
    page.get_by_role("button", name=of(words)["by_paper"]).click()
    expect(undo).to_be_visible()
    papers = [
        str(link.get_attribute("href")).split("#")[0] for link in page.locator("li[data-claim] a.claim-source").all()
    ]
    assert papers == sorted(papers)
    undo.click()
    expect(undo).to_be_hidden()
    expect_shown(page, ids)


def test_two_tabs_stay_in_step(page: Page, context: BrowserContext, words: Words) -> None:
    first, second = collect(page, words, "/search?q=日本", ".claim-list", 2)
    open_notebook(page, words, 2)
    other = context.new_page()
    other.goto(f"/{words.locale}/search?q=日本")
    pressed = other.locator(f"button[data-collect='{first}']").first
    expect(pressed).to_have_attribute("aria-pressed", "true")
    note(page, words, 2).fill("typed in one tab")
    pressed.click()
    expect(entries(page)).to_have_count(1)
    expect_shown(page, [second])
    expect(note(page, words, 1)).to_have_value("typed in one tab")
    button(page, of(words)["remove"], 1).click()
    expect(other.locator(f"button[data-collect='{second}']").first).to_have_attribute("aria-pressed", "false")
    expect(other.locator("[data-notebook-count]")).to_be_empty()


def test_a_link_is_a_notebook_for_whoever_opens_it(page: Page, context: BrowserContext, words: Words) -> None:
    ids = collect(page, words, "/search?q=协定", ".claim-list", 2)
    open_notebook(page, words, 2)
    note(page, words, 1).fill("看这里 & there")
    expect(page.locator("#share-link")).to_have_attribute("href", re.compile("there"))
    link = str(page.locator("#share-link").get_attribute("href"))
    page.evaluate("localStorage.clear()")
    guest = context.new_page()
    guest.goto(link)
    expect_shown(guest, ids)
    assert guest.evaluate("localStorage.length") == 0, "looking at it keeps nothing"
    guest.get_by_role("button", name=of(words)["take"]).click()
    guest.wait_for_url(f"**/{words.locale}/notebook")
    expect(entries(guest)).to_have_count(2)
    expect(note(guest, words, 1)).to_have_value("看这里 & there")


def test_without_scripts_the_address_is_the_notebook(
    plain_page: Page, page: Page, words: Words, tmp_path: Path
) -> None:
    ids = collect(page, words, "/search?q=协定", ".claim-list", 3)
    plain_page.goto(f"/{words.locale}/notebook?claim={ids[0]}&claim={ids[1]}&claim=gone&claim={ids[2]}")
    expect_shown(plain_page, [ids[0], ids[1], "gone", ids[2]])
    note(plain_page, words, 2).fill("written without scripts")
    button(plain_page, of(words)["up"], 4).click()
    expect_shown(plain_page, [ids[0], ids[1], ids[2], "gone"])
    button(plain_page, of(words)["remove"], 1).click()
    expect_shown(plain_page, [ids[1], ids[2], "gone"])
    expect(note(plain_page, words, 1)).to_have_value("written without scripts")
    assert parse_qs(urlsplit(plain_page.url).query)["claim"] == [ids[1], ids[2], "gone"]
    text = download(plain_page, of(words)["text"], tmp_path).read_text(encoding="utf-8")
    assert "written without scripts" in text
    assert len(re.findall(r"^\[\d\] ", text, re.MULTILINE)) == 2
    plain_page.get_by_label(of(words)["paste"]).fill(plain_page.url)
    plain_page.get_by_role("button", name=of(words)["take_in"], exact=True).click()
    expect_shown(plain_page, [ids[1], ids[2], "gone"])


def test_by_keyboard_alone(page: Page, words: Words, tmp_path: Path) -> None:
    page.goto(f"/{words.locale}/search?q=协定")
    for _ in range(2):
        tab_to(page, f"^{of(words)['collect']}")
        page.keyboard.press("Space")
    page.goto(f"/{words.locale}/search?q=协定")
    tab_to(page, f"^{of(words)['notebook']} +2$")
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(2)
    before = shown(page)
    tab_to(page, f"^{of(words)['down']} 1$")
    page.keyboard.press("Enter")
    expect(entries(page).last).to_have_attribute("data-claim", before[0])
    assert page.evaluate("document.activeElement.value") == before[0], "the keyboard goes with the claim"
    tab_to(page, r"^Word$")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "by-keyboard.docx")
    assert len(footnotes(tmp_path / "by-keyboard.docx")) == 2


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until a control whose words are like `name` has the keyboard."""
    for _ in range(200):
        page.keyboard.press("Tab")
        focused = " ".join(str(page.evaluate("document.activeElement.textContent")).split())
        if re.search(name, focused):
            return
    pytest.fail(f"Tab does not reach {name}")


def test_what_is_damaged_is_put_aside_and_the_rest_is_there(page: Page, words: Words, tmp_path: Path) -> None:
    first, second = collect(page, words, "/search?q=协定", ".claim-list", 2)
    page.evaluate("localStorage.setItem('kewai.notebook', localStorage.getItem('kewai.notebook').slice(0, -20))")
    page.goto(f"/{words.locale}/notebook")
    expect(entries(page)).to_have_count(2)
    expect_shown(page, [first, second])
    notice = page.locator("#notebook-damaged")
    expect(notice).to_be_visible()
    with page.expect_download() as waiting:
        notice.get_by_role("button").first.click()
    waiting.value.save_as(tmp_path / "damaged.txt")
    assert second in (tmp_path / "damaged.txt").read_text(encoding="utf-8")
    notice.get_by_role("button").last.click()
    page.reload()
    expect(entries(page)).to_have_count(2)
    expect(notice).to_be_hidden()


def test_a_claim_is_collected_from_the_text_of_its_paper(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/004_72122b5f6e46424d")
    page.locator("a.permalink").first.click()
    dialog = page.get_by_role("dialog")
    collected = dialog.get_by_role(
        "button", name=re.compile(f"^{of(words)['collect']}")
    ).first  # others are of similar claims
    collected.click()
    expect(collected).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    open_notebook(page, words, 1)


def test_joining_never_cuts_a_note(page: Page, words: Words) -> None:
    (id,) = collect(page, words, "/search?q=协定", ".claim-list")
    open_notebook(page, words, 1)
    book = {"format": "kewai-notebook", "version": 1, "title": "", "claims": [{"id": id, "note": "长" * 6_000}]}
    for count, text in enumerate(("长", "短"), 1):
        book["claims"] = [{"id": id, "note": text * 6_000}]
        page.get_by_label(of(words)["paste"]).fill(json.dumps(book))
        page.get_by_role("button", name=of(words)["take_in"], exact=True).click()
        expect(page.locator("[data-said]")).to_have_text(re.compile("0.*1" if count == 1 else "10,000"))
    expect(note(page, words, 1)).to_have_value("长" * 6_000)


def test_a_browser_that_stores_nothing_says_so(page: Page, words: Words) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.goto(f"/{words.locale}/search?q=协定")
    button = page.locator("main button[data-collect]").first
    button.click()
    expect(button).to_have_text(re.compile("stores nothing|不为本站保存"))
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto(f"/{words.locale}/notebook")
    expect(page.locator("#notebook-off")).to_be_visible()
    expect(page.locator(".notebook-empty")).to_be_visible()


def test_a_notebook_is_printed_with_its_notes(page: Page, words: Words, server: Server) -> None:
    collect(page, words, "/search?q=协定", ".claim-list", 2)
    open_notebook(page, words, 2)
    note(page, words, 1).fill("Say this on paper.")
    page.emulate_media(media="print")
    for gone in (".kept-tools", ".take-away", ".import", ".share", ".kept-bar"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(note(page, words, 1)).to_be_visible()
    expect(note(page, words, 2)).to_be_hidden()
    expect(page.locator("#footnote-2")).to_contain_text(f"{server.url}/{words.locale}/claims/")


def test_nothing_moves_while_what_is_kept_is_drawn(page: Page, words: Words) -> None:
    collect(page, words, "/search?q=科技", ".claim-list", 4)
    page.add_init_script(
        "window.shift = 0;"
        "const add = (list) => { for (const one of list.getEntries()) window.shift += one.value; };"
        "new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"/{words.locale}/notebook")
    expect(entries(page)).to_have_count(4)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
