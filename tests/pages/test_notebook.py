"""The notebook's page: the address is the notebook, forms take it away and take it in, and nothing is kept."""

import io
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from docx import Document
from lxml import html

from app import cite
from app.cite.notebook import Kept, Notebook, as_file, read_notebook
from app.cite.notebook.entries import MESSAGES
from app.pages.notebook import LONGEST_LINK
from app.web.citing import COOKIE
from app.web.notebook import FORMATS
from tests.pages.conftest import SCRIPT
from tests.visitor import Visitor, links, texts

Ids = tuple[str, str, str]


@pytest.fixture
def ids(uid_of: Callable[[str], str]) -> Ids:
    """A claim of the review, one of the paper it cites, and one from a paper without a title."""
    return uid_of("中国与155"), uid_of("美国对中国实施"), uid_of("日本发布战略")


def post(visitor: Visitor, path: str, fields: list[tuple[str, str]], **headers: str) -> Any:
    sent = {"content-type": "application/x-www-form-urlencoded"} | headers
    return visitor.ask("POST", path, content=urlencode(fields).encode(), headers=sent)


def fields_of(page: html.HtmlElement) -> list[tuple[str, str]]:
    """What the page's form would send, without a button."""
    (form,) = page.xpath(".//form[@id='notebook-form']")
    return [(name, value) for name, value in form.form_values()]


def test_without_claims_it_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.page("/en/notebook")
    assert "The notebook is empty." in texts(page, ".//main//strong")
    assert "/en/search" in links(page)
    assert page.xpath(".//*[@id='notebook'][@data-own]")
    assert page.xpath(".//meta[@name='robots'][@content='noindex']")


def test_the_address_is_the_notebook_in_its_order(visitor: Visitor, ids: Ids) -> None:
    page = visitor.page(f"/zh/notebook?claim={ids[1]}&claim={ids[0]}&claim={ids[1]}&note-{ids[0]}=看%0A第二行&title=题")
    entries = page.xpath(".//li[@data-claim]")
    assert [entry.get("data-claim") for entry in entries] == [ids[1], ids[0]]
    assert "美国对中国实施出口管制。" in entries[0].text_content()
    assert "中国与155个国家签署协定。" in entries[1].text_content()
    assert "新世纪以来科技外交国内文献综述" in entries[1].text_content()
    assert "§1.1" in entries[1].text_content()
    fields = fields_of(page)
    assert [value for name, value in fields if name == "claim"] == [ids[1], ids[0]]
    assert dict(fields)[f"note-{ids[0]}"].replace("\r\n", "\n") == "看\n第二行"
    assert dict(fields)["title"] == "题"
    assert not page.xpath(".//*[@id='notebook'][@data-own]")


def test_each_claim_leads_to_its_footnote_in_the_chosen_style(visitor: Visitor, ids: Ids) -> None:
    for locale, style in (("zh", "gb2025-notes"), ("en", "chicago-notes")):
        page = visitor.page(f"/{locale}/notebook?claim={ids[0]}&claim=gone&claim={ids[1]}")
        marks = page.xpath(".//li[@data-claim]//a[@class='source-mark number']/@href")
        assert marks == ["#footnote-1", "#footnote-2"]
        assert page.xpath(".//select[@id='style']/option[@selected]/@value") == [style]
        notes = texts(page, ".//ol[@class='source-list']/li")
        assert len(notes) == 2
        assert notes[1].startswith("[2] ")
        assert f"https://kewai.example/{locale}/claims/{ids[1]}" in notes[1]
    page = visitor.page(f"/zh/notebook?claim={ids[1]}&style=gb2015")
    assert "[1] 王明国. 科技外交与中美关系的未来发展[J]" in texts(page, ".//ol[@class='source-list']/li")[0]
    assert page.xpath(".//select[@id='style']/option/@value") == list(cite.STYLES)


def test_a_claim_that_is_not_here_is_named_and_nothing_else_is_lost(visitor: Visitor, ids: Ids) -> None:
    page = visitor.page(f"/en/notebook?claim=gone&note-gone=why&claim={ids[0]}")
    unknown, known = page.xpath(".//li[@data-claim]")
    assert "There is no claim with this id here: gone" in " ".join(unknown.text_content().split())
    assert dict(fields_of(page))["note-gone"].strip() == "why"
    assert "155" in known.text_content()


def test_buttons_ask_for_another_order_and_lead_to_its_address(visitor: Visitor, ids: Ids) -> None:
    a, b, c = ids
    start = [("claim", a), (f"note-{a}", "on a"), ("claim", b), ("claim", c), ("title", "t"), ("style", "apa")]
    for press, expected in (
        (("up", b), [b, a, c]),
        (("down", b), [a, c, b]),
        (("up", a), [a, b, c]),
        (("remove", b), [a, c]),
        (("order", "paper"), [c, a, b]),
        (("order", "country"), [a, b, c]),
    ):
        answer = visitor.get(f"/en/notebook?{urlencode([*start, press])}")
        assert answer.status_code == 303
        query = parse_qs(urlsplit(answer.headers["location"]).query)
        assert query["claim"] == expected, press
        assert query[f"note-{a}"] == ["on a"]
        assert (query["title"], query["style"]) == (["t"], ["apa"])
        assert not {"up", "down", "remove", "order"} & query.keys()
        assert visitor.get(answer.headers["location"]).status_code == 200


