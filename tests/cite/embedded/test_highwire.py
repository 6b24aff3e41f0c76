import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite.embedded import highwire
from app.cite.works import Work
from tests.cite.embedded.zotero import read_highwire

ADDRESS = "https://kewai.example/zh/papers/x"
ARTICLE = Work(
    title="科技外交的\n理论与实践",
    authors=("王 明国", "欧阳娜", "Nina V. Fedoroff"),
    container="中国科技论坛",
    year=2021,
    volume="37",
    issue="2",
    pages="15-22",
    doi="10.1000/1",
    language="zh-CN",
    document_type="J",
)


def test_an_article_is_read_with_all_its_fields() -> None:
    item = read_highwire(highwire(ARTICLE, ADDRESS, abstract="摘要。", keywords=("科技外交", "A; B")))
    assert item.type == "journalArticle"
    assert item.creators == [("王明国",), ("欧阳娜",), ("Fedoroff", "Nina V.")]
    assert item.tags == ["科技外交", "A； B"]
    assert item.fields == {
        "title": "科技外交的 理论与实践",
        "publicationTitle": "中国科技论坛",
        "date": "2021",
        "volume": "37",
        "issue": "2",
        "pages": "15-22",
        "DOI": "10.1000/1",
        "language": "zh-CN",
        "abstractNote": "摘要。",
        "url": ADDRESS,
    }


@pytest.mark.parametrize(
    ("letter", "fields", "type_", "container"),
    [
        ("J", {"container": "X"}, "journalArticle", "publicationTitle"),
        ("J/OL", {"container": "X"}, "journalArticle", "publicationTitle"),
        ("R", {"publisher": "X"}, "report", "institution"),
        ("R", {"container": "X"}, "report", "institution"),
        ("D", {"publisher": "X"}, "thesis", "university"),
        ("C", {"container": "X"}, "conferencePaper", "proceedingsTitle"),
        ("A", {"container": "X"}, "bookSection", "bookTitle"),
    ],
)
def test_the_type_follows_the_kind_of_work(letter: str, fields: dict[str, str], type_: str, container: str) -> None:
    item = read_highwire(highwire(Work(title="题", document_type=letter, **fields), ADDRESS))  # type: ignore[arg-type]
    assert (item.type, item.fields[container]) == (type_, "X")


def test_what_is_unknown_is_not_named() -> None:
    assert highwire(Work(document_type="J"), ADDRESS) == (("citation_public_url", ADDRESS),)
    assert dict(highwire(Work(title_en="Only English"), ADDRESS))["citation_title"] == "Only English"


def test_authors_known_in_english_only_are_named() -> None:
    assert read_highwire(highwire(Work(authors_en=("Wang Mingguo",)), ADDRESS)).creators == [("Mingguo", "Wang")]


@given(st.lists(st.text(), max_size=5), st.text(), st.integers(0, 2500))
def test_any_text_makes_tags_on_one_line(authors: list[str], title: str, year: int) -> None:
    tags = highwire(Work(title=title, authors=tuple(authors), year=year, document_type="J"), ADDRESS)
    assert all(value == " ".join(value.split()) != "" for _name, value in tags)
    assert len([name for name, _value in tags if name == "citation_author"]) <= len(authors)
