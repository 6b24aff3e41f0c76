"""Claims for measuring speed: the sentences of a folder of papers, cut and labelled cheaply.

    paper        the name of the file
    year         the first 19xx or 20xx in it
    country      every country whose Chinese name stands in the sentence
    instrument   every kind of instrument whose Chinese name does
    type         by one word or sign, as `_TYPES` says

Labels so found are fewer than the product's own, but their numbers a claim are of the same order.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.search.request import ClaimDocument
from app.vocabulary import load_vocabulary

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TYPES = (
    ("definition", re.compile("是指|指的是|定义为")),
    ("statistic", re.compile(r"\d+(?:\.\d+)?[%％万亿]")),
    ("recommendation", re.compile("应当|应该|建议|必须")),
    ("viewpoint", re.compile("认为|指出|表明")),
)
_SHORTEST = 8
"""Lines of fewer characters are headings and leftovers of tables."""


def read_claims(folder: Path, most: int) -> Iterator[ClaimDocument]:
    """The sentences of the papers in `folder`, in the order of their names, up to `most` of them."""
    labels = _Labels()
    papers = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt"))
    return islice((claim for paper in papers for claim in _claims(paper, labels)), most)


def _claims(paper: Path, labels: "_Labels") -> Iterator[ClaimDocument]:
    year = _YEAR.search(paper.name)
    title = heading = ""
    position = 0
    for line in paper.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
            title = title or heading
            continue
        for sentence in filter(_is_long, _SENTENCE.findall(line)):
            yield ClaimDocument(
                uid=f"{paper.stem}-{position}",
                paper=paper.stem,
                position=position,
                text=sentence.strip(),
                text_en="",
                heading=heading,
                title=title,
                heading_en="",
                title_en="",
                type=labels.type(sentence),
                countries=labels.countries(sentence),
                instruments=labels.instruments(sentence),
                year=int(year[0]) if year else None,
            )
            position += 1


def _is_long(sentence: str) -> bool:
    return len(sentence.strip()) >= _SHORTEST


class _Labels:
    """Labels by the names of the shipped vocabulary."""

    def __init__(self) -> None:
        vocabulary = load_vocabulary()
        self._countries = {country.zh: country.code for country in vocabulary.countries}
        self._instruments = {kind.zh: kind.code for kind in vocabulary.instruments}
        self._country = _any_of(self._countries)
        self._instrument = _any_of(self._instruments)

    def countries(self, sentence: str) -> tuple[str, ...]:
        """Codes of the countries named."""
        return tuple(sorted({self._countries[name] for name in self._country.findall(sentence)}))

    def instruments(self, sentence: str) -> tuple[str, ...]:
        """Codes of the kinds of instruments named."""
        return tuple(sorted({self._instruments[name] for name in self._instrument.findall(sentence)}))

    def type(self, sentence: str) -> str:
        """The type whose word comes first in `_TYPES`."""
        return next((code for code, sign in _TYPES if sign.search(sentence)), "fact")


def _any_of(names: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
