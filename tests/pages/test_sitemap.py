"""What search engines are told, against the pages that there are."""

from collections.abc import Callable

import pytest
from lxml import etree

from app.pages import sitemap
from app.web.sitemap import SITEMAP, XHTML
from tests.kinds import KINDS
from tests.visitor import Visitor

ORIGIN = "https://kewai.example"
NAMES = {"s": SITEMAP, "x": XHTML}


def read(visitor: Visitor, path: str) -> etree._Element:
    answer = visitor.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml")
    return etree.fromstring(answer.content)


def locations(root: etree._Element) -> list[str]:
    return [element.text or "" for element in root.iterfind(".//s:loc", NAMES)]


def everything(visitor: Visitor) -> list[str]:
    """The addresses of all sitemaps together."""
    index = locations(read(visitor, "/sitemap.xml"))
    return [found for address in index for found in locations(read(visitor, address.removeprefix(ORIGIN)))]


def test_robots_find_the_sitemap(visitor: Visitor) -> None:
    answer = visitor.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in answer.text.splitlines()


def test_every_claim_and_paper_is_listed_once_in_each_language(visitor: Visitor, count: Callable[..., int]) -> None:
    found = everything(visitor)
    assert len(found) == len(set(found))
    for locale in ("zh", "en"):
        claims = [address for address in found if address.startswith(f"{ORIGIN}/{locale}/claims/")]
        papers = [address for address in found if address.startswith(f"{ORIGIN}/{locale}/papers/")]
        assert len(claims) == count("select count(*) from claim")
        assert len(papers) == count("select count(*) from paper")


def test_every_page_of_which_there_is_one_is_listed(visitor: Visitor) -> None:
    shown = {kind: paths[0] for kind, paths in KINDS.items() if kind != "notebook"}
    alone = {f"{ORIGIN}/zh{path}" for path in shown.values() if "{" not in path and "?" not in path}
    listed = set(everything(visitor))
    assert {address for address in alone if address.count("/") == 4} <= listed


@pytest.mark.parametrize("kind", ["countries", "instruments", "glossary", "entities"])
def test_listed_pages_answer(visitor: Visitor, kind: str) -> None:
    found = [address for address in everything(visitor) if f"/zh/{kind}/" in address]
    assert found
    for address in found[:: max(1, len(found) // 4)]:
        assert visitor.get(address.removeprefix(ORIGIN)).status_code == 200


def test_each_entry_names_its_translations(visitor: Visitor) -> None:
    root = read(visitor, "/sitemap/pages-1.xml")
    for entry in list(root)[:20]:
        links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", NAMES)}
        assert set(links) == {"zh-Hans", "en", "x-default"}
        assert entry.findtext("s:loc", namespaces=NAMES) in links.values()
        assert links["x-default"] == links["en"].replace("/en", "", 1)


def test_large_sites_are_listed_in_parts(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = everything(visitor)
    monkeypatch.setattr(sitemap, "TOGETHER", 3)
    assert sorted(everything(visitor)) == sorted(whole)


def test_parts_that_there_are_not_are_not_found(visitor: Visitor) -> None:
    for path in ("/sitemap/claims-999.xml", "/sitemap/pages-0.xml", "/sitemap/claims-9999999999999999999999.xml"):
        assert visitor.get(path).status_code == 404


def test_an_empty_site_lists_its_own_pages(empty_site: Visitor) -> None:
    root = etree.fromstring(empty_site.get("/sitemap.xml").content)
    assert len(locations(root)) == 3
    assert locations(etree.fromstring(empty_site.get("/sitemap/claims-1.xml").content)) == []
