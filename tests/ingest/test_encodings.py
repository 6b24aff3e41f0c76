"""Bytes → text: the right encoding for real sentences of any length, and clear words for what is none."""

import codecs
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.ingest.encodings import Decoded, decode
from app.ingest.errors import ReadError
from app.text.scripts import to_traditional

SENTENCE = "科技外交是外交的重要组成部分，是处理国家之间科技合作关系的活动。"
TRADITIONAL = "科技外交是外交的重要組成部分，是處理國家之間科技合作關係的活動。"


def real_sentences() -> Iterator[str]:
    """Every sentence of the shipped papers that has at least six Chinese characters."""
    for path in sorted(resources.PAPERS.glob("*.txt")):
        text = re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
        for sentence in re.split(r"(?<=[。；！？])", text):
            if len(re.findall(r"[\u4e00-\u9fff]", sentence)) >= 6:
                yield sentence


REAL = tuple(real_sentences())


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030"])
def test_the_gb_family_is_read(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == Decoded(SENTENCE, "gb18030")


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_read(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == Decoded(TRADITIONAL, "big5hkscs")


def test_every_real_sentence_is_read_rightly_in_gb18030() -> None:
    wrong = [s for s in REAL if decode(s.encode("gb18030")).text != s]
    assert len(REAL) > 700
    assert wrong == []


def test_every_real_sentence_is_read_rightly_in_big5() -> None:
    written = [t for t in map(to_traditional, REAL) if t == t.encode("big5hkscs", "ignore").decode("big5hkscs")]
    wrong = [t for t in written if decode(t.encode("big5hkscs")).text != t]
    assert len(written) > 500
    assert wrong == []


@pytest.mark.parametrize("length", [4, 8, 16, 64])
@pytest.mark.parametrize(("encoding", "script"), [("gb18030", str), ("big5hkscs", to_traditional)])
def test_short_pieces_are_nearly_always_read_rightly(length: int, encoding: str, script: type[str]) -> None:
    text = "".join(REAL)
    pieces = [text[at : at + length] for at in range(0, len(text) - length, 97)]
    pieces = [script(p) for p in pieces if len(re.findall(r"[\u4e00-\u9fff]", p)) >= length // 2]
    data = [(p, p.encode(encoding, "ignore")) for p in pieces]
    data = [(p, d) for p, d in data if d.decode(encoding) == p and not d.isascii()]
    right = sum(_read(d) == p for p, d in data)
    assert len(data) > 100
    assert right / len(data) >= 0.99


def _read(data: bytes) -> str | ReadError:
    try:
        return decode(data).text
    except ReadError as error:
        return error


@pytest.mark.parametrize(
    ("mark", "codec", "named"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(mark: bytes, codec: str, named: str) -> None:
    assert decode(mark + SENTENCE.encode(codec)) == Decoded(SENTENCE, named)


def test_characters_outside_gbk_are_read_in_gb18030() -> None:
    rare = SENTENCE + "𠮷龘"
    assert decode(rare.encode("gb18030")).text == rare


def test_bytes_that_break_their_own_mark_are_named() -> None:
    with pytest.raises(ReadError) as caught:
        decode(codecs.BOM_UTF16_LE + b"\x00")
    assert "UTF-16" in caught.value.cause
    assert caught.value.place.startswith("byte ")


def test_a_binary_file_is_named_with_the_place_of_its_first_nul() -> None:
    with pytest.raises(ReadError, match="binary") as caught:
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert caught.value.place == "byte 8"


def test_utf16_without_a_mark_is_refused_rather_than_guessed() -> None:
    with pytest.raises(ReadError) as caught:
        decode("国家 abc".encode("utf-16-le"))
    assert caught.value.next_step == "save it as UTF-8 text"


@pytest.mark.parametrize("data", ["Schrödinger naïve café".encode("latin-1"), "тест проверка".encode("cp1251")])
def test_an_encoding_that_is_not_chinese_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="neither in GB18030 nor in Big5"):
        decode(data)


def test_one_broken_byte_in_utf8_is_refused_with_its_place() -> None:
    data = bytearray(SENTENCE.encode("utf-8"))
    data[31] = 0xFF
    with pytest.raises(ReadError) as caught:
        decode(bytes(data))
    assert caught.value.place == "byte 30"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode("utf-8")) == Decoded(text, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_readable_error(data: bytes) -> None:
    read = _read(data)
    assert isinstance(read, str) or (read.next_step and read.place.startswith("byte "))
