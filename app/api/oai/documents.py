"""Answers as XML: the envelope of OAI-PMH 2.0 and records in unqualified Dublin Core."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from app import cite
from app.catalogue.views import Change, HarvestedPaper
from app.web.xml import Element, add, clean

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
OAI_SCHEMA = f"{OAI}OAI-PMH.xsd"
OAI_DC_SCHEMA = f"{OAI}oai_dc.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
MEDIA_TYPE = "text/xml"
TYPES = {"J": "article", "M": "book", "D": "thesis", "C": "conference paper", "R": "report", "N": "newspaper article"}
"""By the letters of GB/T 7714, in words; all are texts."""

Field = tuple[str, str, str]
"""Name of an element of Dublin Core, its language or nothing, its text."""


def envelope(base: str, arguments: Mapping[str, str]) -> Element:
    """The root with the time and the request; `arguments` stay empty where the protocol could not read them."""
    root = Element("OAI-PMH", {"xmlns": OAI, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{OAI} {OAI_SCHEMA}"})
    add(root, "responseDate", stamp(datetime.now(UTC)))
    add(root, "request", base, **arguments)
    return root


def stamp(moment: datetime) -> str:
    """To the second, in UTC: 2026-11-22T10:00:00Z."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def add_identify(root: Element, base: str, email: str, earliest: datetime) -> None:
    """What this repository is."""
    identify = add(root, "Identify")
    for name, value in (
        ("repositoryName", "Kewai 科外知识库"),
        ("baseURL", base),
        ("protocolVersion", "2.0"),
        ("adminEmail", email),
        ("earliestDatestamp", stamp(earliest)),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ):
        add(identify, name, value)


def add_formats(root: Element, prefix: str) -> None:
    """The one format."""
    entry = add(add(root, "ListMetadataFormats"), "metadataFormat")
    add(entry, "metadataPrefix", prefix)
    add(entry, "schema", OAI_DC_SCHEMA)
    add(entry, "metadataNamespace", OAI_DC)


def add_header(parent: Element, origin: str, change: Change) -> None:
    """Identifier and time of one paper."""
    header = add(parent, "header", **({"status": "deleted"} if change.deleted else {}))
    add(header, "identifier", identifier(origin, change.slug))
    add(header, "datestamp", stamp(change.at))


def add_record(parent: Element, origin: str, change: Change, paper: HarvestedPaper | None) -> None:
    """One paper with its metadata; without a paper only its header, as for one that is gone."""
    record = add(parent, "record")
    add_header(record, origin, change)
    if paper is None:
        return
    names = {
        "xmlns:oai_dc": OAI_DC,
        "xmlns:dc": DC,
        "xmlns:xsi": _XSI,
        "xsi:schemaLocation": f"{OAI_DC} {OAI_DC_SCHEMA}",
    }
    described = add(add(record, "metadata"), "oai_dc:dc", **names)
    for name, language, text in dublin_core(paper, identifier(origin, change.slug)):
        add(described, f"dc:{name}", text, **({"xml:lang": language} if language else {}))


def identifier(origin: str, slug: str) -> str:
    """The permanent address of a paper, which leads each reader to their language; also its name to harvesters."""
    return f"{origin}/papers/{quote(clean(slug), safe='')}"


def dublin_core(paper: HarvestedPaper, address: str) -> Iterator[Field]:
    """The elements of unqualified Dublin Core that a paper has, in their usual order."""
    record = paper.record
    own = record.language
    yield from _each("title", own, [record.title])
    yield from _each("title", "en", [record.title_en])
    yield from _each("creator", own, record.authors)
    yield from _each("creator", "en", record.authors_en)
    yield from _each("subject", own, paper.keywords)
    yield from _each("subject", "en", paper.keywords_en)
    yield from _each("description", own, [paper.abstract])
    yield from _each("description", "en", [paper.abstract_en])
    yield from _each("publisher", "", [record.publisher])
    yield from _each("date", "", [str(record.year) if record.year else None])
    yield from _each("type", "", ["Text", TYPES.get(record.document_type.partition("/")[0])])
    doi = f"https://doi.org/{record.doi}" if record.doi else None
    yield from _each("identifier", "", [address, doi, record.url])
    yield from _each("source", own, [cite.reference_text(record) if record.title else None])
    yield from _each("language", "", [own])
    yield from _each("rights", "", [paper.rights])


def _each(name: str, language: str, texts: Iterable[str | None]) -> Iterator[Field]:
    yield from ((name, language, text) for text in texts if text)
