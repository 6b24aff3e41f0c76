"""One small module a format, each turning a file's bytes into text.

`READERS` maps an ending to a function `(data: bytes) -> Extracted` that raises `ReadError` for what it cannot
read. The text may carry two marks that later stages understand: a form feed where a page ends, and `#` signs
before a heading whose level the format tells. JSON lines are streamed instead, by `jsonl`. A format's module, with
the library that knows the format, is loaded for the first file of it.
"""

from collections.abc import Callable
from importlib import import_module

from app.ingest.formats.extracted import Extracted


def _reader(format: str) -> Callable[[bytes], Extracted]:
    """The function `read` of the module of a format."""

    def read(data: bytes) -> Extracted:
        extracted: Extracted = import_module(f"{__name__}.{format}").read(data)
        return extracted

    return read


READERS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": _reader("plain"),
    ".md": _reader("plain"),
    ".html": _reader("html"),
    ".htm": _reader("html"),
    ".pdf": _reader("pdf"),
    ".docx": _reader("docx"),
}
JSON_LINES = ".jsonl"
ENDINGS = (*READERS, JSON_LINES)
