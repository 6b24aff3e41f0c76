"""Every kind of page by the name of its route, with addresses of that kind: what all pages share is tested on these.

A place in braces (`{paper}`) is filled by whoever asks, since papers and claims differ between the sample and the
shipped corpus. `tests/pages/test_heads.py` holds this table against the application's own routes.
"""

from collections.abc import Iterator

from fastapi.routing import APIRoute

from app import pages

KINDS: dict[str, tuple[str, ...]] = {
    "home": ("/",),
    "search": ("/search", "/search?q=科技外交", "/search?q=科技&country=CN&sort=paper", "/search?q=月球上的奶酪"),
    "search_concordance": ("/search/concordance?q=外交&by=left",),
    "search_papers": ("/search/papers?q=协定",),
    "search_years": ("/search/years?q=科技",),
    "search_values": ("/search/values/country?q=科技",),
    "countries": ("/countries",),
    "country": ("/countries/JP", "/countries/TV"),
    "compare": ("/compare", "/compare?country=JP&country=US"),
    "matrix": ("/matrix", "/matrix?class=strategic"),
    "instruments": ("/instruments",),
    "instrument": ("/instruments/agreement", "/instruments/strategic"),
    "entities": ("/entities", "/entities?q=没有人"),
    "entity": ("/entities/{entity}", "/entities/us-nasa"),
    "numbers": ("/numbers",),
    "quantity": ("/numbers/{quantity}",),
    "timeline": ("/timeline", "/timeline?country=JP"),
    "papers": ("/papers",),
    "paper": ("/papers/{paper}", "/papers/{paper}?text=both&terms=on"),
    "claim": ("/claims/{claim}",),
    "citations": ("/citations", "/citations?q=王明国"),
    "cite": ("/cite?paper={paper}", "/cite?claim={claim}"),
    "works": ("/works", "/works?paper={paper}", "/works?q=没有人"),
    "works_unsure": ("/works/unsure",),
    "work": ("/works/{work}",),
    "network": ("/network", "/network?node=paper:{paper}&depth=2"),
    "glossary": ("/glossary", "/glossary?q=科技外交"),
    "term": ("/glossary/{term}", "/glossary/{term}?paper={paper}"),
    "about": ("/about",),
    "notebook": ("/notebook",),
    "keys": ("/keys",),
    "trust": ("/trust",),
}
FILES: dict[str, tuple[str, ...]] = {
    "search_feed": ("/search/feed?q=科技",),
    "papers_feed": ("/feed",),
    "opensearch": ("/opensearch.xml",),
    "network_picture": ("/network.svg",),
    "quantity_picture": ("/numbers/{quantity}.svg",),
    "search_years_picture": ("/search/years.svg?q=科技", "/search/years.csv?q=科技"),
    "timeline_picture": ("/timeline.svg?country=JP", "/timeline.csv"),
    "country_years": ("/countries/JP/years.svg", "/countries/JP/years.csv"),
    "country_partners": ("/countries/JP/partners.svg", "/countries/JP/partners.csv"),
    "instrument_years": ("/instruments/agreement/years.svg", "/instruments/agreement/years.csv"),
    "instrument_countries": ("/instruments/agreement/countries.svg", "/instruments/agreement/countries.csv"),
    "entity_years": ("/entities/{entity}/years.svg", "/entities/{entity}/years.csv"),
    "works_shares": ("/works/shares.csv",),
    "matrix_picture": ("/matrix.svg", "/matrix.svg?class=strategic"),
    "country_instruments": ("/countries/JP/instruments.svg", "/countries/JP/instruments.csv"),
    "compare_picture": ("/compare.svg?country=JP&country=US", "/compare.csv?country=JP"),
    "countries_picture": ("/countries.svg", "/countries.csv"),
}
"""What is under a locale and is no page."""
LEADING_ON = frozenset({"notebook_below", "cite_style_below"})
"""What only leads to another page."""


def own_routes() -> Iterator[APIRoute]:
    """The routes under a locale that are asked for, not sent to."""
    for router in pages.routers():
        for route in router.routes:
            if isinstance(route, APIRoute) and route.path.startswith("/{locale:locale}") and "GET" in route.methods:
                yield route


def addresses(**names: str) -> list[tuple[str, str]]:
    """Each kind with each of its addresses, filled in."""
    return [(kind, address.format(**names)) for kind, those in KINDS.items() for address in those]
