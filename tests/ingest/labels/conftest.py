"""The vocabulary and the labellers built from it, once for all tests of the labels."""

import pytest

from app.ingest.labels.countries import CountryLabeller
from app.ingest.labels.entities import EntityLabeller
from app.ingest.labels.entity_finder import EntityFinder
from app.ingest.labels.entity_forms import FormLabeller
from app.ingest.labels.instruments import InstrumentLabeller
from app.text.words import load_user_words
from app.vocabulary import Vocabulary
from tests import factories


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    vocabulary = factories.vocabulary()
    load_user_words(vocabulary.user_words())
    return vocabulary


@pytest.fixture(scope="session")
def countries(vocabulary: Vocabulary) -> CountryLabeller:
    return CountryLabeller(vocabulary)


@pytest.fixture(scope="session")
def instruments(vocabulary: Vocabulary) -> InstrumentLabeller:
    return InstrumentLabeller(vocabulary)


@pytest.fixture(scope="session")
def entities(vocabulary: Vocabulary) -> EntityLabeller:
    return EntityLabeller(vocabulary)


@pytest.fixture(scope="session")
def forms(vocabulary: Vocabulary) -> FormLabeller:
    return FormLabeller(vocabulary)


@pytest.fixture(scope="session")
def finder(vocabulary: Vocabulary) -> EntityFinder:
    return EntityFinder(vocabulary)
