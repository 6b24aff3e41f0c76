"""Plain text and Markdown: the bytes, decoded."""

from app.ingest.encodings import decode
from app.ingest.errors import ReadError
from app.ingest.formats.extracted import Extracted

_FOREIGN = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf"}


def read(data: bytes) -> Extracted:
    """The text. Raises ReadError for a binary file and for one whose encoding cannot be told."""
    for magic, ending in _FOREIGN.items():
        if data.startswith(magic):
            step = "give it that ending" if ending in {".pdf", ".docx"} else "save it as .docx or as UTF-8 text"
            raise ReadError(f"it is no plain text but a {ending} file", step)
    decoded = decode(data)
    return Extracted(decoded.text, decoded.encoding)
