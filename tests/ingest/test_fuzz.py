"""Bad input: pieces of real papers out of order, text without end, scripts and characters that no paper has.

The analysis never raises, never hangs and never invents: what it takes from a text is printed in it.
"""

import random
import sys
import time
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import resources
from app.ingest.analysis import analyse
from app.ingest.records import Analysis
from tests.factories import make_document, vocabulary

SENTENCE = "科技外交是国家之间的合作。"
STRANGE = (
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u200f",
    "\ufeff",
    "\U000e0041",
    "مرحبا",
    "שלום",
    "한국",
    "カナ",
    "Ω",
    "🚀",
)
BRACKETS = "（）()《》“”[]［］"


def analysed(source: str) -> Analysis:
    return analyse(make_document(text=source), vocabulary())


@cache
def papers() -> tuple[str, ...]:
    texts = tuple(path.read_text(encoding="utf-8") for path in sorted(resources.PAPERS.glob("*.txt")))
    assert len(texts) == 5
    return texts


def letters(text: str) -> str:
    """Letters and digits alone, one form for each: what must be the same in a text and what is taken from it."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def taken(analysis: Analysis) -> list[str]:
    """What an analysis says that a text prints."""
    record = analysis.bibliography
    strings = [*record.authors, *record.keywords, *record.authors_en, *record.keywords_en, record.container, record.doi]
    for reference in analysis.references:
        strings += [*reference.authors, reference.title, reference.container, reference.url, reference.doi]
    return [string for string in strings if string]


def is_printed(string: str, printed: str) -> bool:
    """Whether a string stands in a text, in one piece or parted once, as by the foot of a page."""
    return any(string[:at] in printed and string[at:] in printed for at in range(len(string), 0, -1))


def check(source: str) -> None:
    """The laws that hold for every text."""
    analysis = analysed(source)
    printed = letters(source)
    for string in taken(analysis):
        assert is_printed(letters(string), printed), string
    for claim in analysis.claims:
        place = iter(letters(source[claim.start : claim.end]))
        assert all(character in place for character in letters(claim.text)), claim.text
    for section in analysis.sections:
        place = iter(letters(source[section.start : section.end]))
        assert all(character in place for character in letters(section.heading)), section.heading


@st.composite
def slices(draw: st.DrawFn) -> str:
    """One to four pieces of the shipped papers, from anywhere to anywhere, one behind the other."""
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(papers()))
        start = draw(st.integers(0, len(text) - 1))
        pieces.append(text[start : start + draw(st.integers(1, 900))])
    return draw(st.sampled_from(["", "\n", "\n\n"])).join(pieces)


@settings(max_examples=12, deadline=None)
@given(slices())
def test_slices_of_papers(source: str) -> None:
    check(source)


@settings(max_examples=10, deadline=None)
@given(slices(), st.randoms(use_true_random=False))
def test_lines_out_of_order(source: str, chance: random.Random) -> None:
    lines = source.split("\n")
    chance.shuffle(lines)
    check("\n".join(lines))


@settings(max_examples=10, deadline=None)
@given(slices(), st.sampled_from(BRACKETS), st.booleans())
def test_missing_brackets(source: str, bracket: str, once: bool) -> None:
    check(source.replace(bracket, "", 1 if once else -1))


@settings(max_examples=10, deadline=None)
@given(slices(), st.lists(st.tuples(st.integers(0, 900), st.sampled_from(STRANGE)), max_size=6))
def test_strange_characters(source: str, inserted: list[tuple[int, str]]) -> None:
    for at, characters in inserted:
        source = source[:at] + characters + source[at:]
    check(source)


@pytest.mark.parametrize("number", range(5))
def test_a_whole_paper_with_its_lines_shuffled(number: int) -> None:
    lines = papers()[number].split("\n")
    random.Random(number).shuffle(lines)
    check("\n".join(lines))


def test_two_papers_in_one_file() -> None:
    check("\n".join(papers()[:2]))


def test_a_thousand_headings_are_a_thousand_sections() -> None:
    source = "# 关于标题的一个题目\n" + "".join(f"# 第{n}种 标题\n{SENTENCE[:-1]}{n}。\n" for n in range(1000))
    analysis = analysed(source)
    assert len(analysis.sections) == 1001
    assert len(analysis.claims) == 1000


def test_ten_thousand_references_are_read_as_far_as_numbers_of_references_go() -> None:
    entries = "".join(f"[{n}] 张三.题名{n}[J].刊名,2014(5):6-10.\n" for n in range(1, 10_001))
    references = analysed(f"{SENTENCE}[1]\n参考文献\n{entries}").references
    assert [reference.title for reference in references][:999] == [f"题名{n}" for n in range(1, 1000)]


def test_a_sentence_of_a_megabyte_is_one_claim() -> None:
    (claim,) = analysed("科技外交与合作，" * 43_700 + "完。").claims
    assert len(claim.text.encode()) > 1_000_000


GROWING: dict[str, Callable[[int], str]] = {
    "headings": lambda n: "".join(f"# {i} 标题\n{SENTENCE}\n" for i in range(n // 30)),
    "nested headings": lambda n: "".join(f"# {i}.{i % 7} 标题\n{SENTENCE}\n" for i in range(n // 30)),
    "run-in headings": lambda n: (
        f"1 标题\n{SENTENCE}\n" + "".join(f"1.{i}合作机制各国{SENTENCE}\n" for i in range(n // 30))
    ),
    "references": lambda n: "参考文献\n" + "".join(f"[{i}] 张三.题名[J].刊名,2014(5):6-10.\n" for i in range(n // 40)),
    "references, no numbers": lambda n: "参考文献\n" + "张三.题名[J].刊名,2014(5):6-10.\n" * (n // 40),
    "footnotes": lambda n: "文字文字^①。\n① 张三：《题名》，2014年。\n" * (n // 30),
    "items": lambda n: "".join(f"（{i}）甲乙丙。\n" for i in range(n // 10)),
    "one clause": lambda n: "科技外交" * (n // 4),
    "open brackets": lambda n: "（《“[" * (n // 4),
    "closed brackets": lambda n: "）》”]" * (n // 4),
    "straight quotes": lambda n: '"甲。' * (n // 3),
    "key words": lambda n: f"题目在此\n摘要：{SENTENCE}关键词：{'智库报告' * (n // 4)}\n1 甲\n{SENTENCE}",
    "names": lambda n: f"题目在此处\n{'王明 ' * (n // 3)}\n摘要：甲。",
    "English names": lambda n: (
        f"{SENTENCE}\n王明\n摘要：甲。\n1 乙\n{SENTENCE}\n{'Wang Ming ' * (n // 10)}\nAbstract: a."
    ),
    "right to left": lambda n: "مرحبا بالعالم. שלום. \u202eab\u202c " * (n // 30),
    "many scripts": lambda n: "Science 科技 Наука 과학 の。" * (n // 20),
    "control characters": lambda n: "科\x00技\x1b外\u200b交。" * (n // 8),
    "white space": lambda n: "甲" + " " * n + "乙",
    "number signs": lambda n: "#" * n + " a",
    "tables": lambda n: "| 甲 | 1 |\n" * (n // 10),
}


@pytest.mark.parametrize("kind", GROWING)
def test_work_is_doubled_when_the_text_is(kind: str) -> None:
    once, twice = (calls(GROWING[kind](size)) for size in (6_000, 12_000))
    assert twice <= 2.6 * once + 5_000


@pytest.mark.parametrize("kind", GROWING)
def test_time_is_doubled_when_the_text_is(kind: str) -> None:
    """Patterns are matched in one call: only the clock tells what they do, and it may be off by half."""
    once, twice = (min(seconds(GROWING[kind](size)) for _ in range(2)) for size in (6_000, 12_000))
    assert twice <= 4 * once + 0.2


def calls(source: str) -> int:
    """Calls of functions, Python's own among them, in an analysis: no other load on the machine changes them."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    analysed("预热。")
    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        analysed(source)
    finally:
        sys.setprofile(before)
    return count


def seconds(source: str) -> float:
    start = time.process_time()
    analysed(source)
    return time.process_time() - start
