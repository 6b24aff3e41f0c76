"""What handlers ask for: the library, and addresses in the visitor's locale.

What only looks something up is `async`: a dependency that is not gets a thread for each request, which under load costs
more than all that it does."""

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from app.library import Library
from app.web.templating import request_locale
from app.web.urls import Links


async def get_library(request: Request) -> Library:
    """The library that `create_app` opened."""
    return cast(Library, request.app.state.library)


async def get_links(request: Request) -> Links:
    """Makes addresses in the request's locale."""
    return Links(request.app, request_locale(request))


LibraryHere = Annotated[Library, Depends(get_library)]
LinksHere = Annotated[Links, Depends(get_links)]
PageNumber = Annotated[str, Query(alias="page")]
"""As typed: `paging.read_page` reads it, since a page number that is none gets a page that helps."""
