"""The library: what pages, API and command line work with."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Unpack

from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from app.catalogue import author_names, last_change, titles_by_slug
from app.catalogue.views import ClaimView, PaperRecord
from app.database import is_current, migrate, open_engine, session_factory
from app.ingest.analysis import analyse
from app.ingest.reader import ReadError, read_documents
from app.ingest.records import Analysis
from app.library.analysing import shipped_vocabulary
from app.library.errors import LibraryError
from app.library.ingesting import Ingestion
from app.library.names import Names
from app.library.progress import Progress, Silence
from app.library.report import IngestReport
from app.library.results import ResultPage
from app.library.searching import Results, Shown, Ways
from app.library.similar import Likeness, SameFacts, likeness_of, same_facts
from app.library.suggesting import Suggested, Suggester
from app.models import Paper
from app.search.encoders import EncoderError, open_encoder
from app.search.index import WhooshEngine
from app.search.request import NO_FILTERS, Filters, Mode, ModeUnavailableError, SearchUnavailableError
from app.settings import Settings
from app.vocabulary import Vocabulary

WARMING = ("science and technology diplomacy of two countries 科技外交", "科技外脚", "qwertzuiop")
"""Queries that need all there is to be made ready: the index, other names, meaning, names and words to suggest."""


class Library:
    """A database, a search index and a vocabulary, as the settings say. Make one for a process; threads may share it.

    Raises `LibraryError` when the settings cannot be followed. Neither makes nor changes tables: see `migrate`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._database = _open_database(settings.database_url)
        self._sessions = session_factory(self._database)
        self.vocabulary = shipped_vocabulary()
        self.engine = _open_engine(settings, self.vocabulary)
        self._same_facts: tuple[object, dict[str, SameFacts]] = (None, {})
        self._suggester: tuple[object, Suggester] | None = None
        self._names: tuple[object, Names] | None = None
        self._ingestion = Ingestion(self._sessions, self.vocabulary, self.engine)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for reading: nothing it does is committed."""
        with self._sessions() as session:
            yield session

    def migrate(self) -> bool:
        """Brings the tables up to date; answers whether there was anything to do. Raises `LibraryError`."""
        try:
            return migrate(self._database)
        except DBAPIError as error:
            raise _unusable(error) from error

    def link(self) -> int:
        """Brings works up to date with what is stored; see `Ingestion.link`. Cheap where nothing changed."""
        return self._ingestion.link()

    def is_empty(self) -> bool:
        """Whether no paper is stored."""
        with self._sessions() as session:
            return not session.scalar(select(func.count(Paper.id)))

    def ingest(self, paths: Iterable[Path], progress: Progress | None = None) -> IngestReport:
        """Adds or updates papers from files and folders, then brings links and index up to date."""
        return self._ingestion.run(paths, progress or Silence())

    def remove(self, slug: str) -> bool:
        """Takes a paper out of database and index; its addresses say so from now on. Answers whether it was here.

        Raises `LibraryError` when it went from the database but not from the index.
        """
        return self._ingestion.remove(slug)

    def analyse(self, path: Path) -> Analysis:
        """The analysis of the one document in a file, stored nowhere. Raises `ReadError` if it cannot be read."""
        results = list(read_documents(path))
        if len(results) != 1:
            raise ReadError(f"it holds {len(results)} documents", "give a file of one", origin=str(path))
        if isinstance(results[0], ReadError):
            raise results[0]
        return analyse(results[0], self.vocabulary)

    def reindex(self, progress: Progress | None = None) -> int:
        """Rebuilds the search index from the database; answers the number of claims in it.

        Raises `LibraryError` when the encoder fails; the index is then as it was.
        """
        try:
            return self._ingestion.rebuild_index(progress or Silence())
        except EncoderError as error:
            raise LibraryError(f"the index stays as it was: {error}") from error

    @contextmanager
    def results(self, query: str, **ways: Unpack[Ways]) -> Iterator[Results]:
        """What a text in the query language finds, to be asked for several pages: see `Results`."""
        with self._sessions() as session:
            yield Results(session, self.engine, self.names(session), query, **ways)

    def search(
        self,
        query: str,
        filters: Filters = NO_FILTERS,
        *,
        mode: Mode = Mode.HYBRID,
        synonyms: bool = True,
        **shown: Unpack[Shown],
    ) -> ResultPage:
        """One page of it; with `synonyms` it is looked for by the other names of what it asks, too.

        Raises `UnknownCodeError` for a filter that names nothing, `ModeUnavailableError` for a mode that there is
        not, and `SearchUnavailableError` when the index cannot be used.
        """
        with self.results(query, mode=mode, synonyms=synonyms) as results:
            return results.page(filters, **shown)

    def find_all(self, query: str, filters: Filters = NO_FILTERS, **ways: Unpack[Ways]) -> Iterator[ClaimView]:
        """Every claim found, in the order of the papers. Raises as `search` does."""
        with self.results(query, **ways) as results:
            yield from results.claims(filters)

    def find_papers(self, query: str, filters: Filters = NO_FILTERS, **ways: Unpack[Ways]) -> tuple[PaperRecord, ...]:
        """The papers of all claims found, in order. Raises as `search` does."""
        with self.results(query, **ways) as results:
            return results.papers(filters)

    def suggest(self, text: str, locale: str, limit: int = 8) -> tuple[Suggested, ...]:
        """Names that begin with what is being typed; see `Suggester.suggest`. They are collected after each change."""
        with self._sessions() as session:
            version = last_change(session)
            if self._suggester is None or self._suggester[0] != version:
                made = Suggester(self.vocabulary, titles_by_slug(session), author_names(session))
                self._suggester = (version, made)
            return self._suggester[1].suggest(text, locale, limit)

    def warm(self) -> None:
        """Makes ready what the first search and the first suggestion would otherwise wait for.

        Raises nothing: a library that cannot be used says so when it is asked.
        """
        with suppress(DBAPIError, SearchUnavailableError, ModeUnavailableError):
            self.suggest("kewai", "en")
            for query in WARMING:
                self.search(query)

    def likeness(self, uid: str) -> Likeness | None:
        """What is like one claim, in its own paper and in others: see `similar.likeness_of`."""
        with self._sessions() as session:
            return likeness_of(session, self.engine, uid)

    def same_facts(self, paper: str) -> SameFacts:
        """For each claim of a paper, by uid, the claims of other papers that tell the same fact; see `similar`.

        The first answer for a paper searches by each of its vectors; it is kept until any paper changes.
        """
        with self._sessions() as session:
            version = last_change(session)
            if self._same_facts[0] != version:
                self._same_facts = (version, {})
            kept = self._same_facts[1]
            if paper not in kept:
                kept[paper] = same_facts(session, self.engine, paper)
            return kept[paper]

    def names(self, session: Session) -> Names:
        """Codes and names as they stand now, those of papers among them. They are read after each change."""
        version = last_change(session)
        if self._names is None or self._names[0] != version:
            self._names = (version, Names(self.vocabulary, titles_by_slug(session)))
        return self._names[1]

    def check(self) -> str | None:
        """`None` when database and index are usable, otherwise one line that says what is wrong and what to do."""
        try:
            with self._sessions() as session:
                session.execute(text("SELECT 1"))
            if not is_current(self._database):
                return "the database's tables are not up to date; run `kewai serve` or `kewai ingest`, which migrate"
            pending = self._ingestion.unindexed()
        except DBAPIError as error:
            return str(_unusable(error))
        if problem := self.engine.check():
            return problem
        return f"{pending} papers are not in the search index; run `kewai reindex`" if pending else None

    def close(self) -> None:
        """Lets go of the database's connections and the index's files."""
        self.engine.close()
        self._database.dispose()


def _open_database(url: str) -> Engine:
    try:
        return open_engine(url)
    except (ArgumentError, NoSuchModuleError) as error:
        raise LibraryError(
            "KEWAI_DATABASE_URL is no database URL; write it as sqlite:///var/kewai.db or postgresql+psycopg://…"
        ) from error
    except ModuleNotFoundError as error:
        raise LibraryError(
            f"KEWAI_DATABASE_URL needs the Python package {error.name!r}, which is not shipped; install it beside kewai"
        ) from error
    except OSError as error:
        raise LibraryError(f"the database's folder cannot be made ({error}); change KEWAI_DATABASE_URL") from error


def _open_engine(settings: Settings, vocabulary: Vocabulary) -> WhooshEngine:
    if settings.search_url:
        raise LibraryError("KEWAI_SEARCH_URL is set, but this version has the embedded index only; leave it empty")
    try:
        return WhooshEngine(settings.index_dir, vocabulary, open_encoder(settings.encoder))
    except EncoderError as error:
        raise LibraryError(str(error)) from error


def _unusable(error: DBAPIError) -> LibraryError:
    cause = " ".join(str(error.orig).split())
    return LibraryError(f"the database cannot be used ({cause}); check KEWAI_DATABASE_URL and the disk")
