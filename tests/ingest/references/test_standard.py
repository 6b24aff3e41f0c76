"""Entries in GB/T 7714."""

import pytest

from app.ingest.records import Reference
from app.ingest.references.standard import read_standard


def read(text: str) -> Reference:
    found = read_standard(Reference("1"), text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        ("薛澜.智库热的冷思考：破解之道[J].", ("薛澜",), "智库热的冷思考：破解之道"),
        ("王桂侠，万劲波，赵兰香．界面关系研究[J]．", ("王桂侠", "万劲波", "赵兰香"), "界面关系研究"),
        ("郭万达,杨秋荣,等.论智库的转型[J].", ("郭万达", "杨秋荣"), "论智库的转型"),
        ("关于加强智库建设的意见[EB/OL].", (), "关于加强智库建设的意见"),
        ("《聂荣臻传》编写组.聂荣臻传[M].", ("《聂荣臻传》编写组",), "聂荣臻传"),
        ("J.P.基夫斯．教育研究方法[M]．", ("J.P.基夫斯",), "教育研究方法"),
        (
            "MERTON R K, STORER N W. The sociology of science[M].",
            ("MERTON R K", "STORER N W"),
            "The sociology of science",
        ),
        ("R. K. Merton. The structure[M].", ("R. K. Merton",), "The structure"),
        ("NIH. Data sharing policy [EB/OL].", ("NIH",), "Data sharing policy"),
        ("刘利：绿色丝路[J].", ("刘利",), "绿色丝路"),
        ("智库：理论[J].", (), "智库：理论"),
        ("[美]古贝,林肯.《第四代评估》[M].", ("古贝", "林肯"), "《第四代评估》"),
        ("（美）彼得·德鲁克.管理思想全集[M].", ("彼得·德鲁克",), "管理思想全集"),
        ("[挪威]斯坦因·U．拉尔森.社会科学理论与方法[M]．", ("斯坦因·U．拉尔森",), "社会科学理论与方法"),
        ("詹姆斯·G．麦甘（James G．McGann）.全球智库报告[M]．", ("詹姆斯·G．麦甘（James G．McGann）",), "全球智库报告"),
        ("哈斯认为世界秩序2.0时代已到来[EB/OL].", (), "哈斯认为世界秩序2.0时代已到来"),
        ("杨立卓.刘雪娇.余稳策.我国与中亚国家贸易研究[J].", ("杨立卓", "刘雪娇", "余稳策"), "我国与中亚国家贸易研究"),
        ("Francesco C, Marco R, etc. The KnowledgeStore[J].", ("Francesco C", "Marco R"), "The KnowledgeStore"),
    ],
)
def test_authors_and_title(text: str, authors: tuple[str, ...], title: str) -> None:
    found = read(text)
    assert (found.authors, found.title) == (authors, title)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("[J].图书馆论坛,2017,37(10):14-21.", ("图书馆论坛", 2017, "37", "10", "14-21", "J")),
        ("[J]．中国行政管理，2014（5）：29－33.", ("中国行政管理", 2014, None, "5", "29-33", "J")),
        ("[J].中国行政管理，2014,5:29-33.", ("中国行政管理", 2014, None, "5", "29-33", "J")),
        (
            "[J].深圳大学学报（人文社会科学版），2018，35（1）：42-57.",
            ("深圳大学学报(人文社会科学版)", 2018, "35", "1", "42-57", "J"),
        ),
        ("[M]．北京：北京大学出版社,2015:63-64.", ("北京大学出版社", 2015, None, None, "63-64", "M")),
        ("[M].王晓毅，译.北京：社会科学文献出版社,2012.", ("社会科学文献出版社", 2012, None, None, None, "M")),
        ("[D]．湖北大学,2013.", ("湖北大学", 2013, None, None, None, "D")),
        ("[N].光明日报,2016-05-18(1).", ("光明日报", 2016, None, None, "1", "N")),
        ("[C]//王缉思,编:中国学术论文集.北京,2013：45-51.", ("中国学术论文集", 2013, None, None, "45-51", "C")),
        ("Ⅲ].智库研究，2016，1(1):52-61.", ("智库研究", 2016, "1", "1", "52-61", "J")),
        ("[J」.边疆研究,2015,25(2):1-3.", ("边疆研究", 2015, "25", "2", "1-3", "J")),
        ("[EB/0L].[2015-01-14].", (None, None, None, None, None, "EB/OL")),
        ("[EB/OL].[2015-01-14].", (None, None, None, None, None, "EB/OL")),
        ("[EB/OL].(2021-5-5).[2022-1-16].", (None, 2021, None, None, None, "EB/OL")),
        ("[J].经济问题,2015,(8):1-5.", ("经济问题", 2015, None, "8", "1-5", "J")),
        ("[J]. PLOS ONE, 2011, (8):e23420.", ("PLOS ONE", 2011, None, "8", "e23420", "J")),
        ("[J]. Policy Sciences,2O15, 48(1): 25-50.", ("Policy Sciences", 2015, "48", "1", "25-50", "J")),
        ("[J].金融研究，2012（8)：152\\~165.", ("金融研究", 2012, None, "8", "152\\~165", "J")),
        ("[M].北京：当代中国出版社,2015:308,311-319.", ("当代中国出版社", 2015, None, None, "308,311-319", "M")),
        ("[D].长春：东北师范大学，2014.", ("东北师范大学", 2014, None, None, None, "D")),
        ("[J].Water Control，2015,5(11): R475-R481.", ("Water Control", 2015, "5", "11", "R475-R481", "J")),
        ("[J].中国软科学，2015年第3期:1-5.", ("中国软科学", 2015, None, "3", "1-5", "J")),
        ("[J].中国软科学，2015年第30卷第3期.", ("中国软科学", 2015, "30", "3", None, "J")),
        ("[JJ.南京社会科学,2014(12):1-7.", ("南京社会科学", 2014, None, "12", "1-7", "J")),
        ("J].南京社会科学,2014(12):1-7.", ("南京社会科学", 2014, None, "12", "1-7", "J")),
        ("[EB OL].[2016-5-1].", (None, None, None, None, None, "EB/OL")),
        ("[EB-/OL].[2016-4-4].", (None, None, None, None, None, "EB/OL")),
        ("[R/OL].[2016.4.4]", (None, None, None, None, None, "R/OL")),
        ("[EB/OL].[2017-05-03 ", (None, None, None, None, None, "EB/OL")),
        ("C]/HPDC 11: Proceedings, 2011:183-194.", ("HPDC 11: Proceedings", 2011, None, None, "183-194", "C")),
        ("[J]. Nature, 2013, 495(7441): 305-307.", ("Nature", 2013, "495", "7441", "305-307", "J")),
    ],
)
def test_what_follows_the_type(tail: str, expected: tuple[object, ...]) -> None:
    found = read(f"某甲.某题{tail}")
    assert (found.container, found.year, found.volume, found.issue, found.pages, found.document_type) == expected


