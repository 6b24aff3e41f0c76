"""The engines behind one face: build from claims, answer top 20, exact total and five facets."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import tantivy
from markupsafe import Markup

from app.search.encoders import Encoder
from app.search.highlight import highlight_all
from app.search.index import WhooshEngine
from app.search.meaning import _vector
from app.search.request import FACETS, ClaimDocument, Mode, SearchRequest
from benchmarks.speed.queries import Asked

LIMIT = 20
_MOST_VALUES = 10_000
"""More than any facet has."""


@dataclass(frozen=True)
class Answer:
    """What an engine answers."""

    hits: Sequence[str]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    highlights: Sequence[Markup] = ()


class Engine(Protocol):
    """One that is measured."""

    def build(self, claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]]) -> None:
        """Fills an empty index with claims, whose words are given."""

    def search(self, asked: Asked) -> Answer:
        """The 20 best, the total, the facets."""


class Kewai:
    """The product's engine, with the marks in the texts shown; texts come from memory as they do from the database."""

    def __init__(
        self,
        folder: Path,
        claims: Iterable[ClaimDocument],
        encoder: Encoder | None = None,
        mode: Mode = Mode.HYBRID,
    ) -> None:
        self.engine = WhooshEngine(folder, encoder=encoder)
        self._mode = mode
        self._texts = {claim.uid: claim.text for claim in claims}

    def build(self, claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]]) -> None:
        """Cuts the claims itself."""
        self.engine.rebuild(claims)

    def search(self, asked: Asked) -> Answer:
        """Highlights too. With an encoder each query is encoded anew, though it was asked before."""
        _vector.cache_clear()
        query = asked.query()
        result = self.engine.search(SearchRequest(query, mode=self._mode, limit=LIMIT))
        uids = [hit.uid for hit in result.hits]
        return Answer(uids, result.total, result.facets, highlight_all([self._texts[uid] for uid in uids], query))


class TantivyIndex:
    """An index of tantivy with positions; facets are aggregations over fast fields."""

    fields: tuple[str, ...] = ("text",)

    def __init__(self, folder: Path) -> None:
        schema = tantivy.SchemaBuilder().add_text_field("uid", stored=True, tokenizer_name="raw")
        for name in self.fields:
            schema.add_text_field(name, tokenizer_name="whitespace")
        for name in FACETS:
            schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        folder.mkdir(parents=True, exist_ok=True)
        self.schema = schema.build()
        self._index = tantivy.Index(self.schema, str(folder))
        self._facets = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in FACETS}
        self._searcher = self._index.searcher()

    def build(self, claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]]) -> None:
        """One commit, one thread."""
        writer = self._index.writer(256_000_000, 1)
        for claim, row in zip(claims, words, strict=True):
            texts = {name: [text] for name, text in self.texts(claim, row).items()}
            writer.add_document(tantivy.Document(uid=[claim.uid], **texts, **_values(claim)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def texts(self, claim: ClaimDocument, words: Sequence[str]) -> Mapping[str, str]:
        """What each of the `fields` holds of a claim, of which the words are given: terms with spaces between."""
        return {"text": " ".join(words)}

    def answer(self, ranked: tantivy.Query, found: tantivy.Query) -> Answer:
        """One search for hits and total, one aggregation for all facets over all that is found."""
        result = self._searcher.search(ranked, LIMIT)
        uids = [self._searcher.doc(address)["uid"][0] for _, address in result.hits]
        buckets = self._searcher.aggregate(found, self._facets)
        facets = {name: {b["key"]: b["doc_count"] for b in buckets[name]["buckets"]} for name in FACETS}
        return Answer(uids, result.count or 0, facets)


class Tantivy(TantivyIndex):
    """tantivy on words cut by the product's segmenter, by which it ranks."""

    def search(self, asked: Asked) -> Answer:
        """All words of a query, or any where they are alternatives, or its words as a phrase."""
        query = self._query(asked)
        return self.answer(query, query)

    def _query(self, asked: Asked) -> tantivy.Query:
        if asked.kind == "phrase":
            return tantivy.Query.phrase_query(self.schema, "text", list(asked.words))
        terms = [tantivy.Query.term_query(self.schema, "text", word) for word in asked.words]
        how = tantivy.Occur.Should if asked.kind in ("or", "question") else tantivy.Occur.Must
        return tantivy.Query.boolean_query([(how, term) for term in terms])


class Fts5:
    """SQLite's FTS5 on the same words, facets by GROUP BY over what was found."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "fts5.db")
        self._db.execute("PRAGMA cache_size = -262144")
        self._db.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")

    def build(self, claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]]) -> None:
        """One transaction."""
        self._db.executescript(
            "CREATE VIRTUAL TABLE text USING fts5(words, content='', tokenize='unicode61');"
            "CREATE TABLE claim (id INTEGER PRIMARY KEY, uid TEXT, paper TEXT, type TEXT, year TEXT);"
            "CREATE TABLE country (id INTEGER, code TEXT); CREATE TABLE instrument (id INTEGER, code TEXT);"
        )
        with self._db:
            self._db.executemany("INSERT INTO text (rowid, words) VALUES (?, ?)", enumerate(map(" ".join, words)))
            rows = ((i, c.uid, c.paper, c.type, c.year and str(c.year)) for i, c in enumerate(claims))
            self._db.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?)", rows)
            for table, name in (("country", "countries"), ("instrument", "instruments")):
                pairs = ((i, code) for i, c in enumerate(claims) for code in getattr(c, name))
                self._db.executemany(f"INSERT INTO {table} VALUES (?, ?)", pairs)  # noqa: S608
                self._db.execute(f"CREATE INDEX {table}_id ON {table} (id, code)")

    def search(self, asked: Asked) -> Answer:
        """The documents found go into a temporary table once; total and facets are counted from it."""
        match, ask = self._match(asked), self._db.execute
        best = "SELECT uid FROM text JOIN claim ON id = text.rowid WHERE text MATCH ? ORDER BY rank LIMIT ?"
        hits = [uid for (uid,) in ask(best, (match, LIMIT))]
        ask("DELETE FROM found")
        ask("INSERT INTO found SELECT rowid FROM text WHERE text MATCH ?", (match,))
        facets = {}
        for name in FACETS:
            table, column = (name, "code") if name in ("country", "instrument") else ("claim", name)
            counted = f"SELECT {column}, count(*) FROM found JOIN {table} USING (id) GROUP BY 1 ORDER BY 2 DESC"  # noqa: S608
            facets[name] = {value: number for value, number in ask(counted) if value is not None}
        return Answer(hits, ask("SELECT count(*) FROM found").fetchone()[0], facets)

    def _match(self, asked: Asked) -> str:
        if asked.kind == "phrase":
            return f'"{" ".join(asked.words)}"'
        joined = " OR " if asked.kind in ("or", "question") else " AND "
        return joined.join(f'"{word}"' for word in asked.words)


def _values(claim: ClaimDocument) -> dict[str, list[str]]:
    return {
        "country": list(claim.countries),
        "instrument": list(claim.instruments),
        "type": [claim.type],
        "paper": [claim.paper],
        "year": [str(claim.year)] if claim.year else [],
    }
