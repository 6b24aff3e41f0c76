"""XML that other programs read."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.web.feeds import ATOM, OPENSEARCH, Entry, Feed, as_atom, as_opensearch

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def feed(title: str, *entries: Entry) -> Feed:
    return Feed(title, "zh-Hans", "https://a.example/feed?q=a&b=c", "https://a.example/", WHEN, entries)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_makes_well_formed_xml(text: str) -> None:
    entry = Entry("https://a.example/1", text, "https://a.example/zh/1", WHEN, (text,), text)
    root = etree.fromstring(as_atom(feed(text, entry)))
    assert root.tag == f"{{{ATOM}}}feed"
    assert etree.fromstring(as_opensearch(text, text, "zh-Hans", [("text/html", text)])).tag.endswith("Description")


def test_a_feed_has_what_the_standard_asks_for() -> None:
    entry = Entry("https://a.example/1", "题目", "https://a.example/zh/1", WHEN, ("赵刚",), "正文<b>")
    root = etree.fromstring(as_atom(feed("检索", entry)))
    names = {"a": ATOM}
    assert root.xpath("string(a:id)", namespaces=names) == "https://a.example/feed?q=a&b=c"
    assert root.xpath("string(a:updated)", namespaces=names) == "2026-01-02T03:04:05+00:00"
    assert root.xpath("a:link/@rel", namespaces=names) == ["self", "alternate"]
    assert root.xpath("string(a:author/a:name)", namespaces=names) == "Kewai"
    assert root.xpath("string(a:entry/a:content[@type='text'])", namespaces=names) == "正文<b>"
    assert root.xpath("string(a:entry/a:author/a:name)", namespaces=names) == "赵刚"


def test_a_description_tells_browsers_where_to_search() -> None:
    root = etree.fromstring(as_opensearch("N" * 30, "D", "en", [("text/html", "https://a.example/?q={searchTerms}")]))
    names = {"o": OPENSEARCH}
    assert root.xpath("string(o:ShortName)", namespaces=names) == "N" * 16
    assert root.xpath("o:Url/@template", namespaces=names) == ["https://a.example/?q={searchTerms}"]
