"""A reader's notebook: claims in an order of their own with notes, as text with footnotes and as a file to pass on."""

from app.cite.notebook.draft import Draft, Language, Passage, Sentence, make_draft
from app.cite.notebook.entries import MOST_CLAIMS, MOST_NOTE, MOST_TITLE, Kept, Notebook, NotebookError
from app.cite.notebook.file import as_file, read_fields, read_notebook
from app.cite.notebook.markdown import as_markdown
from app.cite.notebook.plain import as_plain_text
from app.cite.notebook.word import as_word

__all__ = [
    "MOST_CLAIMS",
    "MOST_NOTE",
    "MOST_TITLE",
    "Draft",
    "Kept",
    "Language",
    "Notebook",
    "NotebookError",
    "Passage",
    "Sentence",
    "as_file",
    "as_markdown",
    "as_plain_text",
    "as_word",
    "make_draft",
    "read_fields",
    "read_notebook",
]
