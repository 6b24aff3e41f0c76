"""What commands print for people."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from app.catalogue.views import DoubtView
from app.cite import reference_text
from app.ingest.evaluation import Scores
from app.ingest.records import Analysis
from app.library import ResultPage


def print_results(page: ResultPage) -> None:
    """Search results: the sentence, its labels, its place."""
    if not page.understood:
        print(f"Not understood ({page.message}), searched as plain words: {page.canonical}")
    print(f"{page.total} claims in {page.took_ms:.0f} ms")
    for synonym in page.synonyms:
        print(f"{synonym.asked} is also searched as: {', '.join(synonym.names)}")
    for number, hit in enumerate(page.hits, page.offset + 1):
        claim = hit.claim
        labels = " ".join((claim.type, *claim.countries, *claim.instruments))
        title = claim.paper.title or claim.paper.slug
        print(f"\n{number:>4}  {claim.text}\n      {labels} · {title} {claim.section.id} · /claims/{claim.uid}")
    if not page.total and page.suggestion:
        print(f"Did you mean: {page.suggestion}")


def print_analysis(analysis: Analysis) -> None:
    """What was understood of a file, in a screenful; `--json` gives everything."""
    bibliography = analysis.bibliography
    print(bibliography.title or "(no title)")
    print(", ".join(bibliography.authors) or "(no authors)")
    for section in analysis.sections:
        print(f"{'  ' * section.level}{section.number} {section.heading}")
    asserting = sum(claim.type.code != "other" for claim in analysis.claims)
    print(f"{asserting} claims, {len(analysis.claims)} sentences, {len(analysis.references)} references and notes")
    for warning in (*analysis.document.warnings, *analysis.warnings):
        print(f"warning: {warning.code}: {warning.detail}")


def print_doubts(doubts: Sequence[DoubtView], total: int) -> None:
    """Pairs that a person must decide, as tables of `corpus/works.toml` that lack verdict, source and date."""
    print(f"# {total} pairs of entries may be of one work; decide them in corpus/works.toml")
    for pair in doubts:
        entries = zip(pair.places, pair.works, pair.papers, strict=True)
        for place, work, paper in entries:
            print(f"\n# {place}: {_one_line(reference_text(work or paper))}", end="")
        print(f"\n# the same: {pair.evidence}\n[[decisions]]\nworks = {json.dumps(pair.uids)}")
        print('verdict = ""  # "same" or "different"\nsource = ""\ndate = ')


def _one_line(text: str) -> str:
    return " ".join(text.split())


def print_scores(scores: Scores) -> None:
    """The table of an evaluation; shares to three decimals."""
    table = Table("measure", "precision", "recall", "F1", "in gold", box=None)
    for name, score in scores.codes.items():
        numbers = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *numbers, str(score.both + score.missed))
    print(
        f"sentences    found {_ratio(scores.found, scores.sentences)}  as exactly one claim "
        f"{_ratio(scores.single, scores.sentences)}  ({scores.sentences} in gold, {scores.duplicates} duplicates)"
    )
    print(f"type         accuracy {scores.type_accuracy:.3f}  macro-F1 {scores.type_macro_f1:.3f}")
    Console(highlight=False, width=80).print(table)


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
