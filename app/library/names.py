"""Codes and names: what a query's restrictions mean, and what facets are called in both languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.catalogue.views import PaperTitle
from app.library.errors import UnknownCodeError
from app.search.request import Filters
from app.vocabulary import Country, Instrument, InstrumentClass, Vocabulary
from app.vocabulary.names import name_key

TYPES = {
    "definition": ("定义", "Definition"),
    "fact": ("事实", "Fact"),
    "statistic": ("数据", "Statistic"),
    "viewpoint": ("观点", "Viewpoint"),
    "recommendation": ("建议", "Recommendation"),
}
"""Claim types in display order, with their names in Chinese and English."""

HAS = {
    "figure": ("数字", "figure", "数据", "numbers"),
    "translation": ("译文", "translation", "英译", "英文"),
    "citation": ("引文", "citation", "引用", "reference"),
    "speaker": ("发言人", "speaker", "说话人"),
    "period": ("时间", "period", "年代", "time"),
}
"""What a claim may have, with its names: the first in Chinese and in English are those to show."""

_HINTS = {
    "country": "use a code of /api/v1/countries such as JP or EU",
    "instrument": "use a code of /api/v1/instruments such as agreement, or a class such as operational",
    "type": f"use one of {', '.join(TYPES)}",
    "paper": "use a slug of /api/v1/papers",
}


@dataclass(frozen=True, slots=True)
class Label:
    """The names of a facet's value; `parent` is the class of an instrument."""

    zh: str
    en: str
    parent: str | None = None


class Names:
    """Resolves names and labels codes; `papers` are the papers that are there now, by slug."""

    def __init__(self, vocabulary: Vocabulary, papers: Mapping[str, PaperTitle]) -> None:
        self.vocabulary = vocabulary
        self._papers = papers
        self._titles = {slug: _title(slug, paper) for slug, paper in papers.items()}

    def resolve(self, field: str, name: str) -> str | None:
        """The code in `field` for a name in either language and script, or a code; `None` when unknown."""
        match field:
            case "country":
                return _code(self.vocabulary.countries.find(name))
            case "instrument":
                found = self.vocabulary.instruments.find(name) or self.vocabulary.instrument_classes.find(name)
                return _code(found)
            case "type":
                return _named(name, TYPES)
            case "has":
                return _named(name, HAS)
            case "paper":
                return self._paper(name)
        return None

    def check(self, filters: Filters) -> Filters:
        """The filters with every value as a code.

        Raises `UnknownCodeError` for the first value that is none.
        """
        return replace(
            filters,
            country=tuple(self._known("country", value) for value in filters.country),
            instrument=tuple(self._known("instrument", value) for value in filters.instrument),
            type=tuple(self._known("type", value) for value in filters.type),
            paper=tuple(self._known("paper", value) for value in filters.paper),
        )

    def label(self, field: str, code: str) -> Label:
        """The names of a code; one that the vocabulary does not know (any more) is its own name."""
        match field:
            case "country" if country := self.vocabulary.countries.get(code):
                return Label(country.zh, country.en)
            case "instrument" if kind := self.vocabulary.instruments.get(code):
                return Label(kind.zh, kind.en, kind.class_code)
            case "instrument_class" if group := self.vocabulary.instrument_classes.get(code):
                return Label(group.zh, group.en)
            case "named_instrument" if named := self.vocabulary.named_instruments.get(code):
                return Label(named.zh, named.en or named.zh, named.kind)
            case "type" if code in TYPES:
                return Label(*TYPES[code])
            case "has" if code in HAS:
                return Label(*HAS[code][:2])
            case "paper" if title := self._titles.get(code):
                return title
        return Label(code, code)

    def _known(self, field: str, value: str) -> str:
        code = self.resolve(field, value)
        if code is None:
            raise UnknownCodeError(field, value, _HINTS[field])
        return code

    def _paper(self, name: str) -> str | None:
        if name in self._papers:
            return name
        found = [slug for slug, paper in self._papers.items() if _same(name, (paper.title, paper.title_en))]
        return found[0] if len(found) == 1 else None


def _title(slug: str, paper: PaperTitle) -> Label:
    title = paper.title or paper.title_en or slug
    return Label(title, paper.title_en or title)


def _code(entry: Country | Instrument | InstrumentClass | None) -> str | None:
    return entry.code if entry else None


def _named(name: str, codes: Mapping[str, Iterable[str]]) -> str | None:
    return next((code for code, names in codes.items() if _same(name, (code, *names))), None)


def _same(name: str, names: Iterable[str | None]) -> bool:
    key = name_key(name)
    return bool(key) and any(key == name_key(other) for other in names if other)
