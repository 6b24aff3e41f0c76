"""What the library refuses, each in one line that says what to do."""


class LibraryError(Exception):
    """Something outside the code is not as it must be: settings, database, index. `str()` names the next step."""


class UnknownCodeError(ValueError):
    """A filter names something that is not there. `field` is `country`, `instrument`, `type` or `paper`."""

    def __init__(self, field: str, value: str, hint: str) -> None:
        super().__init__(f"There is no {field} {value[:80]!r}; {hint}")
        self.field = field
        self.value = value
