import pytest

from app.cite import reference_text
from app.cite.english.apa import cite_apa
from app.cite.works import Work

FUTURE = Work(
    title="科技外交与中美关系的未来发展",
    title_en="Science and Technology Diplomacy",
    authors=("王明国",),
    authors_en=("WANG Ming-guo",),
    container="全球科技经济瞭望",
    year=2017,
    issue="7",
    pages="40-47",
    document_type="J",
)
PRACTICE = Work(
    title="当代中国科技外交的实践与特色",
    authors=("罗晖", "李政", "崔馥娟", "王梓宁"),
    container="外交评论",
    container_en="Foreign Affairs Review",
    year=2021,
    volume="38",
    issue="6",
    document_type="J",
)


def test_a_chinese_article_keeps_its_title_and_gives_a_translation() -> None:
    assert reference_text(FUTURE, "apa") == (
        "Wang, M.-G. (2017). 科技外交与中美关系的未来发展 [Science and Technology Diplomacy]. "
        "全球科技经济瞭望, (7), 40–47."
    )


def test_chinese_names_are_romanised_where_no_english_form_is_printed() -> None:
    assert reference_text(PRACTICE, "apa") == (
        "Luo, H., Li, Z., Cui, F., & Wang, Z. (2021). 当代中国科技外交的实践与特色. "
        "外交评论 [Foreign Affairs Review], 38(6)."
    )


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Work(title="题"), "题. (n.d.)."),
        (Work(), "[Title not known]. (n.d.)."),
        (Work(authors=("张翼燕",), authors_complete=False), "Zhang, Y., et al. (n.d.). [Title not known]."),
        (Work(title="T", authors=("The Royal Society",), year=2010), "The Royal Society. (2010). T."),
        (Work(title="T", authors=("A. Bee", "C. Dee")), "Bee, A., & Dee, C. (n.d.). T."),
        (Work(title="T", year=2010, doi="10.1/x", url="https://a"), "T. (2010). https://doi.org/10.1/x"),
        (Work(title="T", year=2010, url="https://a"), "T. (2010). https://a"),
        (Work(title="T", title_en="T", year=2010), "T. (2010)."),
    ],
)
def test_what_is_not_known_is_said_or_left_out(work: Work, expected: str) -> None:
    assert reference_text(work, "apa") == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (FUTURE, "Wang, 2017"),
        (PRACTICE, "Luo et al., 2021"),
        (Work(title="T", authors=("A. Bee", "C. Dee"), year=2001), "Bee & Dee, 2001"),
        (Work(authors=("张翼燕",), authors_complete=False), "Zhang et al., n.d."),
        (Work(title="题", year=2007), "题, 2007"),
        (Work(title="T", authors=("新华社",), year=2008), "新华社, 2008"),
    ],
)
def test_citing_in_a_sentence(work: Work, expected: str) -> None:
    assert cite_apa(work) == expected
