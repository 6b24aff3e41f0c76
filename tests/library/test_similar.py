"""What is like a claim, in a library with vectors and in one without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import catalogue
from app.ingest.records import Claim, Figure
from app.library import Library
from app.settings import Settings
from tests.factories import make_claim, make_paper

AGREEMENTS = "我国签署了{}个政府间科技合作协定。"
DEFINITION = "科技外交是主权国家运用科技交流与科技手段推进国家间关系的对外活动。"
SAME_PLACE = "科技外交是主权国家运用科技手段推进国家间关系的一种对外活动。"


def agreements(number: int) -> Claim:
    text = AGREEMENTS.format(number)
    figure = Figure(number, "个", "政府间科技合作协定", None, text=f"{number}个")
    return make_claim(text, type="statistic", countries="CN", figures=[figure])


@pytest.fixture(scope="module", params=["shipped", "none"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("similar")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
        encoder=request.param,
    )
    opened = Library(settings)
    opened.migrate()
    with opened.session() as session, session.begin():
        near = [make_claim(DEFINITION, paragraph=1), make_claim(SAME_PLACE, paragraph=1)]
        make_paper(session, "a", [agreements(107), *near])
        make_paper(session, "b", [agreements(110), make_claim(f"有学者认为，{DEFINITION}", paragraph=1)])
        make_paper(session, "c", [agreements(107), make_claim("培训工程师是发展中国家的当务之急。", paragraph=1)])
    opened.reindex()
    yield opened
    opened.close()


def uid_of(library: Library, beginning: str, paper: str) -> str:
    hits = library.search(f'"{beginning}" paper:{paper}', limit=1).hits
    return hits[0].claim.uid


def test_numbers_of_one_quantity_are_the_same_fact_with_this_or_another_value(library: Library) -> None:
    found = library.likeness(uid_of(library, "我国签署了107个", "a"))
    assert found is not None
    assert [(fact.paper, fact.basis, fact.other_value) for fact, _ in found.same] == [
        ("c", "value", False),
        ("b", "quantity", True),
    ]
    (value,) = found.same[1][0].shared.values
    assert (value.key, value.here, value.there, value.equal) == ("cn-st-agreements", "107个", "110个", False)
    assert all(claim.uid == fact.uid for fact, claim in found.same)


@pytest.mark.parametrize("library", ["shipped"], indirect=True)
def test_the_same_words_in_another_paper_are_the_same_fact_and_no_similar_claim(library: Library) -> None:
    uid = uid_of(library, "科技外交是主权国家运用科技交流", "a")
    found = library.likeness(uid)
    assert found is not None
    assert [(fact.paper, fact.basis) for fact, _ in found.same] == [("b", "words")]
    likely = [one.claim for one in found.similar]
    assert not {uid, found.same[0][0].uid} & {claim.uid for claim in likely}
    assert SAME_PLACE not in {claim.text for claim in likely}


def test_all_claims_of_a_paper_at_once_answer_as_each_alone(library: Library) -> None:
    facts = library.same_facts("a")
    assert len(facts) == (3 if library.settings.encoder == "shipped" else 1)
    for uid, found in facts.items():
        alone = library.likeness(uid)
        assert alone is not None
        assert found == tuple(fact for fact, _ in alone.same)
    assert library.same_facts("a") is facts
    assert library.same_facts("nowhere") == {}


def test_there_is_nothing_like_a_claim_that_is_not_there(library: Library) -> None:
    assert library.likeness("nobody") is None


SYNTAX = (
    "日本“科技外交”（2008 年）提出：“科学 OR 技术”。",
    "country:JP 的含义是《科技外交》* 以及 -美国~2。",
    "“”（）？？！",
    "Science and technology agreements are tools, e.g. NOT treaties.",
    "很长的一句话" * 400,
)


def test_what_a_sentence_is_written_with_is_no_syntax(settings: Settings) -> None:
    library = Library(settings.model_copy(update={"encoder": "none"}))
    library.migrate()
    with library.session() as session, session.begin():
        make_paper(session, "a", [make_claim(text, paragraph=place) for place, text in enumerate(SYNTAX)])
        make_paper(session, "b", [make_claim(f"有学者说：{text}") for text in SYNTAX])
    library.reindex()
    with library.session() as session:
        uids = catalogue.claim_uids(session, limit=len(SYNTAX))
    found = [library.likeness(uid) for uid in uids]
    library.close()
    assert all(one is not None for one in found)
    assert all(one and one.same + one.similar for one in found[:2])
