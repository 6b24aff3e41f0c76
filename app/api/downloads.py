"""Tables to download."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.responses import Response

from app import cite
from app.api.problems import NOT_FOUND

CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}}}
CSV_OF_ONE = CSV | NOT_FOUND
"""What operations declare of such an answer: of all, and of what hangs on one thing."""


def csv_answer(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], name: str) -> Response:
    """`rows` as a file `name`.csv: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "no-cache"}
    return Response(cite.as_csv(rows, columns).encode(), media_type="text/csv; charset=utf-8", headers=headers)
