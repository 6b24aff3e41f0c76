"""Static files and how long browsers keep them."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from app import resources
from app.web.assets import FOR_GOOD, TEXTS, content, fingerprint, packed, style_text
from app.web.lean import SHEETS as SENT
from app.web.urls import static_url
from tests.visitor import Visitor

SHEETS = sorted(path.name for path in (resources.STATIC / "styles").glob("*.css"))


def test_a_fingerprint_is_that_of_the_content() -> None:
    assert re.fullmatch("[0-9a-f]{8}", fingerprint("styles/base.css"))
    assert fingerprint("styles/base.css") != fingerprint("styles/tokens.css")


def test_a_missing_file_is_an_error_at_once() -> None:
    with pytest.raises(OSError, match=r"nothing\.css"):
        static_url("styles/nothing.css")


def test_with_its_fingerprint_a_file_is_kept_for_good(visitor: Visitor) -> None:
    answer = visitor.get(static_url("styles/tokens.css"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == FOR_GOOD
    assert "--accent" in answer.text


def test_without_it_a_file_is_asked_for_again(visitor: Visitor) -> None:
    answer = visitor.get("/static/styles/tokens.css")
    assert answer.headers["cache-control"] == "no-cache"
    again = visitor.get("/static/styles/tokens.css", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/static/../pyproject.toml", "/static/%2e%2e/pyproject.toml", "/static/none", "/static/"]
)
def test_nothing_else_is_served(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_sheets_and_scripts_fetch_nothing_from_elsewhere() -> None:
    own = [*(resources.STATIC / "styles").glob("*.css"), *(resources.STATIC / "scripts").glob("*.js")]
    foreign = {
        path.name: found
        for path in own
        if (found := re.findall(r"https?://[^\s\"')]+|//[\w.]+\.\w+/", path.read_text()))
    }
    assert foreign == {}
    assert len(own) >= 7


def test_colours_stand_in_tokens_only() -> None:
    """A colour spelt in another sheet would stay as it is in the dark."""
    spelt = {
        name: found
        for name in SHEETS
        if name not in {"tokens.css", "print.css"}
        and (found := re.findall(r"#[0-9a-f]{3,8}\b", (resources.STATIC / "styles" / name).read_text(), re.IGNORECASE))
    }
    assert spelt == {}


def test_every_variable_used_is_defined() -> None:
    text = "".join((resources.STATIC / "styles" / name).read_text() for name in SHEETS)
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= set(re.findall(r"(--[\w-]+):", text))


def test_what_is_vendored_is_what_its_notice_says() -> None:
    folder = resources.STATIC / "vendor" / "htmx"
    digest = sha256((folder / "htmx.min.js").read_bytes()).hexdigest()
    assert digest in (folder / "README.md").read_text()
    assert "Zero-Clause BSD" in (folder / "LICENSE").read_text()


def test_a_sheet_is_revalidated_without_their_fingerprint(visitor: Visitor) -> None:
    assert visitor.get("/static/site.css").headers["cache-control"] == "no-cache"
    assert visitor.ask("POST", "/static/site.css").status_code == 405


def _forget() -> None:
    for kept in (content, fingerprint, packed, style_text):
        kept.cache_clear()


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Style sheets and scripts in a folder that a test may write into."""
    for folder in ("styles", "scripts"):
        copytree(resources.STATIC / folder, tmp_path / folder)
    monkeypatch.setattr(resources, "STATIC", tmp_path)
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


@pytest.mark.parametrize(("sheet", "part"), [("site.css", "charts"), ("paper.css", "tokens"), ("paper.css", "print")])
def test_any_sheet_changes_the_fingerprint_of_its_file(sheet: str, part: str, copied: Path) -> None:
    before = fingerprint(sheet)
    (copied / "styles" / f"{part}.css").write_text("p { color: red }")
    _forget()
    assert fingerprint(sheet) != before


def test_a_script_changes_with_what_it_imports(copied: Path) -> None:
    before = fingerprint("scripts/sentence.js")
    assert f"./beside.js?v={fingerprint('scripts/beside.js')}" in content("scripts/sentence.js").decode()
    (copied / "scripts" / "beside.js").write_text("export const isPlain = () => true;\n")
    _forget()
    assert fingerprint("scripts/sentence.js") != before


def test_a_script_is_served_lean_and_for_good(visitor: Visitor) -> None:
    answer = visitor.get(static_url("scripts/sentence.js"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert answer.headers["cache-control"] == FOR_GOOD
    assert answer.content == content("scripts/sentence.js")
    assert visitor.get("/static/scripts/sentence.js").headers["cache-control"] == "no-cache"
    assert visitor.get("/static/scripts/none.js").status_code == 404
    assert visitor.ask("HEAD", "/static/scripts/sentence.js").status_code == 200


@pytest.mark.parametrize("path", ["site.css", "styles/base.css", "scripts/kewai.js", "icons/seal.svg"])
@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_texts_are_sent_as_small_as_can_be(visitor: Visitor, path: str, coding: str) -> None:
    answer = visitor.get(static_url(path), accept_encoding=coding or "identity")
    assert answer.headers.get("content-encoding", "") == coding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith(TEXTS[path[path.rindex(".") :]])
    assert answer.content == content(path)
    assert answer.num_bytes_downloaded == len(packed(path, coding)) == int(answer.headers["content-length"])
    assert len(packed(path, "br")) < len(packed(path, "gzip")) < len(content(path))


def test_each_coding_is_a_form_of_its_own(visitor: Visitor) -> None:
    """A strong validator tells bytes apart (RFC 9110, section 8.8.3)."""
    codings = ("br", "gzip")
    tags = {coding: visitor.get("/static/site.css", accept_encoding=coding).headers["etag"] for coding in codings}
    assert tags["br"] != tags["gzip"]
    same = visitor.get("/static/site.css", accept_encoding="br", if_none_match=tags["br"])
    assert (same.status_code, same.content, same.headers["vary"]) == (304, b"", "Accept-Encoding")
    assert visitor.get("/static/site.css", accept_encoding="br", if_none_match=tags["gzip"]).status_code == 200


def test_the_head_of_a_file_tells_its_length(visitor: Visitor) -> None:
    asked = visitor.ask("HEAD", "/static/site.css", headers={"accept-encoding": "br"})
    assert int(asked.headers["content-length"]) == len(packed("site.css", "br"))


def test_a_picture_is_sent_as_it_is(visitor: Visitor) -> None:
    answer = visitor.get(static_url("icons/seal-180.png"), accept_encoding="br")
    assert "content-encoding" not in answer.headers
    assert answer.headers["cache-control"] == FOR_GOOD


@pytest.mark.parametrize("name", SENT)
def test_a_sheet_within_a_page_ends_where_the_page_says(name: str) -> None:
    text = style_text(name)
    assert text == content(name).decode(), "nothing in it had to be written otherwise"
    assert "</" not in text
    assert "<!--" not in text


def test_what_would_end_the_sheet_is_written_otherwise(copied: Path) -> None:
    (copied / "styles" / "works.css").write_text('p::before { content: "</style><script>" }')
    _forget()
    assert '"<\\/style><script>"' in style_text("site.css"), "an escaped solidus is a solidus in CSS"
