"""References in the database → works, and papers here: the step after each ingest, in the caller's transaction.

Only what changed is matched again, with all that it may be joined to; the works come out as if all had been matched.
"""

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.ingest.linking.descriptions import Descriptions
from app.ingest.linking.scope import Scope, find_scope
from app.ingest.linking.through import link_through
from app.ingest.linking.tokens import keep_tokens
from app.ingest.linking.writing import clear_all, keep_works
from app.ingest.works import Decisions, group
from app.models import WorkMatching

__all__ = ["MATCHING_VERSION", "link_references"]

MATCHING_VERSION = "2"
"""Raise it when matching comes to other works from the same entries: the next ingest then matches all again."""
_UNDECIDED = Decisions()


def link_references(session: Session, decisions: Decisions = _UNDECIDED) -> int:
    """Matches what is new or changed; answers how many references changed the paper here that they are.

    Run it after each ingest, so that papers which come later are found. Other decisions, or another version of
    matching, make all works anew. Raises what the database raises: then the caller rolls back.
    """
    version = f"{MATCHING_VERSION}:{decisions.fingerprint}"
    if session.scalars(select(WorkMatching.version)).all() != [version]:
        clear_all(session)
        session.execute(delete(WorkMatching))
        session.execute(insert(WorkMatching).values(version=version))
    keep_tokens(session)
    descriptions = Descriptions(session)
    scope: Scope = find_scope(session, descriptions, decisions)
    changed = keep_works(session, scope, group(scope.faces, decisions)) if scope.faces or scope.works else 0
    return changed + link_through(session)
