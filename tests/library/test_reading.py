"""How a query was read."""

import pytest

from app.library.names import Label, Names
from app.library.reading import KINDS, LeftOut, QueryPart, left_out, read_parts
from app.search.query import parse
from app.search.request import Expansion
from tests.factories import vocabulary

NAMES = Names(vocabulary(), {})


def parts(text: str, *expansions: Expansion) -> tuple[QueryPart, ...]:
    return read_parts(parse(text, NAMES).query, NAMES, expansions)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("日本有哪些驻外机构？", "words", ("日本", "驻外", "机构")),
        ("“科技 外交”", "phrase", ("科技 外交",)),
        ('"科技 外交"~3', "near", ("科技", "外交")),
        ("科*外交", "wildcard", ("科*外交",)),
        ("diplomcy~1", "fuzzy", ("diplomcy",)),
    ],
)
def test_a_part_says_what_it_looks_for(text: str, kind: str, words: tuple[str, ...]) -> None:
    (part,) = parts(text)
    assert (part.kind, part.rest, part.excluded) == (kind, "", False)
    assert "".join(part.words) == "".join(words)
    assert part.kind in KINDS


def test_numbers_names_and_years() -> None:
    near, fuzzy, country, years, speaker = parts('"a b"~7 diplomcy~1 国家:日本,美国 年:2008.. 发言人:钱学森')
    assert (near.number, fuzzy.number) == (7, 1)
    assert country.labels == (Label("日本", "Japan"), Label("美国", "United States"))
    assert (years.field, years.years) == ("year", (2008, None))
    assert (speaker.field, speaker.labels) == ("speaker", (Label("钱学森", "钱学森"),))


def test_every_part_can_be_taken_back() -> None:
    found = parts('日本 "科技外交" -国家:美国 (协定 OR 协议)')
    assert [part.rest for part in found] == [
        '"科技外交" -country:US (协定 OR 协议)',
        "日本 -country:US (协定 OR 协议)",
        '日本 "科技外交" (协定 OR 协议)',
        '日本 "科技外交" -country:US',
    ]
    assert [part.excluded for part in found] == [False, False, True, False]
    for part in found:
        assert len(parts(part.rest)) == 3


def test_alternatives_and_brackets_have_parts_of_their_own() -> None:
    (either,) = parts("日本 协定 OR 德国")
    assert either.kind == "any"
    group, germany = either.parts
    assert (group.kind, [part.words for part in group.parts]) == ("group", [("日本",), ("协定",)])
    assert germany.words == ("德国",)


def test_what_a_part_stands_for_is_told_with_it() -> None:
    expansion = Expansion("diplom*", ("diplomacy", "diplomat"), 2)
    pattern, word = parts("diplom* 日本", expansion)
    assert (pattern.expansion, word.expansion) == (expansion, None)


def test_nothing_was_read_of_nothing() -> None:
    assert parts("") == ()


@pytest.mark.parametrize(
    ("text", "words", "demanded"),
    [
        ("the role of swissnex", ("the", "of"), '"the" role "of" swissnex'),
        ("who signed 协定", ("who",), '"who" signed 协定'),
        ("日本的协定", ("的",), '日本 "的" 协定'),
        ("协定是什么", ("是什么",), '协定 "是什么"'),
        ("协定是什么？日本的协定", ("是什么", "的"), '协定 "是什么" 日本 "的" 协定'),
        ("日本的協定", ("的",), '日本 "的" 協定'),
        ("the the -美国", None, None),
    ],
)
def test_words_that_say_nothing_are_left_out_and_can_be_demanded(
    text: str, words: tuple[str, ...] | None, demanded: str | None
) -> None:
    found = left_out(parse(text, NAMES).query)
    assert found == (LeftOut(words, demanded or "") if words else None)
    if found:
        assert left_out(parse(found.demanded, NAMES).query) is None


@pytest.mark.parametrize("text", ["", "的", "what", "日本 协定", '"the"', "国家:日本", "科*外交"])
def test_nothing_is_left_out_where_all_is_asked_for(text: str) -> None:
    assert left_out(parse(text, NAMES).query) is None


def test_a_part_that_says_nothing_is_no_part_to_hold() -> None:
    assert [(part.kind, part.text) for part in parts("the role of swissnex")] == [
        ("left-out", "the"),
        ("words", "role"),
        ("left-out", "of"),
        ("words", "swissnex"),
    ]
    assert [part.kind for part in parts("what is")] == ["words", "words"]
