"""What visitors type, made fit to be looked up and shown."""

LONGEST_QUERY = 500
"""Characters of a query that are read, as the search field says."""


def plain(text: str) -> str:
    """`text` without control characters (PostgreSQL refuses NUL), trimmed, at most `LONGEST_QUERY` characters."""
    return "".join(c if c.isprintable() else " " for c in text[:LONGEST_QUERY]).strip()
