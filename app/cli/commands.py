"""The commands. Each reads its options, calls the library and prints."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from app import __version__, cite, resources
from app.catalogue import count_doubts, work_doubts
from app.cli.printing import print_analysis, print_doubts, print_results, print_scores
from app.cli.progress import progress_bar
from app.cli.serving import prepare, serve
from app.ingest.curated import apply_labels
from app.ingest.errors import ReadError
from app.ingest.evaluation import Scores
from app.ingest.extract import as_json
from app.ingest.gold import read_gold
from app.library import Library, LibraryError
from app.search.request import Filters, Mode
from app.settings import Settings

kewai = typer.Typer(
    name="kewai",
    help="A bilingual knowledge base over Chinese papers on science and technology diplomacy.",
    add_completion=False,
    pretty_exceptions_enable=False,
)

Countries = Annotated[list[str] | None, typer.Option("--country", metavar="CODE", help="Only about this country.")]
Instruments = Annotated[
    list[str] | None, typer.Option("--instrument", metavar="CODE", help="Only about this instrument or class.")
]
Types = Annotated[list[str] | None, typer.Option("--type", metavar="T", help="Only claims of this type.")]
Papers = Annotated[list[str] | None, typer.Option("--paper", metavar="SLUG", help="Only in this paper.")]
Modes = Annotated[Mode, typer.Option("--mode", help="How claims are matched.")]


@kewai.callback()
def configure(
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
) -> None:
    """Options before the command."""


@kewai.command("serve")
def serve_site(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
) -> None:
    """Migrate, ingest the shipped papers if the database is empty, and serve the site."""
    settings = _settings()
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    with _library(settings) as library:
        prepare(library)
    serve(settings.model_copy(update=given), workers)


@kewai.command("ingest")
def ingest_papers(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders with papers.")],
) -> int:
    """Add or update papers. The same input twice changes nothing; a bad file does not stop the rest."""
    with _library(_settings()) as library:
        library.migrate()
        with progress_bar() as bar:
            report = library.ingest(paths, bar)
    for failure in report.failures:
        print(f"kewai: {failure.message}", file=sys.stderr)
    for problem in report.companion_problems:
        print(f"kewai: {problem}", file=sys.stderr)
    if report.index_problem:
        print(f"kewai: {report.index_problem}", file=sys.stderr)
    print(report.summary())
    return 0 if report.ok else 1


@kewai.command("remove")
def remove_papers(
    slugs: Annotated[list[str], typer.Argument(metavar="SLUG...", help="Papers, by the last part of their address.")],
) -> int:
    """Take papers out. Their addresses, and those of their claims, say so from then on."""
    status = 0
    with _library(_settings()) as library:
        library.migrate()
        for slug in slugs:
            if library.remove(slug):
                print(f"removed {slug}")
            else:
                print(
                    f"kewai: there is no paper {slug!r}; its slug is the last part of its page's address",
                    file=sys.stderr,
                )
                status = 1
    return status


@kewai.command("extract")
def extract_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="One paper.")],
    as_json_: Annotated[bool, typer.Option("--json", help="Print the whole analysis as JSON.")] = False,
) -> None:
    """Show what is understood of one file; nothing is stored."""
    with _library(_settings()) as library:
        analysis = library.analyse(file)
    if as_json_:
        print(json.dumps(as_json(analysis), ensure_ascii=False, indent=1))
    else:
        print_analysis(analysis)


@kewai.command("search")
def search_claims(
    query: Annotated[str, typer.Argument(help='Words, "phrases", OR, -word, country:JP …')],
    limit: Annotated[int, typer.Option(min=0, max=100, help="How many hits.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many hits to pass over.")] = 0,
    country: Countries = None,
    instrument: Instruments = None,
    type_: Types = None,
    paper: Papers = None,
    mode: Modes = Mode.HYBRID,
    as_json_: Annotated[bool, typer.Option("--json", help="Print what the API answers.")] = False,
) -> None:
    """Find claims."""
    with _ready_library() as library:
        filters = _filters(country, instrument, type_, paper)
        page = library.search(query, filters, mode=mode, limit=limit, offset=offset)
        if as_json_:
            from app.cli.answers import as_api_answers  # with the whole web framework, which other commands do without

            print(as_api_answers(library, page))
        else:
            print_results(page)


@kewai.command("reindex")
def rebuild_index() -> None:
    """Rebuild the search index from the database."""
    with _library(_settings()) as library:
        library.migrate()
        with progress_bar() as bar:
            count = library.reindex(bar)
        print(f"indexed {count} claims")


@kewai.command("works")
def list_unsure_works(
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many pairs.")] = 100,
) -> None:
    """List the pairs of entries that may be of one work, each ready to be decided in corpus/works.toml."""
    with _library(_settings()) as library, library.session() as session:
        print_doubts(work_doubts(session, limit=limit), count_doubts(session))


@kewai.command("evaluate")
def evaluate_extraction(
    folder: Annotated[
        Path | None, typer.Argument(metavar="GOLD_DIR", help="Folder of SLUG.jsonl with labelled sentences.")
    ] = None,
) -> None:
    """Score extraction alone on the shipped papers, against their labels by hand or those of a folder."""
    with _library(_settings()) as library:
        print_scores(_against_curated(library) if folder is None else _against_gold(library, folder))


def _against_curated(library: Library) -> Scores:
    scores = Scores()
    for paper in sorted(resources.PAPERS.glob("*.txt")):
        analysis = library.analyse(paper)
        scores.add_judged(apply_labels(analysis, library.vocabulary).judged, analysis.claims)
    return scores


def _against_gold(library: Library, folder: Path) -> Scores:
    pairs = [(gold, resources.PAPERS / f"{gold.stem}.txt") for gold in sorted(folder.glob("*.jsonl"))]
    pairs = [(gold, paper) for gold, paper in pairs if paper.is_file()]
    if not pairs:
        raise ReadError(
            "it holds no labels of a shipped paper", "give a folder of SLUG.jsonl files", origin=str(folder)
        )
    scores = Scores()
    for gold, paper in pairs:
        scores.add_paper(read_gold(gold), library.analyse(paper).claims)
    return scores


@kewai.command("export")
def export_claims(
    query: Annotated[str, typer.Argument(help="Only claims that this finds; all if left out.")] = "",
    format_: Annotated[cite.Format, typer.Option("--format", help="What to write.")] = cite.Format.CSV,
    country: Countries = None,
    instrument: Instruments = None,
    type_: Types = None,
    paper: Papers = None,
    mode: Modes = Mode.HYBRID,
    style: Annotated[str, typer.Option(help="Of references: gb2025, apa, mla …")] = cite.USUAL["zh"],
) -> None:
    """Write claims, or the papers they stand in, for other programs."""
    if style not in cite.STYLES:
        raise typer.BadParameter(f"there is no style {style!r}; there are {', '.join(cite.STYLES)}")
    from app.cli.answers import exported

    with _ready_library() as library:
        filters = _filters(country, instrument, type_, paper)
        sys.stdout.writelines(exported(library, query, filters, mode, format_, style))


@kewai.command("version")
def show_version() -> None:
    """Show the version."""
    print(__version__)


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        raise LibraryError(f"KEWAI_{name} is not right ({first['msg']}); correct the variable") from error


@contextmanager
def _library(settings: Settings) -> Iterator[Library]:
    library = Library(settings)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def _ready_library() -> Iterator[Library]:
    """A library that can be searched. Raises `LibraryError` that says what to do when it cannot."""
    with _library(_settings()) as library:
        if problem := library.check():
            raise LibraryError(problem)
        yield library


def _filters(
    country: list[str] | None, instrument: list[str] | None, type_: list[str] | None, paper: list[str] | None
) -> Filters:
    return Filters(tuple(country or ()), tuple(instrument or ()), tuple(type_ or ()), tuple(paper or ()))
