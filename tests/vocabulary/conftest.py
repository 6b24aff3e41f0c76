"""The shipped vocabulary, read once for the tests that only read it."""

import pytest

from app.vocabulary import Vocabulary
from tests import factories


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return factories.vocabulary()
