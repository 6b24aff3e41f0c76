"""Plain text is its bytes, decoded; what only bears the name is told apart."""

import pytest

from app.ingest.errors import ReadError
from app.ingest.formats import plain
from app.ingest.formats.extracted import Extracted


def test_text_is_kept_to_the_letter() -> None:
    text = "# 题目\r\n\n 科技外交[1]　**是**\t外交\n"
    assert plain.read(text.encode("utf-8")) == Extracted(text, "utf-8")


@pytest.mark.parametrize(
    ("data", "ending"),
    [(b"%PDF-1.4", ".pdf"), (b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"), (b"{\\rtf1", ".rtf")],
)
def test_another_format_under_this_name_is_named(data: bytes, ending: str) -> None:
    with pytest.raises(ReadError) as caught:
        plain.read(data + b"more")
    assert ending in caught.value.cause
    assert "save" in caught.value.next_step or "give it that ending" in caught.value.next_step
