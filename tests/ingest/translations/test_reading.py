from pathlib import Path

import pytest

from app.ingest.records import Translated
from app.ingest.translations import TranslationFiles, read_translation
from app.ingest.translations.reading import PROBLEM, key, parse_translation

GOOD = """\
# A paper
[paper]
title = "A Title"
keywords = ["one", "two"]

[[heading]]
zh = "引言"
en = "Introduction"

[[sentence]]
zh = "日本签署协定。"
en = "Japan signed an agreement."
note = "So printed."

[[note]]
zh = "见前注。"
en = "See the note above."
"""


def problems(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [problem.detail for problem in parse_translation(data, "translations/p.toml").problems]


def sentences(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [entry.en for entry in parse_translation(data, "translations/p.toml").sentences]


def test_a_file_is_read_with_the_lines_of_its_entries() -> None:
    found = parse_translation(GOOD.encode(), "translations/p.toml")
    assert (found.title, found.keywords, found.abstract, found.problems) == ("A Title", ("one", "two"), None, ())
    assert found.headings == (Translated("引言", "Introduction", None, 6),)
    assert found.sentences == (Translated("日本签署协定。", "Japan signed an agreement.", "So printed.", 10),)
    assert found.notes == (Translated("见前注。", "See the note above.", None, 15),)


def test_windows_lines_and_a_byte_order_mark_are_no_obstacle() -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert parse_translation(data, "p") == parse_translation(GOOD.encode(), "p")


@pytest.mark.parametrize(
    ("entry", "line", "cause"),
    [
        ('[[sentence]]\nzh = "甲。"', 2, "'en' is missing"),
        ('[[sentence]]\nen = "A."', 2, "'zh' is missing"),
        ('[[sentence]]\nzh = "甲。"\nen = "  "', 2, "'en' must be a text that is not empty"),
        ('[[sentence]]\nzh = "甲。"\nen = 3', 2, "'en' must be a text"),
        ('[[sentence]]\nzh = "甲。"\nen = "A."\nwho = "me"', 2, "'who' is not known; use zh, en, note"),
        ('[[sentence]]\nzh = "甲。"\nen = "A <b>bold</b> word."', 2, "'en' holds markup"),
        ('[[sentence]]\nzh = "甲。"\nen = "A."\nnote = "<script>alert(1)</script>"', 2, "'note' holds markup"),
        ('[[sentence]]\nzh = "甲。"\nen = "A.', 4, "it is not TOML"),
        ("[[sentence]]\nzh = 甲\nen = 'A.'", 3, "it is not TOML"),
        ('[[word]]\nzh = "甲。"\nen = "A."', 2, "'word' is not known"),
        ('[sentence]\nzh = "甲。"\nen = "A."', 2, "'sentence' is not known"),
        ("[paper]\ntitle = 3", 2, "'title' must be a text"),
        ('[paper]\nkeywords = "one"', 2, "'keywords' must be a list"),
        ('[paper]\nyear = "2017"', 2, "'year' is not known"),
        ("sentence = []\n[[note]]\nzh = '乙'\nen = 'B'", 1, "'sentence' is not known"),
    ],
)
def test_a_faulty_entry_is_named_with_file_and_line_and_the_rest_is_kept(entry: str, line: int, cause: str) -> None:
    text = f'{entry}\n\n[[sentence]]\nzh = "乙。"\nen = "B."\n'
    text = text if entry.startswith("sentence") else f"# first line\n{text}"
    (problem,) = problems(text)
    assert problem.startswith(f"translations/p.toml, line {line}: {cause}")
    assert sentences(text) == ["B."]


def test_a_sentence_translated_twice_keeps_its_first_english() -> None:
    text = GOOD + '\n[[sentence]]\nzh = "日本 簽署協定[3]。"\nen = "Another."\n'
    assert sentences(text) == ["Japan signed an agreement."]
    assert problems(text) == [
        "translations/p.toml, line 19: its Chinese is translated on line 10 already; "
        "this entry is left out, correct it there."
    ]


def test_broken_encoding_costs_one_entry() -> None:
    data = GOOD.encode().replace(b"Japan", b"Jap\xe9n")
    assert problems(data) == [
        "translations/p.toml, line 12: it is not UTF-8; this entry is left out, correct it there."
    ]
    found = parse_translation(data, "p")
    assert (found.sentences, len(found.headings), len(found.notes)) == ((), 1, 1)


def test_any_bytes_are_read_without_an_error() -> None:
    for data in (b"", b"\x00\xff", b"[" * 5000, b"[[sentence]]\n" * 50, "垃圾".encode("gb18030")):
        assert parse_translation(data, "p").sentences == ()


def test_less_than_and_ampersand_are_no_markup() -> None:
    assert sentences('[[sentence]]\nzh = "甲。"\nen = "R&D was < 2 % and > 1 %; S&T <=> R&D."') == [
        "R&D was < 2 % and > 1 %; S&T <=> R&D."
    ]


def test_two_texts_have_one_key_when_only_typesetting_differs() -> None:
    assert key("（1）2008 年，日本[3]發布“报告”。") == key("(1)2008年,日本发布「报告」①。")
    assert key("增长1.5倍。") != key("增长15倍。")
    assert key("是吗？") != key("是。")


def test_files_are_looked_up_by_slug_and_never_by_path(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path.parent / "outside.toml").write_text(GOOD, encoding="utf-8")
    files = TranslationFiles(tmp_path)
    found = files.get("p")
    assert found is not None
    assert found.origin == f"{tmp_path.name}/p.toml"
    assert files.get("../outside") is None
    assert files.get("q") is None


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_error(tmp_path: Path) -> None:
    found = read_translation(tmp_path / "gone.toml")
    assert [problem.code for problem in found.problems] == [PROBLEM]
    assert "cannot be read" in found.problems[0].detail