def test_the_buttons_of_a_page_are_forms_that_work_without_scripts(visitor: Visitor, ids: Ids) -> None:
    page = visitor.page(f"/zh/notebook?claim={ids[0]}&claim={ids[1]}")
    buttons = page.xpath(".//li[@data-claim]//button")
    assert [button.get("name") for button in buttons] == ["up", "down", "remove"] * 2
    assert [button.get("name") for button in buttons if button.get("disabled") is not None] == ["up", "down"]
    for button in buttons:
        assert (button.get("formaction"), button.get("formmethod")) == ("/zh/notebook", "get")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_offered_and_answers_with_its_type(visitor: Visitor, ids: Ids, format: str) -> None:
    page = visitor.page(f"/zh/notebook?claim={ids[0]}&claim={ids[1]}&claim=gone")
    assert format in page.xpath(".//button[@name='format']/@value")
    answer = post(visitor, "/zh/notebook/export", [*fields_of(page), ("format", format)])
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="kewai-notebook.{format}"'
    assert answer.headers["cache-control"] == "no-store"
    starts = {"docx": b"PK", "md": "# 科外".encode(), "txt": "科外".encode(), "bib": b"@", "ris": b"TY  - "}
    starts["endnote.xml"] = b"<?xml"
    assert answer.content.startswith(starts.get(format, (b"[", b"{")))


def test_a_word_file_has_the_claims_with_their_footnotes(visitor: Visitor, ids: Ids) -> None:
    fields = [
        ("claim", ids[1]),
        ("claim", ids[0]),
        (f"note-{ids[1]}", "先说这条"),
        ("title", "提纲"),
        ("style", "gb2015"),
    ]
    answer = post(visitor, "/zh/notebook/export", [*fields, ("format", "docx"), ("language", "zh")])
    document = Document(io.BytesIO(answer.content))
    written = [paragraph.text for paragraph in document.paragraphs]
    assert written[:4] == ["提纲", "“美国对中国实施出口管制。”", "先说这条", "“中国与155个国家签署协定。”"]
    (notes,) = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    assert "王明国. 科技外交与中美关系的未来发展[J]" in notes.blob.decode()
    assert f"https://kewai.example/zh/claims/{ids[1]}" in notes.blob.decode()


def test_the_style_that_the_reader_keeps_is_chosen_unless_another_is_asked_for(visitor: Visitor, ids: Ids) -> None:
    path = f"/en/notebook?claim={ids[0]}"
    chosen = ".//select[@id='style']/option[@selected]/@value"
    for address, cookie, style in (
        (path, "", "chicago-notes"),
        (path, f"{COOKIE}=mla", "mla"),
        (path, f"{COOKIE}=none", "chicago-notes"),
        (f"{path}&style=apa", f"{COOKIE}=mla", "apa"),
    ):
        page = html.fromstring(visitor.get(address, cookie=cookie).text)
        assert page.xpath(chosen) == [style]


def test_the_bibliography_has_each_paper_once(visitor: Visitor, ids: Ids, uid_of: Callable[[str], str]) -> None:
    fields = [("claim", id) for id in (*ids, uid_of("中国应当扩大开放"))]
    answer = post(visitor, "/en/notebook/export", [*fields, ("format", "ris")])
    assert answer.text.count("TY  - ") == 3
    items = post(visitor, "/en/notebook/export", [*fields, ("format", "csl.json")]).json()
    assert [item["title"] for item in items][1] == "科技外交与中美关系的未来发展"


def test_a_file_that_was_taken_away_is_taken_in_again(visitor: Visitor, ids: Ids) -> None:
    fields = [
        ("claim", ids[2]),
        ("claim", "gone"),
        ("claim", ids[0]),
        ("note-gone", "<b>\n\nx"),
        ("title", "题 & more"),
    ]
    text = post(visitor, "/zh/notebook/export", [*fields, ("format", "json")]).text
    expected = Notebook((Kept(ids[2]), Kept("gone", "<b>\n\nx"), Kept(ids[0])), "题 & more")
    assert read_notebook(text) == expected
    answer = post(visitor, "/en/notebook/import", [("notebook", text)])
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    again = post(visitor, "/en/notebook/export", [*fields_of(page), ("format", "json")]).text
    assert read_notebook(again) == expected


def test_the_link_of_a_notebook_is_taken_in_again(visitor: Visitor, ids: Ids) -> None:
    page = visitor.page(f"/zh/notebook?claim={ids[0]}&claim={ids[1]}&note-{ids[1]}=a%26b&title=t")
    (share,) = page.xpath(".//a[@id='share-link']/@href")
    assert share.startswith("https://kewai.example/zh/notebook?")
    assert read_notebook(share) == Notebook((Kept(ids[0]), Kept(ids[1], "a&b")), "t")
    answer = post(visitor, "/zh/notebook/import", [("notebook", f" {share}\n")])
    assert html.fromstring(answer.text).xpath(".//li/@data-claim") == [ids[0], ids[1]]


