"""What is on the page and not of the paper: page numbers, running heads, imprint, pictures, tables, captions."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from app.ingest.page.lines import Line, Role, is_full, measure, with_roles
from app.text.normalise import bare

_PAGE_NUMBER = re.compile(
    r"[^\w\[\]【】]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?|Page\s+\d+(?:\s+of\s+\d+)?)[^\w\[\]【】]*",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:总?第\s*\d+\s*[期卷辑]\s*)+(?:[（(].{1,12}[）)]|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月)?|(?:19|20)\d\d\s*年\s*第?\s*\d+\s*[期卷].{0,12}"
)
_COLUMN_TITLE = re.compile(r"[·•‧・]\s*\S.{0,20}\s*[·•‧・]")
_RUNNING_HEAD = re.compile(r"[◇◆○●□■☆★▲△◎※]\s*[^：:。；]{2,20}[：:].{4,60}")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|\[键入文字\]|\[图片\]")
_ADDRESS = re.compile(
    r"[^。！？]{0,300}(?:大学|学院|研究所|研究院|研究中心|科学院|中心|局|公司|党校|协会|图书馆)[^。！？]{0,60}?"
    r"(?<!\d)[1-9]\d{5}(?!\d)[^。！？]{0,12}"
)
_IMPRINT = re.compile(
    r"[\s（(\[【〔*＊△▲■□#]*(?:收稿日期|修回日期|修订日期|接受日期|网络首发|基金项目|资助项目|项目基金|作者简介|第一作者"
    r"|通讯作者|通信作者|联系作者|本文责任编辑|责任编辑|责任校对|编辑|审校|编校|中图分类号|分类号|文献标[识志]码|文章编号"
    r"|DOI|doi|ISSN|CN\s?\d\d\s?-|地址|通讯地址|邮编|邮政编码|网址|电话|传真|邮件地址|邮箱|E-?mail|主办|主管|出版日期"
    r"|引用格式|引用本文|中文引用|版权所有|(?:修改稿)?收到日期|Received|Funding|Foundation item|Corresponding author"
    r"|Citation)\s*[】\]）)]?\s*[:：]"
    r"|[*＊\s]*本(?:文|研究|项目)(?:系|为|是|受|得到|获得)[^。]{2,80}(?:项目|课题|基金|计划)[^。]{0,60}(?:成果|资助|支持)"
    r"|[\s*＊\\]*(?:DOI|doi)\s*10\.\d|[\s*＊\\]*通[讯信]作者\s*(?:\S{0,4}收到日期|$)"
)
_AUTHOR_NOTE = re.compile(
    r"[*＊†‡]\s*\S.{0,300}?(?:研究员|教授|讲师|博士|硕士|院长|主任|所长|处长|主管|学院|大学|研究所|研究院|基金|项目)"
)
_BIOGRAPHY = re.compile(r"[^。]{2,60}(?:男|女|教授|博士|硕士|研究员|院士|主任)|.{0,200}?(?:研究方向|主要从事)")
_MAIL = re.compile(r"E-?mail", re.IGNORECASE)
_SELF_CITATION = re.compile(
    r"(?!\s*[\[［]?\d)[^。]{2,60}[.．:：][^。]{6,120}?"
    r"(?:[\[［][JR][\]］]|[.．]\s*[^.．。]{2,30}[,，]\s*(?:19|20)\d\d)\s*[.．,，]"
    r"[^。]{0,60}?\d+\s*[)）]?\s*[:：]?\s*\d+\s*[-–—~]+\s*\d+(?:\s*[,，]\s*\d{1,4})*\W*"
)
_CONTRIBUTIONS = re.compile(r"\W*(?:作者贡献(?:说明|声明)?|作者分工|利益冲突(?:声明)?)\W*")
_CONTRIBUTION = re.compile(r"[\u3400-\u9fff、，, ]{2,40}[:：]")
_TABLE = re.compile(r"</?(?:html|body|table|thead|tbody|tr|t[dh])\b|\|.*\|\s*$", re.IGNORECASE)
_CAPTION = re.compile(
    r"[（(]?(?:续?[图表]|附[图表]|Fig(?:ure|s)?\.?|Tab(?:le)?s?\.?)\s*[-－—–]?\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?:\s*[-－—–.．]\s*\d{1,2})*(?![0-9])\s*[）)]?\s*[,，:：.．]?\s*"
    r"(?!给出|显示|表明|展示|描述|反映|列出|可见|可知|是(?!否)|为(?!了)|中[，的]|所示|所列|说明|呈现|[，,]?可以|[、的和与及])",
)
_SOURCE_LINE = re.compile(r"[（(]?(?:数据|资料|图片|图表)来源\s*[:：]|(?:注|说明)\s*[:：]")
_SUBSECTION = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}(?!\d)\s*[.．、]?\s*[\u3400-\u9fff]")
_LONGEST_CAPTION = 120
_LONGEST_HEAD = 60
_LONGEST_ENTRY = 400
_MASTHEAD_WORD = 8
_MOST_LINES = 6


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Gives page numbers, running heads, imprint, pictures, tables and captions their roles."""
    repeated = _repeated_heads(lines)
    roles = {i: role for i, line in enumerate(lines) if (role := _role_alone(line, repeated))}
    roles |= _continued_imprint(lines, roles)
    roles |= _between_furniture(lines, roles)
    roles |= _source_lines(lines, roles)
    return with_roles(lines, roles)


