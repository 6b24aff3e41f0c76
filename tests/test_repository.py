"""What the repository promises as a whole: nothing private in it, papers unchanged, locks that fit the code."""

import ast
import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from app import resources
from app.ingest.bibliography import parse_record

ROOT = Path(__file__).parents[1]

PAPERS = {
    "000_a2e5f66dba48f65a.txt": "8df816853ccda74b740aa27a97eb9eed624f0d06d5390368beafac6c9f336fd0",
    "001_9b9df6ab7260d5ee.txt": "f57b1f4848dbccd2fcc3ff3bc5b229bf6b3dde075725a2e2a62830371e9e2f0d",
    "002_af57014d235b154e.txt": "4cd4670ca9e1a73d45c57fdc9b837f1e03ab8f5b515bbbb4c5944ad4bf370dd4",
    "003_5e5926cf20dd913c.txt": "dbc7b1ff8ed720f664a370450e7bef228cc1aacc9b008aa2dae66a6387f7aad8",
    "004_72122b5f6e46424d.txt": "40786b80669232bb127941fffcd6f62dab7a9fcc69cf99253bf725459aed7dc9",
}
# Package registries and the file hosts behind them, in parts so that this file does not name one itself.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("crates", "io"),
        ("docker", "io"),
    )
]
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:root|home|work|Users|opt|mnt)/[\w.-]+|\b[A-Z]:\\\\?Users")
VENDORED = ("static/vendor/",)
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    files = [ROOT / name for name in listing.decode("utf-8").split("\0") if name]
    return [file for file in files if file.is_file()]


def texts() -> dict[str, str]:
    """Every tracked text file but the papers, which are quoted and not ours, by its path."""
    found = {}
    for file in tracked():
        name = file.relative_to(ROOT).as_posix()
        if not (name.startswith("corpus/papers/") and name.endswith(".txt")):
            data = file.read_bytes()
            if b"\0" not in data:
                found[name] = data.decode("utf-8")
    return found


TEXTS = texts()


def test_the_texts_are_there() -> None:
    assert {"pyproject.toml", "README.md", "app/__init__.py", "corpus/README.md"} <= TEXTS.keys()


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_registry_is_named(host: str) -> None:
    assert [name for name, text in TEXTS.items() if host in text and not name.startswith(VENDORED)] == []


def test_no_path_of_a_machine_is_named() -> None:
    named = {name: MACHINE_PATH.findall(text) for name, text in TEXTS.items() if not name.startswith(VENDORED)}
    assert {name: paths for name, paths in named.items() if paths} == {}


def test_nothing_is_tracked_that_is_made_or_private() -> None:
    patterns = re.compile(r"(^|/)(\.venv|var|dist|build|node_modules|__pycache__)/|\.env$|\.pyc$|\.db$|\.sqlite3?$")
    assert [name for name in (f.relative_to(ROOT).as_posix() for f in tracked()) if patterns.search(name)] == []


@pytest.mark.parametrize(("name", "checksum"), PAPERS.items(), ids=[name[:3] for name in PAPERS])
def test_the_papers_are_unchanged(name: str, checksum: str) -> None:
    assert sha256((resources.PAPERS / name).read_bytes()).hexdigest() == checksum


def test_there_are_these_papers_and_each_has_its_record() -> None:
    assert {path.name for path in resources.PAPERS.glob("*.txt")} == PAPERS.keys()
    assert {path.stem for path in resources.PAPERS.glob("*.toml")} == {Path(name).stem for name in PAPERS}


@pytest.mark.parametrize("path", sorted(resources.PAPERS.glob("*.toml")), ids=lambda path: path.stem[:3])
def test_every_record_is_valid(path: Path) -> None:
    assert parse_record(path.read_text(encoding="utf-8")).bibliography.source


