"""What makes a claim and an analysis the same as before: uids of claims, the checksum of a paper."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from app.ingest.records import Claim, Document
from app.text.normalise import bare
from app.vocabulary import Vocabulary

ANALYSIS_VERSION = 5
"""Raise it when any stage changes what comes out, so that the next ingest analyses every paper again."""

UID_LENGTH = 12
"""60 bits: among a million claims the chance that any two share a uid is below one in a million."""


def claim_uids(slug: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The public identifier of each sentence of one paper, in order; all sentences count, `other` included.

    It hangs on the paper's slug, the sentence's bare text and how often that stood before in the paper: a claim
    keeps it when the paper is ingested again, whatever happens to its labels, line breaks or neighbours.
    """
    seen: Counter[str] = Counter()
    uids = []
    for claim in claims:
        text = bare(claim.text)
        seen[text] += 1
        digest = hashlib.blake2b(f"{slug}\n{text}\n{seen[text]}".encode()).digest()
        uids.append(base64.b32encode(digest[:UID_LENGTH]).decode("ascii").lower()[:UID_LENGTH])
    return tuple(uids)


def checksum(document: Document, vocabulary: Vocabulary) -> str:
    """SHA-256, in hexadecimal, over all that an analysis hangs on.

    These are the file's bytes, its record, its translation, the labels that a person gave it, the version of the stages
    and the vocabulary.
    """
    parts = (
        document.slug,
        document.checksum,
        repr(document.record),
        repr(document.added_references),
        repr(document.translation),
        repr(document.curated),
        str(ANALYSIS_VERSION),
        _fingerprint(vocabulary),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


@lru_cache(maxsize=4)
def _fingerprint(vocabulary: Vocabulary) -> str:
    """SHA-256 over every entry: a new alias can change the labels of any claim."""
    registries = (
        *(vocabulary.countries, vocabulary.instruments, vocabulary.glossary, vocabulary.entities),
        vocabulary.quantities,
    )
    geography = vocabulary.geography
    digest = hashlib.sha256(repr((geography.compounds, geography.default_short, geography.not_countries)).encode())
    for registry in registries:
        for entry in registry:
            digest.update(repr(entry).encode())
    return digest.hexdigest()