def mark_self_citations(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Gives lines that say how to cite the paper itself, and who of its authors did what, their role.

    To be called when the list of references has been found: its entries look the same.
    """
    roles: dict[int, Role] = {}
    contributions = False
    for i, line in enumerate(lines):
        contributions = bool(
            _CONTRIBUTIONS.fullmatch(line.text[:20]) or (contributions and _CONTRIBUTION.match(line.text))
        )
        if line.role == Role.TEXT and (contributions or _cites_itself(line)):
            roles[i] = Role.FURNITURE
    return with_roles(lines, roles)


def is_self_citation(line: Line) -> bool:
    """Whether a line of furniture is an entry of the paper itself, as printed under 引用本文 or as a running head."""
    return line.role == Role.FURNITURE and _cites_itself(line)


def _cites_itself(line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and _SELF_CITATION.fullmatch(line.text) is not None


def _role_alone(line: Line, repeated: frozenset[str]) -> Role | None:
    """The role that a line has by its own looks."""
    text = line.text
    if _TABLE.match(text):
        return Role.TABLE
    if _begins_imprint(line) or _is_address(text):
        return Role.FURNITURE
    if any(pattern.fullmatch(text) for pattern in (_PICTURE, _PAGE_NUMBER)):
        return Role.FURNITURE
    if line.ends_sentence or len(text) > _LONGEST_CAPTION:
        return None
    if _CAPTION.match(text):
        return Role.CAPTION
    if any(pattern.fullmatch(text) for pattern in (_ISSUE, _COLUMN_TITLE, _RUNNING_HEAD)):
        return Role.FURNITURE
    return Role.FURNITURE if len(text) <= _LONGEST_HEAD and _head(text) in repeated and not _numbered(line) else None


def _begins_imprint(line: Line) -> bool:
    return bool(_IMPRINT.match(line.text) or _AUTHOR_NOTE.match(line.text))


def _is_address(text: str) -> bool:
    """Whether a line is an author's place with its postal code, or an author's life with a mail address."""
    if len(text) > _LONGEST_ENTRY:
        return False
    return bool(_ADDRESS.fullmatch(text) or (_MAIL.search(text) and _BIOGRAPHY.match(text)))


def _head(text: str) -> str:
    """What stays the same in a running head from page to page: all but the number of the page at an end."""
    return re.sub(r"^\d+|\d+$", "", bare(text))


def _repeated_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without a full stop that stand at least three times in the document, page numbers aside."""
    short = (
        line for line in lines if len(line.text) <= _LONGEST_HEAD and not line.ends_sentence and not _numbered(line)
    )
    counts = Counter(head for line in short if len(head := _head(line.text)) >= 4)
    return frozenset(head for head, count in counts.items() if count >= 3)


def _numbered(line: Line) -> bool:
    """Whether a line has the number of a sub-section, whose words may come again: 2.1.2 特征, 2.2.2 特征."""
    return _SUBSECTION.match(line.text) is not None


def _continued_imprint(lines: Sequence[Line], roles: dict[int, Role]) -> dict[int, Role]:
    """The further lines of imprint entries that are longer than their line."""
    full = measure(lines)
    continued: dict[int, Role] = {}
    for i, line in enumerate(lines):
        if roles.get(i) == Role.FURNITURE and _begins_imprint(line):
            continued |= dict.fromkeys(continuation(lines, i, full, roles), Role.FURNITURE)
    return continued


def continuation(lines: Sequence[Line], first: int, full: int | None, taken: Container[int]) -> range:
    """Indexes of the lines after `first` that carry on its entry in a text set to the measure `full`.

    Each line before the last fills the measure; the last ends with a full stop. Empty when no such end comes
    within six lines, when the text is not set to a measure, or when a line is in `taken`.
    """
    for at in range(first, min(first + _MOST_LINES, len(lines))):
        if at > first and (at in taken or lines[at].opens or lines[at].role != Role.TEXT):
            break
        if lines[at].ends_sentence:
            return range(first + 1, at + 1)
        if not is_full(lines[at], full):
            break
    return range(0)


def _between_furniture(lines: Sequence[Line], roles: dict[int, Role]) -> dict[int, Role]:
    """A word or two between two lines of furniture is part of the same masthead."""
    return {
        i: Role.FURNITURE
        for i in range(1, len(lines) - 1)
        if i not in roles
        and not lines[i].level
        and len(lines[i].text) <= _MASTHEAD_WORD
        and not lines[i].ends_sentence
        and roles.get(i - 1) == roles.get(i + 1) == Role.FURNITURE
    }


def _source_lines(lines: Sequence[Line], roles: dict[int, Role]) -> dict[int, Role]:
    """数据来源：… and 注：… under a table, a picture or a caption belong to it."""
    above = {Role.CAPTION, Role.TABLE, Role.FURNITURE}
    return {
        i: Role.CAPTION
        for i in range(1, len(lines))
        if i not in roles and _SOURCE_LINE.match(lines[i].text) and roles.get(i - 1) in above
    }
