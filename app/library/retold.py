"""The sentences of one paper that other papers here tell too, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import catalogue
from app.catalogue.views import ClaimView, PaperDetail
from app.library.similar import SameFact, SameFacts


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence of the paper, and the claims of other papers that tell the same fact, surest first."""

    claim: ClaimView
    others: tuple[tuple[SameFact, ClaimView], ...]


def retold(session: Session, paper: PaperDetail, facts: SameFacts) -> tuple[Retold, ...]:
    """What other papers tell of `paper`; `facts` are those that `Library.same_facts` answers for it.

    One statement reads the other claims. Those that have gone since the facts were found are left out.
    """
    others = catalogue.claims_by_uid(session, [fact.uid for found in facts.values() for fact in found])
    return tuple(_retold(paper, facts, others))


def _retold(paper: PaperDetail, facts: SameFacts, others: dict[str, ClaimView]) -> Iterator[Retold]:
    claims = (claim for section in paper.sections for paragraph in section.paragraphs for claim in paragraph.claims)
    for claim in claims:
        told = tuple((fact, others[fact.uid]) for fact in facts.get(claim.uid, ()) if fact.uid in others)
        if told:
            yield Retold(claim, told)
