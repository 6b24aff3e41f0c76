"""Where a quotation stands in its source, for annotations and for links to it.

Sources: Web Annotation Data Model (W3C Recommendation, 2017), 4.2.4 and 4.2.5; URL Fragment Text Directives (WICG).
"""

from typing import Any
from urllib.parse import quote

_WHOLE = 60
"""Characters up to which a text directive holds all of a quotation; a longer one gives its two ends."""
_END = 20


def selectors(exact: str, prefix: str, suffix: str, start: int, end: int) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector; offsets count characters of the source from 0."""
    return [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def text_link(address: str, text: str) -> str:
    """`address` with a text directive that leads to `text` on its page: `…#c-abc:~:text=…`."""
    directive = _encoded(text) if len(text) <= _WHOLE else f"{_encoded(text[:_END])},{_encoded(text[-_END:])}"
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _encoded(text: str) -> str:
    """Commas, ampersands and hyphens have a meaning in a directive, and are encoded too."""
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
