import pytest

from app.search.compounds import inner_borders


@pytest.mark.parametrize(
    ("word", "borders"),
    [("科技外交", {2}), ("外交官", {2}), ("马克思", set()), ("清华大学", {2}), ("外交", set()), ("agreement", set())],
)
def test_where_long_words_are_made_of_shorter_ones(word: str, borders: set[int]) -> None:
    assert inner_borders(word) == borders


@pytest.mark.parametrize("word", ["反对派", "副部长", "日本人", "研究者们"])
def test_prefixes_and_suffixes_of_one_character_are_pieces_only_at_the_ends(word: str) -> None:
    assert all(0 < border < len(word) for border in inner_borders(word))
    assert inner_borders(word[0]) == inner_borders("") == frozenset()


def test_a_word_of_two_parts_has_a_border_between_them_whatever_follows() -> None:
    assert inner_borders("科技外交官") >= {2, 4}
    assert inner_borders("非科技") == {1}
    assert inner_borders("科非技") == frozenset()
