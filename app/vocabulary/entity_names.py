"""How names of entities are compared: what differs in wording alone is the same name.

Chinese names of one treaty differ by the order of its parties (中美, 美中), by the word for it (协定, 协议), by what
joins its words (科学与技术, 科学和技术, 科学技术, 科技) and by marks (《》, spaces, hyphens). Nothing else is taken as
equal: a year, a number or any other word makes another thing.
"""

import re

from app.vocabulary.names import name_key

_PARTIES = "中美英法德俄日韩印欧苏加澳意"
_PAIR = re.compile(rf"^([{_PARTIES}])([{_PARTIES}])(?=[\u4e00-\u9fff])")
_SCIENCE = re.compile("科学(?:与|和|及)?技术")
_AGREEMENT = re.compile("协议书?$")


def entity_key(name: str) -> str:
    """The form by which the name of an entity is looked up, and the code of one that nobody has described.

    >>> entity_key("《美中科学与技术合作协议》"), entity_key("《中美科技合作协定》"), entity_key("英国皇家学会")
    ('中美科技合作协定', '中美科技合作协定', '英国皇家学会')
    """
    key = _SCIENCE.sub("科技", name_key(name.replace("&", " and ")))
    key = _AGREEMENT.sub("协定", key)
    pair = _PAIR.match(key)
    return "".join(sorted(pair.groups(), key=_PARTIES.index)) + key[2:] if pair else key
