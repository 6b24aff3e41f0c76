"""Files → database → index: the one place where the stages of ingestion and the search index meet."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, sessionmaker

from app.catalogue import rows_to_index
from app.database import transaction
from app.ingest import store
from app.ingest.preparing import PaperRows
from app.ingest.reader import ReadError, find_files, read_all
from app.ingest.records import Document
from app.library.analysing import Settled, Unchanged, analysed, reason
from app.library.errors import LibraryError
from app.library.report import Failure, IngestReport
from app.models import Paper
from app.search.documents import claim_document
from app.search.request import ClaimDocument, SearchEngine
from app.vocabulary import Vocabulary

_TOGETHER = 200
"""Papers that go into the index in one commit: their claims are in memory meanwhile."""


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
        for result in analysed(map(self._settled, read_all(files))):
            progress.advance(self._take(result, report))
        with transaction(self._sessions) as session:
            report.linked = store.link_references(session)
        self._index(report, progress)
        return report

    def remove(self, slug: str) -> bool:
        """Takes a paper out, then its claims out of the index; answers whether there was such a paper.

        Raises `LibraryError` when the index keeps what the database has no more.
        """
        with transaction(self._sessions) as session:
            if not store.remove(session, slug):
                return False
            store.link_references(session)
        try:
            self._engine.replace_papers({slug: ()})
        except Exception as error:
            raise LibraryError(
                f"{slug} is removed, but not from the index ({reason(error)}); run `kewai reindex`"
            ) from error
        return True

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

    def _settled(self, result: Document | ReadError) -> Document | Settled:
        """A document only if it was read and its analysis is not in the database already."""
        if isinstance(result, ReadError):
            return Failure(result.origin, str(result))
        try:
            with self._sessions() as session:
                if store.is_current(session, result, self._vocabulary):
                    counts = store.count_stored(session, result.slug)
                    return Unchanged(result.origin, store.Saved(store.Outcome.UNCHANGED, counts))
        except Exception as error:  # whatever is wrong with one paper, the others go on; the report names it
            return Failure(result.origin, _failure(result.origin, reason(error)))
        return result

    def _take(self, result: Settled | tuple[Document, PaperRows | str], report: IngestReport) -> str:
        """Stores what was analysed and notes in the report what became of it; answers where it comes from."""
        if isinstance(result, Failure):
            report.failures.append(result)
            return result.origin
        if isinstance(result, Unchanged):
            report.add(result.saved)
            return result.origin
        document, rows = result
        try:
            if isinstance(rows, str):
                report.failures.append(Failure(document.origin, _failure(document.origin, rows)))
            else:
                with transaction(self._sessions) as session:
                    saved = store.save(session, rows)
                report.add(saved)
        except Exception as error:  # whatever is wrong with one paper, the others go on; the report names it
            report.failures.append(Failure(document.origin, _failure(document.origin, reason(error))))
        return document.origin

    def _index(self, report: IngestReport, progress: Progress) -> None:
        """Brings the index up to date with what is stored; a failure is reported, the papers stay stored."""
        try:
            with self._sessions() as session:
                slugs = session.scalars(select(Paper.slug).where(Paper.indexed_at.is_(None)).order_by(Paper.slug)).all()
            if slugs:
                progress.indexing(len(slugs))
            for start in range(0, len(slugs), _TOGETHER):
                self._index_some(slugs[start : start + _TOGETHER])
        except Exception as error:  # the engine's own errors and the disk's: all end in the same advice
            report.index_problem = f"the papers are stored but not indexed ({reason(error)}); run `kewai reindex`"

    def _index_some(self, slugs: Sequence[str]) -> None:
        """Puts the claims of some papers into the index, all in one commit, and notes that they are there."""
        read_at = datetime.now(UTC)
        papers: dict[str, list[ClaimDocument]] = {slug: [] for slug in slugs}
        with self._sessions() as session:
            for document in map(claim_document, rows_to_index(session, slugs)):
                papers[document.paper].append(document)
        self._engine.replace_papers(papers)
        self._mark_indexed(read_at, slugs)

    def _mark_indexed(self, read_at: datetime, slugs: Sequence[str] | None = None) -> None:
        """Notes that the index holds these papers, or all, as they stood at `read_at`."""
        pending = update(Paper).where(Paper.indexed_at.is_(None), Paper.updated_at <= read_at)
        with transaction(self._sessions) as session:
            some = pending if slugs is None else pending.where(Paper.slug.in_(slugs))
            session.execute(some.values(indexed_at=datetime.now(UTC)))


def _failure(origin: str, cause: str) -> str:
    return f"{origin}: not stored ({cause}); nothing of it was kept, report this with the file"
