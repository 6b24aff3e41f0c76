"""Every link leads somewhere: the whole site is walked, and every anchor that is pointed at is there."""

from collections import deque
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import httpx
from lxml import html

from tests.functional.site import Server

START = ("/", "/zh/", "/en/", "/api/docs", "/healthz", "/readyz")
MOST_PAGES = 20_000


@dataclass
class Walk:
    """Follows links breadth first. Lists of results lead to ever more lists, so of those that are reached from
    another list one of each kind (by the names of its parameters and its language) is looked at."""

    client: httpx.Client
    anchors: dict[str, set[str]] = field(default_factory=dict)
    pointed_at: list[tuple[str, str, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    kinds: set[tuple[str, ...]] = field(default_factory=set)

    def run(self) -> None:
        queue = deque((address, "(start)") for address in START)
        seen = set(START)
        while queue:
            address, source = queue.popleft()
            assert len(self.anchors) < MOST_PAGES, "the site has no end"
            for target, anchor in self._visit(address, source):
                if anchor:
                    self.pointed_at.append((target, anchor, address))
                if target not in seen and not self._is_one_more_list(address, target):
                    seen.add(target)
                    queue.append((target, address))

    def _visit(self, address: str, source: str) -> list[tuple[str, str]]:
        answer = self.client.get(address)
        if answer.status_code != 200:
            self.broken.append(f"{address} answers {answer.status_code}, linked from {source}")
        if not answer.headers.get("content-type", "").startswith("text/html"):
            self.anchors[address] = set()
            return []
        tree = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8"))
        self.anchors[address] = {str(name) for name in tree.xpath("//@id")}
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
        if "/search?" not in source or "/search?" not in target:
            return False
        path, _, query = target.partition("?")
        kind = (path, *sorted(parse_qs(query)))
        known = kind in self.kinds
        self.kinds.add(kind)
        return known


def test_no_link_is_broken_and_every_anchor_is_there(server: Server) -> None:
    with httpx.Client(base_url=server.url, follow_redirects=True, timeout=60) as client:
        walk = Walk(client)
        walk.run()
    gone = {
        f"{source} points at {target}#{anchor}"
        for target, anchor, source in walk.pointed_at
        if target in walk.anchors and anchor not in walk.anchors[target] and "/api/docs" not in target
    }
    assert walk.broken == []
    assert sorted(gone)[:20] == []
    pages = [address for address in walk.anchors if address.startswith(("/zh/", "/en/"))]
    assert len(pages) > 1000, "every claim has a page in each language"
