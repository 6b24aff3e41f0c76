import pytest

from app.ingest.works import Entry
from app.ingest.works.origin import country_of, language_of


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("科技外交的新边疆", "zh"),
        ("The Normative Structure of Science", "en"),
        ("Le travail diplomatique. Un métier et un art", "fr"),
        ("Die Rolle der Wissenschaft und das Amt", "de"),
        ("科学技術の外交", "ja"),
        ("과학 외교", "ko"),
        ("Научная дипломатия", "ru"),
        ("Think Tanks", None),
        ("", None),
    ],
)
def test_languages_are_told_by_script_and_little_words(title: str, language: str | None) -> None:
    assert language_of(title) == language


@pytest.mark.parametrize(
    ("fields", "country", "evidence"),
    [
        ({"authors": ("［美］埃布尔森",)}, "US", "［美］"),
        ({"text": "[英]安东尼. 社会学[M]."}, "GB", "[英]"),
        ({"url": "http://www.gov.cn/x"}, "CN", "www.gov.cn"),
        ({"url": "https://www.nist.gov/x"}, "US", "www.nist.gov"),
        ({"url": "https://www.bristol.ac.uk"}, "GB", "www.bristol.ac.uk"),
        ({"url": "https://ec.europa.eu/x"}, "EU", "ec.europa.eu"),
        ({"url": "https://www.nature.com"}, None, ""),
        ({"url": "https://arxiv.org"}, None, ""),
        ({"url": "http://[", "authors": ("［火］某",)}, None, ""),
        ({}, None, ""),
    ],
)
def test_countries_are_those_that_the_entry_states(
    fields: dict[str, object], country: str | None, evidence: str
) -> None:
    assert country_of([Entry("a#1", **fields)]) == (country, evidence)  # type: ignore[arg-type]


def test_entries_that_state_two_countries_tell_none() -> None:
    assert country_of([Entry("a#1", url="http://a.cn"), Entry("b#1", url="http://b.jp")]) == (None, "")
