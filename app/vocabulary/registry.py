"""A registry: entries in display order, by code and by name."""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from app.vocabulary.names import name_key


class Entry(Protocol):
    """What a registry can hold."""

    @property
    def code(self) -> str:
        """Unique in its registry."""

    def names(self) -> Iterator[str]:
        """Every name by which the entry is found."""


E = TypeVar("E", bound=Entry)


class Registry(Generic[E]):
    """Entries in display order, found by code (`get`) or by any name in either language and script (`find`)."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._by_code: dict[str, E] = {}
        self._by_name: dict[str, list[E]] = {}
        for entry in entries:
            if entry.code in self._by_code:
                raise ValueError(f"the code {entry.code!r} is used twice")
            self._by_code[entry.code] = entry
            for key in {name_key(name) for name in entry.names()} - {""}:
                self._by_name.setdefault(key, []).append(entry)

    def __iter__(self) -> Iterator[E]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def get(self, code: str) -> E | None:
        """The entry with exactly this code, or `None`."""
        return self._by_code.get(code)

    def find(self, name: str) -> E | None:
        """The entry that `name` names, or else has as its code in any case; `None` when unknown or ambiguous."""
        found = self.candidates(name)
        if len(found) == 1:
            return found[0]
        return None if found else self._by_code.get(name.strip().upper()) or self._by_code.get(name.strip().lower())

    def candidates(self, name: str) -> tuple[E, ...]:
        """All entries of that name in display order: more than one when it is ambiguous, as 巴 is."""
        return tuple(self._by_name.get(name_key(name), ()))

    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        """Keys of the names that several entries share, with the codes of these."""
        return {key: tuple(entry.code for entry in found) for key, found in self._by_name.items() if len(found) > 1}
