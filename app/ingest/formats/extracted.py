"""What a format's reader hands back."""

from dataclasses import dataclass

from app.ingest.records import Bibliography


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, the encoding it was in if that was a question, and the record the file itself carries."""

    text: str
    encoding: str | None = None
    record: Bibliography | None = None
