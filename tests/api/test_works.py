"""Works and the network for programs: what each answer holds, and errors that say what to do."""

import csv
import io
from typing import Any
from urllib.parse import quote

import pytest

from tests.sample import FUTURE, REVIEW
from tests.visitor import ADDRESS, Visitor


def ask(visitor: Visitor, path: str, status: int = 200) -> Any:
    answer = visitor.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text[:300]
    return answer.json()


def test_a_work_is_listed_with_its_counts_and_every_style(visitor: Visitor) -> None:
    answer = ask(visitor, "/works?q=王明国")
    (work,) = answer["works"]
    assert (answer["total"], work["papers"], work["citations"], work["paper"]["slug"]) == (1, 1, 2, FUTURE)
    assert work["url"] == f"{ADDRESS}/works/{work['uid']}"
    assert work["stands_at"] == f"{REVIEW}#17"
    assert all("王明国" in text or "Wang" in text for text in work["formatted"].values())
    assert answer["shares"]["years"] == [[2017, 1]]


@pytest.mark.parametrize(
    ("query", "total"),
    [(f"paper={REVIEW}", 1), ("from=2017&to=2017", 1), ("from=2018", 0), ("kind=P", 0), ("q=%25", 0), ("q=%00", 1)],
)
def test_works_are_narrowed(visitor: Visitor, query: str, total: int) -> None:
    assert ask(visitor, f"/works?{query}")["total"] == total


@pytest.mark.parametrize("query", ["from=x", "to=-1", "to=99999", "limit=x", "offset=-1"])
def test_what_is_no_number_is_refused_by_its_name(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/works?{query}")
    assert answer.status_code in {400, 422}
    assert query.partition("=")[0] in answer.text


def test_a_work_tells_who_cites_it_in_which_words(visitor: Visitor) -> None:
    (listed,) = ask(visitor, "/works?q=王明国")["works"]
    work = ask(visitor, f"/works/{listed['uid']}")
    assert work.items() >= listed.items()
    (entry,) = work["cited_in"]
    assert (entry["citing"]["slug"], entry["like"]) == (REVIEW, FUTURE)
    assert [claim["text"][:4] for claim in entry["claims"]] == ["王明国认", "中国与1"]
    assert (work["together"], work["doubts"]) == ([], [])


@pytest.mark.parametrize("path", ["/works/none", "/works/%00", "/network?node=x", "/network.csv?node=paper:none"])
def test_what_is_not_there_is_told(visitor: Visitor, path: str) -> None:
    assert "There is no " in ask(visitor, path, 404)["detail"]


def test_no_pair_waits_in_the_sample(visitor: Visitor) -> None:
    assert ask(visitor, "/works/unsure") == {"total": 0, "limit": 20, "offset": 0, "pairs": []}


def test_the_network_names_its_nodes_so_that_each_can_be_asked_for(visitor: Visitor) -> None:
    network = ask(visitor, f"/network?node=paper:{FUTURE}")
    assert (network["node"], network["depth"]) == (f"paper:{FUTURE}", 1)
    ids = {node["id"]: node["kind"] for node in network["nodes"]}
    assert sorted(ids.values()) == ["author", "paper", "paper"]
    assert all({edge["source"], edge["target"]} <= ids.keys() for edge in network["edges"])
    for node in ids:
        assert ask(visitor, f"/network?node={quote(node)}")["nodes"]


@pytest.mark.parametrize("depth", ["0", "3", "x"])
def test_steps_are_one_or_two(visitor: Visitor, depth: str) -> None:
    assert visitor.get(f"/api/v1/network?depth={depth}").status_code in {400, 422}


def test_the_table_of_the_network_says_what_the_answer_says(visitor: Visitor) -> None:
    answer = visitor.get(f"/api/v1/network.csv?node=paper:{FUTURE}")
    assert answer.headers["content-disposition"] == 'attachment; filename="kewai-network.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    edges = ask(visitor, f"/network?node=paper:{FUTURE}")["edges"]
    assert [(row["source"], row["tie"], row["target"], int(row["citations"])) for row in rows] == [
        (edge["source"], edge["tie"], edge["target"], edge["citations"]) for edge in edges
    ]
    assert {row["source_name"] for row in rows} == {"新世纪以来科技外交国内文献综述", "科技外交与中美关系的未来发展"}
