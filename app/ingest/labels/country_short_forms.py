"""One-character country names, which mean the country only in company.

The company is another short form (中美, 日、韩), a word that takes a country (赴美, 对华), a word for one side's people
or organs (美方, 俄总统), or a qualifier in brackets (中巴（西）). A form must not tear a word apart: 中法 stands in
中法两国, not in 其中法律. Forms that are common words themselves (以, 加, 比) need a border on both sides.
"""

import re
from collections.abc import Iterator, Mapping

from app.ingest.labels.mentions import Mention, Mentions
from app.ingest.labels.sentence import Sentence

STRONG = "中美日俄英法德韩印欧苏澳朝"
WEAK = "加以比意巴阿新越泰墨蒙波乌哈荷瑞丹挪芬埃缅柬菲叙伊匈捷罗塞葡奥智委"

_BEFORE_WEAK = re.compile(
    r"(?:^|[、,;:。\"《(]|包括|推动|深化|加强|开展|促进|建立|建成|启动|签署|发展|与|和|及|在|对|同|从|为)$"
)
_AFTER = re.compile(
    r"[两三四五]国|双方|双边|关系|科技|技术|科学|创新|合作|建交|贸易|经贸|政府|友好|联合|战略|论坛|对话|峰会|协定|交流|人文|"
    r"自贸|投资|经济|农业|能源|之间|学者|等|以及|及|和|与|[、,;。\")》]"
)
_QUALIFIED = re.compile(rf"中([{STRONG}{WEAK}])\(([^()]{{1,5}})\)")
_RUN = re.compile(rf"[{STRONG}{WEAK}]{{2,8}}")
_LIST = re.compile(rf"[{STRONG}{WEAK}](?:、[{STRONG}{WEAK}])+(?:[和与及][{STRONG}{WEAK}])?")
_TOWARDS = re.compile(
    r"(?:对|访|赴|来|在|驻|留|旅|涉|反|援|排|侵|抗|遏|联|亲|输|无|遏制)([华美])"
    r"|(?:对|访|赴|驻|留|旅|抗|援)([日俄欧韩英法德印澳朝苏])|在([欧俄])"
)
_SIDE = re.compile(
    r"([中美日俄英法德韩印欧苏澳朝])(?:方|资|企|媒)|([美日俄英法德韩印苏朝])(?:籍|裔|军)|华(?:裔|人|侨)"
    r"|([美俄英韩印])(?:政府|总统|首相|国会|议会|国务院|外交|科技|科学|企业|学者|专家|当局|国防部|商务部)"
)

Shorts = Mapping[str, str]


def add_short_forms(sentence: Sentence, found: Mentions, shorts: Shorts, names: Mapping[str, tuple[str, ...]]) -> None:
    """Adds to `found` what short forms name. `shorts` maps a form to its country, `names` full names to codes."""
    for rule in (_qualified(sentence, names), _runs(sentence, found, shorts), _lists(sentence, found, shorts)):
        for mention in rule:
            found.add(mention)
    for mention in (*_towards(sentence, shorts), *_sides(sentence, shorts)):
        found.add(mention)


def _qualified(sentence: Sentence, names: Mapping[str, tuple[str, ...]]) -> Iterator[Mention]:
    """中巴（西）, 中比（利时）: the short form and its qualifier spell a name."""
    for match in _QUALIFIED.finditer(sentence.text):
        if codes := names.get(match[1] + match[2]):
            yield Mention(match.start(), match.end(), ("CN", *codes), "qualified-compound")


def _runs(sentence: Sentence, found: Mentions, shorts: Shorts) -> Iterator[Mention]:
    """中美, 美苏, 中日韩: forms side by side. The longest part of the run that stands on its own counts."""
    for match in _RUN.finditer(sentence.text):
        for start, end in _parts(*match.span()):
            if found.is_free(start, end) and _is_compound(sentence, start, end):
                yield Mention(start, end, tuple(shorts[form] for form in sentence.text[start:end]), "compound")
                break


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """All parts of two and more characters, the longest first: 中澳中(医药) holds 中澳."""
    for length in range(end - start, 1, -1):
        for shift in range(end - start - length + 1):
            yield start + shift, start + shift + length


def _is_compound(sentence: Sentence, start: int, end: int) -> bool:
    text = sentence.text
    forms = text[start:end]
    if forms[0] == "日" and text[start - 1 : start].isdigit():
        return False
    if all(form in STRONG for form in forms):
        opens_word = sentence.starts_or_ends_word(start) and _AFTER.match(text, end) is not None
        return sentence.is_whole_words(start, end) or opens_word
    if forms[0] in "以比" and len(forms) > 2:
        return False
    return bool(_BEFORE_WEAK.search(text[max(0, start - 4) : start]) and _AFTER.match(text, end))


def _lists(sentence: Sentence, found: Mentions, shorts: Shorts) -> Iterator[Mention]:
    """英、美、日: a list of short forms and of nothing else, so 德、智、体 is none."""
    text = sentence.text
    for match in _LIST.finditer(text):
        start, end = match.span()
        forms = [form for form in match[0] if form in shorts]
        goes_on_left = text[start - 1 : start] == "、" and not found.ends_at(start - 1)
        goes_on_right = text[end : end + 1] == "、" and found.is_free(end + 1, end + 2)
        if goes_on_left or goes_on_right or not sentence.is_whole_words(start, end):
            continue
        if found.is_free(start, end) and any(form in STRONG and form != "中" for form in forms):
            yield Mention(start, end, tuple(shorts[form] for form in forms), "list")


def _towards(sentence: Sentence, shorts: Shorts) -> Iterator[Mention]:
    """对华, 赴美, 访日: a word that takes a country."""
    for match in _TOWARDS.finditer(sentence.text):
        form = match[1] or match[2] or match[3]
        travels = match[0][0] in "访赴驻留旅" and sentence.text.startswith("的", match.end())
        if travels or sentence.starts_or_ends_word(match.end()):
            yield Mention(*match.span(), (shorts[form],), "towards")


def _sides(sentence: Sentence, shorts: Shorts) -> Iterator[Mention]:
    """美方, 华裔, 俄总统: the people or the organs of one country."""
    for match in _SIDE.finditer(sentence.text):
        form = match[1] or match[2] or match[3] or "华"
        if sentence.starts_or_ends_word(match.start()) and sentence.starts_or_ends_word(match.end()):
            yield Mention(match.start(), match.end(), (shorts[form],), "side")
