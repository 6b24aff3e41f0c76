"""All entities of one sentence: those of the vocabulary first, then what the form of a name shows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from app.ingest.entity_mentions import EntityMention
from app.ingest.labels.entities import EntityLabeller
from app.ingest.labels.entity_forms import FormLabeller
from app.ingest.labels.entity_persons import find_persons, find_speaking_person
from app.ingest.labels.mentions import Mention, Mentions
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Speaker
from app.vocabulary import Vocabulary


class EntityFinder:
    """Finds entities; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = EntityLabeller(vocabulary)
        self._forms = FormLabeller(vocabulary)
        self._entities = vocabulary.entities

    def find(
        self, sentence: Sentence, countries: Collection[str], speaker: Speaker | None
    ) -> tuple[EntityMention, ...]:
        """The mentions in the order of the text, none over another.

        `countries` are the codes that the sentence is about, `speaker` to whom it attributes what it says.
        """
        taken = Mentions(len(sentence.source))
        found = list(_take(self._known.label(sentence, countries), taken))
        found += map(self._known_by_wording, _take(self._forms.find(sentence), taken))
        found += _take(find_persons(sentence), taken)
        found += _take(find_speaking_person(sentence.source, speaker), taken)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _known_by_wording(self, mention: EntityMention) -> EntityMention:
        """The mention as one of the vocabulary's entity, where its name is that of one in other words."""
        entity = self._entities.find(mention.name)
        if entity is None or entity.needs_country or mention.name in entity.shared_names:
            return mention
        return replace(mention, code=entity.code, kind=entity.kind, rule="entity:wording", country=None)


def _take(mentions: Iterable[EntityMention], taken: Mentions) -> Iterator[EntityMention]:
    """Those mentions whose places are free, which then are taken."""
    for mention in mentions:
        if taken.is_free(mention.start, mention.end):
            taken.add(Mention(mention.start, mention.end, (), mention.rule))
            yield mention
