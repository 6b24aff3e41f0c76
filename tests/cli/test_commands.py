import csv
import io
import json
import re
from pathlib import Path

import pytest

from app import __version__
from tests.cli.conftest import PAPER, Kewai

REPORT = re.compile(
    r"added: (\d+) papers?, (\d+) sections?, (\d+) claims?, (\d+) references?, (\d+) citations?; "
    r"updated: (\d+) papers?, .*; unchanged: (\d+) papers?, .*; failed: (\d+)"
)


def test_ingest_stores_and_its_last_line_says_what(kewai: Kewai, here: Path) -> None:
    ran = kewai("ingest", "papers")
    assert (ran.status, ran.err) == (0, "")
    found = REPORT.fullmatch(ran.out.splitlines()[-1])
    assert found
    assert found.groups() == ("1", "2", "3", "1", "1", "0", "0", "0")
    assert (here / "var" / "kewai.db").is_file()


def test_the_same_input_twice_changes_nothing(kewai: Kewai, here: Path) -> None:
    kewai("ingest", "papers")
    ran = kewai("ingest", "papers")
    found = REPORT.fullmatch(ran.out.splitlines()[-1])
    assert ran.status == 0
    assert found
    assert (found[1], found[6], found[7]) == ("0", "0", "1")


def test_a_bad_file_is_named_and_the_rest_goes_on(kewai: Kewai, here: Path) -> None:
    (here / "papers" / "empty.txt").write_bytes(b"")
    ran = kewai("ingest", "papers")
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert line.startswith("kewai: papers/empty.txt: it is empty; ")
    assert ran.out.splitlines()[-1].endswith("failed: 1")
    assert ran.out.startswith("added: 1 paper,")


def test_extract_prints_the_shape_that_others_rely_on(kewai: Kewai) -> None:
    ran = kewai("extract", "papers/japan.txt", "--json")
    assert (ran.status, ran.err) == (0, "")
    analysis = json.loads(ran.out)
    assert analysis.keys() >= {"paper", "sections", "claims", "references"}
    assert analysis["paper"].keys() >= {
        *("title", "title_en", "authors", "abstract", "abstract_en", "keywords", "container", "year"),
    }  # fmt: skip
    sections = [(section["id"], section["level"], section["heading"]) for section in analysis["sections"]]
    assert ("1", 1, "日本的科技外交") in sections
    claim = next(claim for claim in analysis["claims"] if "2008" in claim["text"])
    assert claim.keys() >= {"id", "section", "text", "type", "countries", "instruments", "citations", "figures"}
    assert (claim["section"], claim["countries"]) == ("1", ["JP"])
    assert PAPER[claim["start"] : claim["end"]] == "日本于2008年发布科技外交战略，提出了三个目标。"
    (reference,) = analysis["references"]
    assert reference.keys() >= {"label", "text", "kind", "authors", "title", "container", "year", "url"}
    assert (reference["label"], reference["kind"], reference["year"]) == ("1", "reference", 2007)


def test_extract_stores_nothing(kewai: Kewai, here: Path) -> None:
    kewai("extract", "papers/japan.txt")
    assert not (here / "var" / "kewai.db").exists()


def test_extract_without_json_is_for_people(kewai: Kewai) -> None:
    ran = kewai("extract", "papers/japan.txt")
    assert "1 日本的科技外交" in ran.out
    assert "3 claims" in ran.out


def test_search_prints_hits_or_what_the_api_answers(kewai: Kewai) -> None:
    kewai("ingest", "papers")
    ran = kewai("search", "科技外交战略")
    assert "日本于2008年发布科技外交战略" in ran.out
    answer = json.loads(kewai("search", "科技外交战略", "--json").out)
    assert answer["query"] == "科技外交战略"
    assert answer["hits"][0]["paper"]["slug"] == "japan"
    assert answer["hits"][0]["url"].startswith("/claims/")


def test_search_takes_filters_and_pages(kewai: Kewai) -> None:
    kewai("ingest", "papers")

    def total(*options: str) -> tuple[int, int]:
        answer = json.loads(kewai("search", "", "--json", *options).out)
        return answer["total"], len(answer["hits"])

    assert total() == (3, 3)
    assert total("--country", "JP") == (2, 2)
    assert total("--country", "JP", "--country", "CN") == (3, 3)
    assert total("--type", "recommendation") == (1, 1)
    assert total("--paper", "japan", "--limit", "1") == (3, 1)
    assert total("--offset", "2") == (3, 1)


