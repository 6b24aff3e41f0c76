"""The quantities that the five papers tell, read by hand: which of their figures belong together, and no others."""

from collections import defaultdict

from app.ingest.curated import apply_labels
from app.ingest.quantities import find_quantities
from tests.corpus.conftest import Translated
from tests.factories import vocabulary

SERIES = {
    "cn-st-partners": {("001", "152个国家和地区"), ("000", "155个国家"), ("003", "160多个国家和地区")},
    "cn-st-agreements": {("001", "99个国家和地区"), ("000", "107个"), ("003", "110多个")},
    "cn-st-diplomats": {("001", "131名"), ("000", "144名"), ("003", "146名")},
    "cn-st-posting-countries": {("001", "45个国家"), ("000", "47个国家"), ("003", "47个国家")},
    "cn-st-posts": {("001", "62个"), ("000", "70个"), ("003", "70多个")},
    "cn-intergovernmental-st-organisations": {("000", "约200个"), ("003", "200多个")},
    "cn-st-organisations": {("001", "1000多个"), ("004", "1 000多个")},
    "gb-st-posting-countries": {("001", "10个国家"), ("001", "30个国家"), ("003", "28个国家和地区")},
}
"""What several papers tell, or one paper for several years, by the rules of the vocabulary."""
ALONE = {
    "gb-st-diplomats": {("001", "50人")},
    "afr-asi-cn-st-agreements": {("003", "4个")},
}
IN_SAME_WORDS = [
    {("003", "50330篇"), ("003", "2231篇")},
    {("003", "69%"), ("003", "65%")},
    {("003", "14%"), ("003", "40%")},
    {("001", "1∶5-8")},
    {("003", "7个")},
]
"""What one paper tells twice, as those who labelled it describe it: the two ends of a range among it."""

Told = dict[str, list[tuple[str, str]]]


def grouped(papers: tuple[Translated, ...], *, curated: bool) -> Told:
    """The figures of the papers by the key of their quantity: paper and print."""
    told: Told = defaultdict(list)
    for paper in papers:
        claims = (apply_labels(paper.analysis, vocabulary()).analysis if curated else paper.analysis).claims
        for claim, keys in zip(claims, find_quantities(claims, vocabulary()), strict=True):
            for figure, key in zip(claim.figures, keys, strict=True):
                if key:
                    told[key.key].append((paper.slug[:3], figure.text))
    return told


def test_the_series_of_the_papers_are_found_and_nothing_else_is_put_together(papers: tuple[Translated, ...]) -> None:
    told = grouped(papers, curated=True)
    known = {key: set(figures) for key, figures in told.items() if not key.startswith("words-")}
    assert known == SERIES | ALONE
    words = [set(told[key]) for key in told if key.startswith("words-") and len(told[key]) > 1]
    assert sorted(map(sorted, words)) == sorted(map(sorted, IN_SAME_WORDS))


def test_extraction_alone_finds_the_series_too(papers: tuple[Translated, ...]) -> None:
    told = grouped(papers, curated=False)
    values = {key: sorted(slug for slug, _ in figures) for key, figures in told.items()}
    expected = {key: sorted(slug for slug, _ in figures) for key, figures in (SERIES | ALONE).items()}
    assert values == expected
