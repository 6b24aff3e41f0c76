"""What a reader says of a file it cannot read."""


class ReadError(Exception):
    """A file, or a line of it, that cannot be read; it is handed on as a value so that the rest goes on.

    `origin` is the file as the user gave it, `place` where in it ("line 3", "byte 10", "key paper.year") or
    empty, `cause` what is wrong and `next_step` what to do about it. `str()` is all of that in one line.
    """

    def __init__(self, cause: str, next_step: str, *, origin: str = "", place: str = "") -> None:
        super().__init__(cause)
        self.origin = origin
        self.place = place
        self.cause = cause
        self.next_step = next_step

    def at(self, origin: str) -> "ReadError":
        """The same error with its file named, if it was not yet."""
        return ReadError(self.cause, self.next_step, origin=self.origin or origin, place=self.place)

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.origin, self.place) if part)
        what = f"{self.cause}; {self.next_step}"
        return " ".join((f"{where}: {what}" if where else what).split())
