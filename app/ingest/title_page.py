"""Title and authors, wherever on the first pages they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.ingest.byline import is_place, read_names, split_title
from app.ingest.page.blocks import Block
from app.ingest.page.flow import flow
from app.ingest.page.front_labels import is_labelled
from app.ingest.page.lines import Line, Role
from app.text.names import chinese_names, is_chinese_name, without_title
from app.text.normalise import bare
from app.text.scripts import has_han
from app.text.words import is_common_word

_PLACE = re.compile(
    r"大学|学院|研究所|研究院|研究中心|科学院|中心|部|委员会|局|公司|学校|党校|协会|图书馆|杂志社|报社|北京|上海|\d{6}"
)
_FOOTNOTE_SIGNS = re.compile(r"[\\*＊†‡①-⑩¹²³⁰⁴-⁹\s]+$")
_FIRST_FOOTNOTE = re.compile(r"(?<=[\u3400-\u9fff])\s*1$")
_MARK_READ_AS_QUESTION = re.compile(r"(?<=[\u3400-\u9fff])\?$")
_ASKS = re.compile(r"[吗呢么何谁哪几否]|什么|怎|多少|如何|为何")
_SIGNS = re.compile(r"[\d¹²³①-⑩*＊†]+")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 80
_MOST_AUTHORS = 12
_MOST_TITLE_LINES = 3
_FRONT = 25
"""Lines in front among which title and authors are looked for."""
_SUBTITLE = re.compile(r"\s*(?:[—–一-]{1,2}(?=[\u3400-\u9fff])|以.{1,30}为(?:例|视角|中心|对象)|基于.{2,30}$|的)")
_SUBTITLE_WITH_REPORTER = re.compile(r"\s*([—–-].{4,60}?)\s*(?:本刊|特约)记者")
_NO_TITLE = re.compile(r"\d{6}|@|^(?:栏目|专题|专栏|特稿)|[:：]\s*$|。")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Title and authors as printed, and the blocks that hold nothing else."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def read_title_page(blocks: Sequence[Block], lines: Sequence[Line] = ()) -> TitlePage:
    """Finds title and authors among the lines that stand alone, and in a line of names and places in front.

    An author line is one of nothing but Chinese names, or a place with a name behind it; `lines` may hold one that
    was run together with its places. The title is the first line in front that Markdown marks, or the line above
    the authors, or below; without authors, the first line that stands alone before the first section. What stands
    between title and authors is its second line.
    """
    page = _alone(blocks)
    front = _front(lines)
    listed = (i for i in front if not lines[i].text.endswith("。"))
    at, names = next(((i, found) for i in listed if (found := read_names(lines[i].text))), (None, ()))
    if len(names) > len(page.authors):
        page = replace(page, authors=names, blocks=(*page.blocks, *_blocks_of(blocks, lines, [at])))
    title = _title_lines(lines, front, at)
    if title:
        text = "".join(_title_text(lines[i]) for i in title) + _subtitle_before_names(lines, title[-1] + 1, at)
        page = replace(page, title=text, blocks=(*page.blocks, *_blocks_of(blocks, lines, title)))
    if page.title and not page.authors:
        place = bool(title) and any(is_place(line.text) for line in lines[title[-1] + 1 : title[-1] + 2])
        text, found = split_title(page.title, place_follows=place)
        page = replace(page, title=text, authors=found)
    return replace(page, title=_finished(page.title) or None) if page.title else page


def _front(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines before the first section among which title and authors may stand."""
    end = next((i for i, line in enumerate(lines) if line.role in {Role.HEADING, Role.REFERENCE}), len(lines))
    return [i for i in range(min(end, _FRONT)) if lines[i].role in {Role.TEXT, Role.FURNITURE}]


def _title_lines(lines: Sequence[Line], front: Sequence[int], authors: int | None) -> list[int]:
    """The line that Markdown marks as title, and those that carry it on to the line of the authors.

    Without that line only one counts that begins with a dash or says which case is studied.
    """
    first = next((i for i in front if lines[i].level and _title_like(lines[i])), None)
    if first is None and authors is not None:
        first = next((i for i in front if i < authors and _title_like(lines[i])), None)
    if first is None:
        return []
    taken = [first]
    for i in (i for i in front if first < i <= first + _MOST_TITLE_LINES):
        text = lines[i].text
        subtitle = _SUBTITLE.match(text) is not None and not lines[i].ends_sentence
        between = authors is not None and i < authors
        plain = has_han(text) and len(text) <= _LONGEST_TITLE and not is_place(text) and not is_labelled(lines[i])
        if lines[i].role != Role.TEXT or not plain or not (subtitle or between) or _names_in(text):
            break
        taken.append(i)
    return taken


def _subtitle_before_names(lines: Sequence[Line], behind: int, authors: int | None) -> str:
    """The subtitle that shares the line of the authors right behind the title: `-专访某教授本刊记者 吕青`."""
    match = _SUBTITLE_WITH_REPORTER.match(lines[behind].text) if behind == authors else None
    return match[1] if match else ""


def _title_like(line: Line) -> bool:
    if is_labelled(line) or _names_in(line.text) or is_place(line.text) or _NO_TITLE.search(line.text):
        return False
    return line.role == Role.TEXT and has_han(line.text) and _SHORTEST_TITLE <= len(bare(line.text)) <= _LONGEST_TITLE


def _names_in(text: str) -> tuple[str, ...]:
    return authors_in(text) or read_names(text)


def _title_text(line: Line) -> str:
    return without_signs(flow([line], keep_spaces=True).text)


def without_signs(title: str) -> str:
    """A title without the sign of a footnote behind it, also one that was read as a question mark."""
    plain = _FOOTNOTE_SIGNS.sub("", title)
    return plain if _ASKS.search(plain) else _MARK_READ_AS_QUESTION.sub("", plain)


def _finished(title: str) -> str:
    """The title as it is given: without the number of its first footnote, a lone 1 behind the last character."""
    return _FIRST_FOOTNOTE.sub("", without_signs(flow_text(title)))


def flow_text(text: str) -> str:
    """`text` without the spaces that typesetting puts between Han characters."""
    return flow([Line(0, len(text), text)]).text


def _blocks_of(blocks: Sequence[Block], lines: Sequence[Line], indexes: Sequence[int | None]) -> list[Block]:
    """The blocks that hold nothing but the lines at `indexes`."""
    starts = {lines[i].start for i in indexes if i is not None}
    return [block for block in blocks if not block.heading and {line.start for line in block.lines} <= starts]


def _alone(blocks: Sequence[Block]) -> TitlePage:
    """Title and authors from the lines that stand alone."""
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
    if is_labelled(block.lines[0]) or authors_in(text) or re.search(r"\d{6}|@|^(?:栏目|专题|专栏)", text):
        return False
    return has_han(text) and _SHORTEST_TITLE <= len(bare(text)) <= _LONGEST_TITLE


def _clean(block: Block) -> str | None:
    return without_signs(flow(block.lines).text) or None


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
