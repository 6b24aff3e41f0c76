"""How far to trust the labels: extraction measured against people, on these papers and on papers it had not seen."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import FieldAgreement, TrustDetail
from app.library.unseen import Measurement, unseen
from app.web.dependencies import LibraryHere
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/trust", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class TrustPage:
    """The context of the page on trust. `fields` are those of the detail, by name."""

    template: ClassVar[str] = "pages/trust.html"
    detail: TrustDetail
    fields: dict[str, FieldAgreement]
    unseen: dict[str, Measurement]


@router.get("", name="trust")
def show_trust(request: Request, library: LibraryHere) -> Response:
    """What was measured, and where extraction and people differ."""
    with library.session() as session:
        detail = catalogue.trust(session)
    fields = {one.field: one for one in detail.fields}
    return render(request, TrustPage(detail, fields, {one.kind: one for one in unseen()}))
