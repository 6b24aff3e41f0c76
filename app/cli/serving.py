"""`kewai serve`: makes sure that there is something to serve, then serves it."""

import sys

from app import resources
from app.cli.progress import progress_bar
from app.library import Library
from app.settings import Settings

LONGEST_ADDRESS = 4 << 20
"""Bytes of an address that reach the site, which then says what is wrong with it: a megabyte of Chinese is three when
it is encoded. What is longer gets the bare 400 of the server."""


def prepare(library: Library) -> None:
    """Migrates the database and links what is there, ingests the shipped papers if it is empty, and rebuilds an index
    that cannot be used.
    """
    if library.migrate():
        library.link()
    if library.is_empty():
        with progress_bar() as bar:
            report = library.ingest([resources.PAPERS], bar)
        for failure in report.failures:
            print(f"kewai: {failure.message}", file=sys.stderr)
        print(report.summary(), file=sys.stderr)
    if problem := library.engine.check():
        print(f"kewai: {problem}; rebuilding the index", file=sys.stderr)
        library.reindex()


def serve(settings: Settings, workers: int) -> None:
    """Serves until it is stopped. Each worker process makes its own application from the environment."""
    import uvicorn

    uvicorn.run(
        "app.main:from_environment",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        loop="app.cli.sharing:SharingLoop" if workers > 1 else "auto",
        proxy_headers=True,
        server_header=False,
        h11_max_incomplete_event_size=LONGEST_ADDRESS,
    )
