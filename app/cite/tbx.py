"""The glossary in TBX, the standard for exchanging terms between terminology tools.

ISO 30042:2019, dialect TBX-Basic 1.2, DCA style: the core structure of the standard, data categories as values of
`type`. The rules of the dialect (its Schematron file `TBX-Basic_DCA.sch`, published by LTAC at tbxinfo.net) that bear
on what is written here:

- subject fields and cross-references stand in the concept entry, a definition in its language section;
- `administrativeStatus` is preferredTerm-, admittedTerm- or supersededTerm-admn-sts; `termType` is fullForm,
  abbreviation, acronym, shortForm, variant or phrase; `partOfSpeech` is noun, verb, adjective, adverb or other;
- a target is the `id` of an entry of the file or an address of the web.
"""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from app.vocabulary import Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MEDIA_TYPE = "application/x-tbx"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED, _SUPERSEDED = (f"{status}Term-admn-sts" for status in ("preferred", "admitted", "superseded"))
_Names = Iterator[tuple[str, str, str | None]]
"""Names with their status and their type, `None` where nothing is known of it."""


def as_tbx(terms: Iterable[Term], title: str, source: str, links: Mapping[str, str]) -> bytes:
    """A TBX file of `terms`, UTF-8.

    `title` and `source` go into its header; `links` gives the address of a term's page by its code.
    """
    root = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "en"}, nsmap={None: NAMESPACE}
    )
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", title)
    _add(_add(description, "sourceDesc"), "p", source)
    body = _add(_add(root, "text"), "body")
    known = list(terms)
    codes = {term.code for term in known}
    for term in known:
        _add_entry(body, term, codes, links.get(term.code))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add_entry(body: etree._Element, term: Term, codes: set[str], link: str | None) -> None:
    entry = _add(body, "conceptEntry", id=_id(term.code))
    _add(entry, "descrip", term.kind, type="subjectField")
    for code in term.see_also:
        if code in codes:
            _add(entry, "ref", code, type="crossReference", target=_id(code))
    if link:
        _add(entry, "xref", term.code, type="externalCrossReference", target=link)
    _add_language(entry, "en", term.definition_en, _english(term))
    _add_language(entry, "zh-Hans", term.definition_zh, _simplified(term))
    if term.traditional or term.taiwan:
        _add_language(entry, "zh-Hant", None, _traditional(term), regional=frozenset(term.taiwan))


def _add_language(
    entry: etree._Element, tag: str, definition: str | None, names: _Names, regional: frozenset[str] = frozenset()
) -> None:
    section = _add(entry, "langSec", **{_LANG: tag})
    if definition:
        _add(section, "descrip", definition, type="definition")
    for name, status, kind in names:
        term = _add(section, "termSec")
        _add(term, "term", name)
        _add(term, "termNote", "noun", type="partOfSpeech")
        _add(term, "termNote", status, type="administrativeStatus")
        if kind:
            _add(term, "termNote", kind, type="termType")
        if name in regional:
            _add(term, "termNote", "TW", type="geographicalUsage")


def _english(term: Term) -> _Names:
    yield term.en, _PREFERRED, "fullForm" if term.abbreviation else None
    if term.abbreviation:
        yield term.abbreviation, _ADMITTED, "acronym" if term.abbreviation.isupper() else "abbreviation"
    yield from ((name, _ADMITTED, "variant") for name in term.variants_en)
    yield from ((name, _SUPERSEDED, None) for name in term.older_en)


def _simplified(term: Term) -> _Names:
    yield term.zh, _PREFERRED, None
    yield from ((name, _ADMITTED, "variant") for name in term.variants_zh)
    yield from ((name, _SUPERSEDED, None) for name in term.older_zh)


def _traditional(term: Term) -> _Names:
    yield from ((name, _PREFERRED if not term.taiwan else _ADMITTED, None) for name in term.traditional)
    yield from ((name, _PREFERRED, None) for name in term.taiwan)


def _id(code: str) -> str:
    """A code as an XML name, which must begin with a letter."""
    return f"c-{code}"


def _add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    child.text = text
    return child
