"""Numerals: Chinese (三十五, 二〇〇八, 壹佰) and Arabic (1 000, 1,000, １０００), and circled numbers (①)."""

import re
import unicodedata

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TENS = {"廿": 20, "卅": 30}

CHINESE_NUMERAL = "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
"""Every character that `parse_chinese` understands in simplified text: for character classes in patterns."""

_GROUPED = re.compile(r"\d{1,3}(?:[,，\u0020\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def parse_chinese(numeral: str) -> int | None:
    """The value of a Chinese numeral, or `None` when it is none. Positional (二〇〇八) and multiplicative both.

    >>> parse_chinese("三十五"), parse_chinese("二〇〇八"), parse_chinese("一千零一"), parse_chinese("几")
    (35, 2008, 1001, None)
    """
    if not numeral or any(c not in _DIGITS and c not in _SMALL_UNITS | _LARGE_UNITS | _TENS for c in numeral):
        return None
    if len(numeral) > 1 and all(c in _DIGITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    return _multiply(numeral)


def _multiply(numeral: str) -> int:
    """Adds up 三千二百万 and the like: digits times 十百千, each group times 万 or 亿."""
    total = group = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            group, digit = group + _TENS[character], 0
        elif character in _SMALL_UNITS:
            group, digit = group + (digit or 1) * _SMALL_UNITS[character], 0
        else:
            unit = _LARGE_UNITS[character]
            group += digit
            total = total + (group or 1) * unit if total >= unit else (total + group or 1) * unit
            group = digit = 0
    return total + group + digit


def parse_number(text: str) -> float | None:
    """The value of one number as printed, Arabic (`1 000`, `1,000.5`, full width) or Chinese; `None` when it is none.

    >>> parse_number("3 200"), parse_number("１，０００.５"), parse_number("三分"), parse_number("十五")
    (3200.0, 1000.5, None, 15.0)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if _GROUPED.fullmatch(plain) and plain.isascii():
        return float(re.sub(r"[,\s]", "", plain))
    chinese = parse_chinese(plain)
    return None if chinese is None else float(chinese)


def parse_circled(character: str) -> int | None:
    """The value of a circled number, ① to ㊿; `None` for anything else.

    >>> parse_circled("①"), parse_circled("㉑"), parse_circled("1")
    (1, 21, None)
    """
    for first, value in (("①", 1), ("㉑", 21), ("㊱", 36)):
        last = value + {1: 19, 21: 14, 36: 14}[value]
        number = ord(character) - ord(first) + value if len(character) == 1 else 0
        if value <= number <= last:
            return number
    return None
