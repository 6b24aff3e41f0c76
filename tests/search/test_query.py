from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.search.query import (
    And,
    Empty,
    Fuzzy,
    NameResolver,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
    all_of,
    any_of,
    none_of,
    parse,
    unparse,
)
from app.search.query_parser import MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH, MESSAGES
from tests.search.conftest import FewNames

NAMES = FewNames()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Empty()),
        ("  \u3000 ", Empty()),
        ("科技外交", Words("科技外交")),
        ("日本 科技外交", And((Words("日本"), Words("科技外交")))),
        ("日本　科技外交", And((Words("日本"), Words("科技外交")))),
        ('"科技 外交"', Phrase("科技 外交")),
        ("“科技外交”", Phrase("科技外交")),
        ("「科技外交」", Phrase("科技外交")),
        ("『科技外交』", Phrase("科技外交")),
        ("＂科技外交＂", Phrase("科技外交")),
        ("“他说「好」”", Phrase("他说「好」")),
        (r'"a\"b\\c\d"', Phrase(r'a"b\c\d')),
        ("日本“科技”外交", And((Words("日本"), Phrase("科技"), Words("外交")))),
        ("日本 OR 德国", Or((Words("日本"), Words("德国")))),
        ("日本 ＯＲ 德国 | 法国", Or((Words("日本"), Words("德国"), Words("法国")))),
        ("a b OR c", Or((And((Words("a"), Words("b"))), Words("c")))),
        ("a AND (b OR c)", And((Words("a"), Or((Words("b"), Words("c")))))),
        ("a （b OR c）", And((Words("a"), Or((Words("b"), Words("c")))))),
        ("-美国", Not(Words("美国"))),
        ("－美国", Not(Words("美国"))),
        ("NOT 美国", Not(Words("美国"))),
        ("--美国", Words("美国")),
        (
            '日本 -"美国 合作" -(a b)',
            And((Words("日本"), Not(Phrase("美国 合作")), Not(And((Words("a"), Words("b")))))),
        ),
        ("COVID-19 a - b", And((Words("COVID-19"), Words("a"), Words("b")))),
        ("国家:日本", Restriction("country", ("JP",))),
        ("国家：日本", Restriction("country", ("JP",))),
        ("國家: 日本", Restriction("country", ("JP",))),
        ("COUNTRY:JP", Restriction("country", ("JP",))),
        ("ｃｏｕｎｔｒｙ：JP", Restriction("country", ("JP",))),
        ("country:JP,US", Restriction("country", ("JP", "US"))),
        ("国家：日本，美国，日本", Restriction("country", ("JP", "US"))),
        ("国家:日本、美国", Restriction("country", ("JP", "US"))),
        ('country:"United States"', Restriction("country", ("US",))),
        ("工具:协议", Restriction("instrument", ("agreement",))),
        ("instrument:operational", Restriction("instrument", ("operational",))),
        ("类型:数据", Restriction("type", ("statistic",))),
        ("文献:002_a", Restriction("paper", ("002_a",))),
        ("-国家:日本", Not(Restriction("country", ("JP",)))),
        ("年:2008", Years(2008, 2008)),
        ("年：２００８年", Years(2008, 2008)),
        ("year:2008..2016", Years(2008, 2016)),
        ("年:2016-2008", Years(2008, 2016)),
        ("年:2008年至2016年", Years(2008, 2016)),
        ("年:2008..", Years(2008, None)),
        ("年:..2016", Years(None, 2016)),
        ("年:2008,2016", Or((Years(2008, 2008), Years(2016, 2016)))),
        ("科技外交：关于中国", Words("科技外交：关于中国")),
        ("合作国家:日本", Words("合作国家:日本")),
        ("https://example.org/a:b", Words("https://example.org/a:b")),
        ("中国 ， 美国", And((Words("中国"), Words("美国")))),
        ("or and not", And((Words("or"), Words("and"), Words("not")))),
        ('""', Phrase('""')),
        ("日本 或 德国", Or((Words("日本"), Words("德国")))),
        ("日本 或者 德国 与 法国", Or((Words("日本"), And((Words("德国"), Words("法国")))))),
        ("日本 且 非 美国", And((Words("日本"), Not(Words("美国"))))),
        ("日本或德国", Words("日本或德国")),
        ('"科技 外交"~10', Near(("科技", "外交"), 10)),
        ("“科技　外交　合作”～１０", Near(("科技", "外交", "合作"), 10)),
        ('"科技"~10', Phrase("科技")),
        ('"科技 ，"~10', Phrase("科技 ，")),
        ('日本 ""~10', Words("日本")),
        ('"科技 外交" ~10', And((Phrase("科技 外交"), Words("~10")))),
        ('-"a b"~0', Not(Near(("a", "b"), 0))),
        ("科技*", Wildcard("科技*")),
        ("科技＊＊合作", Wildcard("科技*合作")),
        ("diplom* wom?n?", And((Wildcard("diplom*"), Wildcard("wom?n")))),
        ("什么是科技外交?", Words("什么是科技外交?")),
        ("科技外交？合作", Words("科技外交？合作")),
        ("https://example.org/?a=*", Words("https://example.org/?a=*")),
        ("002_af*", Words("002_af*")),
        ("*", Phrase("*")),
        ("diplomcy~", Fuzzy("diplomcy", 2)),
        ("Japn～", Fuzzy("Japn", 1)),
        ("diplomacy~1", Fuzzy("diplomacy", 1)),
        ("AI~", Words("AI~")),
        ("科技外~", Words("科技外~")),
        ("2008~2016", Words("2008~2016")),
        ("发言人：钱学森", Restriction("speaker", ("钱学森",))),
        ('author:"Vaughan Turekian",赵刚', Restriction("author", ("Vaughan Turekian", "赵刚"))),
        ("章节:结论、展望", Restriction("section", ("结论、展望",))),
        ("含:数字", Restriction("has", ("figure",))),
        (
            "has:translation -has:figure",
            And((Restriction("has", ("translation",)), Not(Restriction("has", ("figure",))))),
        ),
        ("( 日本 )", Words("日本")),
    ],
)
def test_reads(text: str, query: Query) -> None:
    assert parse(text, NAMES).query == query


