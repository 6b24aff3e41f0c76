import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.search.highlight import highlight, highlight_all
from app.search.query import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
)
from app.text.normalise import fold_text
from tests.search.test_query import QUERIES


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("日本签署协定", Words("协定"), "日本签署<mark>协定</mark>"),
        ("日本簽署協定", Words("协定"), "日本簽署<mark>協定</mark>"),
        ("日本签署协定", Words("協定"), "日本签署<mark>协定</mark>"),
        ("马克思与马克·吐温", Words("马克"), "马克思与<mark>马克</mark>·吐温"),
        ("马克思与马克·吐温", Phrase("马克"), "<mark>马克</mark>思与<mark>马克</mark>·吐温"),
        ("科技外交与外交官", Words("外交"), "科技<mark>外交</mark>与<mark>外交</mark>官"),
        ("清华大学", Words("华大"), "清华大学"),
        ("科 技 合 作", Words("合作"), "科 技 <mark>合 作</mark>"),
        ("２００８ 年", Phrase("2008年"), "<mark>２００８ 年</mark>"),
        ("中国, 日本和美国", And((Words("日本"), Words("美国"))), "中国, <mark>日本</mark>和<mark>美国</mark>"),
        ("日本和美国", Or((Words("日本"), Phrase("美"))), "<mark>日本</mark>和<mark>美</mark>国"),
        ("日本和美国", And((Words("日本"), Not(Words("美国")))), "<mark>日本</mark>和美国"),
        ("日本和美国", And((Restriction("country", ("JP",)), Years(1, 2))), "日本和美国"),
        ("日本和美国", Empty(), "日本和美国"),
        ("日本有哪些协定", Words("日本有哪些协定？"), "<mark>日本</mark>有哪些<mark>协定</mark>"),
        ("aaaa", Phrase("aa"), "<mark>aaaa</mark>"),
        ("科技合作", And((Phrase("科技合"), Phrase("技合作"))), "<mark>科技合作</mark>"),
        ("Agreements on trade", Words("agreement"), "<mark>Agreements</mark> on trade"),
        ("said AI", Words("ai"), "said <mark>AI</mark>"),
        ("科技 Agreements", Words("agreement"), "科技 Agreements"),
        ("½ 的", Phrase("1"), "<mark>½</mark> 的"),
        ("Cafe\u0301", Phrase("é"), "Caf<mark>e\u0301</mark>"),
        ("", Words("日本"), ""),
        ("科技、公共外交", Near(("外交", "科技"), 2), "<mark>科技</mark>、公共<mark>外交</mark>"),
        ("科技、公共外交", Near(("外交", "科技"), 1), "科技、公共外交"),
        ("Diplomacy of diplomats", Wildcard("diplom*"), "<mark>Diplomacy</mark> of <mark>diplomats</mark>"),
        ("中国科研外交", Wildcard("科?外交"), "中国<mark>科研外交</mark>"),
        ("Science diplomacy", Fuzzy("diplomcy", 1), "Science <mark>diplomacy</mark>"),
    ],
)
def test_marks(text: str, query: Query, marked: str) -> None:
    assert str(highlight(text, query)) == marked


def test_everything_but_the_marks_is_text() -> None:
    text = "<script>alert(\"科技\" & '外交')</script><mark>"
    marked = highlight(text, And((Words("科技"), Phrase("</script>"))))
    assert str(marked) == (
        "&lt;script&gt;alert(&#34;<mark>科技</mark>&#34; &amp; &#39;外交&#39;)<mark>&lt;/script&gt;</mark>&lt;mark&gt;"
    )


@given(text=st.text(max_size=60) | st.text(st.sampled_from("科技外交马克思<>&\"' aé½"), max_size=40), query=QUERIES)
def test_taking_the_marks_away_gives_the_text(text: str, query: Query) -> None:
    marked = str(highlight(text, query))
    plain = re.sub("</?mark>", "", marked)
    assert html.unescape(plain) == text
    assert not re.search(r"[<>\"']", plain)
    assert marked.count("<mark>") == marked.count("</mark>")
    assert "<mark></mark>" not in marked


@given(texts=st.lists(st.text(st.sampled_from("科技外交马克思<>&\"' aé½g"), max_size=30), max_size=5), query=QUERIES)
def test_texts_are_marked_together_as_each_by_itself(texts: list[str], query: Query) -> None:
    assert highlight_all(texts, query, ("思a",)) == [highlight(text, query, ("思a",)) for text in texts]


def test_what_depends_on_a_whole_text_is_looked_for_in_each() -> None:
    texts = ["Agreements on trade", "科技 Agreements", "科技", "外交", "科技外交"]
    assert list(map(str, highlight_all(texts, And((Words("agreement"), Near(("外交", "科技"), 3)))))) == [
        "<mark>Agreements</mark> on trade",
        "科技 Agreements",
        "科技",
        "外交",
        "<mark>科技外交</mark>",
    ]


def test_half_of_a_character_parts_no_texts() -> None:
    assert list(map(str, highlight_all(["日\ud800本", "日本"], Words("日本")))) == ["日\ufffd本", "<mark>日本</mark>"]
    assert highlight_all([], Words("日本")) == []


@given(text=st.text(min_size=1, max_size=30), data=st.data())
def test_a_phrase_from_the_text_is_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    if not fold_text(part) or fold_text(part) not in fold_text(text):
        return
    marked = [
        html.unescape(found) for found in re.findall("<mark>(.*?)</mark>", str(highlight(text, Phrase(part))), re.S)
    ]
    assert any(fold_text(part) in fold_text(found) for found in marked)


@pytest.mark.parametrize("sign", [chr(0xD800 + at) for at in range(3)], ids=["border", "open", "close"])
def test_signs_that_stand_for_marks_mark_nothing_in_a_text(sign: str) -> None:
    """No text that is stored has any of them, as they cannot be written; what has is shown with a sign of doubt."""
    first, second = highlight_all([f"<{sign}外交{sign}>", "科技"], Words("外交"))
    assert first == Markup("&lt;\ufffd<mark>外交</mark>\ufffd&gt;")
    assert second == "科技"


def test_marks_that_touch_are_one_and_others_are_not() -> None:
    both = Or((Phrase("科技外"), Phrase("交协定")))
    assert highlight("科技外交协定，科技外与交协定", both) == Markup(
        "<mark>科技外交协定</mark>，<mark>科技外</mark>与<mark>交协定</mark>"
    )
    assert highlight("科技外交协定", Or((Phrase("科技外交"), Phrase("技外")))) == Markup("<mark>科技外交</mark>协定")


@pytest.mark.parametrize("query", [Words("WHO的改革"), And((Words("WHO"), Words("改革")))])
def test_a_name_in_capitals_is_not_the_word_in_small_letters(query: Query) -> None:
    assert highlight("The WHO and those who reform it", query) == "The <mark>WHO</mark> and those who reform it"
    assert highlight("加入WHO的改革。", query) == "加入<mark>WHO</mark>的<mark>改革</mark>。"


def test_other_names_are_marked_in_small_letters_too() -> None:
    assert highlight("ai and AI, an AI", Words("AI外交")) == "<mark>ai</mark> and <mark>AI</mark>, an <mark>AI</mark>"
