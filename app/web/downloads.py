"""Files to keep: tables as CSV (RFC 4180), pictures as SVG."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import Request
from starlette.convertors import Convertor, register_url_convertor
from starlette.responses import Response

from app import cite
from app.web.templating import Page, render


class FormConvertor(Convertor[str]):
    """Lets `{form:form}` at the end of a picture's address match `svg` and `csv` and nothing else."""

    regex = "svg|csv"

    def convert(self, value: str) -> str:
        """The form as it stands in the path."""
        return value

    def to_string(self, value: str) -> str:
        """The form as it goes into a path."""
        return value


register_url_convertor("form", FormConvertor())


def csv_answer(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], name: str) -> Response:
    """`rows` as a file `name`.csv: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""
    headers = {"Content-Disposition": _attachment(name, "csv"), "Cache-Control": "no-cache"}
    return Response(cite.as_csv(rows, columns).encode(), media_type="text/csv; charset=utf-8", headers=headers)


def svg_answer(request: Request, picture: Page, name: str) -> Response:
    """`picture`, whose template draws SVG, as a file `name`.svg."""
    answer = render(request, picture)
    answer.headers["Content-Type"] = "image/svg+xml"
    answer.headers["Content-Disposition"] = _attachment(name, "svg")
    return answer


def _attachment(name: str, ending: str) -> str:
    """A header that holds ASCII alone (RFC 6266); what else a name has becomes a hyphen."""
    return f'attachment; filename="{re.sub(r"[^A-Za-z0-9-]+", "-", name)}.{ending}"'
