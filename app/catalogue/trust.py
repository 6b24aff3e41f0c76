"""What people say of sentences against what extraction says: counts, and where they differ."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from app.agreement import Agreement, macro_f1
from app.catalogue.rows import paper_record
from app.catalogue.views import CodeAgreement, FieldAgreement, LabelView, Mistake, TrustDetail
from app.models import Claim, JudgedSentence, Judgement, Paper

FIELDS = ("claim", "type", "country", "instrument", "citation", "figure")
NUMBERED = {"claim", "citation", "figure"}
"""Fields whose codes mean nothing by themselves."""
EXAMPLES = 4
"""Mistakes shown of each field."""


def trust(session: Session) -> TrustDetail:
    """How extraction alone agrees with the labels that people gave to the papers here."""
    codes = _codes(session)
    fields = tuple(_field(session, field, codes[field]) for field in FIELDS)
    judged = select(Paper).where(Paper.id.in_(select(JudgedSentence.paper_id))).order_by(Paper.slug)
    sentences, found = session.execute(
        select(func.count(), func.count().filter(JudgedSentence.found)).select_from(JudgedSentence)
    ).one()
    return TrustDetail(
        papers=tuple(paper_record(paper) for paper in session.scalars(judged)),
        sentences=sentences,
        found=found,
        fields=fields,
        confusion=_confusion(session),
        type_macro_f1=macro_f1(codes["type"].values()),
    )


def code_agreement(session: Session, field: str, code: str) -> Agreement:
    """How extraction alone agrees with people on one code of a field; all zero where nobody was asked."""
    keys = Judgement.person, Judgement.extraction
    statement = select(*keys, func.count()).where(Judgement.field == field, Judgement.code == code).group_by(*keys)
    found = Agreement()
    for person, extraction, times in session.execute(statement):
        found.tally(gold=person, found=extraction, times=times)
    return found


def mistakes_in_claim(session: Session, uid: str) -> dict[str, tuple[LabelView, ...]]:
    """By field, the labels that extraction gives to a claim and the person who labelled it does not."""
    statement = (
        select(Judgement)
        .join(JudgedSentence, JudgedSentence.id == Judgement.sentence_id)
        .join(Claim, (Claim.uid == JudgedSentence.uid) & (Claim.paper_id == JudgedSentence.paper_id))
        .where(Claim.uid == uid, Judgement.extraction, ~Judgement.person)
        .order_by(Judgement.id)
    )
    found: dict[str, list[LabelView]] = defaultdict(list)
    for judgement in session.scalars(statement):
        found[judgement.field].append(_label(judgement))
    return {field: tuple(labels) for field, labels in found.items()}


def _codes(session: Session) -> dict[str, dict[str, Agreement]]:
    """Counts by field and code."""
    keys = Judgement.field, Judgement.code, Judgement.person, Judgement.extraction
    codes: dict[str, dict[str, Agreement]] = {field: {} for field in FIELDS}
    for field, code, person, extraction, times in session.execute(select(*keys, func.count()).group_by(*keys)):
        codes[field].setdefault(code, Agreement()).tally(gold=person, found=extraction, times=times)
    return codes


def _field(session: Session, field: str, codes: dict[str, Agreement]) -> FieldAgreement:
    whole = Agreement(*(sum(getattr(one, part) for one in codes.values()) for part in ("both", "missed", "extra")))
    ordered = sorted(codes, key=lambda code: (-codes[code].both - codes[code].missed, -codes[code].extra, code))
    shown = [] if field in NUMBERED else ordered
    return FieldAgreement(
        field, whole, tuple(CodeAgreement(code, codes[code]) for code in shown), _mistakes(session, field)
    )


def _confusion(session: Session) -> dict[tuple[str, str], int]:
    said, found = aliased(Judgement), aliased(Judgement)
    statement = (
        select(said.code, found.code, func.count())
        .join(found, found.sentence_id == said.sentence_id)
        .where(said.field == "type", found.field == "type", said.person, found.extraction)
        .group_by(said.code, found.code)
    )
    return {(one, other): times for one, other, times in session.execute(statement)}


def _mistakes(session: Session, field: str) -> tuple[Mistake, ...]:
    """Sentences that differ in this field: first one of each code, the codes with most mistakes before the others."""
    statement = (
        select(Judgement.code, Judgement.sentence_id)
        .join(JudgedSentence, JudgedSentence.id == Judgement.sentence_id)
        .join(JudgedSentence.paper)
        .where(Judgement.field == field, Judgement.person != Judgement.extraction)
        .order_by(Paper.slug, JudgedSentence.position)
    )
    by_code: dict[str, list[int]] = defaultdict(list)
    for code, sentence in session.execute(statement):
        by_code[code].append(sentence)
    ranked = sorted(by_code.values(), key=len, reverse=True)
    turns = range(max(map(len, ranked), default=0))
    chosen = dict.fromkeys(sentences[turn] for turn in turns for sentences in ranked if turn < len(sentences))
    return _load(session, field, list(chosen)[:EXAMPLES])


def _load(session: Session, field: str, ids: Sequence[int]) -> tuple[Mistake, ...]:
    statement = (
        select(JudgedSentence, Claim)
        .outerjoin(Claim, (Claim.uid == JudgedSentence.uid) & (Claim.paper_id == JudgedSentence.paper_id))
        .where(JudgedSentence.id.in_(ids))
        .options(joinedload(JudgedSentence.paper), selectinload(JudgedSentence.judgements))
    )
    found = {sentence.id: _mistake(sentence, claim, field) for sentence, claim in session.execute(statement)}
    return tuple(found[key] for key in ids)


def _mistake(sentence: JudgedSentence, claim: Claim | None, field: str) -> Mistake:
    judgements = [one for one in sentence.judgements if one.field == field]
    return Mistake(
        uid=sentence.uid,
        is_claim=claim is not None,
        text=sentence.text,
        text_en=claim.text_en if claim else None,
        paper=paper_record(sentence.paper),
        person=_each(one.code for one in judgements if one.person),
        extraction=tuple(_label(one) for one in judgements if one.extraction),
    )


def _each(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes in order, those that stand twice too: a sentence may hold a number twice."""
    return tuple(Counter(codes).elements())


def _label(judgement: Judgement) -> LabelView:
    return LabelView(judgement.code, judgement.source or "", judgement.rule, judgement.trigger, judgement.confidence)
