"""English ordinal numbers in figures."""


def ordinal(number: int) -> str:
    """1 → `1st`, 2 → `2nd`, 11 → `11th`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
