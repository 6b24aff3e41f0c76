"""The pages: one router for each kind of page. A handler reads parameters, calls one or two functions, renders."""

from fastapi import APIRouter

from app.pages import redirects


def routers() -> list[APIRouter]:
    """All routers of pages, in the order in which they are to be included."""
    return [redirects.router]
