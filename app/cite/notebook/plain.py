"""A draft as plain text, its footnotes as numbered notes at the end."""

from collections.abc import Iterator

from app.cite.notebook.draft import Draft


def as_plain_text(draft: Draft) -> str:
    """UTF-8 text: passages with `[1]` behind what is quoted, notes of the reader below, then the numbered notes."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield draft.title
    notes: list[str] = []
    for passage in draft.passages:
        yield ""
        if passage.sentences:
            mark = f"[{len(notes) + 1}]"
            notes.append(f"{mark} {passage.footnote} {passage.address}")
            yield f"{passage.sentences[0].text}{mark}"
        yield from (sentence.text for sentence in passage.sentences[1:])
        if passage.missing:
            yield passage.missing
        yield from (f"    {line}".rstrip() for line in passage.note.splitlines())
    if notes:
        yield from ("", draft.notes_title, *notes, "", draft.references_title, *draft.references)
