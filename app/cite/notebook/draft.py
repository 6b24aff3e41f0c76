"""A notebook as a draft to go on writing with: quotations in their order, each with its footnote and the note on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.cite.locators import Locator, single_marks
from app.cite.notebook.entries import Notebook
from app.cite.quotation import TRANSLATED, Quotable
from app.cite.styles import STYLES, bibliography, reference_text
from app.cite.styles import notes as write_notes
from app.cite.works import Citable


class Language(StrEnum):
    """In which language claims are quoted. One without a translation is quoted in Chinese in any case."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in quotation marks, in `zh` or `en`."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One claim in a draft: how it is quoted, its footnote, where it stands, and the reader's note.

    Of a claim that is not known here there is no sentence, and footnote and address are empty.
    """

    id: str
    sentences: tuple[Sentence, ...]
    footnote: str
    address: str
    note: str

    @property
    def missing(self) -> str:
        """What stands where the claim is not known, in both languages; empty where it is."""
        return "" if self.sentences else f"[科外没有此条论断 · Kewai has no claim {self.id}]"


@dataclass(frozen=True, slots=True)
class Draft:
    """All passages, and the list of the papers that they quote, as the style sorts it."""

    title: str
    passages: tuple[Passage, ...]
    references: tuple[str, ...]
    references_title: str
    notes_title: str


_TITLES = {
    Language.ZH: ("科外笔记", "参考文献", "注释"),
    Language.EN: ("Kewai notebook", "References", "Notes"),
    Language.BOTH: ("科外笔记 · Kewai notebook", "参考文献 · References", "注释 · Notes"),
}


def make_draft(
    notebook: Notebook,
    claims: Mapping[str, Quotable],
    style: str,
    language: Language,
    address: Callable[[str], str],
) -> Draft:
    """Puts `notebook` together: `claims` by id, `style` one of `cite.STYLES`, `address` makes permalinks from ids.

    A paper that is quoted again gets the short note of the style, which names the first by its number or its author.
    Raises `KeyError` for an unknown style.
    """
    known = [claims[entry.id] for entry in notebook.entries if entry.id in claims]
    footnotes = iter(write_notes([(claim.paper, Locator.of_section(claim.section)) for claim in known], style))
    title, references, notes = _TITLES[language]
    return Draft(
        title=notebook.title or title,
        passages=tuple(
            Passage(entry.id, _sentences(claim, language), next(footnotes), address(entry.id), entry.note)
            if (claim := claims.get(entry.id))
            else Passage(entry.id, (), "", "", entry.note)
            for entry in notebook.entries
        ),
        references=_papers([claim.paper for claim in known], style),
        references_title=references,
        notes_title=notes,
    )


def _papers(papers: Sequence[Citable], style: str) -> tuple[str, ...]:
    """The list as the style sorts it, but without its numbers: beside numbered notes they would mean something else."""
    if STYLES[style].key is not None:
        return bibliography(papers, style)
    return tuple(dict.fromkeys(reference_text(paper, style) for paper in papers))


def _sentences(claim: Quotable, language: Language) -> tuple[Sentence, ...]:
    chinese = Sentence(f"“{single_marks(claim.text)}”", "zh")
    if not claim.text_en or language is Language.ZH:
        return (chinese,)
    english = Sentence(f"“{single_marks(claim.text_en)}” {TRANSLATED}", "en")
    return (english,) if language is Language.EN else (chinese, english)
