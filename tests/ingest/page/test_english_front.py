"""An English title page, read off its lines."""

import pytest

from app.ingest.page.english_front import EnglishFront, JournalHead, read_front
from app.ingest.page.lines import read_lines


def front(head: str, abstract: str = "Abstract: We show it.", keywords: str = "") -> EnglishFront:
    source = f"{head}\n{abstract}\n{keywords}"
    lines = read_lines(source)
    parts = [len(read_lines(part)) for part in (head, abstract)]
    return read_front(lines[: parts[0]], lines[parts[0] : sum(parts)], lines[sum(parts) :])


def test_everything_that_a_journal_prints() -> None:
    found = front(
        "FOREIGN AFFAIRS REVIEW\nBimonthly Volume 38 Number 6 2021\nPractices of China's Diplomacy\nLUO Hui LI Zheng",
        "Abstract: It promotes\ncooperation. The end.",
        "Key words: science diplomacy, global governance",
    )
    assert found.title == "Practices of China's Diplomacy"
    assert found.authors == ("LUO Hui", "LI Zheng")
    assert found.abstract == "It promotes cooperation. The end."
    assert found.keywords == ("science diplomacy", "global governance")
    assert found.journal == JournalHead("Foreign Affairs Review", 2021, "38", "6")


@pytest.mark.parametrize(
    ("head", "title", "authors"),
    [
        ("A Study of\nThink Tanks\nWANG Ming-guo", "A Study of Think Tanks", ("WANG Ming-guo",)),
        ("On Policy\nZHENG Xiu-mei, YOU Ding-yi", "On Policy", ("ZHENG Xiu-mei", "YOU Ding-yi")),
        ("On Policy\nXia Yu1, Ma Yan2", "On Policy", ("Xia Yu", "Ma Yan")),
        ("On Policy\nWANG Ming-guo\n(Shanghai University, Shanghai 201620)", "On Policy", ("WANG Ming-guo",)),
        ("On Policy\nShanghai University, Shanghai 201620", "On Policy", ()),
        ("Crowd Innovating Space for\nDevelopment in China", "Crowd Innovating Space for Development in China", ()),
        ("China National Center, Beijing 100142", None, ()),
        ("", None, ()),
    ],
)
def test_title_and_authors(head: str, title: str | None, authors: tuple[str, ...]) -> None:
    found = front(head)
    assert (found.title, found.authors) == (title, authors)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Abstract: We show it.", "We show it."),
        ("Abstract We show it.", "We show it."),
        ("【Abstract】We show it.", "We show it."),
        ("AbstractWe show it.", "We show it."),
        ("ABSTRACT\nWe show it.", "We show it."),
        ("Abstract:", None),
    ],
)
def test_the_word_abstract_is_taken_off(printed: str, text: str | None) -> None:
    assert front("A Title", printed).abstract == text


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Key words: a b; c d；e", ("a b", "c d", "e")),
        ("Keywords a, b", ("a", "b")),
        ("Key words: one thing", ("one thing",)),
        ("Keywords: a; b 收稿日期：2017-10-20", ("a", "b")),
        ("Key words: a;\nb c", ("a", "b c")),
        ("Key words: a; b王明国，研究员。", ("a", "b")),
    ],
)
def test_key_words_are_parted(printed: str, words: tuple[str, ...]) -> None:
    assert front("A Title", keywords=printed).keywords == words


def test_key_words_may_stand_inside_the_abstract() -> None:
    found = front("A Title", "Abstract: We show it. Key words: a; b")
    assert (found.abstract, found.keywords) == ("We show it.", ("a", "b"))


def test_it_knows_its_place() -> None:
    found = front("A Title")
    assert (found.start, found.end) == (0, len("A Title\nAbstract: We show it."))
