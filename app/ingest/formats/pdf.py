"""PDF: the text that the pages carry, read with PDFium."""

import pypdfium2

from app.ingest.errors import ReadError
from app.ingest.formats.extracted import Extracted
from app.ingest.limits import MAX_CHARACTERS

_PAGE_BREAK = "\f"
_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""


def read(data: bytes) -> Extracted:
    """The text of all pages, a form feed between them. Raises ReadError when there is none or it stays locked."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        cause = "it is locked with a password" if locked else f"it is no readable PDF ({error})"
        raise ReadError(cause, "unlock it" if locked else "open it in a viewer and save it again") from error
    try:
        pages = _pages(document)
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise ReadError(
            f"its {len(pages)} pages carry no text: they are pictures", "make a text of it with OCR and ingest that"
        )
    return Extracted(_PAGE_BREAK.join(pages))


def _pages(document: pypdfium2.PdfDocument) -> list[str]:
    pages: list[str] = []
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage().get_text_bounded().replace(_HYPHEN, "-")
        except pypdfium2.PdfiumError as error:
            step = "open it in a viewer and save it again"
            raise ReadError(f"the page cannot be read ({error})", step, place=f"page {number + 1}") from error
        pages.append(text)
        length += len(text)
        if length > MAX_CHARACTERS:
            break
    return pages
