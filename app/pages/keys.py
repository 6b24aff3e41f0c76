"""The list of keys: a page of its own, which scripts show as a dialog."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/keys", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class KeysPage:
    """The context of the list of keys: it needs nothing."""

    template: ClassVar[str] = "pages/keys.html"


@router.get("", name="keys")
def show_keys(request: Request) -> Response:
    """Which keys do what, and the switch for keys of a single character."""
    return render(request, KeysPage())
