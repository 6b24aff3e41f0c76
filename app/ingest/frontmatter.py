"""The bibliographic record that the text itself prints: title, authors, abstract, key words, journal, year."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.ingest.blocks import Block
from app.ingest.english import EnglishFront
from app.ingest.flow import flow
from app.ingest.furniture import is_self_citation
from app.ingest.headings import ABSTRACT_LABEL, KEYWORDS_LABEL
from app.ingest.layout import Layout
from app.ingest.lines import Line, Role
from app.ingest.records import Bibliography
from app.ingest.reference_fields import parse_entry
from app.text.names import chinese_names, is_chinese_name, without_title
from app.text.normalise import bare
from app.text.scripts import has_han

_AFTER_KEYWORDS = re.compile(r"\s*(?:中图\S?分?类号|分类号|文献标识码|文章编号|DOI|doi)\s*[:：]?.*")
_PLACE = re.compile(r"(?:大学|学院|研究所|研究院|研究中心|科学院|中心|部|委员会|局|公司|学校|党校|协会|图书馆|杂志社|报社|北京|上海|\d{6})")
_RUNNING_HEAD = re.compile(r"[◇◆○●□■☆★▲△◎※]\s*([^：:。；]{2,20})[：:](.{4,60})")
_VOLUME = re.compile(r"\bVol(?:ume)?\.?\s*(\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:No|Number)\.?\s*(\d+)|第\s*(\d+)\s*期", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FOOTNOTE_SIGNS = re.compile(r"[\\*＊†‡①-⑩¹²³⁰⁴-⁹\s]+$")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the text says of itself, and in which blocks: `taken` hold nothing but title or authors."""

    bibliography: Bibliography
    taken: tuple[Block, ...] = ()
    abstract: tuple[Block, ...] = ()
    keywords: Block | None = None


def read_front_matter(layout: Layout) -> FrontMatter:
    """Reads the record off the page. What is not printed stays unknown."""
    blocks = layout.blocks
    abstract = _labelled(blocks, ABSTRACT_LABEL)
    keywords = _labelled(blocks, KEYWORDS_LABEL)
    paragraphs = _abstract_blocks(blocks, abstract, keywords)
    title, authors, taken = _title_and_authors(blocks)
    printed = _self_citation(layout.lines, title)
    running = _running_head(layout.lines)
    bibliography = Bibliography(
        title=title or printed.title or running[0],
        authors=authors or printed.authors or running[1],
        abstract=_without_label(paragraphs, ABSTRACT_LABEL),
        keywords=_split_keywords(_without_label([blocks[keywords]], KEYWORDS_LABEL, keep_spaces=True)) if keywords is not None else (),
        container=printed.container,
        year=printed.year,
        volume=printed.volume,
        issue=printed.issue,
        pages=printed.pages,
        doi=printed.doi or _doi(layout.lines),
    )
    bibliography = _with_english(bibliography, layout)
    return FrontMatter(bibliography, taken, paragraphs, blocks[keywords] if keywords is not None else None)


def merge(printed: Bibliography, record: Bibliography | None) -> Bibliography:
    """What the record beside the file says stands; what it leaves open comes from the text."""
    if record is None:
        return printed
    gained = {
        name: getattr(printed, name)
        for name in ("title", "title_en", "authors", "authors_en", "abstract", "abstract_en", "keywords", "keywords_en")
        + ("container", "container_en", "publisher", "year", "volume", "issue", "pages", "doi", "url")
        if not getattr(record, name) and getattr(printed, name)
    }
    return replace(record, **gained)


def _labelled(blocks: Sequence[Block], label: re.Pattern[str]) -> int | None:
    """The index of the paragraph that begins with the label."""
    for i, block in enumerate(blocks):
        if not block.heading and not block.caption and label.match(block.lines[0].text):
            return i
    return None


def _abstract_blocks(blocks: Sequence[Block], abstract: int | None, keywords: int | None) -> tuple[Block, ...]:
    """The abstract: its paragraph, or all up to the key words when these follow soon and no heading between."""
    if abstract is None:
        return ()
    if keywords is not None and abstract < keywords <= abstract + 6:
        between = blocks[abstract:keywords]
        if not any(block.heading for block in between):
            return tuple(block for block in between if not block.caption)
    return (blocks[abstract],)


def _without_label(blocks: Iterable[Block], label: re.Pattern[str], *, keep_spaces: bool = False) -> str | None:
    text = " ".join(flow(block.lines, keep_spaces=keep_spaces).text for block in blocks)
    match = label.match(text)
    return text[match.end() if match else 0 :].strip() or None


def _split_keywords(text: str | None) -> tuple[str, ...]:
    """Parts key words at ；, at commas, or else at spaces, whichever the paper uses."""
    plain = _AFTER_KEYWORDS.sub("", text or "").strip(" 。.；;")
    separator = next((s for s in (r"[;；]", r"[,，]", r"、", r"\s+") if re.search(s, plain)), r"$^")
    return tuple(word for part in re.split(separator, plain) if (word := part.strip()))


