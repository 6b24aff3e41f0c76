"""Pages of long lists, counted from 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.web.errors import NotFound

T = TypeVar("T")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


def read_page(text: str) -> int:
    """The page number that a visitor asked for; none means the first. Raises `NotFound` for what is no number."""
    if text == "":
        return 1
    if not _NUMBER.fullmatch(text):
        raise NotFound("page", text)
    return int(text)


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page of `size` items stands among `total` items."""

    page: int
    size: int
    total: int

    @classmethod
    def of(cls, page: int, size: int, total: int) -> "Paging":
        """Checks that there is such a page: the first is always there. Raises `NotFound` past the end."""
        paging = cls(page, size, total)
        if page > paging.last:
            raise NotFound("page", str(page))
        return paging

    @property
    def last(self) -> int:
        """Number of the last page; 1 for an empty list."""
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """How many items stand before this page."""
        return (self.page - 1) * self.size

    def page_of(self, items: Sequence[T]) -> tuple[T, ...]:
        """What stands on this page of all `items`."""
        return tuple(items[self.offset : self.offset + self.size])

    @property
    def first_item(self) -> int:
        """Number of the first item on this page; 0 when there is none."""
        return min(self.offset + 1, self.total)

    @property
    def last_item(self) -> int:
        """Number of the last item on this page."""
        return min(self.offset + self.size, self.total)

    @property
    def previous(self) -> int | None:
        """Number of the page before."""
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        """Number of the page after."""
        return self.page + 1 if self.page < self.last else None

    @property
    def window(self) -> list[int | None]:
        """The pages to link to: the ends and those around this one; `None` stands for a gap."""
        near = sorted({1, self.last, *range(max(1, self.page - 2), min(self.last, self.page + 2) + 1)})
        window: list[int | None] = []
        for number in near:
            if window and number - (window[-1] or 0) > 1:
                window.append(None)
            window.append(number)
        return window
