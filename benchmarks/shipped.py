"""A knowledge base in a folder of its own, for measuring."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.library import Library
from app.settings import Settings


@contextmanager
def library_in(folder: Path) -> Iterator[tuple[Library, Settings]]:
    """A library whose state lies in `folder`."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    library = Library(settings)
    library.migrate()
    try:
        yield library, settings
    finally:
        library.close()
