"""First and last page of a printed range."""

import re

_RANGE = re.compile(r"\s*([A-Za-z]?[0-9]+)(?:\s*[-–—~～至到]+\s*([A-Za-z]?[0-9]+))?")


def first_and_last(pages: str | None) -> tuple[str | None, str | None]:
    """`40-47` → 40 and 47; `40` → 40 and nothing; of several ranges the first begins and the last ends.

    >>> first_and_last("40—47, 53"), first_and_last("e12"), first_and_last("见前")
    (('40', '53'), ('e12', None), (None, None))
    """
    found = [(match[1], match[2] or match[1]) for match in _RANGE.finditer(pages or "")]
    if not found:
        return None, None
    first, last = found[0][0], found[-1][1]
    return first, None if last == first else last
