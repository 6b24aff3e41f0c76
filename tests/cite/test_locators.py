from dataclasses import dataclass

import pytest

from app.cite.locators import NOWHERE, Locator, single_marks


@dataclass(frozen=True)
class Section:
    id: str
    heading: str = ""


@pytest.mark.parametrize(
    ("locator", "chinese", "english"),
    [
        (NOWHERE, "", ""),
        (Locator(section="2.1"), "第2.1节", "sec. 2.1"),
        (Locator(section="2.1", heading="“内涵”"), "第2.1节“‘内涵’”", "sec. 2.1"),
        (Locator(heading="结语"), "“结语”", "“结语”"),
        (Locator(section="2", paragraph=3), "第2节第3段", "sec. 2, para. 3"),
        (Locator(page="40", section="2"), "第2节", "sec. 2"),
    ],
)
def test_places_in_words(locator: Locator, chinese: str, english: str) -> None:
    assert (locator.in_chinese(), locator.in_english()) == (chinese, english)
    assert bool(locator) is (locator != NOWHERE)


def test_the_front_matter_is_no_place() -> None:
    assert Locator.of_section(Section("0", "摘要")) is NOWHERE
    assert Locator.of_section(Section("1.2", " 内\n涵 ")) == Locator(section="1.2", heading="内 涵")


def test_marks_within_marks() -> None:
    assert single_marks("“桥梁”") == "‘桥梁’"
