"""What visitors type, made fit to be looked up and shown."""

LONGEST_QUERY = 1001
"""Characters of a query that are read: one more than the query language takes, so that it can say what was too long."""


def plain(text: str) -> str:
    """`text` without control characters (PostgreSQL refuses NUL), trimmed, at most `LONGEST_QUERY` characters."""
    return "".join(c if c.isprintable() else " " for c in text[:LONGEST_QUERY]).strip()
