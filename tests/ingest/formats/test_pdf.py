"""PDF: the text of its pages in Chinese and English; pictures, locks and damage are named."""

import shutil
import subprocess

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from app.ingest.errors import ReadError
from app.ingest.formats import pdf


def chinese_font() -> tuple[str, int]:
    """File and index of a font with Chinese characters: Debian's package fonts-noto-cjk."""
    assert shutil.which("fc-match"), "install fontconfig and fonts-noto-cjk"
    answer = subprocess.run(
        ["fc-match", "--format=%{file}\t%{index}\t%{family}", "Noto Sans CJK SC:lang=zh"],
        check=True,
        capture_output=True,
        text=True,
    )
    file, index, family = answer.stdout.split("\t")
    assert "CJK" in family, "install fonts-noto-cjk"
    return file, int(index)


def printed(*pages: str, font: str = "Helvetica") -> FPDF:
    document = FPDF()
    for page in pages:
        document.add_page()
        document.set_font(font, size=12)
        document.multi_cell(0, text=page)
    return document


def test_pages_are_joined_with_a_form_feed() -> None:
    text = pdf.read(bytes(printed("First page.", "Second page.").output())).text
    assert [page.strip() for page in text.split("\f")] == ["First page.", "Second page."]


def test_chinese_is_read_to_the_character() -> None:
    file, index = chinese_font()
    document = FPDF()
    document.add_font("cjk", fname=file, collection_font_number=index)
    document.add_page()
    document.set_font("cjk", size=12)
    document.multi_cell(0, text="科技外交是外交的重要组成部分，是处理国家之间科技合作关系的活动 [1]。")
    text = pdf.read(bytes(document.output())).text
    assert "".join(text.split()) == "科技外交是外交的重要组成部分，是处理国家之间科技合作关系的活动[1]。"


def test_a_document_of_pictures_is_sent_to_ocr() -> None:
    document = FPDF()
    document.add_page()
    document.rect(10, 10, 50, 50)
    document.add_page()
    with pytest.raises(ReadError, match="its 2 pages carry no text") as caught:
        pdf.read(bytes(document.output()))
    assert "OCR" in caught.value.next_step


def test_a_locked_document_is_named() -> None:
    document = printed("Secret.")
    document.set_encryption(owner_password="o", user_password="u", encryption_method=EncryptionMethod.RC4)
    with pytest.raises(ReadError, match="locked with a password") as caught:
        pdf.read(bytes(document.output()))
    assert caught.value.next_step == "unlock it"


@pytest.mark.parametrize("data", [b"%PDF-1.7\nbroken", b"", b"\0" * 100])
def test_a_damaged_document_is_named(data: bytes) -> None:
    with pytest.raises(ReadError, match="no readable PDF"):
        pdf.read(data)


def test_a_document_cut_off_in_the_middle_is_read_or_named() -> None:
    data = bytes(printed("First page.", "Second page.").output())
    for length in range(0, len(data), 97):
        try:
            assert "page" in pdf.read(data[:length]).text
        except ReadError as error:
            assert error.next_step  # noqa: PT017 - either outcome is right, an uncaught error is not


def test_endless_documents_are_cut_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 20)
    text = pdf.read(bytes(printed(*["Sixteen letters."] * 9).output())).text
    assert text.count("\f") == 1
