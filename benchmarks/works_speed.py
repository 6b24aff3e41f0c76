"""Fills a database with synthetic references and measures matching, look-up and the network.

    python -m benchmarks.works_speed [REFERENCES]

Titles, authors, journals and years are drawn from the words of the shipped papers with a fixed seed; a third of the
entries repeat a work in other words: traditional script, without subtitle, an author in pinyin, a misread letter.
Matching is told in seconds of the processor; pages by processor and by the clock, in one process without a network.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import func, insert, select

from app import resources
from app.database import Base, migrate, open_engine, session_factory, transaction
from app.ingest.linking import link_references
from app.main import create_app
from app.models import Claim, Paper, Reference, Work
from app.settings import Settings
from app.text.normalise import fold_text
from app.text.pinyin import romanise
from app.text.scripts import is_han
from app.text.words import dictionary_words

SEED, PER_PAPER, ROUNDS = 7, 40, 60
FAMILY, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡", "明国华伟强军平丽文杰涛宁超勇艳"
JOURNALS = ("全球科技经济瞭望", "外交评论", "中国科技论坛", "科学学研究", "情报杂志", "国际论坛", "中国软科学")
QUERIES = ("王明国", "wang", "科技外交", "2015", "2010-2015 情报杂志", "[17]", "李文 科技", "中国科技论坛 2018", "zzz")


def synthetic(count: int) -> Iterator[dict[str, Any]]:
    """So many references, without keys; every third repeats an earlier one in other words."""
    chance = random.Random(SEED)
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(resources.PAPERS.glob("*.txt")))
    words = sorted({token.text for token in dictionary_words(text) if len(token.text) > 1 and is_han(token.text[0])})
    made: list[dict[str, Any]] = []
    for number in range(count):
        if made and number % 3 == 0:
            yield _varied(chance.choice(made[-5000:]), chance)
            continue
        author = chance.choice(FAMILY) + "".join(chance.sample(GIVEN, chance.choice((1, 2))))
        entry = {
            "authors": [author],
            "title": "".join(chance.sample(words, 5)) + ("：" + "".join(chance.sample(words, 2)) if number % 2 else ""),
            "container": chance.choice(JOURNALS),
            "year": chance.randint(1990, 2024),
            "issue": str(chance.randint(1, 12)),
            "document_type": "J",
        }
        made.append(entry)
        yield entry


def _varied(entry: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    way = chance.randrange(4)
    if way == 0:
        return entry | {"title": entry["title"].replace("国", "國").replace("术", "術")}
    if way == 1:
        return entry | {"title": entry["title"].partition("：")[0]}
    if way == 2:
        return entry | {"authors": [romanise(entry["authors"][0]).title()]}
    return entry | {"title": entry["title"][:-1], "issue": None}


def fill(sessions: Any, count: int) -> None:
    """Stores papers with their references, one citing claim for every second entry."""
    entries, tables = list(synthetic(count)), Base.metadata.tables
    with transaction(sessions) as session:
        for start in range(0, count, PER_PAPER):
            _fill_paper(session, tables, start // PER_PAPER, entries[start : start + PER_PAPER])


def _fill_paper(session: Any, tables: Any, number: int, entries: Sequence[dict[str, Any]]) -> None:
    values = {"slug": f"paper-{number:05}", "checksum": str(number), "source_text": "", "title": f"文献{number}号"}
    paper = session.execute(insert(tables["paper"]).values(values).returning(tables["paper"].c.id)).scalar_one()
    section = {"paper_id": paper, "number": "1", "level": 1, "position": 0, "heading": "引言", "start": 0, "end": 1}
    key = session.execute(insert(tables["section"]).values(section).returning(tables["section"].c.id)).scalar_one()
    rows = []
    for position, entry in enumerate(entries):
        text = f"{entry['authors'][0]}. {entry['title']}[J]. {entry['container']}, {entry['year']}."
        row = {"paper_id": paper, "position": position, "label": str(position + 1), "text": text}
        rows.append(entry | row | {"lookup": fold_text(text)})
    session.execute(insert(tables["reference"]), rows)
    claim = {"paper_id": paper, "section_id": key, "position": 0, "text": "一句话。", "start": 0, "end": 4}
    claims = [claim | {"uid": f"c{number:07}{n:03}", "position": n, "type": "fact"} for n in range(len(rows) // 2)]
    session.execute(insert(tables["claim"]), claims)
    ids = session.scalars(select(Reference.id).where(Reference.paper_id == paper).order_by(Reference.position)).all()
    cited = session.scalars(select(Claim.id).where(Claim.paper_id == paper).order_by(Claim.position)).all()
    pairs = zip(cited, ids[::2], strict=False)
    session.execute(
        insert(tables["citation"]), [{"claim_id": c, "reference_id": r, "position": 0, "at": 0} for c, r in pairs]
    )


def percentiles(times: Sequence[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(1000 * one for one in times)
    return f"{statistics.median(ordered):.0f} | {ordered[int(0.95 * (len(ordered) - 1))]:.0f}"


async def measure(settings: Settings, addresses: Sequence[str]) -> list[tuple[float, float]]:
    """Seconds of the processor and of the clock that each of the addresses takes, after one that warms up."""
    times: list[tuple[float, float]] = []
    transport = httpx.ASGITransport(create_app(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://benchmark", timeout=60) as client:
        for place, address in enumerate((addresses[0], *addresses)):
            began = time.process_time(), time.perf_counter()
            (await client.get(address)).raise_for_status()
            took = time.process_time() - began[0], time.perf_counter() - began[1]
            times += [took] if place else []
    return times


def main(arguments: list[str]) -> int:
    """Fills, measures and prints a table for docs/benchmarks.md."""
    count = int(arguments[0]) if arguments else 50_000
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/k.db", index_dir=Path(folder) / "index", encoder="none")
        engine = open_engine(settings.database_url)
        migrate(engine)
        sessions = session_factory(engine)
        fill(sessions, count)
        print("| what | seconds |\n|---|---|")
        for what in ("match all", "match again, nothing changed"):
            began = time.process_time()
            with transaction(sessions) as session:
                link_references(session)
            print(f"| {what} | {time.process_time() - began:.2f} |")
        print(f"| match one paper more | {_one_more(sessions):.2f} |")
        with sessions() as session:
            print(f"\n{session.scalar(select(func.count(Work.id)))} works of {count} references\n")
            uids = session.scalars(select(Work.uid).order_by(Work.papers.desc(), Work.uid).limit(ROUNDS)).all()
            slugs = session.scalars(select(Paper.slug).order_by(Paper.slug).limit(ROUNDS)).all()
        pages = {
            "look-up, API": [f"/api/v1/citations?q={QUERIES[n % len(QUERIES)]}" for n in range(ROUNDS)],
            "look-up, page": [f"/zh/citations?q={QUERIES[n % len(QUERIES)]}" for n in range(ROUNDS)],
            "works, page": ["/zh/works"] * 5,
            "look-up of works, page": [f"/zh/works?q={QUERIES[n % len(QUERIES)]}" for n in range(ROUNDS)],
            "a work, page": [f"/zh/works/{uid}" for uid in uids],
            "network of all, page": ["/zh/network"] * 5,
            "network around a work, two steps": [f"/zh/network?node=work:{uid}&depth=2" for uid in uids],
            "network around a paper, two steps": [f"/zh/network?node=paper:{slug}&depth=2" for slug in slugs],
        }
        print("| page | processor, median ms | p95 ms | clock, median ms | p95 ms |\n|---|---|---|---|---|")
        for what, addresses in pages.items():
            processor, clock = zip(*asyncio.run(measure(settings, addresses)), strict=True)
            print(f"| {what} | {percentiles(processor)} | {percentiles(clock)} |", flush=True)
        engine.dispose()
    return 0


def _one_more(sessions: Any) -> float:
    """Processor time of matching the references of one paper that is added."""
    with transaction(sessions) as session:
        _fill_paper(session, Base.metadata.tables, 99_999, list(synthetic(PER_PAPER)))
    began = time.process_time()
    with transaction(sessions) as session:
        link_references(session)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
