"""tantivy doing the work of the product: the same cuts of each claim, the same terms with the same weights.

A claim is found when it holds the words wherever they stand in it: as the bigrams of each word, one after another. Of
few such claims those are taken too that have any of the terms by which the product looks for near ones, but all of
them, for tantivy cannot keep those alone whose score is a share of the best one's; it knows no other names either.
Every claim found is ranked by all terms of `app.search.weighing`. It drops what cannot be among the 20 best itself.
"""

from collections.abc import Iterator, Mapping, Sequence

import tantivy

from app.search.analyzers import bigrams
from app.search.asked import asked_tokens
from app.search.compile import tells
from app.search.documents import index_fields
from app.search.request import ClaimDocument
from app.search.schema import WEIGHTS
from app.search.selection import ENOUGH
from app.search.weighing import ranking
from app.text.normalise import fold_text
from app.text.scripts import is_han
from benchmarks.speed.engines import Answer, TantivyIndex
from benchmarks.speed.queries import Asked

_SPACE = "\u2420"
"""Stands for a space within a term: terms are told apart by spaces."""


class SameCuts(TantivyIndex):
    """See the module."""

    fields = tuple(WEIGHTS)

    def texts(self, claim: ClaimDocument, words: Sequence[str]) -> Mapping[str, str]:
        """The terms of each field."""
        fields = index_fields(claim)
        return {name: " ".join(term.replace(" ", _SPACE) for term in fields[name]) for name in self.fields}

    def search(self, asked: Asked) -> Answer:
        """Looks for near claims when few hold all."""
        answer = self._ranked(asked, self._complete(asked))
        if asked.kind == "phrase" or answer.total >= ENOUGH:
            return answer
        return self._ranked(asked, self._any_of([self._term(*pair) for pair in ranking(asked.query()) if tells(*pair)]))

    def _ranked(self, asked: Asked, found: tantivy.Query) -> Answer:
        """The best of what is found by all terms that rank; facets are counted over it without scores."""
        unscored = tantivy.Query.const_score_query(found, 0.0)
        best = [(tantivy.Occur.Should, term) for term in self._weighted(asked)]
        return self.answer(tantivy.Query.boolean_query([(tantivy.Occur.Must, unscored), *best]), found)

    def _complete(self, asked: Asked) -> tantivy.Query:
        """All words of a query, or any where they are alternatives, or its string."""
        if asked.kind == "phrase":
            return self._holds(fold_text(asked.text))
        texts = [asked.text] if asked.kind == "question" else asked.words
        words = [self._holds(token.text) for text in texts for token in asked_tokens(text)]
        return self._any_of(words) if asked.kind == "or" else self._all_of(words)

    def _holds(self, text: str) -> tantivy.Query:
        if len(text) == 1 or not is_han(text[0]):
            return self._term("characters" if len(text) == 1 else "words", text)
        pairs = [pair.replace(" ", _SPACE) for pair in bigrams(text)]
        return (
            tantivy.Query.phrase_query(self.schema, "bigrams", pairs) if len(pairs) > 1 else self._term("bigrams", text)
        )

    def _weighted(self, asked: Asked) -> Iterator[tantivy.Query]:
        for (field, term), times in ranking(asked.query()).items():
            yield tantivy.Query.boost_query(self._term(field, term), WEIGHTS[field] * times)

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, field, term.replace(" ", _SPACE))

    def _any_of(self, parts: Sequence[tantivy.Query]) -> tantivy.Query:
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])

    def _all_of(self, parts: Sequence[tantivy.Query]) -> tantivy.Query:
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
