"""Numbers as JSON and as tables: the same values as the reads."""

import csv
import io
from collections.abc import Iterator

import pytest

from app.ingest.records import Figure, Period
from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper
from tests.sample import open_sample
from tests.visitor import Visitor

KEY = "cn-st-diplomats"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """The sample, one of whose claims tells of a year, and two papers that differ on a number of one year."""
    folder = tmp_path_factory.mktemp("api-numbers")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            for slug, value in (("a", 144), ("b", 146)):
                figure = Figure(value, "名", "科技外交官", None, text=f"{value}名")
                claim = make_claim(
                    f"我国派遣了{value}名科技外交官。", countries="CN", figures=[figure], periods=[Period(2017, 2017)]
                )
                make_paper(session, slug, [claim], year=2017)
        library.reindex()
    app = create_app(settings)
    yield Visitor(app)
    app.state.library.close()


def test_the_list_counts_and_filters(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/numbers").json()
    assert answer["total"] == len(answer["quantities"]) == 1
    for query, total in (
        ("country=CN", 1),
        ("country=JP", 0),
        ("instrument=overseas", 1),
        ("q=diplomat", 1),
        ("q=x1", 0),
    ):
        assert visitor.get(f"/api/v1/numbers?{query}").json()["total"] == total
    assert visitor.get("/api/v1/numbers?limit=0").json()["quantities"] == []
    assert visitor.get("/api/v1/numbers?limit=-1").status_code == 422


def test_one_repeats_its_line_of_the_list(visitor: Visitor) -> None:
    detail = visitor.get(f"/api/v1/numbers/{KEY}").json()
    assert [detail] == visitor.get("/api/v1/numbers").json()["quantities"]
    assert (detail["zh"], detail["en"]) == ("中国：科技外交官", "China: S&T diplomats posted abroad")
    assert [(value["value"], value["year"], value["dated"]) for value in detail["values"]] == [
        (144, 2017, "paper"),
        (146, 2017, "paper"),
    ]
    assert detail["disagreements"] == [[value["claim"] for value in detail["values"]]]
    assert detail["url"].endswith(f"/numbers/{KEY}")
    for value in detail["values"]:
        assert visitor.get(f"/api/v1/claims/{value['claim']}").json()["figures"][0]["value"] == value["value"]


@pytest.mark.parametrize("path", ["numbers.csv", f"numbers/{KEY}.csv"])
def test_tables_hold_every_value(visitor: Visitor, path: str) -> None:
    answer = visitor.get(f"/api/v1/{path}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["quantity"], row["value"], row["year"], row["countries"], row["paper"]) for row in rows] == [
        (KEY, "144.0", "2017", "CN", "a"),
        (KEY, "146.0", "2017", "CN", "b"),
    ]
    assert rows[0]["trigger"] == "派遣了144名科技外交官"


@pytest.mark.parametrize("path", ["numbers/none", "numbers/none.csv"])
def test_one_that_is_not_there_says_where_to_look(visitor: Visitor, path: str) -> None:
    answer = visitor.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert "/api/v1/numbers" in answer.json()["detail"]
