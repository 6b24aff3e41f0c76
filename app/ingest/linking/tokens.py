"""The words by which a look-up finds references, kept in a table of their own."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.ingest.linking.descriptions import chunks
from app.models import Reference, ReferenceToken
from app.text.tokens import lookup_tokens


def keep_tokens(session: Session) -> None:
    """Makes the words of references that have none yet, notes among them."""
    missing = select(Reference.id).where(Reference.id.not_in(select(ReferenceToken.reference_id)))
    for part in chunks(session.scalars(missing).all()):
        rows = session.execute(
            select(Reference.id, Reference.label, Reference.lookup, Reference.authors).where(Reference.id.in_(part))
        )
        values = [
            {"reference_id": row.id, "token": token}
            for row in rows
            for token in sorted({f"#{row.label}"[:40], *lookup_tokens(row.lookup, row.authors)})
        ]
        session.execute(insert(ReferenceToken), values)
