"""HTML: the article in a web page, without the page's own menus and notices."""

import re

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from app.ingest.encodings import decode
from app.ingest.errors import ReadError
from app.ingest.formats.extracted import Extracted
from app.ingest.limits import MAX_PAGE_BYTES
from app.ingest.records import Bibliography

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARATION_WITHIN = 4096
# What browsers read under these names, after the WHATWG Encoding Standard, section 4.2.
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}
_EMPHASIS = ("b", "strong", "i", "em", "u", "sup", "sub", "code", "tt", "var")
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")


def read(data: bytes) -> Extracted:
    """The article as lines, headings with `#` signs. Raises ReadError when the page holds no text.

    A page that names its paper in `citation_` tags (the "Inclusion Guidelines for Webmasters" of Google Scholar)
    brings its record along.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise ReadError(f"the page has {len(data):,} bytes, and {MAX_PAGE_BYTES:,} is the limit", "save it as text")
    source, encoding = _decode(data)
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise ReadError("the page is empty", "save it again from the browser") from error
    record = _record(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    _write_out_marks(tree)
    etree.strip_tags(tree, *_EMPHASIS)
    whole = _all_text(tree)
    article = trafilatura.extract(tree, include_comments=False, include_formatting=False, favor_recall=True)
    text = article or whole
    if not text.strip():
        raise ReadError("the page holds no text", "it may need scripts to show it: save it from the browser")
    return Extracted(text, encoding, record)


def _decode(data: bytes) -> tuple[str, str]:
    """The source in the encoding that the page declares, if it is true to it, and otherwise as plain text is read."""
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            encoding = _NAMES.get(name, name)
            return data.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong, as it often is after a page was saved in another encoding
    decoded = decode(data)
    return decoded.text, decoded.encoding


def _write_out_marks(tree: lxml_html.HtmlElement) -> None:
    """Puts into the text what only the tags tell: the level of headings, and raised numbers that link to a note."""
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if heading.text_content().strip():
            heading.text = f"{'#' * int(heading.tag[1])} {(heading.text or '').lstrip()}"
    for raised in list(tree.iter("sup")):
        label = raised.text_content().strip()
        if raised.find(".//a") is not None and label.isdecimal():
            tail = raised.tail
            raised.clear()
            raised.text, raised.tail = f"[{label}]", tail


def _all_text(tree: lxml_html.HtmlElement) -> str:
    body = tree.find("body")
    lines = (line.strip() for line in (tree if body is None else body).itertext())
    return "\n".join(line for line in lines if line)


def _record(tree: lxml_html.HtmlElement) -> Bibliography | None:
    tags: dict[str, list[str]] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = str(meta.get("name", "")).lower()
        if name.startswith("citation_") and (content := " ".join(str(meta.get("content")).split())):
            tags.setdefault(name.removeprefix("citation_"), []).append(content)

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if name in tags), None)

    if "title" not in tags:
        return None
    year = _YEAR.search(first("publication_date", "date", "year") or "")
    pages = "-".join(page for page in (first("firstpage"), first("lastpage")) if page)
    return Bibliography(
        title=first("title"),
        authors=tuple(tags.get("author", ())),
        container=first("journal_title", "conference_title", "inbook_title"),
        year=int(year[0]) if year else None,
        volume=first("volume"),
        issue=first("issue"),
        pages=pages or None,
        doi=first("doi"),
        url=first("public_url", "abstract_html_url"),
    )
