import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query_tokens import Kind, Token, UnreadableQueryError, tokens


def word(text: str) -> Token:
    return Token(Kind.WORD, text)


def phrase(text: str) -> Token:
    return Token(Kind.PHRASE, text)


def field(name: str, *values: str) -> Token:
    return Token(Kind.FIELD, name, values)


SIGNS = {Kind.AND, Kind.OR, Kind.NOT, Kind.OPEN, Kind.CLOSE}
NOT, OPEN, CLOSE = Token(Kind.NOT), Token(Kind.OPEN), Token(Kind.CLOSE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\u3000\n", []),
        ("……，。！", []),
        ("科技外交", [word("科技外交")]),
        ("科技 外交", [word("科技"), word("外交")]),
        ("科技　外交", [word("科技"), word("外交")]),
        ("S&T", [word("S&T")]),
        ("（科技）", [OPEN, word("科技"), CLOSE]),
        ("科技AND外交", [word("科技AND外交")]),
        ("科技 AND 外交", [word("科技"), Token(Kind.AND), word("外交")]),
        ("科技 ＡＮＤ 外交", [word("科技"), Token(Kind.AND), word("外交")]),
        ("科技 and 外交", [word("科技"), word("and"), word("外交")]),
        ("且 或 非", [Token(Kind.AND), Token(Kind.OR), NOT]),
    ],
)
def test_words_and_operators(text: str, expected: list[Token]) -> None:
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-美国", [NOT, word("美国")]),
        ("中国 −美国", [word("中国"), NOT, word("美国")]),
        ("中国-美国", [word("中国-美国")]),
        ("- 美国", [word("美国")]),
        ("(-美国)", [OPEN, NOT, word("美国"), CLOSE]),
        ("--美国", [NOT, NOT, word("美国")]),
        ("美国 -", [word("美国")]),
    ],
)
def test_a_dash_excludes_only_right_before_a_word(text: str, expected: list[Token]) -> None:
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"科技 外交"', [phrase("科技 外交")]),
        ("“科技”外交", [phrase("科技"), word("外交")]),
        ("「他说『好』」", [phrase("他说『好』")]),
        (r'"a\"b"', [phrase('a"b')]),
        (r'"a\\"', [phrase("a\\")]),
        (r"“a\”", [phrase("a\\")]),
        ('""', []),
        ('"AND"', [phrase("AND")]),
        ('"科技 外交"~10', [Token(Kind.NEAR, "科技 外交", number=10)]),
        ('"科技 外交"~10000', [Token(Kind.NEAR, "科技 外交", number=10_000)]),
    ],
)
def test_quotations(text: str, expected: list[Token]) -> None:
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("country:JP", [field("country", "JP")]),
        ("COUNTRY:JP", [field("country", "JP")]),
        ("国家：日本", [field("country", "日本")]),
        ("工具:协议,战略", [field("instrument", "协议", "战略")]),
        ("工具: 协议, 战略 美国", [field("instrument", "协议", "战略"), word("美国")]),
        ('author:"Li Wei",赵刚', [field("author", "Li Wei", "赵刚")]),
        ("year:2010..2020", [field("year", "2010..2020")]),
        ("(type:fact)", [OPEN, field("type", "fact"), CLOSE]),
        ("http://a.org", [word("http://a.org")]),
    ],
)
def test_fields(text: str, expected: list[Token]) -> None:
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("科*外交", [Token(Kind.PATTERN, "科*外交")]),
        ("diplomcy~", [Token(Kind.GUESS, "diplomcy", number=2)]),
        ("diplo~1", [Token(Kind.GUESS, "diplo", number=1)]),
        ("为什么?", [word("为什么?")]),
        ("为什么？", [word("为什么？")]),
    ],
)
def test_patterns_and_guesses(text: str, expected: list[Token]) -> None:
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ('日本 "科技', "unclosed-quote", '"科技'),
        ('“科技"', "unclosed-quote", '“科技"'),
        ('country:"日本', "unclosed-quote", '"日本'),
        ("country:", "missing-value", "country:"),
        ("country: ", "missing-value", "country:"),
        ("country:JP,", "missing-value", "country:JP,"),
        ('author:" "', "missing-value", 'author:" "'),
    ],
)
def test_what_cannot_be_read_names_the_part(text: str, code: str, detail: str) -> None:
    with pytest.raises(UnreadableQueryError) as caught:
        list(tokens(text))
    assert (caught.value.code, caught.value.detail) == (code, detail)


def cut(text: str) -> list[Token] | UnreadableQueryError:
    try:
        return list(tokens(text))
    except UnreadableQueryError as error:
        return error


@given(st.text(st.sampled_from('ab科技 "“”「」()（）-:：,，*?~1\\且OR\u3000'), max_size=30) | st.text(max_size=30))
def test_any_text_is_cut_or_refused(text: str) -> None:
    found = cut(text)
    if isinstance(found, UnreadableQueryError):
        assert found.code in {"unclosed-quote", "missing-value"}
        assert found.detail.strip() in text
        return
    for token in found:
        assert bool(token.values) is (token.kind is Kind.FIELD)
        assert bool(token.text) is (token.kind not in SIGNS) or token.kind is Kind.NEAR
        if token.kind is Kind.WORD:
            assert token.text in text
            assert any(c.isalnum() for c in token.text)


@given(st.lists(st.text(st.sampled_from("ab科技外交1"), min_size=1, max_size=5), max_size=6))
def test_words_come_back_as_they_were_joined(words: list[str]) -> None:
    assert list(tokens(" ".join(words))) == [word(one) for one in words]
    assert list(tokens("".join(f'"{one}"' for one in words))) == [phrase(one) for one in words]
