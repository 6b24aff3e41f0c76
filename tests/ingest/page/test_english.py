"""The English parts of a Chinese paper, told from its text and from other papers' parts."""

from app.ingest.page.english import English, find_english, is_latin
from app.ingest.page.lines import Role, read_lines, with_roles

BODY = "科技外交是外交学的重要新兴领域，也是国家之间开展合作的重要方式。这一点已经得到广泛承认。\n" * 5
OWN = "Science Diplomacy and Its Future\nWANG Ming-guo\nAbstract: It is important. We say why.\nKey words: a; b\n"
OTHER = (
    "The Enlightenment of Incubators for\nCrowd Spaces in China\nZHENG Xiu-mei\nAbstract: As a country it has them.\n"
)


def found(source: str, *authors: str) -> English:
    return find_english(read_lines(source), authors)


def english_text(result: English) -> list[str]:
    return [line.text for line in result.lines if line.role == Role.ENGLISH]


def test_a_title_page_at_the_end() -> None:
    result = found(BODY + OWN)
    assert result.front is not None
    assert result.front.title == "Science Diplomacy and Its Future"
    assert result.front.abstract == "It is important. We say why."
    assert english_text(result) == OWN.splitlines()
    assert result.warnings == ()


def test_a_title_page_in_front_leaves_the_text_alone() -> None:
    result = found(f"中文题目\n{OWN}1 引言\n{BODY}")
    assert english_text(result) == OWN.splitlines()
    assert sum(line.role == Role.TEXT for line in result.lines) == 7


def test_the_second_abstract_is_another_papers() -> None:
    source = BODY + OWN + OTHER
    result = found(source)
    assert result.front is not None
    assert result.front.authors == ("WANG Ming-guo",)
    (warning,) = result.warnings
    assert warning.code == "foreign-abstract"
    assert "The Enlightenment of Incubators for Crowd Spaces in China" in warning.detail
    assert source[warning.start : warning.end] == OTHER.strip()


def test_known_authors_decide_which_abstract_is_the_papers_own() -> None:
    result = found(BODY + OTHER + OWN, "王明国")
    assert result.front is not None
    assert result.front.title == "Science Diplomacy and Its Future"
    assert [warning.code for warning in result.warnings] == ["foreign-abstract"]


def test_an_abstract_that_breaks_off_is_reported() -> None:
    result = found(BODY + "Abstract: The paper presents. Based on the\n" + OTHER)
    assert result.front is not None
    assert result.front.abstract == "The paper presents. Based on the"
    assert [warning.code for warning in result.warnings] == ["foreign-abstract", "truncated-abstract"]


def test_a_title_page_cut_off_before_its_abstract() -> None:
    result = found(BODY + "Science Diplomacy and Its Future\nWANG Ming-guo\n")
    assert result.front is not None
    assert (result.front.title, result.front.abstract) == ("Science Diplomacy and Its Future", None)


def test_a_latin_line_in_which_a_sentence_goes_on_is_text() -> None:
    result = found(BODY + "学会创办了刊物\nScience and Diplomacy and Other\nThings of This Kind\n")
    assert result.front is None
    assert english_text(result) == []


def test_entries_of_a_reference_list_are_no_title() -> None:
    source = BODY + "[9] Smith J. On think tanks[J]. Nature, 2015(3): 1-2.\n" + OWN
    lines = read_lines(source)
    lines = with_roles(lines, {5: Role.REFERENCE})
    result = find_english(lines)
    assert result.front is not None
    assert result.front.title == "Science Diplomacy and Its Future"
    assert result.lines[5].role == Role.REFERENCE


def test_lives_of_the_authors_behind_it_are_no_text() -> None:
    result = found(BODY + OWN + "WANG Ming-guo is a professor at a university in Shanghai.\n")
    assert english_text(result)[-1].startswith("WANG Ming-guo is")


def test_chinese_text_behind_it_stays_text() -> None:
    result = found(BODY + OWN + BODY)
    assert sum(line.role == Role.TEXT for line in result.lines) == 10


def test_a_paper_in_english_is_left_alone() -> None:
    source = OWN + "Science diplomacy is a field. " * 20
    result = found(source)
    assert result.front is None
    assert all(line.role == Role.TEXT for line in result.lines)


def test_a_chinese_paper_without_english() -> None:
    assert found(BODY) == English(read_lines(BODY))
    assert found("") == English(())


def test_latin_lines() -> None:
    assert is_latin("A Study of Think Tanks")
    assert is_latin("（Shanghai University, Shanghai　201620）")
    assert not is_latin("美国科学促进会（AAAS）创建")
    assert not is_latin("12")
