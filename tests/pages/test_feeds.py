"""The feed of a search and the description for browsers."""

from collections.abc import Callable
from urllib.parse import urlsplit

from lxml import etree

from app.web.feeds import ATOM, OPENSEARCH
from tests.visitor import Visitor

NAMES = {"a": ATOM, "o": OPENSEARCH}


def entries(visitor: Visitor, query: str) -> list[etree._Element]:
    response = visitor.get(f"/zh/search/feed?{query}")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/atom+xml"
    found: list[etree._Element] = etree.fromstring(response.content).xpath("a:entry", namespaces=NAMES)
    return found


def test_entries_are_the_claims_found(visitor: Visitor, count: Callable[..., int]) -> None:
    assert len(entries(visitor, "")) == count("select count(*) from claim")
    assert len(entries(visitor, "country=JP")) == count("select count(*) from claim_country where code = 'JP'")
    assert entries(visitor, "q=没有这样的话") == []


def test_an_entry_leads_to_its_claim(visitor: Visitor) -> None:
    for entry in entries(visitor, "q=签署协定"):
        (address,) = entry.xpath("a:link/@href", namespaces=NAMES)
        assert visitor.get(urlsplit(address).path).status_code == 200
        assert entry.xpath("string(a:id)", namespaces=NAMES).startswith("https://kewai.example/claims/")


def test_the_page_leads_to_its_feed_and_every_page_to_the_description(visitor: Visitor) -> None:
    page = visitor.page("/zh/search?q=协定&country=JP")
    feed, _of_papers = page.xpath("//link[@type='application/atom+xml']/@href")
    assert len(entries(visitor, urlsplit(feed).query)) > 0
    (description,) = visitor.page("/en/papers").xpath("//link[@rel='search']/@href")
    response = visitor.get(description)
    assert response.headers["content-type"] == "application/opensearchdescription+xml"
    templates = etree.fromstring(response.content).xpath("o:Url/@template", namespaces=NAMES)
    for template in templates:
        address = urlsplit(template.replace("{searchTerms}", "%E5%8D%8F%E5%AE%9A"))
        assert visitor.get(f"{address.path}?{address.query}").status_code == 200


def test_a_filter_that_names_nothing_is_not_found(visitor: Visitor) -> None:
    assert visitor.get("/zh/search/feed?country=Atlantis").status_code == 404


def test_new_papers_are_followed_newest_first(visitor: Visitor, count: Callable[..., int]) -> None:
    response = visitor.get("/en/feed")
    assert response.headers["content-type"] == "application/atom+xml"
    found = etree.fromstring(response.content).xpath("a:entry", namespaces=NAMES)
    assert len(found) == count("select count(*) from paper")
    updated = [entry.xpath("string(a:updated)", namespaces=NAMES) for entry in found]
    assert updated == sorted(updated, reverse=True)
    for entry in found:
        (address,) = entry.xpath("a:link/@href", namespaces=NAMES)
        assert visitor.get(urlsplit(address).path).status_code == 200
    titles = {entry.xpath("string(a:title)", namespaces=NAMES) for entry in found}
    assert "The Future of Sino-US Relations" in titles