@pytest.mark.parametrize(
    ("text", "query", "message", "detail"),
    [
        ("“科技 外交", And((Words("科技"), Words("外交"))), "unclosed-quote", "“科技 外交"),
        ("(日本 德国", And((Words("日本"), Words("德国"))), "unbalanced-brackets", "("),
        ("日本) 德国", And((Words("日本"), Words("德国"))), "unbalanced-brackets", ")"),
        ("日本 OR", Words("日本"), "missing-operand", ""),
        ("OR 日本", Words("日本"), "missing-operand", ""),
        ("日本 NOT", Words("日本"), "missing-operand", ""),
        ("日本 ()", Words("日本"), "missing-operand", ""),
        ("国家: ", Words("国家"), "missing-value", "国家:"),
        ("国家:火星 合作", And((Words("国家"), Words("火星"), Words("合作"))), "unknown-value", "火星"),
        ("国家:日本、火星", And((Words("国家"), Words("日本、火星"))), "unknown-value", "日本、火星"),
        ("年:很久以前", And((Words("年"), Words("很久以前"))), "unknown-value", "很久以前"),
        ("年:..", Words("年"), "unknown-value", ".."),
        ("OR", Phrase("OR"), "missing-operand", ""),
        ("日本 或", Words("日本"), "missing-operand", ""),
        ('"日本 合作"~101', And((Words("日本"), Words("合作"), Words("~101"))), "too-far", "100"),
        ("科*" * 9, And((Words("科"),) * 9), "too-many-wildcards", "8"),
        ("日本 s*", And((Words("日本"), Words("s"))), "pattern-too-short", "s*"),
        ("(科*外交 diplomcy~", And((Words("科"), Words("外交"), Words("diplomcy"))), "unbalanced-brackets", "("),
        ("has:灵魂", And((Words("has"), Words("灵魂"))), "unknown-value", "灵魂"),
        ("作者: ", Words("作者"), "missing-value", "作者:"),
        ("？！", Phrase("？！"), "no-words", "？！"),
        ("-", Phrase("-"), "no-words", "-"),
    ],
)
def test_searches_plain_words_and_says_why(text: str, query: Query, message: str, detail: str) -> None:
    parsed = parse(text, NAMES)
    assert (parsed.query, parsed.message, parsed.detail) == (query, message, detail)
    assert not parsed.understood
    assert message in MESSAGES


