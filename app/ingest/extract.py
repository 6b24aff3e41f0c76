"""An analysis as JSON: what `kewai extract FILE --json` prints. The shape is part of the product's public face."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.ingest.added import MergedReference, merge_added
from app.ingest.identity import claim_uids
from app.ingest.records import Analysis, Bibliography, Claim, Figure, Label

Json = dict[str, Any]


def as_json(analysis: Analysis) -> Json:
    """The whole analysis as values that `json.dumps` takes.

    Sentences that assert nothing are among the claims, with the type `other`; front matter is section "0".
    """
    slug = analysis.document.slug
    uids = claim_uids(slug, analysis.claims)
    merged, unused = merge_added(analysis)
    return {
        "slug": slug,
        "paper": _paper(analysis.bibliography),
        "sections": [
            {"id": section.number, "level": section.level, "heading": section.heading, "parent": section.parent}
            for section in analysis.sections
        ],
        "claims": [_claim(uid, claim) for uid, claim in zip(uids, analysis.claims, strict=True)],
        "references": [_reference(entry) for entry in merged],
        "warnings": [asdict(warning) for warning in (*analysis.document.warnings, *analysis.warnings, *unused)],
    }


def number(value: float) -> int | float:
    """`155.0` → `155`: whole numbers are written without a fraction."""
    return int(value) if float(value).is_integer() else value


def _paper(bibliography: Bibliography) -> Json:
    return asdict(bibliography) | {"provenance": dict(bibliography.provenance)}


def _claim(uid: str, claim: Claim) -> Json:
    return {
        "id": uid,
        "section": claim.section,
        "text": claim.text,
        "type": claim.type.code,
        "countries": _codes(claim.countries),
        "instruments": _codes(claim.instruments),
        "named_instruments": _codes(claim.named_instruments),
        "citations": list(dict.fromkeys(citation.label for citation in claim.citations)),
        "figures": [_figure(figure) for figure in claim.figures],
        "speaker": claim.speaker and asdict(claim.speaker),
        "periods": [asdict(period) for period in claim.periods],
        "start": claim.start,
        "end": claim.end,
        "paragraph": claim.paragraph,
    }


def _codes(labels: Sequence[Label]) -> list[str]:
    return list(dict.fromkeys(label.code for label in labels))


def _figure(figure: Figure) -> Json:
    return asdict(figure) | {"value": number(figure.value)}


def _reference(merged: MergedReference) -> Json:
    return asdict(merged.reference) | {"added": merged.added, "paper": merged.stated_paper}
