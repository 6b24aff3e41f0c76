"""What operations declare of tables to download."""

from typing import Any

from app.api.problems import NOT_FOUND

CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}}}
"""Of the table of all things of a kind."""
CSV_OF_ONE = CSV | NOT_FOUND
"""Of a table that hangs on one thing."""
