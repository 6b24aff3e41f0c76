"""Numbers in Chinese and English sentences, by their values: what a translation must not change."""

import re
import unicodedata
from collections.abc import Iterator

from app.text.numbers import parse_chinese

_UNITS = {"": 1, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "万亿": 1e12}
_ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(百万|千万|百亿|万亿|亿|万|千|百)?")
_DECADE = re.compile(r"(\d\d)世纪(\d\d)年代(?:[末初中]*[至到—](\d\d)年代)?")
_SHORT_DECADE = re.compile(r"(?<!\d)(\d0)年代")
_MONTH = re.compile(r"(?<![\d~-])(1[0-2]|[1-9])月")
_CHINESE = re.compile(
    r"(?<![几数\d.])([一二两三四五六七八九十百千万]+)(?=个|大[^学国量使型多陆洋气]|项|家[^庭]|位|名[^为义]|次|届|类|份|倍|年|种)"
)
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_ALSO = {
    1: r"an?|single|one-|once|the same|another",
    2: r"both|twice|bilateral|either|dual|double|two-",
    3: r"triple|threefold",
    10: r"decade",
    20: r"twenty",
    100: r"a hundred|centur|centenary",
}
_MULTIPLES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_ENGLISH = re.compile(rf"{_NUMBER}(?:\s*[–-]\s*{_NUMBER})?(?:\s*({'|'.join(_MULTIPLES)}))?")


def plain(text: str) -> str:
    """The text in compatibility form, without spaces between digits and Chinese and inside numbers."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(?<=[\d一-鿿])\s+(?=[一-鿿])|(?<=[一-鿿])\s+(?=\d)", "", text)
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)


def arabic_values(zh: str) -> Iterator[float]:
    """The value of every number written in Arabic digits; years of decades as years; months left out."""
    text = _MONTH.sub(" ", plain(zh))
    for century, first, last in _DECADE.findall(text):
        yield from (float(century) * 100 - 100 + float(decade) for decade in (first, last) if decade)
    text = _SHORT_DECADE.sub(" ", _DECADE.sub(" ", text))
    for number, unit in _ARABIC.findall(text):
        yield float(number.rstrip(",").replace(",", "")) * _UNITS[unit]


def months(zh: str) -> Iterator[str]:
    """The English name of every month."""
    for number in _MONTH.findall(plain(zh)):
        yield MONTHS[int(number) - 1]


def chinese_values(zh: str) -> Iterator[int]:
    """The value of every Chinese numeral that counts something."""
    for numeral in _CHINESE.findall(plain(zh)):
        value = parse_chinese(numeral)
        if value is not None:
            yield value


def english_values(en: str) -> set[float]:
    """Every value that the English names, in digits or words."""
    text = unicodedata.normalize("NFKC", en)
    values: set[float] = set()
    pattern = (
        r"(\d[\d,]*(?:\.\d+)?)(?:\s*[–-]\s*(\d[\d,]*(?:\.\d+)?))?(?:\s*(hundred|thousand|million|billion|trillion))?"
    )
    for first, second, multiple in re.findall(pattern, text):
        for number in filter(None, (first, second)):
            value = float(number.rstrip(",").replace(",", ""))
            values |= {value, value * _MULTIPLES.get(multiple, 1)}
    low = text.lower()
    for words in (_ONES, _ORDINALS):
        values |= {float(value) for value, word in enumerate(words) if re.search(rf"\b{word}\b", low)}
    values |= {float(value) for value, words in _ALSO.items() if re.search(rf"\b(?:{words})", low)}
    for value, word in enumerate(_ONES):
        for multiple, size in _MULTIPLES.items():
            if re.search(rf"\b{word} {multiple}\b", low):
                values.add(value * size)
    return values
