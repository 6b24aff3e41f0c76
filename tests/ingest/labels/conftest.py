"""The vocabulary and the labellers built from it, once for all tests of the labels."""

import pytest

from app.ingest.labels.countries import CountryLabeller
from app.ingest.labels.instruments import InstrumentLabeller
from app.ingest.labels.named_instruments import NamedInstrumentLabeller
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
def named_instruments(vocabulary: Vocabulary) -> NamedInstrumentLabeller:
    return NamedInstrumentLabeller(vocabulary)
