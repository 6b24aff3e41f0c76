"""The pictures in documents: each can be taken again, is there, is used, and all together are light."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.screenshots import IMAGES, SHOTS, WIDTH
from tests.kinds import KINDS

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "docs/design.md")
MOST_BYTES = 600_000
README_PICTURES = {"home", "search", "country", "paper", "numbers"}


def shown(document: str) -> dict[str, str]:
    """The pictures of a document: where each lies, by name, and what it says where it is not seen."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text)
    places = {(ROOT / document).parent.joinpath(path).resolve(): words for words, path in found}
    return {str(place.relative_to(IMAGES)): words for place, words in places.items()}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_picture_is_one_that_can_be_taken_again(document: str) -> None:
    pictures = shown(document)
    assert pictures
    assert {Path(name).stem for name in pictures} <= SHOTS.keys()
    assert all(len(words.split()) >= 4 for words in pictures.values()), "words for who does not see it"


def test_the_readme_shows_the_five_kinds_of_page() -> None:
    assert {Path(name).stem for name in shown("README.md")} == README_PICTURES


def test_what_is_taken_is_there_used_and_light() -> None:
    files = {path.name: path.read_bytes() for path in IMAGES.iterdir()}
    assert files.keys() == {f"{name}.webp" for name in SHOTS}
    assert files.keys() == {name for document in DOCUMENTS for name in shown(document)}
    assert all(content[:4] == b"RIFF" and content[8:12] == b"WEBP" for content in files.values())
    assert sum(map(len, files.values())) < MOST_BYTES


def test_it_looks_at_pages_that_there_are() -> None:
    folders = {urlsplit(path).path.split("/")[1] for paths in KINDS.values() for path in paths} | {"works", "network"}
    asked = {urlsplit(shot.address).path.split("/")[2] for shot in SHOTS.values()}
    assert asked <= folders
    assert {urlsplit(shot.address).path.split("/")[1] for shot in SHOTS.values()} == {"zh", "en"}


def test_components_are_small_and_pages_whole() -> None:
    assert WIDTH == 1280
    assert {name for name, shot in SHOTS.items() if not shot.selector} == README_PICTURES | {"paper-dark"}
    assert all(shot.most <= 520 for shot in SHOTS.values())
