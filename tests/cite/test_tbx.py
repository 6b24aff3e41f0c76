"""TBX: a file that the standard's structure allows, and that gives every name back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from app.cite import as_tbx
from app.cite.tbx import NAMESPACE
from app.vocabulary import Term
from tests.factories import vocabulary

SCHEMA = Path(__file__).parent / "data" / "tbx_basic.rng"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
N = {"t": NAMESPACE}


def parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.fixture(scope="module")
def whole() -> etree._Element:
    glossary = vocabulary().glossary
    links = {term.code: f"https://kewai.example/glossary/{term.code}" for term in glossary}
    return parse(as_tbx(glossary, "Glossary", "https://kewai.example/glossary", links))


def names(section: etree._Element) -> Iterator[tuple[str, str]]:
    for term in section.iterfind("t:termSec", N):
        yield term.findtext("t:term", None, N), term.findtext("t:termNote[@type='administrativeStatus']", None, N)


def test_the_schema_takes_the_whole_glossary(whole: etree._Element) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert schema.validate(whole), schema.error_log


def test_the_schema_itself_refuses_what_is_wrong() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    term = Term("x", "concept", "某", "some", "某。", "Some.")
    good = as_tbx([term], "T", "S", {})
    assert schema.validate(parse(good))
    for right, wrong in (
        (b'type="TBX-Basic"', b'type="TBX-Min"'),
        (b"preferredTerm-admn-sts", b"preferred"),
        (b"<term>some</term>", b""),
        (b'type="definition"', b'type="context"'),
        (b"ed-2", b"ed-1"),
    ):
        assert right in good
        assert not schema.validate(parse(good.replace(right, wrong))), wrong


def test_every_term_is_one_entry_with_both_languages(whole: etree._Element) -> None:
    entries = whole.findall(".//t:conceptEntry", N)
    assert [entry.get("id") for entry in entries] == [f"c-{term.code}" for term in vocabulary().glossary]
    for entry in entries:
        languages = [section.get(LANG) for section in entry.iterfind("t:langSec", N)]
        assert languages in (["en", "zh-Hans"], ["en", "zh-Hans", "zh-Hant"])


def test_every_name_and_definition_comes_back(whole: etree._Element) -> None:
    glossary = vocabulary().glossary
    for entry in whole.iterfind(".//t:conceptEntry", N):
        term = glossary.get(entry.get("id").removeprefix("c-"))
        assert term is not None
        sections = {section.get(LANG): section for section in entry.iterfind("t:langSec", N)}
        assert {name for name, _ in names(sections["en"])} == set(term.names_en())
        chinese = {name for section in sections if section != "en" for name, _ in names(sections[section])}
        assert chinese == set(term.names_zh())
        assert sections["en"].findtext("t:descrip", None, N) == term.definition_en
        assert sections["zh-Hans"].findtext("t:descrip", None, N) == term.definition_zh
        assert entry.findtext("t:descrip", None, N) == term.kind


def test_each_language_has_its_preferred_name_first(whole: etree._Element) -> None:
    for section in whole.iterfind(".//t:langSec", N):
        statuses = [status for _, status in names(section)]
        preferred = [status for status in statuses if status == "preferredTerm-admn-sts"]
        assert preferred, etree.tostring(section)
        if section.get(LANG) != "zh-Hant":
            assert statuses[0] == "preferredTerm-admn-sts"
            assert len(preferred) == 1


def test_references_lead_to_entries_and_to_the_web(whole: etree._Element) -> None:
    ids = {entry.get("id") for entry in whole.iterfind(".//t:conceptEntry", N)}
    targets = [ref.get("target") for ref in whole.iterfind(".//t:ref", N)]
    assert len(targets) > 200
    assert set(targets) <= ids
    assert all(ref.get("target").startswith("https://kewai.example/") for ref in whole.iterfind(".//t:xref", N))


def test_words_of_taiwan_say_where_they_are_used(whole: etree._Element) -> None:
    entry = whole.find(".//t:conceptEntry[@id='c-asean']", N)
    assert entry is not None
    section = next(one for one in entry.iterfind("t:langSec", N) if one.get(LANG) == "zh-Hant")
    places = {
        term.findtext("t:term", None, N): term.findtext("t:termNote[@type='geographicalUsage']", None, N)
        for term in section.iterfind("t:termSec", N)
    }
    assert places["東協"] == "TW"
    assert places["東盟"] is None


def test_markup_in_a_term_is_text() -> None:
    term = Term("x", "concept", "某<b>", "a & b", "某。", "<script>alert(1)</script>", see_also=("gone",))
    root = parse(as_tbx([term], "T", "S", {}))
    assert root.findtext(".//t:termSec/t:term", None, N) == "a & b"
    assert root.findtext(".//t:langSec/t:descrip", None, N) == "<script>alert(1)</script>"
    assert root.find(".//t:ref", N) is None
