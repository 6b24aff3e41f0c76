"""One small module a format, each turning a file's bytes into text.

`READERS` maps an ending to a function `(data: bytes) -> Extracted` that raises `ReadError` for what it cannot
read. The text may carry two marks that later stages understand: a form feed where a page ends, and `#` signs
before a heading whose level the format tells. JSON lines are streamed instead, by `jsonl`.
"""

from collections.abc import Callable

from app.ingest.formats import docx, html, pdf, plain
from app.ingest.formats.extracted import Extracted

READERS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
}
JSON_LINES = ".jsonl"
ENDINGS = (*READERS, JSON_LINES)
