"""Claims like a claim, and claims of other papers that tell the same fact.

`same_facts` answers for all claims of a paper at once: one search by the vectors that are in the index, some
statements for what is shared, none for each claim. `Library.same_facts` keeps what it answered until papers change.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import catalogue
from app.catalogue.views import ClaimView, Told
from app.library.sharing import NEAR, Shared, basis, likeness, shared
from app.search.query_parser import MAX_TEXT, plain_words
from app.search.request import Mode, SearchEngine, SearchRequest

CANDIDATES = 40
"""Claims of the nearest meaning, and of the likeliest words, that are held against a claim."""
NEAREST = 10
"""Claims of the nearest meaning among which the same fact is looked for."""
LIKE = 0.5
"""What cosine and words together must come to for claims to be like each other."""
_WORDS = 0.6
_EACH = 0.05
"""What common words and each thing in common add to the cosine."""


@dataclass(frozen=True, slots=True)
class SameFact:
    """A claim of another paper that tells the same fact; `basis` says why, see `sharing.basis`."""

    uid: str
    paper: str
    """Slug."""
    basis: str
    shared: Shared

    @property
    def other_value(self) -> bool:
        """Whether it is the same quantity with another value: at another date, or a disagreement."""
        return self.basis == "quantity"


@dataclass(frozen=True, slots=True)
class SimilarClaim:
    """A claim of like meaning and words, with what both share. `score` is 1 for the same text, about."""

    claim: ClaimView
    score: float
    shared: Shared


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is like one claim: the same fact in other papers, then other claims of like meaning."""

    same: tuple[tuple[SameFact, ClaimView], ...]
    similar: tuple[SimilarClaim, ...]


SameFacts = Mapping[str, tuple[SameFact, ...]]
"""Claim → the claims of other papers that tell the same, surest first; claims without any are left out."""


def same_facts(session: Session, engine: SearchEngine, paper: str) -> SameFacts:
    """For each claim of a paper the claims of other papers that tell the same fact.

    Raises `SearchUnavailableError` when there is no usable index.
    """
    return _same_facts(session, engine, paper, catalogue.told_in_paper(session, paper))


def likeness_of(session: Session, engine: SearchEngine, uid: str, most: int = 6) -> Likeness | None:
    """What is like one claim; `None` when there is no such claim. Raises as `same_facts`.

    Claims of its own paragraph are not like it: a reader has them before him.
    """
    one = catalogue.told(session, [uid]).get(uid)
    if one is None:
        return None
    same = _same_facts(session, engine, one.paper, {uid: one}).get(uid, ())
    ranked = _ranked(session, engine, one, {fact.uid for fact in same})[:most]
    claims = catalogue.claims_by_uid(session, [*(fact.uid for fact in same), *(other.uid for _, other in ranked)])
    return Likeness(
        same=tuple((fact, claims[fact.uid]) for fact in same if fact.uid in claims),
        similar=tuple(
            SimilarClaim(claims[other.uid], round(score, 3), shared(one, other))
            for score, other in ranked
            if other.uid in claims
        ),
    )


def _same_facts(session: Session, engine: SearchEngine, paper: str, claims: Mapping[str, Told]) -> SameFacts:
    near = {uid: dict(found) for uid, found in engine.alike(paper, claims, CANDIDATES).items()}
    pairs = defaultdict(set, catalogue.sharing(session, list(claims)))
    for uid, cosines in near.items():
        pairs[uid] |= {other for other in list(cosines)[:NEAREST] if cosines[other] >= NEAR}
    others = catalogue.told(session, sorted({other for found in pairs.values() for other in found}))
    facts = {}
    for uid in claims:
        found = [others[other] for other in pairs[uid] if other in others and others[other].paper != paper]
        facts[uid] = _told_by(claims[uid], found, near.get(uid))
    return {uid: found for uid, found in facts.items() if found}


def _told_by(one: Told, found: Collection[Told], cosines: Mapping[str, float] | None) -> tuple[SameFact, ...]:
    """Those that tell the same as one claim. What is not among the nearest has no cosine to speak of."""
    facts = []
    for other in sorted(found, key=lambda told: (told.paper, told.uid)):
        cosine = None if cosines is None else cosines.get(other.uid, 0.0)
        if why := basis(one, other, cosine):
            facts.append(SameFact(other.uid, other.paper, why, shared(one, other)))
    return tuple(sorted(facts, key=lambda fact: fact.other_value))


def _ranked(session: Session, engine: SearchEngine, one: Told, known: Collection[str]) -> list[tuple[float, Told]]:
    """Claims by how like they are, the likest first."""
    cosines = dict(engine.alike(one.paper, [one.uid], CANDIDATES).get(one.uid, ()))
    request = SearchRequest(
        plain_words(one.text[:MAX_TEXT]), mode=Mode.KEYWORD, limit=CANDIDATES, facets=(), synonyms=False
    )
    candidates = {*cosines, *(hit.uid for hit in engine.search(request).hits)} - {one.uid, *known}
    here = (one.paper, one.section, one.paragraph)
    others = catalogue.told(session, sorted(candidates)).values()
    elsewhere = (other for other in others if (other.paper, other.section, other.paragraph) != here)
    scored = [(_score(one, other, cosines.get(other.uid)), other) for other in elsewhere]
    least = LIKE if cosines else LIKE / 2
    return sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].uid))


def _score(one: Told, other: Told, cosine: float | None) -> float:
    common = shared(one, other)
    things = len((*common.quantities, *common.entities, *common.years, *common.figures))
    return min(1.0, 0.8 * (cosine or 0.0) + _WORDS * likeness(one.text, other.text) + _EACH * min(things, 3))
