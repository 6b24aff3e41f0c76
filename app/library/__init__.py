"""The library joins what must not know each other: it ingests then indexes, and turns search hits into rows."""

from app.library.core import Library
from app.library.errors import LibraryError, UnknownCodeError
from app.library.progress import Progress
from app.library.report import Failure, IngestReport
from app.library.results import FacetValue, ResultPage, SearchHit
from app.library.searching import Results
from app.search.request import ModeUnavailableError, SearchUnavailableError

__all__ = [
    "FacetValue",
    "Failure",
    "IngestReport",
    "Library",
    "LibraryError",
    "ModeUnavailableError",
    "Progress",
    "ResultPage",
    "Results",
    "SearchHit",
    "SearchUnavailableError",
    "UnknownCodeError",
]
