import pytest

from app.cite.embedded.pages import first_and_last


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("40-47", ("40", "47")),
        ("40—47, 53", ("40", "53")),
        ("第 12 至 15 页", ("12", "15")),
        ("A1–A7", ("A1", "A7")),
        ("e1204", ("e1204", None)),
        ("40-40", ("40", None)),
        ("见前", (None, None)),
        (None, (None, None)),
    ],
)
def test_first_and_last_page_are_read(printed: str | None, found: tuple[str | None, str | None]) -> None:
    assert first_and_last(printed) == found
