"""The bibliographic record that the text itself prints: title, authors, abstract, key words, journal, year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from app.ingest.english_names import part_at_names
from app.ingest.keywords import split_keywords
from app.ingest.layout import Layout
from app.ingest.page.blocks import Block
from app.ingest.page.english_front import EnglishFront
from app.ingest.page.flow import flow
from app.ingest.page.front_labels import ABSTRACT_LABEL, KEYWORDS_LABEL
from app.ingest.printed_record import read_printed_record
from app.ingest.records import Bibliography
from app.ingest.title_page import read_title_page

_LONGEST_ABSTRACT = 6
"""Paragraphs that an abstract may have when key words end it."""
_READ_FROM_TEXT = frozenset(
    {"title", "title_en", "authors", "authors_en", "abstract", "abstract_en", "keywords", "keywords_en"}
    | {"container", "container_en", "year", "volume", "issue", "pages", "doi"}
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the text says of itself, and in which blocks: `taken` hold nothing but title or authors."""

    bibliography: Bibliography
    taken: tuple[Block, ...] = ()
    abstract: tuple[Block, ...] = ()
    keywords: Block | None = None


def read_front_matter(layout: Layout) -> FrontMatter:
    """Reads the record off the pages. What is not printed stays unknown."""
    page = read_title_page(layout.blocks, layout.lines)
    abstract, keywords = _abstract_and_keywords(layout.blocks)
    printed = read_printed_record(layout.lines, page.title)
    bibliography = replace(
        printed,
        title=page.title or printed.title,
        authors=page.authors or printed.authors,
        abstract=" ".join(flow(block.lines).text for block in abstract)[_label(abstract) :] or None,
        keywords=_keywords(layout, keywords),
    )
    if layout.english:
        bibliography = _with_english(bibliography, layout.english)
    return FrontMatter(bibliography, page.blocks, abstract, keywords)


def merge(printed: Bibliography, record: Bibliography | None) -> Bibliography:
    """What the record beside the file says stands; what it leaves open comes from the text."""
    if record is None:
        return printed
    open_fields = (f.name for f in fields(Bibliography) if f.name in _READ_FROM_TEXT and not getattr(record, f.name))
    return replace(record, **{name: getattr(printed, name) for name in open_fields})


def _abstract_and_keywords(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Block | None]:
    """The paragraphs of the abstract and that of the key words.

    The abstract is the paragraph that begins with 摘要, or all up to the key words when these follow soon and no
    heading comes between.
    """
    first, words = _labelled(blocks, ABSTRACT_LABEL), _labelled(blocks, KEYWORDS_LABEL)
    keywords = None if words is None else blocks[_behind_label(blocks, words)]
    if first is None:
        return (), keywords
    if words is not None and first < words <= first + _LONGEST_ABSTRACT:
        between = blocks[first:words]
        if not any(block.heading for block in between):
            return tuple(block for block in between if not block.caption), keywords
    return (blocks[first],), keywords


def _behind_label(blocks: Sequence[Block], words: int) -> int:
    """The index of the key words: the next paragraph when the label stands alone in its line."""
    alone = KEYWORDS_LABEL.fullmatch(blocks[words].text)
    following = words + 1 < len(blocks) and not blocks[words + 1].heading and not blocks[words + 1].caption
    return words + 1 if alone and following and "。" not in blocks[words + 1].text else words


def _labelled(blocks: Sequence[Block], label: re.Pattern[str]) -> int | None:
    """The index of the first paragraph that begins with the label."""
    for i, block in enumerate(blocks):
        if not block.heading and not block.caption and label.match(block.lines[0].text):
            return i
    return None


def _label(abstract: Sequence[Block]) -> int:
    """How many characters of the abstract's text are the word 摘要 before it."""
    match = ABSTRACT_LABEL.match(flow(abstract[0].lines).text) if abstract else None
    return match.end() if match else 0


def _keywords(layout: Layout, block: Block | None) -> tuple[str, ...]:
    """The key words of their paragraph, parted with the help of all others."""
    if block is None:
        return ()
    paper = "\n".join(other.text for other in layout.blocks if other is not block)
    return split_keywords(flow(block.lines, keep_spaces=True).text, paper)


def _with_english(bibliography: Bibliography, front: EnglishFront) -> Bibliography:
    """Adds the English title page, and from the journal head above it what is not known yet."""
    title, names = part_at_names(front.head, bibliography.authors)
    return replace(
        bibliography,
        title_en=title if title and (names or not front.title) else front.title,
        authors_en=names or front.authors,
        abstract_en=front.abstract,
        keywords_en=front.keywords,
        container_en=front.journal.name,
        year=bibliography.year or front.journal.year,
        volume=bibliography.volume or front.journal.volume,
        issue=bibliography.issue or front.journal.issue,
    )
