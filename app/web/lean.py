"""What is sent of our own style sheets and scripts: without what only those who write them read.

Nothing is built beforehand: both are made lean when they are first asked for. A page has one sheet, since a
browser paints nothing before it has all of them; scripts name those that they import with their fingerprints.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app import resources

_OF_PAPERS = ("tokens", "base", "layout", "components", "reading", "paper", "glossary", "collect")
_OF_OTHERS = ("search", "charts", "dossier", "numbers", "works", "notebook")
SHEETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"site.css": (*_OF_PAPERS, *_OF_OTHERS), "paper.css": _OF_PAPERS}
)
"""The sheets of each file in the order in which later rules follow earlier ones; print comes after all of them. A page
needs one of the files: the heaviest, a paper, the smaller one."""
SCRIPTS = "scripts/"
_SHEET_COMMENT, _SPACE = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s+")
_SCRIPT_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n", re.DOTALL | re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
IMPORT = re.compile(r"""((?:\bfrom |\bimport ?\(?)")\./([\w-]+\.js(?:\?v=\w+)?)(?=")""")
"""A script that another one imports: what stands before its name, then the name; with `(` it comes when needed."""


def sheet(name: str) -> bytes:
    """The style sheets that are sent together as `name`, without comments and indentation. Raises `OSError`."""
    folder = resources.STATIC / "styles"
    screen = [(folder / f"{part}.css").read_text(encoding="utf-8") for part in SHEETS[name]]
    printed = (folder / "print.css").read_text(encoding="utf-8")
    whole = "\n".join([*screen, f"@media print {{\n{printed}}}\n"])
    return _SPACE.sub(" ", _SHEET_COMMENT.sub("", whole)).encode()


def script(path: str, fingerprint: Callable[[str], str]) -> bytes:
    """The script at `path`, relative to static/, without comments that have lines of their own and indentation.

    `fingerprint` tells that of a script that it imports, which becomes part of its address: an address without one
    would be asked for again on each page. A template literal that spans lines would lose its indentation, so there
    are none. Raises `OSError`.
    """
    text = (resources.STATIC / path).read_text(encoding="utf-8")
    bare = _INDENTATION.sub("", _SCRIPT_COMMENT.sub("", text)).lstrip()

    def addressed(found: re.Match[str]) -> str:
        return f"{found[1]}./{found[2]}?v={fingerprint(SCRIPTS + found[2])}"

    return IMPORT.sub(addressed, bare).encode()
