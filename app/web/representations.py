"""The same thing in other forms: as data for programs, as an entry for reference managers (FAIR signposting, level 1).

An address without a language (`/papers/{slug}`) names the thing itself; what is asked for there decides which form it
leads to. Pages name the forms in their `Link` header: https://signposting.org/FAIR/.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from app import cite

HTML = "text/html"
_ASKED = {"papers": "paper", "claims": "claim", "works": "work"}
"""By the folder of a thing, what the export of references calls it."""
_TYPES = {
    "papers": "https://schema.org/ScholarlyArticle",
    "claims": "https://schema.org/Claim",
    "works": "https://schema.org/CreativeWork",
}
_ABOUT = "https://schema.org/AboutPage"


def representations(folder: str, name: str) -> Mapping[str, str]:
    """By media type, the addresses of the forms of one thing that are no page; none for a folder that has no others.

    >>> representations("papers", "x")["application/json"], representations("countries", "JP")
    ('/api/v1/papers/x', {})
    """
    if folder not in _TYPES:
        return {}
    found = {"application/json": f"/api/v1/{folder}/{quote(name, safe='')}"}
    query = urlencode({_ASKED[folder]: name})
    return found | {one.media_type: f"/api/v1/cite.{one.ending}?{query}" for one in cite.FORMATS.values()}


def link_header(origin: str, folder: str, name: str) -> str:
    """The `Link` header of the page of one thing (RFC 8288): what to cite, what it is, and its other forms."""
    links = [
        (f"{origin}/{folder}/{quote(name, safe='')}", 'rel="cite-as"'),
        (_TYPES[folder], 'rel="type"'),
        (_ABOUT, 'rel="type"'),
    ]
    for media_type, address in representations(folder, name).items():
        links.append((origin + address, f'rel="describedby"; type="{media_type}"'))
    return ", ".join(f"<{address}>; {parameters}" for address, parameters in links)
