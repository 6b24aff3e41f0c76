"""Files → database → index: the one place where the stages of ingestion and the search index meet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, sessionmaker

from app import resources
from app.catalogue import rows_to_index
from app.database import transaction
from app.ingest import store
from app.ingest.preparing import PaperRows
from app.ingest.reader import ReadError, find_files, read_all
from app.ingest.records import Document
from app.ingest.works import read_decisions
from app.library.analysing import Settled, Unchanged, analysed, reason
from app.library.errors import LibraryError
from app.library.progress import Progress
from app.library.report import Failure, IngestReport
from app.models import Claim, Paper
from app.processes import keeping
from app.search.documents import claim_document
from app.search.request import ClaimDocument, SearchEngine
from app.vocabulary import Vocabulary

_TOGETHER = 50_000
"""Claims that go into the index in one commit: they are its segment, and what is written of it is in memory."""
_FEW = 1000
"""Claims up to which they can be found by their words first, before a model is read to make their vectors."""
_READ = 1000
"""Claims that are read from the database at once."""


class Ingestion:
    """Takes papers into one database and one index."""

    def __init__(self, sessions: sessionmaker[Session], vocabulary: Vocabulary, engine: SearchEngine) -> None:
        self._sessions = sessions
        self._vocabulary = vocabulary
        self._engine = engine

    def run(self, paths: Iterable[Path], progress: Progress) -> IngestReport:
        """Ingests files and folders, each paper in a transaction of its own; one that fails does not stop the rest.

        Papers that an earlier run stored but could not index are indexed too. A few can be found by their words before
        works and links are brought up to date and a model is read to make their vectors.
        """
        report = IngestReport()
        files = find_files(paths)
        progress.start(None if any(file.suffix.lower() == ".jsonl" for file in files) else len(files))
        for result in analysed(map(self._settled, read_all(files))):
            progress.advance(self._take(result, report))
        with _index_problems(report):
            claims = self._claims_to_index()
            if 0 < claims.total() <= _FEW:
                self._index_words(claims)
        report.linked = self.link()
        if not report.index_problem:
            with _index_problems(report):
                self._index(claims, progress)
        return report

    def remove(self, slug: str) -> bool:
        """Takes a paper out, then its claims out of the index; answers whether there was such a paper.

        Raises `LibraryError` when the index keeps what the database has no more.
        """
        with transaction(self._sessions) as session:
            if not store.remove(session, slug):
                return False
            store.link_references(session, read_decisions(resources.WORKS))
        try:
            self._engine.replace_papers({slug: ()})
        except Exception as error:
            raise LibraryError(
                f"{slug} is removed, but not from the index ({reason(error)}); run `kewai reindex`"
            ) from error
        return True

    def link(self) -> int:
        """Brings works and links between papers up to date; answers how many references changed their paper here.

        Raises `ReadError` when the decisions on works cannot be read.
        """
        decisions = read_decisions(resources.WORKS)
        with transaction(self._sessions) as session:
            return store.link_references(session, decisions)

    def rebuild_index(self, progress: Progress) -> int:
        """Builds the whole index anew from the database; answers the number of claims in it.

        Raises `EncoderError` when the encoder fails; the index is then as it was.
        """
        read_at = datetime.now(UTC)
        with self._sessions() as session:
            progress.indexing(session.scalar(select(func.count(Claim.id))) or 0)
            count = self._engine.rebuild(map(claim_document, rows_to_index(session)), progress.indexed)
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

    def _index(self, claims: Mapping[str, int], progress: Progress) -> None:
        """Brings the index up to date with what is stored of some papers, with vectors."""
        if claims:
            progress.indexing(sum(claims.values()))
        with keeping():
            for part in _parts(claims, _TOGETHER):
                self._index_some(part, progress)

    def _claims_to_index(self) -> Counter[str]:
        """The papers that the index does not hold as they are stored, with the number of their claims."""
        counted = (
            select(Paper.slug, func.count(Claim.id).label("claims")).outerjoin(Claim).where(Paper.indexed_at.is_(None))
        )
        with self._sessions() as session:
            rows = session.execute(counted.group_by(Paper.slug).order_by(Paper.slug)).all()
        return Counter({row.slug: row.claims for row in rows})

    def _index_words(self, claims: Mapping[str, int]) -> None:
        """Makes some papers known by their words; they are not noted as indexed, since their vectors are to follow."""
        with self._sessions() as session:
            self._engine.replace_papers(_documents(session, claims), vectors=False)

    def _index_some(self, claims: Mapping[str, int], progress: Progress) -> None:
        """Puts the claims of some papers into the index, all in one commit, and notes that they are there."""
        read_at = datetime.now(UTC)
        with self._sessions() as session:
            self._engine.replace_papers(_documents(session, claims), progress.indexed)
        for part in _parts(claims, _READ):
            self._mark_indexed(read_at, tuple(part))

    def _mark_indexed(self, read_at: datetime, slugs: Sequence[str] | None = None) -> None:
        """Notes that the index holds these papers, or all, as they stood at `read_at`."""
        pending = update(Paper).where(Paper.indexed_at.is_(None), Paper.updated_at <= read_at)
        with transaction(self._sessions) as session:
            some = pending if slugs is None else pending.where(Paper.slug.in_(slugs))
            session.execute(some.values(indexed_at=datetime.now(UTC)))


@contextmanager
def _index_problems(report: IngestReport) -> Iterator[None]:
    """Notes in the report what goes wrong with the index; the papers stay stored."""
    try:
        yield
    except Exception as error:  # the engine's own errors and the disk's: all end in the same advice
        report.index_problem = f"the papers are stored but not indexed ({reason(error)}); run `kewai reindex`"


def _documents(session: Session, claims: Mapping[str, int]) -> dict[str, Iterable[ClaimDocument]]:
    """By paper its documents for the index, read for many papers at once when those of the first are asked for."""

    @lru_cache(maxsize=1)
    def read(slugs: tuple[str, ...]) -> Mapping[str, list[ClaimDocument]]:
        papers: dict[str, list[ClaimDocument]] = {slug: [] for slug in slugs}
        for document in map(claim_document, rows_to_index(session, slugs)):
            papers[document.paper].append(document)
        return papers

    def of_paper(slug: str, slugs: tuple[str, ...]) -> Iterator[ClaimDocument]:
        yield from read(slugs)[slug]

    return {slug: of_paper(slug, tuple(part)) for part in _parts(claims, _READ) for slug in part}


def _parts(claims: Mapping[str, int], most: int) -> Iterator[dict[str, int]]:
    """Papers with the number of their claims in parts, each of at most `most` claims and papers, or of one paper."""
    part: dict[str, int] = {}
    weight = 0
    for slug, number in claims.items():
        weight += max(number, 1)
        if part and weight > most:
            yield part
            part, weight = {}, max(number, 1)
        part[slug] = number
    if part:
        yield part


def _failure(origin: str, cause: str) -> str:
    return f"{origin}: not stored ({cause}); nothing of it was kept, report this with the file"
