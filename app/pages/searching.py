"""A search as an address has it, looked for once, whatever a page shows of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.library import Library, Results, UnknownCodeError
from app.pages.choices import Choices
from app.pages.suggestions import suggest
from app.web.errors import NotFound, Suggestion
from app.web.urls import Links


@contextmanager
def searching(library: Library, links: Links, choices: Choices) -> Iterator[Results]:
    """What the query finds, to be asked under filters. A filter that names nothing gets 404 with suggestions."""
    try:
        with library.results(choices.q, **choices.ways()) as results:
            yield results
    except UnknownCodeError as error:
        raise NotFound(error.field, error.value, _suggestions(library, links, error)) from error


def _suggestions(library: Library, links: Links, error: UnknownCodeError) -> tuple[Suggestion, ...]:
    """What may have been meant by a filter that names nothing."""
    if error.field == "country":
        return suggest(error.value, library.vocabulary.countries, links, "country")
    if error.field == "instrument":
        return suggest(error.value, library.vocabulary.instruments, links, "instrument")
    return ()
