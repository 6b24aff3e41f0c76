"""Against the examples of the standard itself (GB/T 7714—2015, 8.1, 8.5.3 and annex A) and of its 2025 edition."""

import pytest

from app.cite import STYLES, reference_text
from app.cite.works import Work


def both(work: Work) -> tuple[str, str]:
    return reference_text(work, "gb2015"), reference_text(work, "gb2025")


@pytest.mark.parametrize(
    ("work", "in_2015", "in_2025"),
    [
        (
            Work(
                title="四库馆私家抄校书考略",
                authors=("杨洪升",),
                container="文献",
                year=2013,
                issue="1",
                pages="56-75",
                document_type="J",
            ),
            "杨洪升. 四库馆私家抄校书考略[J]. 文献, 2013(1): 56-75.",
            "杨洪升. 四库馆私家抄校书考略[J]. 文献，2013（1）：56-75.",
        ),
        (
            Work(
                title="Cataloging internet resources",
                authors=("Caplan P",),
                container="The Public-Access Computer Systems Review",
                year=1993,
                volume="4",
                issue="2",
                pages="61-66",
                document_type="J",
            ),
            "CAPLAN P. Cataloging internet resources[J]. The Public-Access Computer Systems Review, 1993, 4(2): 61-66.",
            "Caplan P. Cataloging internet resources[J]. "
            "The Public-Access Computer Systems Review，1993，4（2）：61-66.",
        ),
        (
            Work(
                title="Coffee drinking and cancer of the pancreas",
                container="Br Med J",
                year=1981,
                volume="283",
                issue="6292",
                pages="628",
                document_type="J",
            ),
            "Coffee drinking and cancer of the pancreas[J]. Br Med J, 1981, 283(6292): 628.",
            "Coffee drinking and cancer of the pancreas[J]. Br Med J，1981，283（6292）：628.",
        ),
        (
            Work(
                title="生物质研究",
                authors=("印森林", "吴胜和", "李俊飞", "冯文杰"),
                publisher="科学出版社",
                year=2019,
                document_type="M",
            ),
            "印森林, 吴胜和, 李俊飞, 等. 生物质研究[M]. 科学出版社, 2019.",
            "印森林，吴胜和，李俊飞，等. 生物质研究[M]. 科学出版社，2019.",
        ),
        (
            Work(title="Flows", authors=("Fordham E W", "Ali A", "Turner D A", "Charters J R"), document_type="M"),
            "FORDHAM E W, ALI A, TURNER D A, et al. Flows[M].",
            "Fordham E W，Ali A，Turner D A，et al. Flows[M].",
        ),
        (
            Work(
                title="New frontiers in science diplomacy",
                authors=("The Royal Society",),
                publisher="The Royal Society",
                year=2010,
                document_type="R",
            ),
            "The Royal Society. New frontiers in science diplomacy[R]. The Royal Society, 2010.",
            "The Royal Society. New frontiers in science diplomacy[R]. The Royal Society，2010.",
        ),
        (
            Work(
                title="恶性肿瘤个体化治疗",
                authors=("储大同",),
                container="中华肿瘤杂志",
                year=2010,
                volume="32",
                issue="10",
                pages="721-724",
                document_type="J/OL",
                url="https://example.org/a",
                doi="10.3760/cma.j.issn.0253-3766.2010.10.001",
            ),
            "储大同. 恶性肿瘤个体化治疗[J/OL]. 中华肿瘤杂志, 2010, 32(10): 721-724. https://example.org/a."
            " DOI:10.3760/cma.j.issn.0253-3766.2010.10.001.",
            "储大同. 恶性肿瘤个体化治疗[J/OL]. 中华肿瘤杂志，2010，32（10）：721-724. https://example.org/a."
            " DOI:10.3760/cma.j.issn.0253-3766.2010.10.001.",
        ),
    ],
)
def test_the_standards_examples(work: Work, in_2015: str, in_2025: str) -> None:
    assert both(work) == (in_2015, in_2025)


