"""From files and folders to documents: what is read is a `Document`, what cannot be read a `ReadError`.

Both are values, so one bad file does not stop the rest. Nothing is guessed from a file's content but its
encoding; its ending says its format.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from app.ingest.bibliography import record_beside
from app.ingest.characters import clean, refuse_illegible
from app.ingest.curated import CuratedFiles, labels_beside
from app.ingest.errors import ReadError
from app.ingest.formats import ENDINGS, JSON_LINES, READERS, jsonl
from app.ingest.limits import MAX_CHARACTERS, MAX_FILE_BYTES
from app.ingest.records import Bibliography, Document, IngestWarning
from app.ingest.slugs import slugify
from app.ingest.translations import TranslationFiles
from app.resources import LABELS, TRANSLATIONS

CONTROL_SHARE = 0.1
"""A text with as many control characters is none."""

SHIPPED = TranslationFiles(TRANSLATIONS)
"""The translations that come with the project."""
SHIPPED_LABELS = CuratedFiles(LABELS)
"""The labels given by a person that come with the project."""

__all__ = ["ReadError", "find_files", "read_all", "read_documents"]


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read for `paths`: files as they are given, and of folders all files of a known format.

    Folders are searched to the bottom in order of names; hidden files and folders are passed over, and so is a
    README, which is about its folder. A path that is not there, or a folder that may not be opened, stays in the
    list: reading it says what is wrong.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files_in(path) if os.path.isdir(path) else [path]:  # noqa: PTH112 - it raises nothing
            found.setdefault(Path(os.path.realpath(file)), file)
    return list(found.values())


def _files_in(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in ENDINGS and file.stem.upper() != "README":
                yield file
    yield from closed


def read_all(paths: Iterable[Path], translations: TranslationFiles = SHIPPED) -> Iterator[Document | ReadError]:
    """All documents in `paths`, files and folders; a second one with the same slug is an error that names the first."""
    origins: dict[str, str] = {}
    for path in find_files(paths):
        for result in read_documents(path, translations):
            if isinstance(result, Document):
                if result.slug in origins:
                    cause = f"its address {result.slug} is already taken in this run by {origins[result.slug]}"
                    yield ReadError(cause, "give one of them another name", origin=result.origin)
                    continue
                origins[result.slug] = result.origin
            yield result


def read_documents(path: Path, translations: TranslationFiles = SHIPPED) -> Iterator[Document | ReadError]:
    """The document in a file, or each of those in a JSON lines file, which is streamed; errors in their place.

    Each has the translation that bears its slug, and the labels that a person gave it.
    """
    origin = _printable(path)
    try:
        _refuse_odd_file(path)
        if path.suffix.lower() == JSON_LINES:
            with path.open("rb") as file:
                yield from (_completed(_from_line(line, path, origin), translations) for line in jsonl.read(file))
        else:
            yield _completed(_read_file(path, origin), translations)
    except ReadError as error:
        yield error.at(origin)
    except OSError as error:
        yield _cannot_open(error, origin)


def _completed(document: Document | ReadError, translations: TranslationFiles) -> Document | ReadError:
    """The document with its translation, and with a person's labels: those beside it, or those that are shipped."""
    if isinstance(document, ReadError):
        return document
    curated = document.curated or SHIPPED_LABELS.get(document.slug)
    return replace(document, translation=translations.get(document.slug), curated=curated)


def _printable(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _refuse_odd_file(path: Path) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.listdir(path)  # raises the error for which it was handed on as a file  # noqa: PTH208
        raise ReadError("it is a folder", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("it is no regular file", "copy its content into a file")
    ending = path.suffix.lower()
    if ending == ".toml":
        raise ReadError("a .toml is the record of the paper beside it", "name the paper; its record is read with it")
    if ending not in ENDINGS:
        raise ReadError(
            f"files ending in {ending} are not read" if ending else "its name has no ending that tells its format",
            f"use one of {' '.join(ENDINGS)}",
        )
    if ending != JSON_LINES and status.st_size > MAX_FILE_BYTES:
        raise ReadError(f"it has {status.st_size:,} bytes, and {MAX_FILE_BYTES:,} is the limit", "split it")


def _cannot_open(error: OSError, origin: str) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file", "check the name, and that it was not moved meanwhile", origin=origin)
    if isinstance(error, PermissionError):
        return ReadError("it may not be read", "give yourself the right to read it", origin=origin)
    return ReadError(f"it cannot be read ({error.strerror or error})", "check the disk and try again", origin=origin)


def _read_file(path: Path, origin: str) -> Document:
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if not data.strip():
        raise ReadError("it is empty", "put the paper's text into it or leave it out")
    ending = path.suffix.lower()
    try:
        extracted = READERS[ending](data)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # the border to parsers that may raise anything for a broken or hostile file
        cause = f"it is no {ending} file that can be read ({type(error).__name__}: {error})"
        raise ReadError(cause, "open it in its program and save it again") from error
    record = record_beside(path)
    document = Document(
        slug=slugify(path.stem),
        text=extracted.text,
        checksum=sha256(data).hexdigest(),
        format="html" if ending == ".htm" else ending[1:],
        encoding=extracted.encoding,
        origin=origin,
        record=record.bibliography if record else extracted.record,
        added_references=record.references if record else (),
        curated=labels_beside(path),
    )
    return _cleaned(document)


def _from_line(line: jsonl.Line | ReadError, path: Path, origin: str) -> Document | ReadError:
    if isinstance(line, ReadError):
        return line.at(origin)
    document = Document(
        slug=slugify(line.id),
        text=line.text,
        checksum=sha256(line.data.strip()).hexdigest(),
        format="jsonl",
        origin=f"{origin}, line {line.number}",
        record=Bibliography(title=clean(line.title)[0]) if line.title else None,
    )
    try:
        return _cleaned(document)
    except ReadError as error:
        return error.at(document.origin)


def _cleaned(document: Document) -> Document:
    """The document with nothing in its text but text. Raises ReadError when none is left or it is too much."""
    text, controls = clean(document.text)
    if not any(map(str.isalnum, text)):
        raise ReadError("it holds no text", "put the paper's text into it or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"it holds {len(text):,} characters, and {MAX_CHARACTERS:,} is the limit", "split it")
    if controls >= CONTROL_SHARE * len(text):
        raise ReadError(f"it is a binary file: {controls:,} of its characters are controls", "save it as UTF-8 text")
    glyphs = refuse_illegible(text)
    warnings = []
    if controls:
        detail = f"{controls} control characters stand as spaces."
        warnings.append(IngestWarning("control-characters", detail, facts=(("count", controls),)))
    if glyphs:
        detail = f"{glyphs} glyphs have no character behind them and stand as they are."
        warnings.append(IngestWarning("illegible-glyphs", detail, facts=(("count", glyphs),)))
    return replace(document, text=text, warnings=(*document.warnings, *warnings))
