"""Title and authors, wherever on the first pages they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.ingest.page.blocks import Block
from app.ingest.page.flow import flow
from app.ingest.page.front_labels import is_labelled
from app.text.names import chinese_names, is_chinese_name, without_title
from app.text.normalise import bare
from app.text.scripts import has_han
from app.text.words import is_common_word

_PLACE = re.compile(
    r"大学|学院|研究所|研究院|研究中心|科学院|中心|部|委员会|局|公司|学校|党校|协会|图书馆|杂志社|报社|北京|上海|\d{6}"
)
_FOOTNOTE_SIGNS = re.compile(r"[\\*＊†‡①-⑩¹²³⁰⁴-⁹\s]+$")
_SIGNS = re.compile(r"[\d¹²³①-⑩*＊†]+")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 80
_MOST_AUTHORS = 12


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Title and authors as printed, and the blocks that hold nothing else."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def read_title_page(blocks: Sequence[Block]) -> TitlePage:
    """Finds title and authors among the lines that stand alone.

    An author line is one of nothing but Chinese names, or a place with a name behind it. The title is the first
    line in front that Markdown marks, or the line above the authors, or below; without authors, the first line
    that stands alone before the first section.
    """
    alone = [i for i, block in enumerate(blocks) if _stands_alone(block)]
    authors = next((i for i in alone if authors_in(blocks[i].text)), None)
    marked = next((i for i in alone if blocks[i].lines[0].level and _may_be_title(blocks[i])), None)
    if marked is not None:
        title: int | None = marked
    elif authors is not None:
        title = next((i for i in (authors - 1, authors + 1) if i in alone and _may_be_title(blocks[i])), None)
    else:
        front = next((i for i, block in enumerate(blocks) if block.heading), len(blocks))
        title = next((i for i in alone if i < front and _may_be_title(blocks[i])), None)
    return TitlePage(
        title=None if title is None else _clean(blocks[title]),
        authors=() if authors is None else authors_in(blocks[authors].text),
        blocks=tuple(blocks[i] for i in (title, authors) if i is not None),
    )


def _stands_alone(block: Block) -> bool:
    marked = len(block.lines) == 1 and block.lines[0].level > 0
    return (block.alone or marked) and not block.heading and not block.caption


def _may_be_title(block: Block) -> bool:
    text = block.text
    if is_labelled(block.lines[0]) or authors_in(text) or re.search(r"\d{6}|@|^栏目", text):
        return False
    return has_han(text) and _SHORTEST_TITLE <= len(bare(text)) <= _LONGEST_TITLE


def _clean(block: Block) -> str | None:
    return _FOOTNOTE_SIGNS.sub("", flow(block.lines).text) or None


def authors_in(text: str) -> tuple[str, ...]:
    """The names of an author line; empty when anything but names and places is in it.

    >>> authors_in("罗 晖 李 政 崔馥娟"), authors_in("科技部中国科学技术促进发展研究中心  赵刚博士")
    (('罗晖', '李政', '崔馥娟'), ('赵刚',))
    """
    if names := chinese_names(text):
        return () if any(map(is_common_word, names)) else names
    parts = [part for part in re.split(r"[\s,，、;；]+", _SIGNS.sub(" ", text)) if part]
    names = tuple(name for part in parts if is_chinese_name(name := without_title(part)))
    places = sum(_PLACE.search(part) is not None for part in parts)
    return names if names and places and len(names) + places == len(parts) <= _MOST_AUTHORS else ()
