"""Scores citation marks of papers against sentences labelled by hand; prints totals and nothing else.

    python -m benchmarks.citations PAPERS LABELS NAME ...

LABELS holds `NAME.jsonl` for the paper `NAME.md`: a sentence a line with `text` and `cites`. Sentences are compared by
their letters alone: marks that lost their brackets are digits in one text and taken out of the other.
"""

import json
import sys
from pathlib import Path

from app.ingest import citations, claims, frontmatter, layout, sections
from app.ingest.evaluation import Agreement, align
from app.ingest.reader import read_documents
from app.ingest.records import Document
from app.text.normalise import bare


def main(arguments: list[str]) -> int:
    """Prints precision, recall and F1 over (sentence, label); 2 when folders or names are not given."""
    if len(arguments) < 3:
        print("usage: python -m benchmarks.citations PAPERS LABELS NAME ...", file=sys.stderr)
        return 2
    papers, labels = map(Path, arguments[:2])
    total = Agreement()
    for name in arguments[2:]:
        lines = (labels / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = [json.loads(line) for line in lines if line.strip()]
        for document in read_documents(papers / f"{name}.md"):
            if isinstance(document, Document):
                _score(document, gold, total)
    print(f"citations  P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}  ({total.both + total.missed})")
    return 0


def _score(document: Document, gold: list[dict[str, list[str]]], total: Agreement) -> None:
    arranged = layout.arrange(document)
    front = frontmatter.read_front_matter(arranged)
    drafts, _ = claims.split(sections.divide(arranged.blocks), front, arranged.calls)
    cited = citations.link(drafts, arranged).citations
    texts = [_letters(draft.text) for draft in drafts]
    for sentence, indexes in zip(gold, align([_letters(str(one["text"])) for one in gold], texts), strict=True):
        total.add(set(sentence["cites"]), {citation.label for i in indexes for citation in cited[i]})


def _letters(text: str) -> str:
    return "".join(character for character in bare(text) if not character.isdigit())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
