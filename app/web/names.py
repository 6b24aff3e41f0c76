"""What codes are called in one locale: the vocabulary's entries as templates ask for them."""

from collections.abc import Callable, Iterable

from app.vocabulary import Vocabulary


class Names:
    """Looks codes up. A code that the vocabulary does not know (any more) is its own name."""

    def __init__(self, vocabulary: Callable[[], Vocabulary], locale: str) -> None:
        self._vocabulary = vocabulary
        self._locale = locale

    def country(self, code: str) -> str:
        """A country's name."""
        entry = self._vocabulary().countries.get(code)
        return entry.label(self._locale) if entry else code

    def countries(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The names of several countries."""
        return tuple(map(self.country, codes))

    def instrument(self, code: str) -> str:
        """The full name of an instrument."""
        entry = self._vocabulary().instruments.get(code)
        return entry.label(self._locale) if entry else code

    def short_instrument(self, code: str) -> str:
        """A name of a word or two, for chips and the heads of tables."""
        entry = self._vocabulary().instruments.get(code)
        return entry.short_label(self._locale) if entry else code

    def named_instrument(self, code: str) -> str:
        """The name of one real agreement, programme or institution."""
        entry = self._vocabulary().named_instruments.get(code)
        return entry.label(self._locale) if entry else code

    def term(self, code: str) -> str:
        """Name of a term of the glossary; its code where the glossary has it no more."""
        entry = self._vocabulary().glossary.get(code)
        if entry is None:
            return code
        return entry.zh if self._locale == "zh" else entry.en

    def entity(self, code: str, printed: str) -> str:
        """The name of an entity, or what is printed of one that the vocabulary does not have."""
        entry = self._vocabulary().entities.get(code)
        return entry.label(self._locale) if entry else printed
