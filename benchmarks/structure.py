"""Scores structure and references of a folder of papers against a folder of labels; prints totals and nothing else.

    python -m benchmarks.structure PAPERS LABELS

LABELS holds `NAME.json` for papers `NAME.md`: title, authors, keywords, headings (heading, level, and `optional` where
readers would differ: neither demanded nor punished), references (count, samples with their fields), and how many
marks of citations are printed in the text. Texts are compared by letters, digits and Han alone.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.ingest import citations, claims, frontmatter, layout, sections
from app.ingest.reader import read_documents
from app.ingest.records import Bibliography, Document, Reference, Section
from app.text.normalise import bare

_FIELDS = ("authors", "title", "container", "year", "volume", "issue", "pages", "document_type", "url")
_MANY_MARKS = 30


@dataclass(frozen=True)
class Found:
    """What is read off one paper: entries of its list by label, and the number of marks behind the front matter."""

    record: Bibliography
    sections: tuple[Section, ...]
    references: dict[str, Reference]
    marks: int


def main(arguments: list[str]) -> int:
    """Prints the table; 2 when the folders are not given."""
    if len(arguments) != 2:
        print("usage: python -m benchmarks.structure PAPERS LABELS", file=sys.stderr)
        return 2
    papers, labels = map(Path, arguments)
    counts: Counter[str] = Counter()
    for path in sorted(labels.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for document in read_documents(papers / f"{path.stem}.md"):
            if isinstance(document, Document):
                counts.update(compare(read(document), gold))
    for line in table(counts):
        print(line)
    return 0


def read(document: Document) -> Found:
    """The structure of a document, its sentences unlabelled."""
    arranged = layout.arrange(document)
    parts = sections.divide(arranged.blocks)
    front = frontmatter.read_front_matter(arranged)
    drafts, _ = claims.split(parts, front, arranged.calls)
    printed = {entry.label for entry in arranged.entries}
    references = {r.label: r for r in citations.link(drafts, arranged).references if r.label in printed}
    marks = sum(len(draft.marks) for draft in drafts if draft.section != sections.FRONT)
    return Found(front.bibliography, tuple(part.section for part in parts), references, marks)


def compare(found: Found, gold: dict[str, Any]) -> Counter[str]:
    """What is right of one paper: `NAME` and `NAME of` are counts whose ratio is the score."""
    counts = Counter({"papers": 1})
    counts["title"] += bare(found.record.title or "") == bare(gold["title"])
    counts["authors"] += list(map(bare, found.record.authors)) == list(map(bare, gold["authors"]))
    counts["keywords"] += list(map(bare, found.record.keywords)) == list(map(bare, gold["keywords"]))
    counts.update(_headings(found.sections, gold["headings"]))
    counts["lists"] += len(found.references) == gold["references"]["count"]
    for sample in gold["references"]["samples"]:
        counts.update(_fields(found.references.get(sample["label"]), sample))
    counts["marks"] += abs(found.marks - gold["marks"]) <= (1 if gold["marks"] < _MANY_MARKS else 2)
    counts["marks counted"] += min(found.marks, gold["marks"])
    counts["marks printed"] += max(found.marks, gold["marks"])
    return counts


def _headings(found: tuple[Section, ...], gold: list[dict[str, Any]]) -> Iterator[str]:
    """`hit`, `miss` and `extra` of headings with their level."""
    wanted = Counter((bare(h["heading"]), h["level"]) for h in gold if not h.get("optional"))
    optional = {bare(h["heading"]) for h in gold if h.get("optional")}
    given = Counter((bare(s.heading), min(s.level, 3)) for s in found if s.level and bare(s.heading) not in optional)
    yield from ["hit"] * (wanted & given).total()
    yield from ["miss"] * (wanted - given).total()
    yield from ["extra"] * (given - wanted).total()
    plain, plain_given = (_by_text(counter) for counter in (wanted, given))
    yield from ["text hit"] * (plain & plain_given).total()


def _by_text(headings: Counter[tuple[str, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (text, _), number in headings.items():
        counts[text] += number
    return counts


def _fields(reference: Reference | None, sample: dict[str, Any]) -> Iterator[str]:
    """`field NAME` for each field that either side gives, `right NAME` when both agree.

    Where the label names no container it is not compared: a book's publisher is none in the labels.
    """
    for name in _FIELDS:
        wanted = _comparable(sample[name])
        given = _comparable(getattr(reference, name) if reference else None)
        if (wanted or given) and (wanted or name != "container"):
            yield f"field {name}"
            if wanted == given:
                yield f"right {name}"


def _comparable(value: object) -> str:
    parts = value if isinstance(value, list | tuple) else [value]
    return "|".join(bare(str(part)) for part in parts if part is not None)


def table(counts: Counter[str]) -> Iterator[str]:
    """The scores, one a line."""
    papers = counts["papers"]
    for name in ("title", "authors", "keywords", "lists", "marks"):
        yield f"{name:<22}{counts[name] / max(papers, 1):.3f}  {counts[name]} of {papers}"
    hit, given, wanted = counts["hit"], counts["hit"] + counts["extra"], counts["hit"] + counts["miss"]
    yield f"{'headings':<22}{2 * hit / max(given + wanted, 1):.3f}  precision {hit / max(given, 1):.3f}" + (
        f" recall {hit / max(wanted, 1):.3f}, level aside {2 * counts['text hit'] / max(given + wanted, 1):.3f}"
    )
    right, fields = (sum(counts[f"{kind} {name}"] for name in _FIELDS) for kind in ("right", "field"))
    yield f"{'fields':<22}{right / max(fields, 1):.3f}  {right} of {fields}"
    for name in _FIELDS:
        yield f"  {name:<20}{counts[f'right {name}'] / max(counts[f'field {name}'], 1):.3f}"
    yield f"{'marks, number':<22}{counts['marks counted'] / max(counts['marks printed'], 1):.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
