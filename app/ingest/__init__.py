"""From a file to rows, in pure stages over frozen records.

    reader.read(path)            → Document      text, checksum, format, encoding
    layout.arrange(document)     → Layout        lines in reading order, each tied to its place in the source
    sections.divide(layout)      → Outline       front matter and the section tree
    claims.split(outline)        → [ClaimDraft]  one sentence each, with its offsets
    labels.label(claim, …)       → type, countries, instruments, figures
    citations.link(…)            → references, notes, citations
    analysis.analyse(document)   → Analysis      all of the above, the value that `store.save` writes

Every record is in `records`. Nothing here reads the environment, and only `store` knows the database.
"""
