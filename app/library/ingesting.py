"""Files → database → index: the one place where the stages of ingestion and the search index meet."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, sessionmaker

from app.catalogue import rows_to_index
from app.database import transaction
from app.ingest import store
from app.ingest.analysis import analyse
from app.ingest.reader import ReadError, find_files, read_all
from app.ingest.records import Document
from app.library.report import Failure, IngestReport
from app.models import Paper
from app.search.documents import claim_document
from app.search.request import SearchEngine
from app.vocabulary import Vocabulary


class Progress(Protocol):
    """Is told how an ingest goes on, for a bar on a terminal."""

    def start(self, total: int | None) -> None:
        """`total` documents will be read; `None` when that cannot be known beforehand."""

    def advance(self, origin: str) -> None:
        """The document from `origin` is done, well or not."""

    def indexing(self, papers: int) -> None:
        """The documents are stored; `papers` of them now go into the search index."""


class Silence:
    """Progress that nobody watches."""

    def start(self, total: int | None) -> None:
        """Says nothing."""

    def advance(self, origin: str) -> None:
        """Says nothing."""

    def indexing(self, papers: int) -> None:
        """Says nothing."""


class Ingestion:
    """Takes papers into one database and one index."""

    def __init__(self, sessions: sessionmaker[Session], vocabulary: Vocabulary, engine: SearchEngine) -> None:
        self._sessions = sessions
        self._vocabulary = vocabulary
        self._engine = engine

    def run(self, paths: Iterable[Path], progress: Progress) -> IngestReport:
        """Ingests files and folders, each paper in a transaction of its own; one that fails does not stop the rest.

        Papers that an earlier run stored but could not index are indexed too.
        """
        report = IngestReport()
        files = find_files(paths)
        progress.start(None if any(file.suffix.lower() == ".jsonl" for file in files) else len(files))
        for result in read_all(files):
            self._take(result, report)
            progress.advance(result.origin)
        with transaction(self._sessions) as session:
            report.linked = store.link_references(session)
        self._index(report, progress)
        return report

    def rebuild_index(self) -> int:
        """Builds the whole index anew from the database; answers the number of claims in it."""
        read_at = datetime.now(UTC)
        with self._sessions() as session:
            count = self._engine.rebuild(map(claim_document, rows_to_index(session)))
        self._mark_indexed(read_at)
        return count

    def unindexed(self) -> int:
        """How many papers are stored and not yet in the index."""
        with self._sessions() as session:
            return session.scalar(select(func.count(Paper.id)).where(Paper.indexed_at.is_(None))) or 0

    def _take(self, result: Document | ReadError, report: IngestReport) -> None:
        if isinstance(result, ReadError):
            report.failures.append(Failure(result.origin, str(result)))
            return
        try:
            report.add(self._store(result))
        except Exception as error:  # whatever is wrong with one paper, the others go on; the report names it
            report.failures.append(Failure(result.origin, _failure(result.origin, error)))

    def _store(self, document: Document) -> store.Saved:
        with self._sessions() as session:
            if store.is_current(session, document, self._vocabulary):
                return store.Saved(store.Outcome.UNCHANGED, store.count_stored(session, document.slug))
        analysis = analyse(document, self._vocabulary)
        with transaction(self._sessions) as session:
            return store.save(session, analysis, self._vocabulary)

    def _index(self, report: IngestReport, progress: Progress) -> None:
        """Brings the index up to date with what is stored; a failure is reported, the papers stay stored."""
        read_at = datetime.now(UTC)
        try:
            with self._sessions() as session:
                slugs = session.scalars(select(Paper.slug).where(Paper.indexed_at.is_(None)).order_by(Paper.slug)).all()
                if slugs:
                    progress.indexing(len(slugs))
                    self._engine.replace_papers(
                        {slug: map(claim_document, rows_to_index(session, [slug])) for slug in slugs}
                    )
        except Exception as error:  # the engine's own errors and the disk's: all end in the same advice
            report.index_problem = f"the papers are stored but not indexed ({_reason(error)}); run `kewai reindex`"
            return
        self._mark_indexed(read_at)

    def _mark_indexed(self, read_at: datetime) -> None:
        """Notes that the index holds every paper as it stood at `read_at`."""
        with transaction(self._sessions) as session:
            pending = Paper.indexed_at.is_(None), Paper.updated_at <= read_at
            session.execute(update(Paper).where(*pending).values(indexed_at=datetime.now(UTC)))


def _failure(origin: str, error: Exception) -> str:
    return f"{origin}: not stored ({_reason(error)}); nothing of it was kept, report this with the file"


def _reason(error: Exception) -> str:
    """The error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
