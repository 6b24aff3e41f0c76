"""Kinds of documents: those that have the same values of some facets, so that they need not be looked at one by one."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from app.search.column_readers import CodesReader
from app.search.numbers import Places


class Kinds:
    """The documents of a segment by the combinations of values that they have of some facets."""

    def __init__(self, columns: Mapping[str, CodesReader], documents: int) -> None:
        kinds = np.zeros(documents, dtype=np.intp)
        for column in columns.values():
            for having, codes in column.by_rank():
                keys = kinds[having] * len(column.values) + codes
                kinds[having] = kinds.max(initial=0) + 1 + np.unique(keys, return_inverse=True)[1]
        _, examples, self._kinds = np.unique(kinds, return_index=True, return_inverse=True)
        self.number = len(examples)
        """How many there are."""
        self.values = {name: column.of(examples) for name, column in columns.items()}
        """Facet → for each value of each kind the number of the kind, and that of the value."""

    def counts(self, documents: Places) -> NDArray[np.int64]:
        """How many of the documents are of each kind."""
        return np.bincount(self._kinds.take(documents), minlength=self.number)
