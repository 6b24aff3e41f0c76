"""How large an input may be: well above any paper, well below what would stop the machine."""

MAX_FILE_BYTES = 100 * 1024 * 1024
"""Of one file that is read whole; JSON lines are streamed and may be longer."""
MAX_PAGE_BYTES = 10 * 1024 * 1024
"""Of one web page: telling the article from the rest takes more than proportionally longer with its size."""
MAX_LINE_BYTES = 16 * 1024 * 1024
"""Of one JSON line: a paper of `MAX_CHARACTERS`, every character escaped."""
MAX_CHARACTERS = 2_000_000
"""Of the text of one paper: some ten thick books."""
