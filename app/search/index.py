"""The embedded engine: a Whoosh index in a folder, read by several threads and processes while one writes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path

from app.search.alike import Alike, alike
from app.search.compile import Classes
from app.search.embedding import Kept
from app.search.encoders import Encoder
from app.search.meaning import Meaning
from app.search.request import (
    ClaimDocument,
    Inquiry,
    Mode,
    ModeUnavailableError,
    SearchRequest,
    SearchResult,
    SearchUnavailableError,
    Told,
    nobody,
)
from app.search.searcher import Inquirer, Known
from app.search.snapshots import Snapshots, verify
from app.search.storage import Build, IndexFolder
from app.search.suggest import searchable
from app.search.synonyms import Synonyms
from app.search.wordlist import Wordlist
from app.search.writing import Fields, committing, fields_of, write, write_all
from app.text.words import load_user_words
from app.vocabulary import Vocabulary, load_vocabulary

_ATTEMPTS = 5


class WhooshEngine:
    """Implements `request.SearchEngine` on the folder `index_dir`; `vocabulary` is the shipped one by default.

    Without an encoder there is no search by meaning.
    """

    def __init__(self, index_dir: Path, vocabulary: Vocabulary | None = None, encoder: Encoder | None = None) -> None:
        self._folder = IndexFolder(index_dir)
        vocabulary = vocabulary or load_vocabulary()
        self._classes: Classes = {
            group.code: tuple(kind.code for kind in group.instruments) for group in vocabulary.instrument_classes
        }
        self._vocabulary = vocabulary
        self._words = tuple(vocabulary.user_words())
        load_user_words(self._words)
        self._encoder = encoder
        self._snapshots = Snapshots(self._folder)
        self._verified: object = None

    @cached_property
    def _names(self) -> Wordlist:
        """Names of the vocabulary that may be suggested; folding them all takes a moment."""
        known = self._vocabulary
        registries = (known.glossary, known.instruments, known.named_instruments, known.countries)
        return Wordlist(searchable(name for registry in registries for entry in registry for name in entry.names()))

    @cached_property
    def _synonyms(self) -> Synonyms:
        """Other names of what is asked; made for the first search."""
        return Synonyms(self._vocabulary)

    def search(self, request: SearchRequest) -> SearchResult:
        """Finds claims by words, by meaning, or both; without vectors `HYBRID` is answered by words.

        See `SearchEngine` for what is raised.
        """
        return self.inquire(request).answer(request)

    def inquire(self, request: SearchRequest) -> Inquiry:
        """For several requests with one query. See `SearchEngine`."""
        with self._explaining():
            snapshot = self._snapshots.current()
            meaning = Meaning(self._encoder) if self._encoder and snapshot.vectors(self._encoder.name) else None
        if meaning is None and request.mode is Mode.SEMANTIC:
            raise ModeUnavailableError(request.mode, (Mode.HYBRID, Mode.KEYWORD), self._without_meaning())
        known = Known(self._classes, lambda: self._names, self._synonyms.find, meaning)
        return Inquirer(snapshot, request, known, self._explaining)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Says what is wrong with the index when something is: a damaged file makes Whoosh and numpy raise anything."""
        try:
            yield
        except SearchUnavailableError:
            raise
        except Exception as error:
            if problem := self.check():
                raise SearchUnavailableError(problem) from error
            raise

    def alike(self, paper: str, uids: Collection[str], most: int) -> Alike:
        """For each of the claims of a paper the `most` of the nearest meaning; nothing without vectors.

        Raises `SearchUnavailableError` when there is no usable index.
        """
        snapshot = self._snapshots.current()
        return alike(snapshot, self._encoder.name, paper, uids, most) if self._encoder else {}

    def _without_meaning(self) -> str:
        if self._encoder is None:
            return "KEWAI_ENCODER is none; name an encoder, then run `kewai reindex`"
        return f"the index has no vectors of {self._encoder.name}; run `kewai reindex`"

    def replace_papers(
        self, papers: Mapping[str, Iterable[ClaimDocument]], written: Told = nobody, *, vectors: bool = True
    ) -> None:
        """Puts each paper's claims in place of what was there, all in one commit. See `SearchEngine`.

        Small segments are not joined without vectors, which costs more than the commit: the vectors are to follow.
        """
        with self._folder.writing():
            if not self._folder.exists:
                self._folder.swap_in(self._folder.new_build())
            build = self._folder.open()
            documents = chain.from_iterable(papers.values())
            with committing(build.index, merge=vectors) as writer:
                for slug in papers:
                    writer.delete_by_term("of_paper", slug)
                write(writer, self._fields(documents, build, vectors=vectors), written)

    def rebuild(self, documents: Iterable[ClaimDocument], written: Told = nobody) -> int:
        """Builds a new index beside the current one, which serves meanwhile, and swaps it in. See `SearchEngine`."""
        with self._folder.writing():
            built = self._folder.new_build()
            count = write_all(built.index, self._fields(documents, self._folder.open_any()), written)
            self._folder.swap_in(built)
        return count

    def _fields(
        self, documents: Iterable[ClaimDocument], old: Build | None, *, vectors: bool = True
    ) -> Iterator[Fields]:
        """What is written of the documents; vectors of texts that the old index has are taken from there."""
        return fields_of(documents, self._words, self._encoder if vectors else None, Kept.of(old, self._encoder))

    def check(self) -> str | None:
        """Reads through the index, unless its files are those that were read last. See `SearchEngine`."""
        try:
            for _ in range(_ATTEMPTS):
                files = self._folder.files()
                if files == self._verified or self._verify(files):
                    return None
        except SearchUnavailableError as error:
            return str(error)
        return f"the search index in {self._folder.folder} is being written to all the time; try again"

    def _verify(self, files: object) -> bool:
        """Whether the index is sound; false, too, when a commit came between, so that nothing can be said."""
        try:
            verify(self._folder.open())
        except SearchUnavailableError:
            if self._folder.files() == files:
                raise
            return False
        self._verified = files
        return True

    def close(self) -> None:
        """Lets go of open files; a later search opens them again."""
        self._snapshots.close()