@pytest.mark.parametrize(
    ("author", "in_2015", "in_2025"),
    [
        ("Albert Einstein", "EINSTEIN A", "Einstein A"),
        ("Nina V. Fedoroff", "FEDOROFF N V", "Fedoroff N V"),
        ("De Morgan, Augustus", "DE MORGAN A", "De Morgan A"),
        ("Jean-Luc Godard", "GODARD J-L", "Godard J-L"),
        ("LUO Hui", "LUO H", "Luo Hui"),
        ("WANG Ming-guo", "WANG M G", "Wang Mingguo"),
        ("Peyton Z. Peebles, Jr.", "PEEBLES P Z, Jr", "Peebles P Z Jr"),
        ("P. S. 昂温", "昂温 P S", "昂温 P S"),
        ("[美]约瑟夫·奈", "约瑟夫·奈", "约瑟夫·奈"),
        ("American Chemical Society", "American Chemical Society", "American Chemical Society"),
        ("中国科学院物理研究所", "中国科学院物理研究所", "中国科学院物理研究所"),
        ("尼娜·费德洛夫", "尼娜·费德洛夫", "尼娜·费德洛夫"),
        ("王 梓宁", "王梓宁", "王梓宁"),
    ],
)
def test_names_of_authors(author: str, in_2015: str, in_2025: str) -> None:
    assert both(Work(title="T", authors=(author,), document_type="M")) == (f"{in_2015}. T[M].", f"{in_2025}. T[M].")


def test_more_authors_than_are_known_are_said_to_be() -> None:
    work = Work(authors=("张翼燕",), authors_complete=False, document_type="J")
    assert both(work) == ("张翼燕, 等. [题名不详][J].", "张翼燕，等. [题名不详][J].")
    foreign = Work(title="T", authors=("Albert Einstein",), authors_complete=False, document_type="J")
    assert reference_text(foreign) == "Einstein A，et al. T[J]."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "题."),
        ({"document_type": "Z"}, "题[Z]."),
        ({"document_type": "J", "container": "简报", "issue": "6"}, "题[J]. 简报（6）."),
        ({"document_type": "J", "container": "刊", "pages": "1-2"}, "题[J]. 刊：1-2."),
        ({"document_type": "N", "container": "人民日报", "year": 2008}, "题[N]. 人民日报，2008."),
        ({"issue": "3", "container": "刊"}, "题[J]. 刊（3）."),
        ({"url": "https://example.org"}, "题[EB/OL]. https://example.org."),
        ({"pages": "1-2", "document_type": "M"}, "题[M]. 1-2."),
    ],
)
def test_what_is_not_known_is_left_out(fields: dict[str, object], expected: str) -> None:
    assert reference_text(Work(title="题", **fields)) == expected  # type: ignore[arg-type]


def test_a_reference_is_one_line_whatever_the_document_holds() -> None:
    work = Work(title="题\n\n目", authors=("王\t明国",), container="刊\r\n物", year=2020, document_type="J")
    for style in STYLES:
        assert "\n" not in reference_text(work, style)
    assert reference_text(work) == "王明国. 题 目[J]. 刊 物，2020."


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(KeyError):
        reference_text(Work(title="T"), "harvard")


@pytest.mark.parametrize(
    ("work", "in_2015"),
    [
        (
            Work(
                title="恶性肿瘤个体化治疗靶向药物的临床表现",
                authors=("储大同",),
                container="中华肿瘤杂志",
                year=2010,
                volume="32",
                issue="10",
                pages="721-724",
                document_type="J",
                accessed="2014-06-25",
                url="http://vip.calis.edu.cn/asp/Detail.asp",
            ),
            "储大同. 恶性肿瘤个体化治疗靶向药物的临床表现[J/OL]. 中华肿瘤杂志, 2010, 32(10): 721-724[2014-06-25]. "
            "http://vip.calis.edu.cn/asp/Detail.asp.",
        ),
        (
            Work(title="智库", document_type="EB/OL", accessed="2014-06-25", url="http://a.cn"),
            "智库[EB/OL]. [2014-06-25]. http://a.cn.",
        ),
        (Work(title="智库", document_type="M", year=2014, accessed="2014-06-25"), "智库[M]. 2014."),
    ],
)
def test_the_day_on_which_a_work_on_the_web_was_read(work: Work, in_2015: str) -> None:
    assert reference_text(work, "gb2015") == in_2015
    asked_for_in_2025 = work.kind == "EB"
    assert (f"[{work.accessed}]" in reference_text(work, "gb2025")) is asked_for_in_2025
