import json
from pathlib import Path

import pytest

from app.ingest.errors import ReadError
from app.ingest.gold import comparable, read_gold

SENTENCE = {"n": 1, "text": "句。", "type": "fact", "countries": ["CN"], "instruments": [], "cites": [], "figures": []}


def write(path: Path, *sentences: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(sentence, ensure_ascii=False) for sentence in sentences), encoding="utf-8")
    return path


def test_a_gold_file_is_read_line_by_line(tmp_path: Path) -> None:
    figures = [{"value": 155, "unit": "个"}, {"value": "1,200"}, {"value": "若干"}]
    file = write(tmp_path / "p.jsonl", SENTENCE, SENTENCE | {"cites": ["33", "34"], "figures": figures})
    first, second = read_gold(file)
    assert (first.text, first.type, first.countries, first.citations) == ("句。", "fact", {"CN"}, frozenset())
    assert second.citations == {"33", "34"}
    assert second.figures == (155.0, 1200.0, "若干")


def test_page_footnotes_are_numbered_through_the_paper(tmp_path: Path) -> None:
    marks = [["①"], [], ["②", "③"], ["①"]]
    file = write(tmp_path / "p.jsonl", *(SENTENCE | {"cites": one} for one in marks))
    assert [sentence.citations for sentence in read_gold(file)] == [{"1"}, set(), {"2", "3"}, {"4"}]


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    file.write_text(f"\n{json.dumps(SENTENCE)}\n\n", encoding="utf-8")
    assert len(read_gold(file)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{not json}\n", "line 1"),
        (b"\xff\xfe\x00", "gold file"),
        (b'{"text": "a"}\n', "line 1"),
        (b"[1]\n", "line 1"),
        (b'\n{"cites": 5}', "line 2"),
    ],
)
def test_what_is_no_gold_file_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "p.jsonl"
    file.write_bytes(content)
    with pytest.raises(ReadError, match=words) as caught:
        read_gold(file)
    assert str(file) in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_gold(tmp_path / "nothing.jsonl")


@pytest.mark.parametrize(("value", "number"), [(0.5, 0.5), ("1,000", 1000), (1 / 3, 0.3333), ("多", "多")])
def test_values_are_compared_as_numbers_where_they_are_some(value: object, number: object) -> None:
    assert comparable(value) == number
