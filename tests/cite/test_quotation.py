from dataclasses import dataclass

from app.cite import quotation
from app.cite.works import Work


@dataclass(frozen=True)
class Section:
    id: str = "2.1"
    heading: str = "科技外交的“内涵”"


FUTURE = Work(
    title="科技外交与中美关系的未来发展",
    authors=("王明国",),
    container="全球科技经济瞭望",
    year=2017,
    issue="7",
    document_type="J",
)


@dataclass(frozen=True)
class Claim:
    text: str = "费德洛夫认为，科技外交是“桥梁”。"
    text_en: str | None = None
    paper: Work = FUTURE
    section: Section = Section()


def test_in_chinese_the_reference_follows_the_national_standard_with_the_section() -> None:
    assert quotation(Claim(), "zh", "https://kewai.example/claims/abc") == (
        "“费德洛夫认为，科技外交是‘桥梁’。”\n"
        "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）. 第2.1节“科技外交的‘内涵’”.\n"
        "https://kewai.example/claims/abc"
    )


def test_in_english_the_translation_comes_first_and_the_reference_is_apa() -> None:
    assert quotation(Claim(text_en="Fedoroff calls it a bridge."), "en") == (
        "“Fedoroff calls it a bridge.” [translation: Kewai]\n"
        "“费德洛夫认为，科技外交是‘桥梁’。” (Wang, 2017, sec. 2.1)\n"
        "Wang, M. (2017). 科技外交与中美关系的未来发展. 全球科技经济瞭望, (7)."
    )


def test_without_a_translation_the_sentence_stands_alone() -> None:
    assert quotation(Claim(), "en").startswith("“费德洛夫认为")


def test_the_front_matter_has_no_section_number() -> None:
    front = Claim(section=Section("0", ""))
    assert "节" not in quotation(front, "zh").splitlines()[1]
    assert "sec." not in quotation(front, "en")


def test_a_section_without_heading_gives_its_number() -> None:
    assert quotation(Claim(section=Section("3", "")), "zh").endswith(" 第3节.")
