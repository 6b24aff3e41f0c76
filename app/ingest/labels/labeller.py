"""All labels of the claims of one paper, in one pass.

Pure: the same claims and vocabulary give the same labels, and nothing is kept between papers but compiled patterns.
A trained model can join in `_Labeller.label_section`: it answers `Label`s with `source=LabelSource.MODEL`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from app.ingest.labels.claim_type import classify_all
from app.ingest.labels.countries import CountryLabeller, home_country
from app.ingest.labels.entities import named_instrument_labels
from app.ingest.labels.entity_finder import EntityFinder
from app.ingest.labels.entity_paper import name_short_forms, speaking_entity
from app.ingest.labels.figures import find_figures
from app.ingest.labels.instruments import InstrumentLabeller
from app.ingest.labels.periods import periods_of
from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.speakers import find_speaker
from app.ingest.labels.terms import TermLabeller
from app.ingest.records import Claim, ClaimType, Label
from app.text.words import load_user_words
from app.vocabulary import Vocabulary


def label_claims(claims: Sequence[Claim], vocabulary: Vocabulary, published: int | None = None) -> tuple[Claim, ...]:
    """The claims of one paper in reading order, with `type`, `countries`, `instruments`, `named_instruments`,
    `terms`, `entities`, `figures`, `speaker` and `periods` filled from their text; everything else stays as it is.

    `published` is the paper's year, from which 近年来 is told. Takes time in proportion to the text.
    """
    labeller = _labeller(vocabulary)
    sections = groupby(claims, key=lambda claim: claim.section)
    home = home_country(claim.text for claim in claims)
    labelled = [claim for _, section in sections for claim in labeller.label_section(tuple(section), home, published)]
    return tuple(
        replace(
            claim,
            named_instruments=named_instrument_labels(claim.entities, vocabulary.named_instruments),
            speaker_entity=speaking_entity(claim.speaker, claim.entities),
        )
        for claim in name_short_forms(labelled)
    )


def retype(claim: Claim, label: Label, vocabulary: Vocabulary) -> Claim:
    """The claim with this label of its type, and with what hangs on the type: the terms it defines, and who says it."""
    if label.code == claim.type.code:
        return replace(claim, type=label)
    sentence = read_sentence(claim.text)
    speaker = find_speaker(sentence) if label.code != ClaimType.OTHER else None
    return replace(
        claim,
        type=label,
        terms=_labeller(vocabulary).terms.label(sentence, label.code),
        speaker=speaker,
        speaker_entity=speaking_entity(speaker, claim.entities),
    )


class _Labeller:
    """The rules for one vocabulary, compiled."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        load_user_words(vocabulary.user_words())
        self._countries = CountryLabeller(vocabulary)
        self._instruments = InstrumentLabeller(vocabulary)
        self._entities = EntityFinder(vocabulary)
        self.terms = TermLabeller(vocabulary)

    def label_section(self, claims: Sequence[Claim], home: str = "CN", published: int | None = None) -> Iterator[Claim]:
        """Labels the claims of one section: the type of a sentence depends on its neighbours there."""
        sentences = [read_sentence(claim.text) for claim in claims]
        figures = [find_figures(sentence) for sentence in sentences]
        types = classify_all(sentences, figures)
        for claim, sentence, measured, claim_type in zip(claims, sentences, figures, types, strict=True):
            countries = self._countries.label(sentence, home)
            speaker = find_speaker(sentence) if claim_type.code != ClaimType.OTHER else None
            terms = self.terms.label(sentence, claim_type.code)
            entities = self._entities.find(sentence, {label.code for label in countries}, speaker)
            names = [place for use in terms for place in use.places] + [(one.start, one.end) for one in entities]
            yield replace(
                claim,
                type=claim_type,
                countries=countries,
                instruments=self._instruments.label(sentence),
                terms=terms,
                figures=measured,
                speaker=speaker,
                entities=entities,
                periods=periods_of(sentence, published, names),
            )


@lru_cache(maxsize=4)
def _labeller(vocabulary: Vocabulary) -> _Labeller:
    return _Labeller(vocabulary)