@pytest.mark.parametrize("name", [name for name in sorted(TEXTS) if name.endswith(".toml")])
def test_every_toml_file_can_be_read(name: str) -> None:
    assert tomllib.loads(TEXTS[name])


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_distribution_has_one_version_and_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", TEXTS[name].strip())
    # A distribution may be there twice when markers, such as the version of Python, tell the two apart.
    names = [block.split(" \\\n")[0] if " ; " in block.splitlines()[0] else block.split("==")[0] for block in blocks]
    assert [block.splitlines()[0] for block in blocks if not re.match(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n", block)] == []
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert len(set(names)) == len(names)


def locked(name: str) -> dict[str, str]:
    return {_canonical(found[0]): found[1] for found in re.findall(r"^([\w.-]+)==([\w.]+)", TEXTS[name], re.MULTILINE)}


def _canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_locks_agree_and_hold_what_is_asked_for() -> None:
    project = tomllib.loads(TEXTS["pyproject.toml"])
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["project"]["dependencies"]
        + project["project"]["optional-dependencies"]["dev"],
        "requirements-build.lock": project["dependency-groups"]["build"],
    }
    for name, requirements in asked.items():
        missing = {_canonical(re.match(r"[\w.-]+", r)[0]) for r in requirements} - locked(name).keys()  # type: ignore[index]
        assert missing == set(), f"{name} is behind pyproject.toml: run make lock"
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()
    both = locked("requirements-build.lock").keys() & locked("requirements-dev.lock").keys()
    assert {n: locked("requirements-build.lock")[n] for n in both} == {
        n: locked("requirements-dev.lock")[n] for n in both
    }


def test_the_code_imports_only_what_the_runtime_lock_installs() -> None:
    distributions = packages_distributions()
    installed = locked("requirements.lock").keys()
    strays = {
        f"{path.relative_to(ROOT)} imports {package}"
        for path in (ROOT / "app").rglob("*.py")
        for package in _imported_packages(ast.parse(path.read_text(encoding="utf-8")))
        if package not in sys.stdlib_module_names | {"app"}
        and not {_canonical(name) for name in distributions.get(package, [])} & installed
    }
    assert strays == set()


def _imported_packages(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


def test_the_search_library_is_pinned_exactly() -> None:
    assert "whoosh3==3.54.0" in tomllib.loads(TEXTS["pyproject.toml"])["project"]["dependencies"]
    assert locked("requirements.lock")["whoosh3"] == "3.54.0"


def test_the_menu_lists_every_target() -> None:
    menu = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in ("serve", "test", "lint", "format", "types", "bench", "clean", "lock"):
        assert re.search(rf"^  make {target} +[A-Z]", menu, re.MULTILINE), target


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "corpus/README.md", "docs/architecture.md"])
def test_relative_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", TEXTS[name])
    gone = [t for t in targets if "://" not in t and not (ROOT / name).parent.joinpath(t).exists()]
    assert gone == []


def test_decisions_are_numbered_once_and_say_why() -> None:
    decisions = [name for name in TEXTS if re.match(r"docs/decisions/\d", name)]
    numbers = [re.match(r"docs/decisions/(\d{4})-[a-z0-9-]+\.md$", name) for name in decisions]
    assert None not in numbers
    assert len({match[1] for match in numbers if match}) == len(decisions)
    assert all(re.match(r"# .+\n", TEXTS[name]) and len(TEXTS[name].split()) >= 60 for name in decisions)


def test_no_test_may_skip() -> None:
    ways = re.compile(r"^(?!\s*#).*(importorskip\(|pytest\.skip\(|mark\.skip)", re.MULTILINE)
    allowed = {"tests/test_conftest.py", "tests/test_repository.py"}
    skipping = [n for n, text in TEXTS.items() if n.startswith("tests/") and n not in allowed and ways.search(text)]
    assert skipping == []


def test_the_tests_are_at_least_as_long_as_the_code() -> None:
    def lines(folder: str) -> int:
        return sum(len(text.splitlines()) for name, text in TEXTS.items() if re.match(rf"{folder}/.*\.py$", name))

    assert lines("tests") >= lines("app")
