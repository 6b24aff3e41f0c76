"""The wheel stands alone: installed elsewhere, it finds its papers, templates, migrations and words."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
DATA = ("corpus", "migrations", "static", "templates")
PROBE = """
import json
from pathlib import Path
import app
from app import resources
from app.vocabulary import load_vocabulary
from app.web.locale import KNOWN_LOCALES
print(json.dumps({
    "package": app.__file__,
    "papers": sorted(path.name for path in resources.PAPERS.iterdir()),
    "countries": sum(1 for _ in load_vocabulary().countries),
    "catalogues": [(resources.LOCALE / locale / "LC_MESSAGES" / "kewai.po").is_file() for locale in KNOWN_LOCALES],
    "folders": [str(folder) for folder in (resources.TEMPLATES, resources.STATIC, resources.MIGRATIONS)],
}))
"""


def run(*command: str | Path, folder: Path) -> str:
    """Runs a command in `folder` as a stranger to the checkout would, and answers what it printed."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    run(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT, folder=folder)
    (built,) = folder.glob("kewai-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that holds the wheel, and beside it only this one's dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", folder=folder)
    scripts = folder / "venv" / "bin"
    options = ("--no-deps", "--no-index", "--quiet")
    run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", *options, wheel, folder=folder)
    (site_packages,) = (folder / "venv").glob("lib/python*/site-packages")
    # Only the folder itself: the .pth of the editable install in it, which leads to the checkout, is not followed.
    (site_packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    return scripts


def data_files(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", DATA)
def test_the_wheel_holds_every_data_file(wheel: Path, folder: str) -> None:
    with ZipFile(wheel) as archive:
        prefix = "app/_data/"
        held = {name.removeprefix(prefix) for name in archive.namelist() if name.startswith(f"{prefix}{folder}/")}
    assert held == data_files(folder)
    assert held


def test_the_wheel_holds_the_code_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"app", f"{wheel.name.split('-py')[0]}.dist-info"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.endswith((".pyc", ".db"))]


def test_the_installed_package_finds_its_files(installed: Path, tmp_path: Path) -> None:
    found = json.loads(run(installed / "python", "-c", PROBE, folder=tmp_path))
    assert found["package"].startswith(str(installed.parent))
    assert found["papers"] == sorted(path.name for path in (ROOT / "corpus" / "papers").iterdir())
    assert found["countries"] > 200
    assert found["catalogues"] == [True, True]
    assert all(folder.startswith(str(installed.parent)) and Path(folder).is_dir() for folder in found["folders"])


def test_the_installed_command_migrates_ingests_and_searches(installed: Path, tmp_path: Path) -> None:
    paper = tmp_path / "note.txt"
    paper.write_text("# 科技外交\n\n日本与法国在2009年签署了政府间科技合作协定。\n", encoding="utf-8")
    assert "added" in run(installed / "kewai", "ingest", paper, folder=tmp_path)
    found = json.loads(run(installed / "kewai", "search", "科技合作协定", "--json", folder=tmp_path))
    assert [hit["paper"]["slug"] for hit in found["hits"]] == ["note"]
    assert (tmp_path / "var" / "kewai.db").is_file()
