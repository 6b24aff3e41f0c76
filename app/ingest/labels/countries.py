"""Which countries and blocs a sentence is about: names, organs, places, short forms in company, and 国内.

What is written where stands in the vocabulary; the rules here say when it means the country. They follow the
labelling guide: a demonym inside an institution's name counts, a city only where it places something, a
university by its city does not, and 国内 only where it plainly means China.
"""

import re
from collections.abc import Iterable

from app.ingest.labels.country_short_forms import add_short_forms
from app.ingest.labels.mentions import Mention, Mentions
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Label
from app.text.normalise import fold_text
from app.text.scripts import has_han
from app.vocabulary import Vocabulary

HOME = "CN"
TAIWAN = "TW"
_OURS = frozenset(("我国", "我方"))
_TAIWANESE = re.compile(
    "臺灣|台灣|國科會|中央研究院|行政院|中華民國|民國[一二三四五六七八九十\\d]{1,3}年|臺北|台北|科技部(?=補助)|兩岸"
)
_OUR_COUNTRY = re.compile("我國")
_NO_PLACE = re.compile(r"(?:交通|外国语|师范|财经|工业|科技|医科|政治|政府|国际|研究生)?(?:大学|学院)|理工|\d{6}")
"""What follows a city's name in that of a university, or in a postal address."""
_HOME_SCHOLARS = re.compile(
    r"国内外?(?:的|对其的|对于|关于|相关|有关)*(?:学|研究|专家|文献|智库)|国内(?:已有|现有|目前|尚)(?=[^,。]{0,60}研究)"
)
_HOME = re.compile(r"国内(?!外)")
_ANOTHER_HOME = re.compile(r"(?:一国|本国|他国|各国|彼此|对方|另一方|该国|别国|所在国|东道国)的?$")
_HOME_ORGAN = re.compile(
    r"(?:国家科学技术委员会|科技部|财政部|教育部|外交部|农业部|卫生部|商务部|工信部|国防部|国务院(?!官员)|中央军委|党中央|国家主席|国家副主席|总书记|政治局)(?!门)"
)
_SOME_LATIN = re.compile("[A-Za-z]{2}")
_LATIN_NAME = r"(?<![A-Za-z0-9.]){}(?![A-Za-z0-9])"


def home_country(texts: Iterable[str]) -> str:
    """The code of what a paper calls 我国: `TW` where it prints 我國 and speaks of Taiwan's institutions, else `CN`.

    Both must stand in the text: Hong Kong writes 我國 for China, and a mainland text on Taiwan writes 我国.
    """
    ours = taiwanese = 0
    for text in texts:
        ours += _OUR_COUNTRY.search(text) is not None
        taiwanese += _TAIWANESE.search(text) is not None
    return TAIWAN if ours and taiwanese >= 2 else HOME


class CountryLabeller:
    """Finds countries in sentences; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        geography = vocabulary.geography
        self._shorts = geography.default_short | {"华": "CN"}
        self._places = {fold_text(place) for country in vocabulary.countries for place in country.places_zh}
        self._organs = {fold_text(organ) for country in vocabulary.countries for organ in country.organs_zh}
        self._names = _han_names(vocabulary)
        self._name_pattern = _any_of(self._names)
        self._latin = _latin_names(vocabulary)
        self._latin_pattern = re.compile(_LATIN_NAME.format(_any_of(self._latin).pattern))

    def label(self, sentence: Sentence, home: str = HOME) -> tuple[Label, ...]:
        """One label a country, in the order of first mention; `home` is what 我国 means (see `home_country`)."""
        labels: dict[str, Label] = {}
        for mention in self.mentions(sentence):
            own = mention.rule == "home" or sentence.text[mention.start : mention.end] in _OURS
            for code in (home,) if own else mention.codes:
                trigger = sentence.quote(mention.start, mention.end)
                labels.setdefault(code, Label(code, rule=f"country:{mention.rule}", trigger=trigger))
        for code, trigger in self._latin_mentions(sentence):
            labels.setdefault(code, Label(code, rule="country:latin-name", trigger=trigger))
        return tuple(labels.values())

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Where the sentence stands for countries, in the order of the text."""
        found = Mentions(len(sentence.text))
        self._add_names(sentence, found)
        add_short_forms(sentence, found, self._shorts, self._names)
        _add_home(sentence, found)
        return found.in_order()

    def _add_names(self, sentence: Sentence, found: Mentions) -> None:
        """Names, organs and places, the longest that fits; names may not tear words apart (其中国际)."""
        text, place = sentence.text, 0
        while match := self._name_pattern.search(text, place):
            start, end = match.span()
            if self._names[match[0]] and sentence.tears_words(start, end):
                place = start + 1
                continue
            named = not self._is_of_another(match[0], start, found, text) and not self._is_no_place(match[0], end, text)
            found.add(Mention(start, end, self._names[match[0]] if named else (), "name"))
            place = end

    def _is_no_place(self, name: str, end: int, text: str) -> bool:
        """Whether a city only names a university, or stands in an address."""
        return name in self._places and _NO_PLACE.match(text, end) is not None

    def _is_of_another(self, name: str, start: int, found: Mentions, text: str) -> bool:
        """Whether an organ is that of the country named right before it: 商务部 in 美国商务部."""
        return name in self._organs and found.ends_at(start - text.startswith("的", start - 1))

    def _latin_mentions(self, sentence: Sentence) -> Iterable[tuple[str, str]]:
        """Names in Latin letters; in a Chinese sentence only acronyms of three and more letters (APEC, UNESCO)."""
        if not _SOME_LATIN.search(sentence.source):
            return
        for match in self._latin_pattern.finditer(sentence.source):
            if not sentence.is_chinese or (match[0].isupper() and match[0].isalnum() and len(match[0]) > 2):
                for code in self._latin[match[0]]:
                    yield code, match[0]


def _add_home(sentence: Sentence, found: Mentions) -> None:
    """国内学者 means China's; 国内 and 科技部 alone mean China's where no other country is named."""
    foreign = found.codes() - {"CN"}
    patterns = (_HOME_SCHOLARS,) if foreign else (_HOME_SCHOLARS, _HOME, _HOME_ORGAN)
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            start, end = match.span()
            of_another = found.ends_at(start) or _ANOTHER_HOME.search(sentence.text[max(0, start - 5) : start])
            if not of_another and not sentence.tears_words(start, start + 2):
                found.add(Mention(start, end, ("CN",), "home"))


def _han_names(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Folded name → codes; no codes for words that only look like countries."""
    names: dict[str, tuple[str, ...]] = {}
    for country in vocabulary.countries:
        for name in (country.zh, *country.aliases_zh, *country.organs_zh, *country.places_zh):
            names[fold_text(name)] = (country.code,)
    for word, codes in vocabulary.geography.compounds.items():
        names[fold_text(word)] = codes
    return names | {fold_text(word): () for word in vocabulary.geography.not_countries}


def _latin_names(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    names = {
        name: (country.code,)
        for country in vocabulary.countries
        for name in (country.en, *country.aliases_en, *country.organs_latin)
    }
    return {name: codes for name, codes in names.items() if not has_han(name)}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the words, the longest first."""
    return re.compile("(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")")
