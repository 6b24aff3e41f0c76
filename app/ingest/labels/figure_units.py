"""The units that make a number a figure."""

import re


def _units(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_PEOPLE = _units("名 位 人次 人份 人 户 员")
_THINGS = _units(
    "份 项 家 所 篇 件 本 部 册 页 字 种 类 款 台 套 辆 架 艘 颗 枚 座 处 条 场次 场 次 届次 批 组 团 支 门 期 "
    "国 省 市 县 校 城 倍 岁 轮次"
)
_COUNTERS = _units("个国家和地区 个国家或地区 个国家 个地区 个城市 个省 个百分点 个领域 个")
_MONEY = _units("美元 欧元 英镑 日元 人民币 卢布 韩元 瑞士法郎 法郎 马克 元")
_MEASURES = _units(
    "% ‰ 平方公里 平方千米 平方米 公里 千米 米 海里 公顷 亩 吨 公斤 千克 千瓦时 千瓦 兆瓦 瓦 摄氏度 度 立方米 "
    "升 桶 标准煤 成 折 gb tb pb km kg khz mhz ghz hz kw mw gw kwh 焦耳 伏 光年 毫米 厘米 微米 纳米 毫克 毫升"
)
DURATIONS = _units("年 个月 月 周 天 日 个小时 小时 分钟")
"""Units of time: a date in one place, a measure in another."""

SHARES = frozenset(_units("% ‰ 倍 比例 世纪 成 位次"))
"""Units of what is said of something named before, not after."""

ARTICLE_UNITS = frozenset((*_PEOPLE, *_units("份 项 家 所 篇 件 颗 场 倍 成 个国家 个国家和地区 个地区")))
"""Units with which even a small Chinese number counts: 两名员工, 三份文件, but not 三个方面."""

ABSTRACT = re.compile(
    r"(?:的|重要|主要|不同|具体|基本|显著|突出|核心|鲜明|新)*(?:方面|层面|维度|角度|阶段|类型|类别|步骤|问题|重点|特征|特点|原则|关键|途径|"
    r"含义|层次|目标|方向|因素|部分|环节|要素|原因|世界)"
)
"""What an argument is numbered by."""

COUNTABLE = re.compile(
    r"(?:[^,。;:、]{0,6}?)(?:项目|国家|地区|城市|中心|机构|组织|研究所|实验室|企业|公司|大学|院校|小组|部门|奖项|基地|平台|委员会|分会|"
    r"办公室|办事处|代表处|工作组|伙伴关系|联盟|协会|学会|网络|协定|协议|文件|报告|工程|港口|园区|站点)"
)
"""What stands in the world and can be counted, after however small a number: 八个研究项目."""

UNIT = "|".join(
    re.escape(unit)
    for unit in sorted((*_PEOPLE, *_THINGS, *_COUNTERS, *_MONEY, *_MEASURES, *DURATIONS), key=len, reverse=True)
)
"""Alternatives of a pattern, the longest first; letters are lower-case as in folded text."""