def test_what_is_understood_needs_no_message() -> None:
    parsed = parse("国家:日本 “科学顾问”", NAMES)
    assert parsed.understood
    assert (parsed.message, parsed.detail) == (None, "")


def test_reads_no_more_than_its_length() -> None:
    parsed = parse("科 " * MAX_LENGTH, NAMES)
    assert parsed.message == "too-many-clauses"
    parsed = parse("科" * (MAX_LENGTH + 1), NAMES)
    assert (parsed.query, parsed.message, parsed.understood) == (Words("科" * MAX_LENGTH), "too-long", False)
    assert parse("科" * MAX_LENGTH, NAMES).understood
    assert parse(" " * MAX_LENGTH + "科", NAMES).query == Words("科")
    assert parse("“科技”" * 50 + " " * 5 * MAX_LENGTH, NAMES).message == "too-long"


def test_counts_clauses_and_keeps_the_first() -> None:
    assert parse("a " * MAX_CLAUSES, NAMES).understood
    parsed = parse("a " * (MAX_CLAUSES + 1), NAMES)
    assert parsed.message == "too-many-clauses"
    assert parsed.query == And((Words("a"),) * MAX_CLAUSES)
    many = parse("paper:" + ",".join(f"p{i}" for i in range(MAX_CLAUSES + 1)), NAMES)
    assert many.message == "too-many-clauses"


def test_follows_brackets_to_a_depth() -> None:
    assert parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH, NAMES) == parse("a", NAMES)
    for deep in ("(" * 400 + "a" + ")" * 400, "-" * 500 + "a"):
        parsed = parse(deep, NAMES)
        assert parsed.message == "too-deep"
        assert parsed.query == Words("a")


def test_the_canonical_form_has_english_fields_and_codes() -> None:
    parsed = parse("国家：日本，美国 （“科学顾问” ＯＲ 工具:协议） －年:2008年至2016年", NAMES)
    assert unparse(parsed.query) == 'country:JP,US ("科学顾问" OR instrument:agreement) -year:2008..2016'
    assert unparse(Empty()) == ""
    assert unparse(Restriction("paper", ("a b", "-c", 'd"'))) == r'paper:"a b","-c","d\""'
    assert unparse(Not(Or((Words("a"), Words("b"))))) == "-(a OR b)"
    assert unparse(Or((And((Words("a"), Words("b"))), Years(None, 2016)))) == "a b OR year:..2016"


def test_words_near_each_other_count_as_clauses() -> None:
    assert parse(f'"{"a " * MAX_CLAUSES}"~9', NAMES).understood
    assert parse(f'"{"a " * (MAX_CLAUSES + 1)}"~9', NAMES).message == "too-many-clauses"


