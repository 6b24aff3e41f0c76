"""Institutions, agreements and documents that no list describes, recognised by the form of their names.

An institution's name ends in a word for a body (委员会, 研究院, 基金会 …) and begins with a country or with a word that
only proper names begin with (国家, 联合国, 皇家 …): 印度科技部, 国家科学技术奖励工作办公室. A university may also stand
alone, where the dictionary of words knows it (复旦大学). A treaty is a title in 《》 that ends in a word for one, or a
pair of short forms before it: 中日科技合作协定. What general words make up (国际科技组织, 美国著名大学) names nothing.
"""

import re
from collections.abc import Iterator

from app.ingest.entity_mentions import EntityMention
from app.ingest.labels.sentence import Sentence
from app.text.normalise import fold_text
from app.vocabulary import Vocabulary
from app.vocabulary.entity_names import entity_key

FORM = "entity:form"
_WINDOW = 18
"""Characters before the last word in which a name may begin."""
_LAST = re.compile(
    r"委员会|研究[院所]|科学院|工程院|研究中心|实验室|理事会|联合会|基金会|促进会|学会|协会|大学|学院|办公室|总局|管理局|开发署|"
    r"(?<![东西南北中总内外全大分干各头底支乐])部(?![门分队长属])|(?<!部)署(?!名)|(?<![布格大结全政时僵定总理当])局(?![面势部])"
)
_ALWAYS_NAMED = re.compile("科学院$|工程院$|[部署局]$")
"""Bodies of which a country has one, so that its name alone makes them a name."""
_OF_A_COUNTRY = re.compile("[部署局]$")
"""Bodies that only a country's name before them makes a name: no 国际合作局 of nobody's."""
_NATIONAL = ("国家", "联合国", "中华", "皇家", "欧洲", "亚洲", "非洲", "国际", "世界", "全国")
_NO_NAME = re.compile(
    r"[、,:;的了在对由向从把被等或是有各个所其这那并而以到给让曾将已该及家位名]|参加|加入|成立|设立|建立|签署|支持|通过|利用|进入|发起|担任|联合(?!国|会)|开展|推动|成为|访问|"
    r"任命|隶属|领导|组织|机构|著名|顶尖|领先|杰出|优秀|新型|各类|一流|知名|主要|其他|相关|多所|重点|高等|公立|私立|民间|专业|大型|现代|部分|许多|不同|和美|与美|和中|与中|\d"
)
_GENERAL = re.compile(
    r"(?:科技|学术|合作|科学|技术|研究|科研|联合|咨询|综合|国立|师范|工业|农业|医科|理工|外国语|中|专业|重点|开放|级|性|间|政府|地方|行业|工程|学会|协会|研究会|、)*"
    r"(?:委员会|研究院|研究所|研究中心|实验室|理事会|联合会|基金会|促进会|学会|协会|大学|学院|办公室|总局|管理局|开发署)"
)
_UNIVERSITY = re.compile("[\u4e00-\u9fff]{2,6}大学")
_TREATY = r"协定书?|协议书?|条约|议定书|公约|备忘录|联合声明|宣言|公报"
_DOCUMENT = r"战略|规划|纲要|计划|白皮书|法案|法|报告|决定|条例|倡议|路线图|指南"
_TITLE = re.compile(
    rf"《(?P<title>[^《》]{{3,60}}?(?:(?P<treaty>{_TREATY})|(?:{_DOCUMENT})))(?:\([^()《》]{{2,20}}\))?》"
)
_PARTY = "[中美英法德俄日韩印欧苏加澳]"
_PAIR = re.compile(
    rf"(?P<title>{_PARTY}{_PARTY}(?:两国)?(?:政府间?)?(?:科学(?:与|和)?技术|科技|和平利用|环境保护|能源)[^,。;:、\"《》()的]{{0,14}}?(?P<treaty>{_TREATY}))"
)


class FormLabeller:
    """Finds names by their form; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._beginnings: dict[str, str | None] = dict.fromkeys(_NATIONAL)
        for country in vocabulary.countries:
            for name in map(fold_text, (country.zh, *country.aliases_zh)):
                if len(name) > 1 and country.kind != "bloc":
                    self._beginnings[name] = country.code
        self._lengths = sorted({len(name) for name in self._beginnings}, reverse=True)
        self._starts = {name[:2] for name in self._beginnings}

    def find(self, sentence: Sentence) -> Iterator[EntityMention]:
        """The names, titles first; some may lie over one another."""
        for match in (*_TITLE.finditer(sentence.text), *_PAIR.finditer(sentence.text)):
            yield self._mention(sentence, *match.span("title"), "agreement" if match["treaty"] else "document")
        for match in _LAST.finditer(sentence.text):
            start = self._beginning(sentence, match.start(), match.end())
            if start is not None:
                yield self._mention(sentence, start, match.end(), "institution")

    def _mention(self, sentence: Sentence, start: int, end: int, kind: str) -> EntityMention:
        at, until = sentence.folded.span(start, end)
        name = sentence.source[at:until]
        return EntityMention(entity_key(name), name, kind, at, until, FORM, self._country_at(sentence.text, start))

    def _beginning(self, sentence: Sentence, last: int, end: int) -> int | None:
        """Where the name that ends in the body at `last` begins; `None` where no name does."""
        text = sentence.text
        for start in range(last, max(last - _WINDOW, -1), -1):
            if text[start : start + 2] in self._starts and sentence.starts_or_ends_word(start):
                length = self._length_at(text, start)
                if length and start + length <= end - 2:
                    return self._whole(sentence, start, length, end)
        return self._university(sentence, end)

    def _whole(self, sentence: Sentence, start: int, length: int, end: int) -> int | None:
        """`start`, or that of the country before it (美国 before 国家), if what is between makes a name."""
        text = sentence.text
        inner = text[start + length : end]
        if _NO_NAME.search(inner) or inner.count("(") != inner.count(")"):
            return None
        if _GENERAL.fullmatch(inner) and not _ALWAYS_NAMED.search(inner):
            return None
        if text[start : start + length] not in _NATIONAL:
            return start
        before = (start - n for n in self._lengths if n <= start and self._beginnings.get(text[start - n : start]))
        return next(before, None if _OF_A_COUNTRY.search(inner) else start)

    def _university(self, sentence: Sentence, end: int) -> int | None:
        """Where the word that ends here begins, if it is the name of a university."""
        start = end - 1
        while start and not sentence.starts_or_ends_word(start):
            start -= 1
        word = sentence.text[start:end]
        return start if _UNIVERSITY.fullmatch(word) and not _GENERAL.fullmatch(word) else None

    def _length_at(self, text: str, start: int) -> int:
        return next((n for n in self._lengths if text[start : start + n] in self._beginnings), 0)

    def _country_at(self, text: str, start: int) -> str | None:
        length = self._length_at(text, start)
        return self._beginnings[text[start : start + length]] if length else None
