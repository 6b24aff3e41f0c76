"""Static files and how long browsers keep them."""

import re
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from app import resources
from app.web.assets import FOR_GOOD, fingerprint, sheet
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


def test_the_sheets_are_sent_as_one_and_none_is_left_out(visitor: Visitor) -> None:
    answer = visitor.get(static_url("site.css"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert answer.headers["cache-control"] == FOR_GOOD
    rules = re.compile(r"[^{}]+{")
    for name in SHEETS:
        bare = re.sub(r"/\*.*?\*/", "", (resources.STATIC / "styles" / name).read_text(), flags=re.DOTALL)
        assert {" ".join(rule.split()) for rule in rules.findall(bare)} <= {
            " ".join(rule.split()) for rule in rules.findall(answer.text)
        }, name
    assert answer.text.count("{") == answer.text.count("}")
    assert not re.search(r"/\*|\s\s", answer.text)


def test_print_comes_after_what_it_changes(visitor: Visitor) -> None:
    text = visitor.get(static_url("site.css")).text
    assert text.index(":root {") < text.rindex("@media print { :root {")


def test_the_sheets_as_one_are_revalidated_without_their_fingerprint(visitor: Visitor) -> None:
    assert visitor.get("/static/site.css").headers["cache-control"] == "no-cache"
    assert visitor.ask("POST", "/static/site.css").status_code == 405


def test_any_sheet_changes_the_fingerprint_of_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copytree(resources.STATIC / "styles", tmp_path / "styles")
    before = fingerprint("site.css")
    (tmp_path / "styles" / "print.css").write_text("p { color: red }")
    monkeypatch.setattr(resources, "STATIC", tmp_path)
    for kept in (sheet, fingerprint):
        kept.cache_clear()
    assert fingerprint("site.css") != before
    monkeypatch.undo()
    for kept in (sheet, fingerprint):
        kept.cache_clear()
    assert fingerprint("site.css") == before
