"""XML for other programs, built as a tree, so that every text is escaped."""

import re
from xml.etree import ElementTree

_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""

Element = ElementTree.Element


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new last child of `parent`. What XML cannot hold becomes U+FFFD."""
    element = ElementTree.SubElement(parent, name, {key: clean(value) for key, value in attributes.items()})
    element.text = clean(text) or None
    return element


def clean(text: str) -> str:
    """`text` with U+FFFD for what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def document(root: Element) -> bytes:
    """The tree in UTF-8 with an XML declaration."""
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
