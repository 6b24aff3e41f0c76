"""A mention: a place in a sentence's folded text that stands for something, and the rule that says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` stands for `codes`; a mention without codes only keeps other rules off its place."""

    start: int
    end: int
    codes: tuple[str, ...]
    rule: str


class Mentions:
    """The mentions found so far in one sentence; a place belongs to the first rule that takes it."""

    def __init__(self, length: int) -> None:
        self._found: list[Mention] = []
        self._ends: set[int] = set()
        self._taken = bytearray(length)

    def add(self, mention: Mention) -> None:
        """Takes the mention's place, unless some of it is taken already."""
        if self.is_free(mention.start, mention.end):
            self._found.append(mention)
            if mention.codes:
                self._ends.add(mention.end)
            self._taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no mention has any of this place."""
        return not any(self._taken[start:end])

    def ends_at(self, place: int) -> bool:
        """Whether a mention with codes ends right before `place`."""
        return place in self._ends

    def in_order(self) -> list[Mention]:
        """All mentions in the order of the text."""
        return sorted(self._found, key=lambda mention: mention.start)

    def codes(self) -> set[str]:
        """All codes found so far."""
        return {code for mention in self._found for code in mention.codes}
