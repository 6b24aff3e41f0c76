"""The list of keys, and where it is offered."""

import re
from pathlib import Path

import pytest

from app import resources
from tests.visitor import Visitor, links, texts


@pytest.mark.parametrize(
    ("locale", "heading", "search"), [("zh", "键盘操作", "光标移到检索框"), ("en", "Keyboard", "puts the cursor into")]
)
def test_every_key_stands_beside_what_it_does(visitor: Visitor, locale: str, heading: str, search: str) -> None:
    page = visitor.page(f"/{locale}/keys")
    assert texts(page, ".//h1") == [heading]
    rows = {row.xpath("string(./th)"): row.xpath("string(./td)") for row in page.xpath(".//tbody/tr[td]")}
    assert search in rows["/"]
    assert all(rows.values())


def test_every_key_that_a_script_reads_is_listed(visitor: Visitor) -> None:
    listed = set(texts(visitor.page("/en/keys"), ".//kbd"))
    arrows = {"ArrowDown": "↓", "ArrowUp": "↑", "Escape": "Esc"}
    scripts = [path.read_text(encoding="utf-8") for path in Path(resources.STATIC / "scripts").glob("*.js")]
    asked = {key for script in scripts for key in re.findall(r'\bkey === "([^"]+)"', script)}
    asked |= {key for script in scripts for key in re.findall(r"\b(j|k|Arrow\w+): -?1", script)}
    assert {"/", "?", "j", "k", "Enter"} <= asked | listed
    assert {arrows.get(key, key) for key in asked} <= listed


def test_the_switch_waits_for_scripts_and_the_list_needs_none(visitor: Visitor) -> None:
    page = visitor.page("/en/keys")
    (switch,) = page.xpath(".//input[@data-single-keys]")
    assert switch.xpath("ancestor::*[contains(@class, 'scripted')]")
    assert not page.xpath(".//table/ancestor-or-self::*[contains(@class, 'scripted')]")


@pytest.mark.parametrize("path", ["/zh/", "/zh/papers/002-review", "/zh/none"])
def test_every_page_leads_to_the_list(visitor: Visitor, path: str) -> None:
    page = visitor.page(path, 404 if path == "/zh/none" else 200)
    assert "/zh/keys" in links(page, ".//footer[@class='site-footer']")
    assert "/en/keys" in links(visitor.page("/en/about"))
