"""What is sent of style sheets and scripts: everything that a browser reads, and nothing more."""

import re
from pathlib import Path

import pytest

from app import resources
from app.web.lean import SHEETS, script, sheet

SCRIPTS = sorted(path.name for path in (resources.STATIC / "scripts").glob("*.js"))
RULES = re.compile(r"[^{}]+{")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def rules(text: str) -> set[str]:
    return {" ".join(rule.split()) for rule in RULES.findall(text)}


def lean(name: str) -> str:
    return script(f"scripts/{name}", lambda path: f"of-{Path(path).stem}").decode()


def test_every_sheet_is_sent_and_a_paper_has_the_first_of_them() -> None:
    every = SHEETS["site.css"]
    assert sorted([*every, "print"]) == sorted(path.stem for path in (resources.STATIC / "styles").glob("*.css"))
    papers = SHEETS["paper.css"]
    assert papers == every[: len(papers)]
    assert len(sheet("paper.css")) < 0.7 * len(sheet("site.css"))


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_lose_comments_and_indentation_alone(name: str) -> None:
    text = sheet(name).decode()
    for part in (*SHEETS[name], "print"):
        source = (resources.STATIC / "styles" / f"{part}.css").read_text()
        assert rules(COMMENT.sub("", source)) <= rules(text), part
    assert text.count("{") == text.count("}")
    assert not re.search(r"/\*|\s\s", text)


@pytest.mark.parametrize("name", SHEETS)
def test_print_comes_after_what_it_changes(name: str) -> None:
    screen, frame, printed = sheet(name).decode().rpartition("@media print { :root {")
    source = COMMENT.sub("", (resources.STATIC / "styles" / "print.css").read_text())
    assert rules(frame + printed) == rules(f"@media print {{ {source} }}")
    last = COMMENT.sub("", (resources.STATIC / "styles" / f"{SHEETS[name][-1]}.css").read_text())
    assert rules(screen) >= rules(last)


def test_a_sheet_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        sheet("other.css")


def bare(text: str) -> list[str]:
    """The lines of a script as a person would strip them: without comment lines, and the comments after code kept."""
    lines, inside = [], False
    for line in map(str.strip, text.splitlines()):
        inside = inside or line.startswith("/**")
        if line and not inside and not line.startswith("//"):
            lines.append(line)
        inside = inside and not line.endswith("*/")
    return lines


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_lose_comment_lines_and_indentation_alone(name: str) -> None:
    source = (resources.STATIC / "scripts" / name).read_text()
    assert re.sub(r"\.js\?v=of-[\w-]+", ".js", lean(name)).split("\n") == [*bare(source), ""]


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_template_spans_lines(name: str) -> None:
    """Its indentation would be lost."""
    source = "\n".join(bare((resources.STATIC / "scripts" / name).read_text()))
    assert all(line.count("`") % 2 == 0 for line in source.splitlines())


@pytest.mark.parametrize("name", SCRIPTS)
def test_imports_carry_fingerprints(name: str) -> None:
    imported = re.findall(r"""["']\./([\w-]+)\.js([^"']*)""", lean(name))
    assert all(query == f"?v=of-{stem}" for stem, query in imported)
    assert {f"{stem}.js" for stem, _query in imported} <= set(SCRIPTS)


def test_both_ways_to_import_are_known() -> None:
    assert 'import { kept } from "./kept.js' not in lean("kept.js")
    assert 'from "./kept.js?v=of-kept"' in lean("choices.js")
    assert 'import("./pictures.js?v=of-pictures")' in lean("kewai.js")


def test_a_missing_script_is_an_error() -> None:
    with pytest.raises(OSError, match=r"nothing\.js"):
        lean("nothing.js")
