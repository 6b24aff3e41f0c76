"""Scores the claims of papers against sentences marked by hand: how many are exactly one claim. Prints totals only.

    python -m benchmarks.sentences PAPERS LABELS [LIST]

LABELS holds `NAME.jsonl` for papers `NAME.md`, a sentence a line (`text`); LIST is a file that names those to be
scored. Sentences are compared by letters, digits and Han, once as the claim reads and once as it is printed: the
labels keep citation marks that recognition damaged (发展2。, [16。), a claim's text does not.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from app.ingest import claims, frontmatter, layout, sections
from app.ingest.reader import read_documents
from app.ingest.records import Document
from app.text.normalise import bare

_DISTINCT = 10


def main(arguments: list[str]) -> int:
    """Prints the table; 2 when the folders are not given."""
    if len(arguments) not in {2, 3}:
        print("usage: python -m benchmarks.sentences PAPERS LABELS [LIST]", file=sys.stderr)
        return 2
    papers, labels = map(Path, arguments[:2])
    names = Path(arguments[2]).read_text(encoding="utf-8").split() if len(arguments) == 3 else None
    counts: Counter[str] = Counter()
    for path in sorted(labels.glob("*.jsonl")):
        if names is None or path.stem in names:
            lines = path.read_text(encoding="utf-8").splitlines()
            counts += score(papers / f"{path.stem}.md", [json.loads(line)["text"] for line in lines if line.strip()])
    total = max(counts["sentences"], 1)
    print(f"exactly one claim {counts['exact'] / total:.3f}, its printed place {counts['placed'] / total:.3f}")
    print(f"{counts['sentences']} sentences, {counts['duplicates']} duplicate claims")
    return 0


def score(paper: Path, sentences: list[str]) -> Counter[str]:
    """For one paper: its sentences, how many read and are placed as one claim, and claims that stand twice."""
    counts: Counter[str] = Counter(sentences=len(sentences))
    for document in read_documents(paper):
        if isinstance(document, Document):
            read, placed = _claims(document)
            counts["exact"] += sum(bare(sentence) in read for sentence in sentences)
            counts["placed"] += sum(bare(sentence) in read or bare(sentence) in placed for sentence in sentences)
            counts["duplicates"] += sum(n - 1 for text, n in read.items() if len(text) > _DISTINCT)
    return counts


def _claims(document: Document) -> tuple[Counter[str], Counter[str]]:
    """The bare texts of a document's claims, and what is printed in their places."""
    arranged = layout.arrange(document)
    front = frontmatter.read_front_matter(arranged)
    drafts, _ = claims.split(sections.divide(arranged.blocks), front, arranged.calls)
    return Counter(bare(d.text) for d in drafts), Counter(bare(document.text[d.start : d.end]) for d in drafts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
