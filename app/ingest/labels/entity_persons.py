"""Persons whom no list describes, recognised by the form of their names and by the titles beside them.

A foreigner's name has a middle dot between syllables of transliteration (尼娜·费德洛夫; the characters are those of
the tables for transliteration, 世界人名翻译大辞典). A Chinese name stands beside a title (科技部部长徐冠华,
马颂德副部长), or says something (樊春良认为), which `speakers` finds.
"""

import re
from collections.abc import Iterator

from app.ingest.entity_mentions import EntityMention
from app.ingest.labels.entities import AFTER_NAME
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Speaker, SpeakerKind
from app.text.names import is_chinese_name, without_title
from app.text.scripts import is_han
from app.text.words import is_common_word
from app.vocabulary.entity_names import entity_key

PERSON = "entity:person"
_SYLLABLES = (
    "阿埃艾安昂奥巴白班邦保鲍贝本比彼宾波伯勃博布采查彻茨达大戴丹道德登迪蒂丁东杜顿多厄尔恩法凡范菲费芬丰冯弗夫福富盖甘冈高戈格葛根贡古瓜圭哈海汉豪赫亨"
    "洪胡华怀惠霍基吉季加贾简江杰金津卡凯坎康考科可克肯孔库奎昆拉莱赖兰朗劳勒雷里理利莉丽联林琳龙卢鲁吕罗洛伦隆马玛迈麦曼芒毛茂梅门蒙孟米密明摩莫"
    "姆木慕穆纳娜奈南内尼妮年宁纽农努诺欧帕派潘庞佩彭皮平珀婆普奇恰钱乔切琴琼丘泉让热日荣茹儒瑞若萨塞赛桑瑟森沙山珊尚绍舍申圣施什史书舒斯思松"
    "苏孙索所塔泰坦汤唐陶特腾提廷通图托瓦万旺威韦维魏温文翁沃乌武伍西希锡夏香肖歇谢辛欣兴休许雪雅亚延扬尧耶叶伊依易因英尤于约泽扎詹章哲珍芝朱卓"
    "兹宗祖佐迦迭乍黛蒂娅芙薇莎娃绮露莲弥逊佛历坚黑辛毕柏培裴默纶仑茵洁玫艳莉戛噶"
)
_FOREIGN = re.compile(rf"[{_SYLLABLES}]{{1,7}}(?:[·•][a-z]\.?(?=[·•]))*(?:[·•][{_SYLLABLES}]{{1,8}}){{1,3}}")
_NO_PERSON = re.compile(r"(?:大学|学院|奖|研究|基金|计划|法案|号|勋章|中心|公司|学会|协会|实验|杂志)")
_TITLE = (
    r"总书记|主席|总理|部长|外长|大臣|国务卿|大使|司长|局长|主任|院长|所长|会长|校长|秘书长|参赞|教授|博士|院士|研究员|学者|科学家|物理学家|化学家|"
    r"数学家|工程师|外交官"
)
_TITLED = re.compile(_TITLE)
_TITLE_BEFORE = re.compile(rf"^.*(?:{_TITLE})(?=[\u4e00-\u9fff]{{2,3}}$)")
_PARTICLES = frozenset("和向全同从由于时成连")
_NOT_GIVEN = frozenset("的了要来是们者性化等裔")
"""Surnames, and last characters, that are far more often parts of other words."""
_BEFORE_NAME = frozenset('、,。;:()"由与和及部院所会长家')


def find_persons(sentence: Sentence) -> Iterator[EntityMention]:
    """The persons whose names have a foreign form or a title."""
    text = sentence.text
    if "·" in text or "•" in text:
        for match in _FOREIGN.finditer(text):
            if _ends_name(text, match.end()) and not _NO_PERSON.match(text, match.end()):
                yield _person(sentence, *match.span())
    for match in _TITLED.finditer(text):
        start, end = _chinese_name(text, *match.span())
        if start < end:
            yield _person(sentence, start, end)


def find_speaking_person(text: str, speaker: Speaker | None) -> Iterator[EntityMention]:
    """The person to whom `text` attributes what it says, if the name is a Chinese one: 赵刚等 gives 赵刚."""
    if speaker is None or speaker.kind != SpeakerKind.PERSON:
        return
    name = _TITLE_BEFORE.sub("", without_title(speaker.name))
    at = text.find(name) if _is_name(name) else -1
    if at >= 0:
        yield EntityMention(entity_key(name), name, "person", at, at + len(name), "entity:speaker")


def _person(sentence: Sentence, start: int, end: int) -> EntityMention:
    at, until = sentence.folded.span(start, end)
    name = sentence.source[at:until]
    return EntityMention(entity_key(name), name, "person", at, until, PERSON)


def _chinese_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a Chinese name behind or before the title `text[start:end]`; an empty one where none stands."""
    for until in (end + 3, end + 2):
        if until <= len(text) and _is_name(text[end:until]) and _ends_name(text, until):
            return end, until
    end = start - text.startswith("副", start - 1)
    for at in (end - 3, end - 2):
        if at >= 0 and _is_name(text[at:end]) and (at == 0 or text[at - 1] in _BEFORE_NAME):
            return at, end
    return 0, 0


def _ends_name(text: str, end: int) -> bool:
    """Whether a name may end there: what follows is no further syllable of it."""
    return end >= len(text) or text[end] in AFTER_NAME or not (is_han(text[end]) or text[end] in "·•")


def _is_name(text: str) -> bool:
    """Whether `text` has the form of a Chinese name and is no common word (高级), nor two (和顶尖)."""
    if not is_chinese_name(text) or text[0] in _PARTICLES or text[-1] in _NOT_GIVEN:
        return False
    return not any(map(is_common_word, {text, text[:2], text[1:]} if len(text) > 2 else {text}))
