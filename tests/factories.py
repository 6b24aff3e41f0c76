"""Makes values for tests, with defaults for all that a test does not care about.

make_claim("日本签署协定。", countries="JP", instruments="agreement", cites="1")
make_analysis(slug="p", claims=[...])      records, as the ingestion stages hand them on
make_paper(session, slug="p", claims=[...])  the same, stored
open_database(folder)                      an empty database with the current schema
wrapped_text(20)                           running text set to a measure, each line different
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from app import models
from app.database import migrate, open_engine, session_factory
from app.ingest import store
from app.ingest.identity import claim_uids
from app.ingest.preparing import prepare
from app.ingest.records import (
    Analysis,
    Bibliography,
    Citation,
    Claim,
    CuratedLabels,
    Document,
    EntityMention,
    Figure,
    IngestWarning,
    Label,
    LabelledSentence,
    Period,
    Reference,
    Section,
    TermUse,
)
from app.text.normalise import fold
from app.vocabulary import Spotter, Vocabulary, load_vocabulary

SECTIONS = (Section("0", 0, ""), Section("1", 1, "引言"), Section("1.1", 2, "政府间协定", parent="1"))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, read once."""
    return load_vocabulary()


def make_labels(codes: str, rule: str = "test", trigger: str = "") -> tuple[Label, ...]:
    """`"CN JP"` → two labels."""
    return tuple(Label(code, rule=rule, trigger=trigger) for code in codes.split())


@lru_cache(maxsize=1)
def _spotter() -> Spotter:
    return Spotter(vocabulary().glossary)


def make_terms(text: str, *, defines: bool = False) -> tuple[TermUse, ...]:
    """The terms of the shipped glossary in `text`; with `defines` the first of them is what it defines."""
    folded = fold(text)
    spots = list(_spotter().find(folded, text))
    codes = dict.fromkeys(spot.term.code for spot in spots)
    return tuple(
        TermUse(
            code,
            rule="term:defined" if defines and number == 0 else "term:name",
            trigger="test",
            places=tuple(folded.span(spot.start, spot.end) for spot in spots if spot.term.code == code),
        )
        for number, code in enumerate(codes)
    )


def make_entities(text: str, codes: str) -> tuple[EntityMention, ...]:
    """Entities of the vocabulary that `text` is made to name, each by one of its first characters."""
    known = vocabulary().entities
    return tuple(
        EntityMention(code, text[at], known.get(code).kind if code in known else "institution", at, at + 1, "test")  # type: ignore[union-attr]
        for at, code in enumerate(codes.split())
    )


def make_claim(
    text: str = "中国与日本签署科技合作协定。",
    *,
    section: str = "1",
    type: str = "fact",
    countries: str = "",
    instruments: str = "",
    named_instruments: str = "",
    entities: str = "",
    cites: str = "",
    figures: Sequence[Figure] = (),
    periods: Sequence[Period] = (),
    start: int = 0,
    end: int | None = None,
    paragraph: int = 0,
) -> Claim:
    """A sentence; codes and cited labels are given in one string, separated by spaces. Marks stand at the end.

    A named instrument is an entity too. Its terms are those of the shipped glossary that it names.
    """
    return Claim(
        section=section,
        text=text,
        start=start,
        end=start + len(text) if end is None else end,
        type=Label(type, rule="test"),
        countries=make_labels(countries),
        instruments=make_labels(instruments),
        named_instruments=make_labels(named_instruments),
        terms=make_terms(text, defines=type == "definition"),
        entities=make_entities(text, f"{named_instruments} {entities}"),
        citations=tuple(Citation(label, at=len(text)) for label in cites.split()),
        figures=tuple(figures),
        periods=tuple(periods),
        paragraph=paragraph,
    )


def make_reference(label: str = "1", **fields: Any) -> Reference:
    """An entry of a reference list."""
    return Reference(label=label, **fields)


def make_document(slug: str = "paper", text: str | None = None, **fields: Any) -> Document:
    """A file as read."""
    text = f"文献 {slug}。" if text is None else text
    return Document(slug=slug, text=text, checksum=sha256(text.encode()).hexdigest(), origin=f"{slug}.txt", **fields)


def make_analysis(
    slug: str = "paper",
    claims: Iterable[Claim] = (),
    *,
    sections: Sequence[Section] = SECTIONS,
    references: Iterable[Reference] | None = None,
    warnings: Sequence[IngestWarning] = (),
    document: Document | None = None,
    **bibliography: Any,
) -> Analysis:
    """An analysis whose text is its claims one after the other; every label that a claim cites gets a reference.

    Further keywords are fields of the bibliography: `title="…", authors=("赵刚",), year=2017`.
    """
    claims = tuple(claims)
    labels = dict.fromkeys(citation.label for claim in claims for citation in claim.citations)
    text = "\n".join(claim.text for claim in claims) or None
    record = Bibliography(**{"title": f"论文{slug}"} | bibliography)
    return Analysis(
        document=document or make_document(slug, text, record=record),
        bibliography=record,
        sections=tuple(sections),
        claims=claims,
        references=tuple(make_reference(label) for label in labels) if references is None else tuple(references),
        warnings=tuple(warnings),
    )


def make_curated(slug: str, said: Iterable[tuple[Claim, dict[str, Any]]]) -> Document:
    """A document with labels by hand: what a person says of some of its sentences, as fields of `LabelledSentence`."""
    entries = [LabelledSentence(claim_uids(slug, [claim])[0], **fields) for claim, fields in said]
    return make_document(slug, curated=CuratedLabels(f"labels/{slug}.toml", tuple(entries)))


def make_paper(session: Session, slug: str = "paper", claims: Iterable[Claim] = (), **fields: Any) -> models.Paper:
    """Stores a paper made by `make_analysis` and answers its row."""
    analysis = make_analysis(slug, claims, **fields)
    store.save(session, prepare(analysis, vocabulary()))
    return session.query(models.Paper).filter_by(slug=slug).one()


@contextmanager
def open_database(folder: Path) -> Iterator[sessionmaker[Session]]:
    """An empty database in `folder` with the current schema; its engine is closed at the end."""
    engine = open_engine(f"sqlite:///{folder / 'kewai.db'}")
    migrate(engine)
    try:
        yield session_factory(engine)
    finally:
        engine.dispose()


def wrapped_text(lines: int = 20, characters: int = 20) -> str:
    """Running text in so many lines of so many Han characters, each different, none with a full stop."""
    signs = "科技外交是国家之间开展合作的重要方式也是全球治理的组成部分"
    return "".join(
        "".join(signs[(line * 7 + column * (line + 1)) % len(signs)] for column in range(characters)) + "\n"
        for line in range(lines)
    )
