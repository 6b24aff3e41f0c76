"""Short forms that a paper introduces, and who the speaker is."""

from dataclasses import replace

from app.ingest.labels import label_claims
from app.ingest.labels.entity_paper import name_short_forms, speaking_entity
from app.ingest.records import Claim, EntityMention, Speaker, SpeakerKind
from app.vocabulary import Vocabulary

OFFICE = "立陶宛创新署"


def claim(text: str, name: str = "") -> Claim:
    start = text.find(name)
    mentions = (EntityMention("code", name, "institution", start, start + len(name), "test"),) if name else ()
    return replace(Claim("1", text, 0, len(text)), entities=mentions)


def found(*claims: Claim) -> list[list[tuple[str, str]]]:
    return [[(one.name, one.rule) for one in claim.entities] for claim in name_short_forms(claims)]


def test_latin_letters_in_brackets_name_it_afterwards() -> None:
    first, *rest = found(claim(f"{OFFICE}（LIA）成立。", OFFICE), claim("LIA 与 LIAR 不同。"), claim("无关。"))
    assert first == [(OFFICE, "test")]
    assert rest == [[("LIA", "entity:short-form")], []]


def test_a_short_form_in_han_names_it_afterwards() -> None:
    later = found(claim(f"{OFFICE}（以下简称“创新署”）成立。", OFFICE), claim("创新署说创新署。"))[1]
    assert later == [("创新署", "entity:short-form")] * 2


def test_before_it_is_introduced_it_names_nothing() -> None:
    assert found(claim("LIA先行。"), claim(f"{OFFICE}（LIA）。", OFFICE))[0] == []


def test_places_that_are_named_already_stay() -> None:
    assert found(claim(f"{OFFICE}（LIA）。", OFFICE), claim("LIA。", "LIA"))[1] == [("LIA", "test")]


def test_a_person_speaks_before_the_body(vocabulary: Vocabulary) -> None:
    text = "美国国务卿科学和技术顾问尼娜·费德洛夫认为科技外交重要。"
    (labelled,) = label_claims([Claim("1", text, 0, len(text))], vocabulary)
    assert labelled.speaker_entity == "nina-fedoroff"
    assert [one.code for one in labelled.entities] == ["us-stas", "nina-fedoroff"]


def test_only_a_body_at_the_end_of_the_speakers_name_speaks() -> None:
    mention = EntityMention("code", OFFICE, "institution", 0, len(OFFICE), "test")
    assert speaking_entity(Speaker(OFFICE, SpeakerKind.INSTITUTION), [mention]) == "code"
    assert speaking_entity(Speaker(f"{OFFICE}的报告", SpeakerKind.DOCUMENT), [mention]) is None
    assert speaking_entity(None, [mention]) is None
