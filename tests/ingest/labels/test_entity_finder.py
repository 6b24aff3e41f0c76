"""All entities of a sentence together: laws for any text, and the order of the rules."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ingest.labels.entity_finder import EntityFinder
from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.speakers import find_speaker

PIECES = (
    *(
        "《",
        "》",
        "（",
        "）",
        "中美",
        "美国",
        "国家",
        "科技",
        "协定",
        "委员会",
        "大学",
        "部",
        "署",
        "·",
        "王逸舟",
        "认为",
        "，",
        "。",
        " ",
    ),
    *("尼娜", "费德洛夫", "教授", "SIN", "科学与创新网络", "臺灣", "\u0301", "👩‍🔬", "½", "等", "与"),
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=16).map("".join))


@given(TEXTS)
@settings(max_examples=300)
def test_mentions_are_what_is_printed_in_order_and_apart(finder: EntityFinder, text: str) -> None:
    sentence = read_sentence(text)
    found = finder.find(sentence, {"CN", "US"}, find_speaker(sentence))
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.name
        assert mention.code
        assert mention.kind
        end = mention.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《中韩科学和技术合作协议》生效。", [("中韩科技合作协定", "entity:form")]),
        ("《美中科学技术合作协议书》生效。", [("cn-us-st-agreement-1979", "entity:wording")]),
        ("王逸舟认为英国皇家学会领先。", [("wang-yizhou", "entity:name"), ("gb-royal-society", "entity:name")]),
        ("印度科技部部长任晓明访华。", [("印度科技部", "entity:form"), ("任晓明", "entity:person")]),
    ],
)
def test_the_vocabulary_comes_first(finder: EntityFinder, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.code, one.rule) for one in finder.find(read_sentence(text), (), None)] == expected


def test_a_long_sentence_takes_time_in_proportion(finder: EntityFinder) -> None:
    def seconds(times: int) -> float:
        sentence = read_sentence("美国国家科学技术的发展与中日科技合作，尼娜·费德洛夫部长" * times)
        started = time.process_time()
        finder.find(sentence, (), None)
        return time.process_time() - started

    seconds(10)
    assert seconds(1600) < 8 * seconds(400) + 0.2
