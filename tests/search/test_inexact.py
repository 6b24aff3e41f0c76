import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search import inexact
from app.search.inexact import alike, expression, fitting, literals, occurrences, stand_near, windows


def found(words: str, distance: int, text: str) -> list[str]:
    return [text[spans[0][0] : spans[-1][1]] for spans in windows(tuple(words.split()), distance, text)]


class TestWindows:
    @pytest.mark.parametrize(
        ("words", "distance", "text", "expected"),
        [
            ("科技 外交", 0, "科技外交", ["科技外交"]),
            ("外交 科技", 0, "科技外交", ["科技外交"]),
            ("科技 外交", 0, "科技与外交", []),
            ("科技 外交", 1, "科技与外交", ["科技与外交"]),
            ("科技 外交", 0, "科技、“外交”", ["科技、“外交"]),
            ("science diplomacy", 1, "science and technology diplomacy", []),
            ("science diplomacy", 2, "science and technology diplomacy", ["science and technology diplomacy"]),
            ("agreement japan", 2, "agreements with japan", ["agreements with japan"]),
            ("中国 日本 协定", 2, "中国与日本的协定", ["中国与日本的协定"]),
            ("中国 日本 协定", 1, "中国与日本的协定", []),
            ("合作 合作", 9, "科技合作", []),
            ("合作 合作", 0, "合作合作合作", ["合作合作", "合作合作"]),
            ("协定 2008", 3, "2008年签署协定", ["2008年签署协定"]),
            ("ai 合作", 5, "said 合作", []),
            ("日本 协定", 100, "日本", []),
        ],
    )
    def test_distance_counts_characters_and_words(
        self, words: str, distance: int, text: str, expected: list[str]
    ) -> None:
        assert found(words, distance, text) == expected

    @given(text=st.text(st.sampled_from("甲乙丙，a "), max_size=30), distance=st.integers(0, 8))
    def test_a_longer_distance_finds_no_less(self, text: str, distance: int) -> None:
        near, far = found("甲 乙", distance, text), found("甲 乙", distance + 1, text)
        assert set(near) <= set(far)
        assert all("甲" in place and "乙" in place for place in far)


def test_han_stands_anywhere_and_latin_alone() -> None:
    assert list(occurrences("马克", "马克思和马克")) == [(0, 2), (4, 6)]
    assert list(occurrences("ai", "said ai")) == [(5, 7)]
    assert list(occurrences("agreement", "agreements")) == [(0, 10)]
    assert list(occurrences("agreement", "科技 agreements")) == []


class TestPatterns:
    @pytest.mark.parametrize(
        ("pattern", "text", "marked"),
        [
            ("科技*", "中国科技外交", ["科技"]),
            ("科*外交", "科技与公共外交，科，外交", ["科技与公共外交"]),
            ("科?外交", "科研外交和科技与外交", ["科研外交"]),
            ("diplom*", "diplomacy of diplomats, undiplomatic", ["diplomacy", "diplomats"]),
            ("*diplomat*", "undiplomatic diplomats", ["undiplomatic", "diplomats"]),
            ("wom?n", "woman women womaan", ["woman", "women"]),
            ("*ab", "abab ab", ["abab", "ab"]),
            ("a*b*a", "abaaba ab", ["abaaba"]),
            ("20?8", "2008年2018, 20年8", ["2008", "2018"]),
            ("科技2*", "科技2008", ["科技2"]),
        ],
    )
    def test_what_a_pattern_finds_in_a_text(self, pattern: str, text: str, marked: list[str]) -> None:
        found = [place[0] for place in expression(pattern).finditer(text)]
        assert found == marked

    def test_words_fit_as_a_whole(self) -> None:
        words = ["科技", "科技外交", "高科技", "外交", "diplomacy", "diplomat", "undiplomatic"]
        assert fitting("科技*", words) == ["科技", "科技外交"]
        assert fitting("*科技", words) == ["科技", "高科技"]
        assert fitting("diplom*", words) == ["diplomacy", "diplomat"]

    def test_the_letters_given(self) -> None:
        assert literals("科*外?合作*") == ["科", "外", "合作"]

    @pytest.mark.parametrize(
        "pattern", ["a*" * 8 + "b", "*a" * 8 + "z", "科*" * 8 + "技", "?a*" * 4 + "z", "*" + "a" * 900]
    )
    def test_no_pattern_takes_long(self, pattern: str) -> None:
        started = time.perf_counter()
        assert not expression(pattern).search("a" * 800 + "科" * 800 + "!")
        assert time.perf_counter() - started < 1


class TestTypingErrors:
    WORDS = ("diplomacy", "diplomat", "diploma", "science", "japan", "sciences", "niplomacy")

    @pytest.mark.parametrize(
        ("word", "wrong", "expected"),
        [
            ("diplomcy", 1, ["diplomacy"]),
            ("diplomcy", 2, ["diplomacy", "diplomat", "diploma"]),
            ("sceince", 1, ["science"]),
            ("sceince", 2, ["science", "sciences"]),
            ("japn", 1, ["japan"]),
            ("iplomacy", 1, []),
        ],
    )
    def test_letters_wrong_missing_added_or_swapped(self, word: str, wrong: int, expected: list[str]) -> None:
        assert alike(word, wrong, self.WORDS) == expected


@given(
    st.lists(st.sampled_from(["科", "科技", "技术", "的", "ai", "5g网"]), min_size=2, max_size=4),
    st.integers(0, 6),
    st.text(alphabet="科技术的，ai5g网 ", max_size=24),
)
def test_whether_words_stand_near_is_whether_there_is_a_place(words: list[str], distance: int, text: str) -> None:
    assert stand_near(words, distance, text) == any(True for _ in windows(words, distance, text))


def test_texts_are_told_by_where_words_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are worked out only where words come close after they came far apart, and for Latin words."""
    asked: list[str] = []
    really = inexact.windows

    def counting(words: Sequence[str], distance: int, folded: str) -> Iterator[tuple[inexact.Span, ...]]:
        asked.append(folded)
        return really(words, distance, folded)

    monkeypatch.setattr(inexact, "windows", counting)
    assert stand_near(["的", "是"], 50, "这是我们的" * 40)
    assert not stand_near(["的", "是"], 50, "这是我们" * 40)
    assert not stand_near(["的", "的", "的"], 50, "的的我们" + "，" * 90)
    assert asked == []
    assert stand_near(["的", "是"], 1, "的" + "们" * 9 + "是的")
    assert stand_near(["ai", "的"], 1, "ai的")
    assert len(asked) == 2
