"""All stages joined: a document in, everything that was understood of it out."""

from dataclasses import replace

from app.ingest import citations, claims, frontmatter, layout, sections
from app.ingest.claims import Draft
from app.ingest.labels import label_claims
from app.ingest.records import Analysis, Citation, Claim, ClaimType, Document, IngestWarning, Label
from app.vocabulary import Vocabulary


def analyse(document: Document, vocabulary: Vocabulary) -> Analysis:
    """Takes a document apart and labels its sentences. Never raises for what a text holds.

    The bibliography is the document's record completed from the text. Sentences that assert nothing are among
    the claims with type `other`. Time and memory grow with the length of the text.
    """
    known = document.record.authors if document.record else ()
    arranged = layout.arrange(document, known)
    parts = sections.divide(arranged.blocks)
    front = frontmatter.read_front_matter(arranged)
    drafts, repeats = claims.split(parts, front, arranged.calls)
    linked = citations.link(drafts, arranged)
    found = tuple(_claim(draft, cited) for draft, cited in zip(drafts, linked.citations, strict=True))
    bibliography = frontmatter.merge(front.bibliography, document.record)
    labelled = label_claims(found, vocabulary, bibliography.year)
    return Analysis(
        document=document,
        bibliography=bibliography,
        sections=tuple(part.section for part in parts),
        claims=tuple(_settled(draft, claim) for draft, claim in zip(drafts, labelled, strict=True)),
        references=linked.references,
        warnings=(*arranged.warnings, *repeats, *linked.warnings, *_empty(found)),
    )


def _claim(draft: Draft, cited: tuple[Citation, ...]) -> Claim:
    """A sentence as a claim that waits for its labels."""
    return Claim(draft.section, draft.text, draft.start, draft.end, citations=cited, paragraph=draft.paragraph)


def _settled(draft: Draft, claim: Claim) -> Claim:
    """What its place shows to assert nothing (a caption, key words) is `other`, whatever its words say."""
    return replace(claim, type=Label(ClaimType.OTHER, rule="place")) if draft.other else claim


def _empty(found: tuple[Claim, ...]) -> tuple[IngestWarning, ...]:
    if found:
        return ()
    return (IngestWarning("no-sentences", "No sentence was found in the document; check that its text is readable."),)
