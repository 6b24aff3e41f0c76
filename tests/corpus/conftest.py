"""The five papers analysed, with the translations that ship with them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app import resources
from app.ingest.analysis import analyse
from app.ingest.reader import ReadError, read_documents
from app.ingest.records import Analysis, Translation
from app.ingest.translations import English, match_translation
from app.text.words import load_user_words
from tests.factories import vocabulary

DATA = Path(__file__).parent / "data"
SLUGS = tuple(path.stem for path in sorted(resources.PAPERS.glob("*.txt")))


@dataclass(frozen=True)
class Translated:
    """A paper, its translation file, and what they make together."""

    slug: str
    analysis: Analysis
    translation: Translation
    english: English

    def pairs(self) -> list[tuple[str, str]]:
        """Every Chinese text of the file with its English."""
        file = self.translation
        return [(entry.zh, entry.en) for entry in (*file.headings, *file.sentences, *file.notes)]


@cache
def _load(slug: str) -> Translated:
    load_user_words(vocabulary().user_words())
    (document,) = read_documents(resources.PAPERS / f"{slug}.txt")
    assert not isinstance(document, ReadError)
    analysis = analyse(document, vocabulary())
    assert document.translation is not None
    return Translated(slug, analysis, document.translation, match_translation(analysis))


@pytest.fixture(params=SLUGS)
def paper(request: pytest.FixtureRequest) -> Translated:
    return _load(request.param)


@pytest.fixture
def papers() -> tuple[Translated, ...]:
    return tuple(map(_load, SLUGS))


def read_data(name: str, table: str) -> list[dict[str, Any]]:
    """The tables of a data file beside these tests."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)[table]  # type: ignore[no-any-return]