def test_every_new_value_is_written_as_it_is_read() -> None:
    text = "“科技 外交”~10 或 科技* 且 含:数字 diplomcy~ 作者:赵刚"
    written = '"科技 外交"~10 OR 科技* has:figure diplomcy~2 author:赵刚'
    assert unparse(parse(text, NAMES).query) == written


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (Near, (("a",), 3)),
        (Near, (("a b", "c"), 3)),
        (Near, (("a", "，"), 3)),
        (Near, (("a", "b"), 101)),
        (Near, (("a", "b"), -1)),
        (Wildcard, ("abc",)),
        (Wildcard, ("a*",)),
        (Wildcard, ("科*" * 9,)),
        (Wildcard, ("科**",)),
        (Wildcard, ("wom?n?",)),
        (Fuzzy, ("ab", 1)),
        (Fuzzy, ("diplomacy", 3)),
        (Fuzzy, ("科技外交", 1)),
        (Words, ("科*",)),
        (Words, ("abc~",)),
        (Words, ("或",)),
        (Restriction, ("speaker", (" 钱学森",))),
        (Restriction, ("mood", ("good",))),
    ],
)
def test_what_cannot_be_written_cannot_be_built(make: Callable[..., Query], arguments: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        make(*arguments)


def _built(make: Callable[..., Query], *arguments: object) -> Query | None:
    try:
        return make(*arguments)
    except ValueError:
        return None


LETTERS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
TRICKY = st.text(st.sampled_from('科技 a1"“”「」『』()（）:：-－−|,，、\\.\u3000国家年OR'), min_size=1, max_size=8)
TEXTS = LETTERS | TRICKY
PATTERNS = st.text(st.sampled_from("科技ab1*?＊？～~"), min_size=1, max_size=8)
YEARS = st.integers(0, 9999)
LEAVES: st.SearchStrategy[Query] = st.one_of(
    (TEXTS | PATTERNS).map(lambda text: _built(Words, text)).filter(bool),
    TEXTS.map(Phrase),
    st.tuples(st.lists(TEXTS, min_size=2, max_size=3), st.integers(0, 100))
    .map(lambda pair: _built(Near, tuple(pair[0]), pair[1]))
    .filter(bool),
    PATTERNS.map(lambda text: _built(Wildcard, text)).filter(bool),
    st.tuples(st.text(st.sampled_from("abcé"), min_size=3, max_size=9), st.integers(1, 2)).map(lambda p: Fuzzy(*p)),
    st.sampled_from(["科技 外交", "中国 合作", "science diplomacy", "signed 协定", "合作 合作", "科技 技外"]).flatmap(
        lambda words: st.integers(0, 12).map(lambda distance: Near(tuple(words.split()), distance))
    ),
    st.sampled_from(["科技*", "科?外*", "*技*作", "?国*", "dipl*", "*men?s", "s?g*ed", "20?8"]).map(Wildcard),
    st.sampled_from([("diplomcy", 2), ("sceince", 1), ("japn", 1), ("agremets", 2), ("unesc", 1)]).map(
        lambda pair: Fuzzy(*pair)
    ),
    st.sampled_from([("speaker", "钱学"), ("author", "zhao"), ("section", "结"), ("has", "translation")]).map(
        lambda pair: Restriction(pair[0], (pair[1],))
    ),
    st.tuples(st.sampled_from(["speaker", "author", "section"]), st.lists(TEXTS, min_size=1, max_size=2, unique=True))
    .map(lambda pair: _built(Restriction, pair[0], tuple(pair[1])))
    .filter(bool),
    st.lists(st.sampled_from(["JP", "US", "GB"]), min_size=1, unique=True).map(
        lambda codes: Restriction("country", tuple(codes))
    ),
    st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3, unique=True).map(
        lambda slugs: Restriction("paper", tuple(slugs))
    ),
    st.tuples(YEARS, YEARS).map(lambda years: Years(min(years), max(years))),
    YEARS.map(lambda year: Years(year, None)),
    YEARS.map(lambda year: Years(None, year)),
)
QUERIES: st.SearchStrategy[Query] = st.just(Empty()) | st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(all_of),
        st.lists(parts, min_size=2, max_size=3).map(any_of),
        parts.map(none_of),
    ),
    max_leaves=8,
)


@given(QUERIES)
@example(Restriction("paper", ("a,b", "、")))
@example(Not(Phrase("-")))
def test_what_is_written_is_read_back(query: Query) -> None:
    parsed = parse(unparse(query), NAMES)
    assert parsed.understood, parsed
    assert parsed.query == query


@given(
    st.text(max_size=60) | st.text(st.sampled_from('科技 a"“”「()（）:：-－|,、\\国家年ORNT1.*?~～或非'), max_size=60)
)
@example("国家：日本" * 300)
@example("\ud800\x00")
@example("“" + "\\" * 990 + "”")
@example("年:1 " * 64)
@example("country:-")
@example("年:年:年:")
@example("ınstrument:x ſ country:")
def test_any_text_is_answered_and_its_canonical_form_is_stable(text: str) -> None:
    parsed = parse(text, NAMES)
    assert parsed.understood is (parsed.message is None)
    again = parse(unparse(parsed.query), NAMES)
    assert again.query == parsed.query
    assert unparse(again.query) == unparse(parsed.query)


def test_bytes_that_are_no_text_are_answered() -> None:
    for raw in (b"\xff\xfe\x00", b"\x00" * 2000, bytes(range(256))):
        for errors in ("replace", "surrogateescape"):
            parsed = parse(raw.decode("utf-8", errors), NAMES)
            assert parse(unparse(parsed.query), NAMES).query == parsed.query


def test_the_resolver_is_asked_for_names_as_typed(names: NameResolver) -> None:
    asked = []

    class Recorder:
        def resolve(self, field: str, name: str) -> str | None:
            asked.append((field, name))
            return names.resolve(field, name)

    parse('country:"United States",日本 paper:Ａ', Recorder())
    assert asked == [("country", "United States"), ("country", "日本"), ("paper", "Ａ")]
