"""What papers here quote when they cite another: sentences of the cited one whose words the citing sentence repeats."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.catalogue.views import ClaimView, PaperDetail
from app.text.normalise import bare
from app.text.scripts import count_han

SHORTEST = 12
"""Han characters in a row that two sentences do not share by chance: names of offices and set phrases are shorter."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence elsewhere that cites the paper, and the sentences of the paper whose words it has, by their uids."""

    claim: ClaimView
    quoted: tuple[str, ...]


def cited_passages(paper: PaperDetail, citing: Sequence[ClaimView]) -> tuple[Passage, ...]:
    """The citing sentences in their order, each with what it quotes of `paper`; most quote nothing."""
    if not citing:
        return ()
    texts = {claim.uid: bare(claim.text) for claim in _claims(paper)}
    return tuple(Passage(claim, tuple(_quoted(bare(claim.text), texts))) for claim in citing)


def quoting(passages: Iterable[Passage]) -> dict[str, tuple[ClaimView, ...]]:
    """The other way round: who quotes a sentence, by the sentence's uid."""
    found: dict[str, tuple[ClaimView, ...]] = {}
    for passage in passages:
        for uid in passage.quoted:
            found[uid] = (*found.get(uid, ()), passage.claim)
    return found


def _claims(paper: PaperDetail) -> Iterator[ClaimView]:
    return (claim for section in paper.sections for paragraph in section.paragraphs for claim in paragraph.claims)


def _quoted(words: str, texts: Mapping[str, str]) -> Iterator[str]:
    runs = {run for at in range(len(words) - SHORTEST + 1) if count_han(run := words[at : at + SHORTEST]) == SHORTEST}
    for uid, text in texts.items():
        if any(text[at : at + SHORTEST] in runs for at in range(len(text) - SHORTEST + 1)):
            yield uid
