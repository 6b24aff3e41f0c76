from pathlib import Path

import pytest

from app.ingest.curated.reading import PROBLEM, CuratedFiles, labels_beside, parse_labels, read_labels
from app.ingest.records import ClaimType, CuratedLabels, Figure, LabelSource

ENTRY = """
[[sentence]]
id = "abcdefghij23"
begins = "中国已与"
type = "statistic"
countries = ["CN", "US"]
instruments = []
citations = ["3"]
figures = [{value = 155, unit = "个国家", approx = true}]
"""


def parse(text: str) -> CuratedLabels:
    return parse_labels(text.encode(), "labels/p.toml")


def test_an_entry_is_read_with_its_line() -> None:
    labels = parse(ENTRY)
    (sentence,) = labels.sentences
    assert labels.problems == ()
    assert (sentence.id, sentence.begins, sentence.line) == ("abcdefghij23", "中国已与", 2)
    assert (sentence.type, sentence.countries, sentence.instruments) == (ClaimType.STATISTIC, ("CN", "US"), ())
    assert sentence.citations == ("3",)
    (figure,) = sentence.figures or ()
    assert (figure.value, figure.unit, figure.approx, figure.source) == (155, "个国家", True, LabelSource.PERSON)
    assert isinstance(figure, Figure)


def test_a_field_that_is_left_out_says_nothing() -> None:
    (sentence,) = parse('[[sentence]]\nid = "abcdefghij23"\ncountries = []').sentences
    assert (sentence.type, sentence.countries, sentence.figures) == (None, (), None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[sentence]]\nid = "short"', "line 1: 'id' is not right"),
        ('[[sentence]]\ntype = "fact"', "line 1: 'id' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\ntype = "opinion"', "'type' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\ncountry = ["CN"]', "'country' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\ncountries = "CN"', "'countries' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\nfigures = [{unit = "人"}]', "'figures.0.value' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\nfigures = [{value = inf}]', "'figures.0.value' is not right"),
        ('[[sentence]]\nid = "abcdefghij23"\nfigures = [{value = 1, source = "rule"}]', "'figures.0.source'"),
        ('[[sentence]]\nid = "abcdefghij23"\nline = 7', "'line' is not known"),
        ('[[claim]]\nid = "abcdefghij23"', "'claim' is not known; use [[sentence]]"),
        ("[[sentence]]\nid = ", "line 2: it is not TOML"),
        (ENTRY + ENTRY, "line 11: its id is labelled on line 2 already"),
    ],
)
def test_what_cannot_be_used_is_named_by_file_and_line(text: str, says: str) -> None:
    (problem,) = parse(text).problems
    assert problem.code == PROBLEM
    assert problem.detail.startswith("labels/p.toml, line ")
    assert says in problem.detail


def test_a_faulty_entry_does_not_cost_the_others() -> None:
    labels = parse('[[sentence]]\nid = "\n' + ENTRY)
    assert [sentence.id for sentence in labels.sentences] == ["abcdefghij23"]
    assert len(labels.problems) == 1


def test_bytes_that_are_no_text_are_a_problem() -> None:
    labels = parse_labels(b'[[sentence]]\nid = "\xff\xfe"\n', "p.labels.toml")
    assert labels.sentences == ()
    assert "it is not UTF-8" in labels.problems[0].detail


def test_labels_stand_beside_a_paper_or_in_the_folder_of_its_address(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    assert labels_beside(paper) is None
    (tmp_path / "paper.labels.toml").write_text(ENTRY, encoding="utf-8")
    found = labels_beside(paper)
    assert found
    assert found.origin == f"{tmp_path.name}/paper.labels.toml"
    (tmp_path / "slug.toml").write_text(ENTRY, encoding="utf-8")
    files = CuratedFiles(tmp_path)
    assert files.get("slug")
    assert files.get("../slug") is None


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    labels = read_labels(tmp_path / "gone.toml")
    assert "it cannot be read" in labels.problems[0].detail
