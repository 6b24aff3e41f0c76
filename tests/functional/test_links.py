"""Every link leads somewhere: the whole site is walked, and every anchor that is pointed at is there.

Claims and terms are there in hundreds, and all of them are read in Chinese; of entities, results and JSON twins, and
in English, where the same templates make the same links, the first. Lists that can be narrowed lead to ever more
lists: of those, too, the first of each kind.

And to every page leads a link: whatever the sitemap lists is linked from a page that the walk, which begins at home,
has come to.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import httpx
import pytest
from lxml import etree, html

from tests.functional.site import Server
from tests.kinds import KINDS

START = ("/", "/zh/", "/en/", "/api/docs", "/healthz", "/readyz")
MOST_PAGES = 20_000
READERS = 2
ENGLISH_IN_PART = ("/en/claims/", "/en/countries/", "/en/glossary/", "/en/entities/", "/en/search")
IN_PART = (*ENGLISH_IN_PART, "/zh/entities/", "/zh/search", "/api/")
PART = 60
TURNED = ("entities", "glossary", "works")
"""Folders whose pages a list leads to that has pages itself."""


@dataclass
class Walk:
    """Follows links breadth first. Lists that can be narrowed lead to ever more lists, so of each kind of them (by
    its folder and the names of its parameters) the first are looked at, and one that is reached from another list."""

    client: httpx.Client
    anchors: dict[str, set[str]] = field(default_factory=dict)
    pointed_at: list[tuple[str, str, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    kinds: Counter[tuple[str, ...]] = field(default_factory=Counter)
    in_part: Counter[str] = field(default_factory=Counter)
    linked: set[str] = field(default_factory=set)
    """What a reader can come to from the pages that were read: anchors in their bodies alone."""

    def run(self) -> None:
        frontier = dict.fromkeys(START, "(start)")
        with ThreadPoolExecutor(READERS) as readers:
            while frontier:
                assert len(self.anchors) < MOST_PAGES, "the site has no end"
                links = readers.map(self._visit, frontier.keys(), frontier.values())
                frontier = self._next(dict(zip(frontier, links, strict=True)))

    def _next(self, links: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
        """The addresses not seen so far that the pages just read link to, each with the page it was found on."""
        frontier: dict[str, str] = {}
        for address, targets in links.items():
            for target, anchor in targets:
                if anchor:
                    self.pointed_at.append((target, anchor, address))
                if target not in self.anchors and target not in frontier and self._is_wanted(address, target):
                    frontier[target] = address
        return frontier

    def _is_wanted(self, source: str, target: str) -> bool:
        """False for one page too many of those that are read in part."""
        if self._is_one_more_list(source, target):
            return False
        prefix = next((prefix for prefix in IN_PART if target.startswith(prefix)), None)
        if prefix:
            self.in_part[prefix] += 1
        return prefix is None or self.in_part[prefix] <= PART

    def _visit(self, address: str, source: str) -> list[tuple[str, str]]:
        answer = self.client.get(address)
        if answer.status_code != 200:
            self.broken.append(f"{address} answers {answer.status_code}, linked from {source}")
        if not answer.headers.get("content-type", "").startswith("text/html"):
            self.anchors[address] = set()
            return []
        tree = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8"))
        self.anchors[address] = {str(name) for name in tree.xpath("//@id")}
        anchors = (self._local(str(answer.url), str(link)) for link in tree.xpath("//body//a/@href"))
        self.linked.update(target.partition("?")[0] for target, _anchor in filter(None, anchors))
        links = [
            str(link) for link in tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //form/@action")
        ]
        return [target for link in links if (target := self._local(str(answer.url), link))]

    def _local(self, base: str, link: str) -> tuple[str, str] | None:
        whole, anchor = urldefrag(urljoin(base, link))
        parts = urlsplit(whole)
        if parts.scheme not in {"http", "https"} or parts.netloc != self.client.base_url.netloc.decode():
            return None
        return parts.path + (f"?{parts.query}" if parts.query else ""), unquote(anchor)

    def _is_one_more_list(self, source: str, target: str) -> bool:
        path, narrowed, query = target.partition("?")
        if not narrowed:
            return False
        parts = path.split("/")
        kind = ("/".join(parts[:3]), str(len(parts)), *sorted(parse_qs(query)))
        self.kinds[kind] += 1
        return self.kinds[kind] > (1 if "?" in source else PART)


@pytest.fixture(scope="module")
def walk(server: Server) -> Walk:
    """The whole site, walked once."""
    with httpx.Client(base_url=server.url, follow_redirects=True, timeout=60) as client:
        walked = Walk(client)
        walked.run()
    return walked


def test_no_link_is_broken_and_every_anchor_is_there(walk: Walk) -> None:
    gone = {
        f"{source} points at {target}#{anchor}"
        for target, anchor, source in walk.pointed_at
        if target in walk.anchors and anchor not in walk.anchors[target] and "/api/docs" not in target
    }
    assert walk.broken == []
    assert sorted(gone)[:20] == []
    claims = [address for address in walk.anchors if address.startswith("/zh/claims/")]
    assert len(claims) > 500, "every claim has a page"
    assert all(walk.in_part[prefix] > PART for prefix in IN_PART)


def listed(server: Server) -> set[str]:
    """The path of every page in the sitemap, in every language."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    def read(address: str, path: str) -> set[str]:
        answer = httpx.get(server.url + urlsplit(address).path, timeout=60)
        assert answer.status_code == 200, address
        return {str(found) for found in etree.fromstring(answer.content).xpath(path, namespaces=names)}

    parts = read("/sitemap.xml", "//s:sitemap/s:loc/text()")
    places = {place for part in parts for place in read(part, "//x:link[@hreflang!='x-default']/@href")}
    return {urlsplit(place).path for place in places}


def test_to_every_page_leads_a_link(walk: Walk, server: Server) -> None:
    """In Chinese to each one; in English, where the same templates make the links, to each that is not read in part."""
    alone = {paths[0] for paths in KINDS.values() if "{" not in paths[0] and "?" not in paths[0]}
    pages = listed(server) | {f"/{locale}{path}" for locale in ("zh", "en") for path in alone}
    elsewhere = (*IN_PART, *(f"/{locale}/{folder}/" for locale in ("zh", "en") for folder in TURNED))
    wanted = {page for page in pages if not page.startswith(elsewhere)}
    assert len(wanted) > 1000
    assert sorted(wanted - walk.linked) == []


@pytest.mark.parametrize("folder", TURNED)
def test_a_list_that_is_turned_to_its_end_has_them_all(server: Server, folder: str) -> None:
    """Their pages are too many to read each; what counts is that a reader who goes on comes to every one."""
    wanted = {page for page in listed(server) if page.startswith(f"/zh/{folder}/")}
    linked, address = set[str](), f"/zh/{folder}"
    with httpx.Client(base_url=server.url, timeout=60) as client:
        while address:
            tree = html.document_fromstring(client.get(address).content)
            linked |= {urlsplit(str(link)).path for link in tree.xpath("//main//a/@href")}
            address = next((urljoin(address, str(link)) for link in tree.xpath("//main//a[@rel='next']/@href")), "")
    assert len(wanted) > 100
    assert sorted(wanted - linked) == []
