import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite import as_bibtex, as_csl_json, as_ris
from app.cite.works import Work
from tests.cite.exchange.samples import PRACTICE


def test_bibtex() -> None:
    assert as_bibtex([PRACTICE]) == (
        "@article{luo2021dangdaizhongguo,\n"
        "  author = {{罗晖} and {李政}},\n"
        "  title = {{当代中国科技外交的实践与特色}},\n"
        "  titleaddon = {Practices and Characteristics},\n"
        "  journal = {外交评论},\n"
        "  year = {2021},\n"
        "  volume = {38},\n"
        "  number = {6},\n"
        "  pages = {1--20},\n"
        "  doi = {10.1/x_y},\n"
        "  langid = {chinese},\n"
        "  language = {zh-CN},\n"
        "}\n\n"
    )


def test_ris() -> None:
    assert as_ris([PRACTICE]).split("\r\n") == [
        "TY  - JOUR",
        "AU  - 罗晖",
        "AU  - 李政",
        "TI  - 当代中国科技外交的实践与特色",
        "TT  - Practices and Characteristics",
        "T2  - 外交评论",
        "PY  - 2021",
        "VL  - 38",
        "IS  - 6",
        "SP  - 1",
        "EP  - 20",
        "DO  - 10.1/x_y",
        "LA  - zh-CN",
        "ER  - ",
        "",
    ]


def test_csl_json() -> None:
    (item,) = json.loads(as_csl_json([PRACTICE]))
    assert item["type"] == "article-journal"
    assert item["author"] == [{"family": "罗", "given": "晖"}, {"family": "李", "given": "政"}]
    assert item["issued"] == {"date-parts": [[2021]]}
    assert (item["container-title"], item["volume"], item["issue"], item["page"]) == ("外交评论", "38", "6", "1-20")
    assert item["original-title"] == "Practices and Characteristics"


def test_an_institution_is_one_literal_name() -> None:
    (item,) = json.loads(as_csl_json([Work(title="T", authors=("英国皇家学会",), document_type="R")]))
    assert item["author"] == [{"literal": "英国皇家学会"}]
    assert item["type"] == "report"


@pytest.mark.parametrize(
    ("kind", "bibtex", "ris"),
    [
        *[("J", "article", "JOUR"), ("N", "article", "NEWS"), ("M", "book", "BOOK"), ("G", "book", "BOOK")],
        *[("C", "proceedings", "CONF"), ("D", "phdthesis", "THES"), ("R", "techreport", "RPRT")],
        *[("S", "misc", "STAND"), ("P", "patent", "PAT"), ("A", "misc", "UNPB"), ("CM", "misc", "MAP")],
        *[("CP", "software", "COMP"), ("DB", "dataset", "DBASE"), ("DS", "dataset", "DATA")],
        *[("EB", "online", "ELEC"), ("PP", "unpublished", "UNPB"), ("X", "misc", "GEN"), ("", "misc", "GEN")],
    ],
)
def test_kinds_of_works(kind: str, bibtex: str, ris: str) -> None:
    work = Work(title="T", document_type=kind)
    assert as_bibtex([work]).startswith(f"@{bibtex}{{")
    assert as_ris([work]).startswith(f"TY  - {ris}\r\n")


def test_works_without_title_or_author_are_exported_too() -> None:
    assert "{[Title not known]}" in as_bibtex([Work(document_type="J")])
    assert "TI  - [Title not known]" in as_ris([Work(document_type="J")])


def test_authors_that_are_not_all_known_are_followed_by_others() -> None:
    assert "{{张翼燕} and others}" in as_bibtex([Work(title="T", authors=("张翼燕",), authors_complete=False)])


def test_keys_are_unique_and_ascii() -> None:
    exported = as_bibtex([PRACTICE, PRACTICE, PRACTICE, Work(), Work()])
    keys = [line.partition("{")[2].rstrip(",") for line in exported.splitlines() if line.startswith("@")]
    assert keys == ["luo2021dangdaizhongguo", "luo2021dangdaizhongguo-2", "luo2021dangdaizhongguo-3", "work", "work-2"]


def test_a_documents_text_never_becomes_markup() -> None:
    nasty = Work(title="}\n@comment{ \\input{/etc/passwd} 100% & #1_$x^~", authors=("A}\r\nER  - ",), document_type="J")
    bibtex = as_bibtex([nasty])
    assert "\\input{" not in bibtex
    assert r"\textbackslash{}input\{/etc/passwd\} 100\% \& \#1\_\$x\textasciicircum{}\textasciitilde{}" in bibtex
    assert [line for line in as_ris([nasty]).split("\r\n") if line.startswith("ER")] == ["ER  - "]


@given(st.text(), st.text())
def test_braces_of_any_entry_are_balanced(title: str, author: str) -> None:
    entry = as_bibtex([Work(title=title, authors=(author,), document_type="J")])
    unescaped = entry.replace("\\{", "").replace("\\}", "")
    assert unescaped.count("{") == unescaped.count("}")


def test_the_day_on_which_a_work_was_read() -> None:
    work = Work(title="智库", document_type="EB/OL", accessed="2014-06-05", url="http://a.cn")
    assert "  urldate = {2014-06-05},\n" in as_bibtex([work])
    assert "\r\nY2  - 2014/06/05\r\n" in as_ris([work])
    assert json.loads(as_csl_json([work]))[0]["accessed"] == {"date-parts": [[2014, 6, 5]]}
    assert "accessed" not in json.loads(as_csl_json([Work(title="智库")]))[0]
