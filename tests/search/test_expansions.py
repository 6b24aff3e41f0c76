import pytest

from app.search.expansions import MOST_SHOWN
from app.search.index import WhooshEngine
from app.search.query import NameResolver, parse
from app.search.request import SearchRequest


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("agreem*", "agreem*", {"agreements"}),
        ("diplomcy~", "diplomcy~2", {"diplomacy"}),
        ("日本 科技外*", "科技外*", {"科技外交"}),
    ],
)
def test_what_a_part_stands_for(
    engine: WhooshEngine, names: NameResolver, text: str, part: str, words: set[str]
) -> None:
    (found,) = engine.search(SearchRequest(parse(text, names).query)).expansions
    assert found.text == part
    assert words <= set(found.words)
    assert found.total >= len(found.words)


def test_no_more_are_named_than_can_be_read(engine: WhooshEngine, names: NameResolver) -> None:
    (found,) = engine.search(SearchRequest(parse("科*", names).query)).expansions
    assert len(found.words) == MOST_SHOWN < found.total
    assert found.words[0] == "科技"


def test_words_and_phrases_stand_for_themselves(engine: WhooshEngine, names: NameResolver) -> None:
    assert engine.search(SearchRequest(parse('日本 "科技外交" -科*', names).query)).expansions == ()
