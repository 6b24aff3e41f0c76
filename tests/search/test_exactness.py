"""The promise of a quoted search: it finds exactly the claims that a scan of all texts finds."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.search.asked import asks_in_chinese
from app.search.index import WhooshEngine
from app.search.meaning import wording
from app.search.query import Phrase, Query, all_of, any_of, none_of, unparse
from app.search.request import ClaimDocument, SearchRequest
from app.text.scripts import to_simplified, to_traditional
from tests.search.scan import ODD_TEXTS, corpus, scan
from tests.search.test_query import LEAVES

Search = Callable[[str], list[str]]
CORPUS = corpus()


@st.composite
def substrings(draw: st.DrawFn) -> str:
    """A part of a text of the corpus, from one character to all of it, in the script it has or in either."""
    text = draw(st.sampled_from(CORPUS)).text
    start = draw(st.integers(0, len(text) - 1))
    length = draw(st.sampled_from([1, 2, 3]) | st.integers(1, len(text) - start))
    convert: Callable[[str], str] = draw(st.sampled_from([str, to_simplified, to_traditional]))
    return convert(text[start : start + length])


@settings(max_examples=400)
@given(part=substrings())
@example(part="，")
@example(part=" ")
@example(part="e")
@example(part="T 占 3.5%")
@example(part="<b>与</b>「交流」\\，S&T")
@example(part="Fé")
@example(part="𠮷")
@example(part="馬克")
@example(part="aaa")
def test_a_quoted_search_finds_what_a_scan_finds(part: str, found: Search) -> None:
    assert set(found(unparse(Phrase(part)))) == scan(Phrase(part), CORPUS)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4))
def test_any_string_at_all_finds_what_a_scan_finds(text: str, found: Search) -> None:
    assert set(found(unparse(Phrase(text)))) == scan(Phrase(text), CORPUS)


@given(part=substrings())
def test_a_claim_is_found_by_its_own_parts_in_its_own_script(part: str, found: Search) -> None:
    holders = {document.uid for document in CORPUS if part in document.text}
    assert holders <= set(found(unparse(Phrase(part))))


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_every_part_of_an_odd_text_finds_what_a_scan_finds(text: str, found: Search) -> None:
    for start in range(len(text)):
        for end in range(start + 1, min(start + 12, len(text)) + 1):
            phrase = Phrase(text[start:end])
            assert set(found(unparse(phrase))) == scan(phrase, CORPUS), phrase


QUERIES: st.SearchStrategy[Query] = st.recursive(
    LEAVES
    | st.sampled_from(CORPUS).flatmap(
        lambda d: st.integers(0, len(d.text) - 1).map(lambda i: Phrase(d.text[i : i + 2]))
    ),
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(all_of),
        st.lists(parts, min_size=2, max_size=3).map(any_of),
        parts.map(none_of),
    ),
    max_leaves=6,
)


@given(query=QUERIES)
def test_every_query_finds_what_a_scan_finds(query: Query, engine: WhooshEngine) -> None:
    result = engine.search(SearchRequest(query, limit=10_000, synonyms=False))
    whole = scan(query, CORPUS)
    assert result.complete == len(whole)
    if asks_in_chinese(wording(query)):  # these are only the likelier then
        assert whole <= {hit.uid for hit in result.hits}
    else:
        assert {hit.uid for hit in result.hits[: result.complete]} == whole
    assert (result.complete < result.total) is result.relaxed
    assert len(result.hits) == result.total


def test_the_corpus_is_worth_testing_on(documents: list[ClaimDocument]) -> None:
    assert len(documents) > 500
    assert sum(len(document.text) for document in documents) > 30_000
    assert any("國" in document.text for document in documents)
    assert any(document.text_en for document in documents)
