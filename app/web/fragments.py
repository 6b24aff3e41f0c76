"""Parts of pages that are drawn once for the same values, such as what stands under a claim wherever it is listed."""

from collections.abc import Callable, Hashable
from functools import lru_cache

from markupsafe import Markup

from app.web.citing import Reader, reader

KEPT = 4096
"""Parts that are kept, the longest unused forgotten first: some 2 KB each."""


def keeping(size: int = KEPT) -> Callable[..., Markup]:
    """`kept(macro, *values)`: what the macro draws of the values for the reader of the page, drawn once.

    The values are the key, as they are and not by a name, so what is kept can never be out of date. A macro must draw
    by nothing else but them and the reader. Raises `TypeError` for values that have no hash.
    """

    @lru_cache(maxsize=size)
    def drawn(macro: Callable[..., Markup], _: Reader, values: tuple[Hashable, ...]) -> Markup:
        return macro(*values)

    def kept(macro: Callable[..., Markup], *values: Hashable) -> Markup:
        return drawn(macro, reader(), values)

    return kept