def test_a_link_that_would_be_too_long_goes_without_notes_and_says_so(visitor: Visitor, ids: Ids) -> None:
    def share(note: str) -> tuple[str, bool]:
        page = visitor.page(f"/en/notebook?{urlencode([('claim', ids[0]), (f'note-{ids[0]}', note)])}")
        return page.get_element_by_id("share-link").get("href"), page.get_element_by_id("share-without").get(
            "hidden"
        ) is None

    link, without = share("short")
    assert "short" in link
    assert not without
    link, without = share("x" * LONGEST_LINK)
    assert dict(parse_qsl(urlsplit(link).query)) == {"claim": ids[0]}
    assert without


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is nothing here."),
        ("{", "neither a notebook file nor a link"),
        ("https://kewai.example/en/notebook", "names no claim"),
        (json.dumps({"format": "kewai-notebook", "version": 9, "claims": []}), "newer version"),
        (json.dumps({"format": "kewai-notebook", "version": 1, "claims": [{"id": "a"}, {"id": 5}]}), "Entry 2: An id"),
        (json.dumps({"format": "kewai-notebook", "version": 1, "claims": [SCRIPT]}), "Entry 1: An entry"),
    ],
)
def test_what_cannot_be_taken_in_says_why(visitor: Visitor, text: str, said: str) -> None:
    answer = post(visitor, "/en/notebook/import", [("notebook", text)])
    assert answer.status_code == 422
    page = html.fromstring(answer.text)
    assert said in " ".join(page.get_element_by_id("notebook-problem").text_content().split())
    assert SCRIPT not in answer.text


@pytest.mark.parametrize("problem", MESSAGES)
def test_every_problem_has_words_in_both_languages(visitor: Visitor, problem: str) -> None:
    for environment in visitor.app.state.templating.environments.values():
        words = environment.get_template("includes/notebook.html").module.PROBLEMS
        assert words[problem]
        assert set(words) == set(MESSAGES)


def test_too_many_claims_are_said_to_be_too_many(visitor: Visitor) -> None:
    answer = visitor.get("/en/notebook?" + "&".join(f"claim=x{n}" for n in range(501)))
    assert answer.status_code == 422
    assert "more claims than a notebook holds" in answer.text


@pytest.mark.parametrize("path", ["/zh/notebook/export", "/zh/notebook/import"])
def test_only_our_own_pages_send_forms_and_nobody_asks_for_them_as_pages(visitor: Visitor, path: str) -> None:
    answer = post(visitor, path, [("claim", "a"), ("format", "txt")], **{"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert answer.headers["content-security-policy"]
    back = visitor.get(path)
    assert (back.status_code, back.headers["location"]) == (303, "/zh/notebook")


def test_what_there_is_not_is_not_found(visitor: Visitor) -> None:
    assert visitor.get("/zh/notebook/other").status_code == 404
    assert post(visitor, "/zh/notebook/export", [("claim", "a"), ("format", "exe")]).status_code == 404
    assert visitor.get("/notebook?claim=a").headers["location"].endswith("/notebook?claim=a")


def test_what_is_typed_is_text(visitor: Visitor) -> None:
    query = urlencode([("claim", SCRIPT), (f"note-{SCRIPT}", SCRIPT), ("title", SCRIPT)])
    answer = visitor.get(f"/en/notebook?{query}")
    assert SCRIPT not in answer.text
    assert dict(fields_of(html.fromstring(answer.text)))["title"] == SCRIPT


def test_claims_can_be_collected_wherever_they_stand(visitor: Visitor, ids: Ids) -> None:
    for path, selector in (
        ("/zh/search?q=155", "article"),
        ("/zh/countries/CN", "article"),
        ("/zh/countries/JP", "dl[@class='chronicle']"),
        (f"/zh/claims/{ids[0]}", "div[@id='claim-sheet']"),
    ):
        buttons = visitor.page(path).xpath(f".//{selector}//button[@data-collect]")
        assert buttons, path
        for button in buttons:
            assert button.text_content().strip() or "mark" in button.get("class").split(), "a script names it"
            assert button.get("hidden") is None, "shown later, it would push other words away"


def test_the_header_leads_to_the_notebook(visitor: Visitor) -> None:
    (link,) = visitor.page("/en/papers").xpath(".//header//a[@id='notebook-link']")
    assert link.get("href") == "/en/notebook"
    assert link.text_content().strip() == "Notebook"


def test_a_file_of_a_thousand_words_is_the_same_file(visitor: Visitor) -> None:
    notebook = Notebook((Kept("gone", "字" * 9_000),), "")
    answer = post(visitor, "/zh/notebook/import", [("notebook", as_file(notebook))])
    assert dict(fields_of(html.fromstring(answer.text)))["note-gone"].strip() == notebook.entries[0].note