def test_search_says_how_a_query_was_read(kewai: Kewai) -> None:
    kewai("ingest", "papers")
    assert "Not understood (unclosed-quote)" in kewai("search", '"科技外交').out
    assert kewai("search", "闻所未闻").out.startswith("0 claims")


def test_reindex_restores_a_lost_index(kewai: Kewai, here: Path) -> None:
    kewai("ingest", "papers")
    index = here / "var" / "index"
    index.rename(here / "gone")
    ran = kewai("search", "日本")
    assert ran.status == 1
    assert "reindex" in ran.err
    assert kewai("reindex").out == "indexed 3 claims\n"
    assert kewai("search", "日本").status == 0


@pytest.mark.parametrize(
    ("format_", "start"),
    [("bibtex", "@article{"), ("ris", "TY  - JOUR\r\n"), ("csljson", "[\n"), ("csv", "\ufeffid,text,"), ("jsonl", "{")],
)
def test_export_writes_every_format(kewai: Kewai, format_: str, start: str) -> None:
    kewai("ingest", "papers")
    ran = kewai("export", "--format", format_)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(start)


def test_export_gives_what_the_filters_leave(kewai: Kewai) -> None:
    kewai("ingest", "papers")
    lines = [json.loads(line) for line in kewai("export", "--format", "jsonl", "--country", "JP").out.splitlines()]
    assert len(lines) == 2
    assert all("JP" in line["countries"] for line in lines)
    rows = list(csv.DictReader(io.StringIO(kewai("export", "日本", "--format", "csv").out.removeprefix("\ufeff"))))
    assert [(row["paper"], row["section"], row["heading"]) for row in rows] == [("japan", "1", "日本的科技外交")] * 2
    assert kewai("export", "--format", "bibtex").out.count("@") == 1


def test_evaluate_scores_shipped_papers(kewai: Kewai, here: Path) -> None:
    gold = here / "gold"
    gold.mkdir()
    sentence = {
        "text": "所谓“科技外交”，指以主权国家的国家元首和政府首脑、外交部门、科技部门以及专门机构"
        "(如中科院、国家自然科学基金委)和企业等为主体，以促进科技进步、经济和社会发展为宗旨，以互惠互利、共同发展为原则而开展的与其他国家或地区"
        "以及国际组织等的多边或双边科技合作与交流，包括谈判、访问、参加国际会议、建立研究机构等众多方式。",
        "type": "definition", "countries": [], "instruments": [], "cites": [], "figures": [],
    }  # fmt: skip
    (gold / "001_9b9df6ab7260d5ee.jsonl").write_text(json.dumps(sentence), encoding="utf-8")
    ran = kewai("evaluate", "gold")
    assert ran.status == 0
    assert "as exactly one claim 1.000  (1 in gold, 0 duplicates)" in ran.out
    assert re.search(r"type +accuracy 1\.000", ran.out)
    assert re.search(r"citations +1\.000 +1\.000 +1\.000 +0", ran.out)


def test_evaluate_scores_extraction_alone_against_the_shipped_labels(kewai: Kewai) -> None:
    ran = kewai("evaluate")
    assert ran.status == 0
    sentences = re.search(r"as exactly one claim \d\.\d{3}  \((\d+) in gold, 0 duplicates\)", ran.out)
    assert sentences
    assert int(sentences[1]) > 700
    accuracy = re.search(r"type +accuracy (0\.\d{3})", ran.out)
    assert accuracy, "1.000 would be the labels scored against themselves"
    assert float(accuracy[1]) > 0.8


def test_version(kewai: Kewai) -> None:
    assert kewai("version").out.strip() == __version__


def test_remove_takes_a_paper_out_and_names_what_is_not_here(kewai: Kewai, here: Path) -> None:
    kewai("ingest", "papers")
    ran = kewai("remove", "another", "japan")
    assert (ran.status, ran.out) == (1, "removed japan\n")
    assert ran.err.startswith("kewai: there is no paper 'another'")
    assert json.loads(kewai("search", "日本", "--json").out)["total"] == 0
    assert kewai("remove", "japan").status == 1
    assert REPORT.fullmatch(kewai("ingest", "papers").out.splitlines()[-1])[1] == "1"  # type: ignore[index]
