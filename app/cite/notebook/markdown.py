"""A draft as Markdown: CommonMark with the footnotes that Pandoc, GitHub and most editors know."""

import re
from collections.abc import Iterator

from app.cite.notebook.draft import Draft, Passage

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$^])")
_STARTS_BLOCK = re.compile(r"^(\d*)([#+=.)-])")
"""Headings, lists and rules at the beginning of a line; of numbered lists the sign behind the number."""


def as_markdown(draft: Draft) -> str:
    """Passages as block quotations with `[^1]`, the reader's notes as paragraphs below them, then notes and papers.

    Text of documents and notes is escaped: what looks like markup stays text.
    """
    return "\n\n".join(_blocks(draft)) + "\n"


def _blocks(draft: Draft) -> Iterator[str]:
    yield f"# {_escaped(draft.title)}"
    notes: list[str] = []
    for passage in draft.passages:
        if passage.sentences:
            number = len(notes) + 1
            notes.append(f"[^{number}]: {_escaped(passage.footnote)} <{passage.address}>")
            first, *others = (f"> {_escaped(sentence.text)}" for sentence in passage.sentences)
            yield "\n>\n".join([f"{first}[^{number}]", *others])
        else:
            yield f"> {_escaped(passage.missing)}"
        yield from _note(passage)
    yield from notes
    if draft.references:
        yield f"## {_escaped(draft.references_title)}"
        yield "\n".join(f"- {_escaped(reference)}" for reference in draft.references)


def _note(passage: Passage) -> Iterator[str]:
    """The note's paragraphs; line breaks within them stay, as a backslash at the end of the line."""
    for paragraph in re.split(r"\n\s*\n", passage.note):
        if paragraph.strip():
            yield "\\\n".join(_escaped(line.strip()) for line in paragraph.splitlines())


def _escaped(text: str) -> str:
    return _STARTS_BLOCK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