def test_a_broken_address_is_no_host() -> None:
    assert read("GovLab[EB/OL]. /govlab.html").container is None


@pytest.mark.parametrize("text", ["薛澜.智库热的冷思考.中国行政管理,2014", "甲[1]", "", "[2015]"])
def test_without_a_type_it_is_another_style(text: str) -> None:
    assert read_standard(Reference("1"), text) is None


def test_the_rest_of_a_reference_is_kept() -> None:
    before = Reference("7", text="x", url="http://a.b", start=3, end=9)
    found = read_standard(before, "薛澜.智库热[J].")
    assert found is not None
    assert (found.label, found.text, found.url, found.start, found.end) == ("7", "x", "http://a.b", 3, 9)


def test_the_journal_may_stand_before_the_type() -> None:
    found = read("陈国营，张杰.中国高校智库网络活跃度研究．智库理论与实践[J].2017,2(2):15-23.")
    assert (found.title, found.container) == ("中国高校智库网络活跃度研究", "智库理论与实践")
    assert (found.year, found.issue, found.pages) == (2017, "2", "15-23")


@pytest.mark.parametrize(
    ("text", "container", "pages"),
    [
        ("胖胖星.图书馆之殇[[M]//程焕文,刘洪辉.程焕文之问.北京:出版社,2016:2-4.", "程焕文之问", "2-4"),
        (
            "Halligan J.Policy Advice[M]// Guy Peters B,Savoie D.T. Governance in a World. Montreal: Press,1995:1-2.",
            "Governance in a World",
            "1-2",
        ),
        ("甲乙.题名[C]//全国学术会议论文集.北京:科学出版社,2016:1-2.", "全国学术会议论文集", "1-2"),
        ("Smith A. Title[C]//Proceedings of Science. London: Press, 2016:1-2.", "Proceedings of Science", "1-2"),
    ],
)  # fmt: skip
def test_the_book_of_a_chapter_behind_its_own_authors(text: str, container: str, pages: str) -> None:
    found = read_standard(Reference("1"), text)
    assert found is not None
    assert (found.container, found.pages) == (container, pages)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("甲乙.题名[N/OL].中国中医药报,2005-09-07(004).", "004"),
        ("甲乙.题名[N]，人民日报，2014年5月19日第23版.", "23"),
        ("甲乙.题名[N].人民日报,2014-05-19(A3).", "A3"),
    ],
)
def test_the_page_of_a_newspaper_in_every_form(text: str, page: str) -> None:
    found = read_standard(Reference("1"), text)
    assert found is not None
    assert (found.pages, found.issue) == (page, None)
