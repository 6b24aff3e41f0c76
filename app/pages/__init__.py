"""The pages: one router for each kind of page. A handler reads parameters, calls one or two functions, renders."""

from fastapi import APIRouter

from app.pages import (
    about,
    citations,
    citing,
    claims,
    compare,
    countries,
    entities,
    facet_values,
    feeds,
    glossary,
    grids,
    home,
    instruments,
    keys,
    matrix,
    network,
    notebook,
    numbers,
    papers,
    pictures,
    redirects,
    results,
    search,
    sitemap,
    terms,
    timeline,
    trust,
    works,
)

_MODULES = (
    home,
    pictures,
    grids,
    search,
    results,
    facet_values,
    feeds,
    countries,
    compare,
    matrix,
    notebook,
    instruments,
    entities,
    numbers,
    timeline,
    papers,
    claims,
    citations,
    works,
    network,
    citing,
    glossary,
    terms,
    about,
    keys,
    trust,
    sitemap,
)


def routers() -> list[APIRouter]:
    """All routers of pages, in the order in which they are to be included."""
    own = [module.router for module in _MODULES]
    folders = dict.fromkeys(folder for router in own if (folder := _folder(router)))
    return [*own, redirects.router(folders)]


def _folder(router: APIRouter) -> str:
    """Under which folder of a locale its pages are: `/{locale:locale}/countries` → `countries`; empty for none."""
    return router.prefix.partition("/")[2].partition("/")[2]
