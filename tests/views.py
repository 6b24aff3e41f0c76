"""Views as the catalogue answers them, made by hand with defaults, for tests that need no database."""

from typing import Any

from app.catalogue.views import CitationMark, ClaimView, PaperRecord, ReferenceView, SectionRef


def make_record(slug: str = "paper", **fields: Any) -> PaperRecord:
    """The record of a paper."""
    defaults: dict[str, Any] = dict.fromkeys(
        ("title_en", "container", "container_en", "publisher", "year", "volume", "issue", "pages", "doi", "url")
    )
    defaults |= {"title": "论文", "authors": ("赵刚",), "authors_en": (), "authors_complete": True}
    return PaperRecord(slug=slug, **(defaults | {"language": "zh-CN", "document_type": "J"} | fields))


def make_mark(label: str = "1", at: int = 0, **fields: Any) -> CitationMark:
    """A citation mark before the character `at`."""
    defaults = {"kind": "reference", "anchor": f"ref-{label}", "named_author": None, "linked_paper": None}
    return CitationMark(label=label, at=at, **(defaults | fields))


def make_view(text: str = "中国与日本签署科技合作协定。", uid: str = "abcdefghijkl", **fields: Any) -> ClaimView:
    """A claim."""
    defaults: dict[str, Any] = {
        "text_en": None,
        "type": "fact",
        "countries": (),
        "instruments": (),
        "named_instruments": (),
        "figures": (),
        "citations": (),
        "paper": make_record(),
        "section": SectionRef("1", 1, "引言", None),
        "start": 0,
        "end": len(text),
        "position": 1,
        "paragraph": 1,
    }
    return ClaimView(uid=uid, text=text, **(defaults | fields))


def make_reference_view(label: str = "1", **fields: Any) -> ReferenceView:
    """An entry of a reference list of which nothing is known but its label."""
    defaults: dict[str, Any] = dict.fromkeys(
        (
            "text",
            "text_en",
            "title",
            "container",
            "year",
            "volume",
            "issue",
            "pages",
            "document_type",
            "url",
            "doi",
            "accessed",
        )
    )
    defaults |= {"paper": "paper", "anchor": f"ref-{label}", "kind": "reference", "authors": (), "from_sentence": False}
    defaults |= {"added": (), "linked_paper": None, "link_evidence": "", "cited_at": ()}
    return ReferenceView(label=label, **(defaults | fields))
