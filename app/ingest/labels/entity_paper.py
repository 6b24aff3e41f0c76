"""What only the whole paper tells of its entities: short forms that it introduces, and who is speaking.

科学与创新网络（SIN） and 美国白宫科技政策办公室（以下简称“白宫科技办”） introduce a short form: where it stands alone
afterwards in the same paper, it names the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.ingest.entity_mentions import EntityMention
from app.ingest.records import Claim, Speaker

_INTRODUCED = re.compile(
    r"》?[（(]\s*(?:(?:以下)?简称[为：:]?\s*[“\"《]?(?P<han>[\u4e00-\u9fff]{2,10})[”\"》]?|(?P<latin>[A-Z][A-Za-z&-]{1,9}))\s*[）)]"
)


def name_short_forms(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one paper with mentions added where a short form stands that the paper introduced."""
    known: dict[str, EntityMention] = {}
    named: list[Claim] = []
    for claim in claims:
        if known:
            claim = _with(claim, _short_forms(claim, known))
        for mention in claim.entities:
            if introduced := _INTRODUCED.match(claim.text, mention.end):
                known.setdefault(introduced["han"] or introduced["latin"], mention)
        named.append(claim)
    return tuple(named)


def speaking_entity(speaker: Speaker | None, mentions: Iterable[EntityMention]) -> str | None:
    """The code of the entity that `speaker` is: a person's before that of the body that the person speaks for."""
    if speaker is None:
        return None
    inside = [mention for mention in mentions if mention.name in speaker.name]
    persons = [mention for mention in inside if mention.kind == "person"]
    chosen = persons or [mention for mention in inside if speaker.name.rstrip("》").endswith(mention.name)]
    return chosen[-1].code if chosen else None


def _short_forms(claim: Claim, known: dict[str, EntityMention]) -> Iterator[EntityMention]:
    for short, entity in known.items():
        if short in claim.text:
            bounds = r"(?<![A-Za-z0-9]){}(?![A-Za-z0-9])" if short.isascii() else "{}"
            for match in re.finditer(bounds.format(re.escape(short)), claim.text):
                start, end = match.span()
                if all(end <= one.start or one.end <= start for one in claim.entities):
                    yield replace(entity, name=short, start=start, end=end, rule="entity:short-form")


def _with(claim: Claim, more: Iterable[EntityMention]) -> Claim:
    added = tuple(more)
    if not added:
        return claim
    return replace(claim, entities=tuple(sorted((*claim.entities, *added), key=lambda mention: mention.start)))