def _title_and_authors(blocks: Sequence[Block]) -> tuple[str | None, tuple[str, ...], tuple[Block, ...]]:
    """Title and authors with the blocks that hold them.

    An author line is one of nothing but Chinese names, or a place with a name behind it. The title is the line
    above the authors, or below; without authors, the first line in front that Markdown marks as a heading of
    the document, or a line alone before the first section.
    """
    alone = [i for i, block in enumerate(blocks) if _is_label(block)]
    people = next(((i, names) for i in alone if (names := _authors(blocks[i].text))), None)
    marked = next((i for i in alone if blocks[i].lines[0].level and _is_title(blocks[i])), None)
    if people:
        near = [marked] if marked is not None else []
        near += [i for i in (people[0] - 1, people[0] + 1) if i in alone and _is_title(blocks[i])]
        title = near[0] if near else None
        taken = [blocks[i] for i in (people[0], title) if i is not None]
        return _title(blocks, title), people[1], tuple(taken)
    front = next((i for i, block in enumerate(blocks) if block.heading), len(blocks))
    loose = next((i for i in alone if i < front and _is_title(blocks[i])), None)
    title = marked if marked is not None else loose
    return _title(blocks, title), (), (blocks[title],) if title is not None else ()


def _is_label(block: Block) -> bool:
    return (block.alone or bool(block.lines[0].level and len(block.lines) == 1)) and not block.heading and not block.caption


def _is_title(block: Block) -> bool:
    text = block.text
    plain = not (ABSTRACT_LABEL.match(text) or KEYWORDS_LABEL.match(text) or _authors(text) or re.search(r"\d{6}|@", text))
    return plain and has_han(text) and _SHORTEST_TITLE <= len(bare(text)) <= _LONGEST_TITLE


def _title(blocks: Sequence[Block], index: int | None) -> str | None:
    if index is None:
        return None
    return _FOOTNOTE_SIGNS.sub("", flow(blocks[index].lines).text) or None


def _authors(text: str) -> tuple[str, ...]:
    """The names of an author line: `罗 晖 李 政`, `张瑶1,2 顾立平`, `科技部…研究中心  赵刚博士`."""
    if names := chinese_names(text):
        return names
    parts = [part for part in re.split(r"[\s,，、;；]+", re.sub(r"[\d¹²³①-⑩*＊†]+", " ", text)) if part]
    names = tuple(name for part in parts if is_chinese_name(name := without_title(part)))
    places = [part for part in parts if _PLACE.search(part)]
    if names and places and len(names) + len(places) == len(parts) and len(parts) <= 12:
        return names
    return ()


def _self_citation(lines: Sequence[Line], title: str | None) -> Bibliography:
    """The record from a line that says how to cite the paper, when its title agrees with the printed one."""
    for line in lines:
        if is_self_citation(line):
            text = re.sub(r"^\W*(?:引用(?:格式|本文)|中文引用格式|Citation)\s*[:：]?\s*", "", line.text)
            entry = parse_entry("0", flow([replace(line, text=text)], keep_marks=True, keep_spaces=True).text, line.start, line.end)
            if entry.title and (title is None or _alike(entry.title, title)):
                return Bibliography(
                    title=entry.title,
                    authors=entry.authors,
                    container=entry.container,
                    year=entry.year,
                    volume=entry.volume,
                    issue=entry.issue,
                    pages=entry.pages,
                    doi=entry.doi,
                )
    return Bibliography()


def _alike(one: str, other: str) -> bool:
    """Whether two titles share most of their characters: recognised text differs in a few."""
    a, b = set(bare(one)), set(bare(other))
    return len(a & b) >= 0.7 * min(len(a), len(b))


def _running_head(lines: Sequence[Line]) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors from a running head `◇王明国：科技外交与中美关系的未来发展`."""
    for line in lines:
        if line.role == Role.FURNITURE and (match := _RUNNING_HEAD.fullmatch(line.text)):
            if names := chinese_names(re.sub(r"等$", "", match[1])):
                return flow([Line(0, len(match[2]), match[2])]).text, names
    return None, ()


def _doi(lines: Sequence[Line]) -> str | None:
    """A DOI printed on the first page, outside the references."""
    for line in lines[:60]:
        if line.role != Role.REFERENCE and (match := re.search(r"\bDOI\s*[:：]?\s*(10\.\d{4,9}/[^\s，。；]+)", line.text, re.IGNORECASE)):
            return match[1].rstrip(".")
    return None


def _with_english(bibliography: Bibliography, layout: Layout) -> Bibliography:
    """Adds the English title page, and year, volume and issue from the journal's English head above it."""
    front = layout.english
    if front is None:
        return bibliography
    year, volume, issue, container = _journal_head(layout.lines, front)
    return replace(
        bibliography,
        title_en=front.title,
        authors_en=front.authors,
        abstract_en=front.abstract,
        keywords_en=front.keywords,
        container_en=container,
        year=bibliography.year or year,
        volume=bibliography.volume or volume,
        issue=bibliography.issue or issue,
    )


def _journal_head(lines: Sequence[Line], front: EnglishFront) -> tuple[int | None, str | None, str | None, str | None]:
    """Year, volume, number and name from lines such as `FOREIGN AFFAIRS REVIEW` / `Volume 38 Number 6 2021`."""
    inside = [line.text for line in lines if line.role == Role.ENGLISH and front.start <= line.start < front.end]
    for i, text in enumerate(inside):
        volume, number, year = _VOLUME.search(text), _NUMBER.search(text), _YEAR.search(text)
        if volume and number and year:
            above = inside[i - 1] if i else ""
            name = above.title() if above.isupper() else None
            return int(year[1]), volume[1], number[1] or number[2], name
    return None, None, None, None
