"""The record beside a paper: what it may say, and how a mistake in it is named."""

from dataclasses import fields
from pathlib import Path

import pytest

from app import resources
from app.ingest.bibliography import Record, parse_record, record_beside
from app.ingest.errors import ReadError
from app.ingest.records import AddedReference, Bibliography

FULL = """
[paper]
title = "科技外交与中美关系的未来发展"
title_en = "S&T Diplomacy"
authors = ["王明国"]
authors_complete = false
year = 2017
issue = 7
pages = "40-47"

[provenance]
issue = "printed in a footnote of 003"

[[references]]
label = "17"
source = "known from the sentence"
authors = ["赵刚"]
paper = "001"

[[references]]
label = 18
source = "known from elsewhere"
"""


def test_a_record_is_read_whole() -> None:
    record = parse_record(FULL)
    assert record.bibliography == Bibliography(
        title="科技外交与中美关系的未来发展",
        title_en="S&T Diplomacy",
        authors=("王明国",),
        authors_complete=False,
        year=2017,
        issue="7",
        pages="40-47",
        provenance=(("issue", "printed in a footnote of 003"),),
    )
    assert record.references == (
        AddedReference("17", "known from the sentence", authors=("赵刚",), paper="001"),
        AddedReference("18", "known from elsewhere"),
    )


def test_the_values_are_the_plain_records() -> None:
    record = parse_record(FULL)
    assert type(record.bibliography) is Bibliography
    assert {type(reference) for reference in record.references} == {AddedReference}


def test_an_empty_record_knows_nothing() -> None:
    assert parse_record("") == Record(Bibliography())


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("[paper]\n\ntitel = 'x'", "line 3, key paper.titel", "no such key"),
        ("[paper]\nyear = 'soon'", "line 2, key paper.year", "integer"),
        ("[paper]\nyear = 20177", "line 2, key paper.year", "20177 is no year"),
        ("[paper]\nyear = true", "line 2, key paper.year", "no year"),
        ("[paper]\nyear = 2017.5", "line 2, key paper.year", "integer"),
        ("[paper]\nauthors = '王明国'", "line 2, key paper.authors", "should be a list"),
        ("[paper]\nauthors = ['a', 1.5, ['b']]", "line 2, key paper.authors.2", "string"),
        ("[paper]\ntitle = ' '", "line 2, key paper.title", "it is empty"),
        ("[paper]\nprovenance = []", "line 2, key paper.provenance", "table of its own"),
        ("paper = 1", "key paper", "a table, not a value"),
        ("references = 'x'", "key references", "a table, not a value"),
        ("[pepar]\n", "line 1, key pepar", "no such table"),
        ("[provenance]\ncolour = 'red'", "line 2, key provenance.colour", "a field that there is not"),
        ("[provenance]\ntitle = 1.5\n[paper]", "line 2, key provenance.title", ""),
        (
            "[[references]]\nlabel = '1'\nsource = 'a'\n\n[[references]]\nlabel = '2'",
            "line 5, key references.1.source",
            "",
        ),
        ("[[references]]\nlabel = '1'\nsource = ''", "line 3, key references.0.source", "it is empty"),
        ("[[references]]\nlabel = '1'\nsource = 'a'\nyear = 20", "line 4, key references.0.year", "20 is no year"),
        ("[[references]]\nlabel = '1'\nsource = 'a'\nslug = 'b'", "line 4, key references.0.slug", "no such key"),
        ("[paper]\ntitle = x", "line 2", "not TOML"),
        ("[paper]\ntitle = 'a'\ntitle = 'b'", "end of document", "not TOML"),
        ("x = " + "[" * 20_000, "", "not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_key(text: str, place: str, cause: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse_record(text)
    assert caught.value.place == place
    assert cause in caught.value.cause
    assert caught.value.next_step


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ReadError) as caught:
        parse_record("[paper]\ntitel = 'x'")
    known = {field.name for field in fields(Bibliography)} - {"provenance"}
    assert caught.value.next_step == "use one of " + ", ".join(sorted(known))


def test_the_record_is_looked_for_under_the_papers_stem(tmp_path: Path) -> None:
    paper = tmp_path / "a.b.txt"
    assert record_beside(paper) is None
    (tmp_path / "a.b.toml").write_text("[paper]\ntitle = '题'", encoding="utf-8")
    assert record_beside(paper) == Record(Bibliography(title="题"))


def test_a_broken_record_is_named_by_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[paper]\ntitle = 1.5.2", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        record_beside(tmp_path / "a.txt")
    assert str(caught.value).startswith(f"{tmp_path / 'a.toml'}, line 2: ")


def test_a_record_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes("[paper]\ntitle = '题'".encode("gb18030"))
    with pytest.raises(ReadError, match="not UTF-8") as caught:
        record_beside(tmp_path / "a.txt")
    assert caught.value.place == "byte 17"


@pytest.mark.parametrize("path", sorted(resources.PAPERS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_every_shipped_paper_has_a_record_that_says_where_its_values_come_from(path: Path) -> None:
    record = record_beside(path)
    assert record is not None
    paper = record.bibliography
    assert paper.source
    assert paper.rights
    explained = {name for name, _ in paper.provenance}
    unknown = {name for name in ("title", "authors", "container", "year", "pages") if not getattr(paper, name)}
    assert unknown <= explained, "what is unknown is said to be"


def squeezed(stem: str) -> str:
    (path,) = resources.PAPERS.glob(f"{stem}*.txt")
    return "".join(path.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("stem", "printed"),
    [
        ("001", ["科技外交：关于中国和平发展的战略性问题", "赵刚博士", "简报", "第6期", "CISS@pku.edu.cn"]),
        ("002", ["新世纪以来科技外交国内文献综述", "张翼燕等[24]", "赵刚[16]认为", "王明国[17]指出"]),
        (
            "003",
            ["当代中国科技外交的实践与特色", "罗晖李政崔馥娟王梓宁", "Volume38Number62021", "FOREIGNAFFAIRSREVIEW"],
        ),
        ("003", ["王明国:《科技外交与中美关系的未来发展》,《全球科技经济瞭望》,2017年第7期,第40—47页"]),
        ("003", ["NinaV.Fedoroff,“ScienceDiplomacyinthe21stCentury”,*Cell*", "2009,pp9-11", "转引自王明国"]),
        ("004", ["◇王明国：科技外交与中美关系的未来发展", "WANGMing-guo", "DevelopmentofSino-USRelationships"]),
    ],
)
def test_what_the_records_rest_on_stands_in_the_texts(stem: str, printed: list[str]) -> None:
    text = squeezed(stem)
    assert [words for words in printed if words not in text] == []


def test_a_value_said_to_be_unknown_is_left_out() -> None:
    for path in resources.PAPERS.glob("*.txt"):
        record = record_beside(path)
        assert record is not None
        for name, sentence in record.bibliography.provenance:
            assert bool(getattr(record.bibliography, name)) is not sentence.startswith("Unknown"), (path.stem, name)


def test_linked_works_are_papers_that_are_here() -> None:
    stems = {path.stem for path in resources.PAPERS.glob("*.txt")}
    links = {
        (path.stem[:3], reference.label): reference.paper
        for path in resources.PAPERS.glob("*.txt")
        for reference in (record_beside(path) or Record(Bibliography())).references
        if reference.paper
    }
    assert {key: paper[:3] for key, paper in links.items()} == {
        ("002", "16"): "001",
        ("002", "17"): "004",
        ("002", "24"): "000",
    }
    assert set(links.values()) <= stems
