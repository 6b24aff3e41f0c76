"""What the API answers, for the command line."""

from collections.abc import Iterator

from app.api.exporting import OF_CLAIMS, export_claims, export_papers
from app.api.shapes import Shaper
from app.cite import Format
from app.library import Library, ResultPage
from app.library.names import Names
from app.search.request import Filters, Mode


def as_api_answers(library: Library, page: ResultPage) -> str:
    """A page of results as the JSON of `/api/v1/search`."""
    return _shaper(library).search(page).model_dump_json(indent=1)


def exported(library: Library, query: str, filters: Filters, mode: Mode, format: Format, style: str) -> Iterator[str]:
    """The claims that a query finds, or the papers they stand in, as a file piece by piece."""
    if format in OF_CLAIMS:
        return export_claims(library.find_all(query, filters, mode=mode), format, _shaper(library))
    return export_papers(library.find_papers(query, filters, mode=mode), format, style)


def _shaper(library: Library) -> Shaper:
    return Shaper(library.settings.base_url, Names(library.vocabulary, {}))
