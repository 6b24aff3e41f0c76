"""What the API answers, for the command line."""

from collections.abc import Iterable, Iterator

from app.api.exporting import export
from app.api.shapes import Shaper
from app.catalogue.views import ClaimView
from app.cite import Format
from app.library import Library, ResultPage
from app.library.names import Names


def as_api_answers(library: Library, page: ResultPage) -> str:
    """A page of results as the JSON of `/api/v1/search`."""
    return _shaper(library).search(page).model_dump_json(indent=1)


def exported(library: Library, claims: Iterable[ClaimView], format: Format, style: str) -> Iterator[str]:
    """Claims, or the papers they stand in, as a file piece by piece; see `app.api.exporting.export`."""
    return export(claims, format, _shaper(library), style)


def _shaper(library: Library) -> Shaper:
    return Shaper(library.settings.base_url, Names(library.vocabulary, {}))
