"""From a file to rows, in pure stages over frozen records.

    reader.read_documents(path)        → Document       text, checksum, format, encoding
    layout.arrange(document)           → Layout         blocks in reading order, each line tied to the source (page/)
    sections.divide(blocks)            → [Part]         front matter and the section tree
    frontmatter.read_front_matter(…)   → FrontMatter    title, authors, abstract, key words, journal
    claims.split(parts, …)             → [Draft]        one sentence each, with its place and its citation marks
    citations.link(drafts, layout)     → Linked         marks to citations; references and notes (references/)
    labels.label_claims(claims, …)     → [Claim]        type, countries, instruments, figures (labels/)
    analysis.analyse(document, …)      → Analysis       all of the above
    preparing.prepare(analysis, …)     → PaperRows      the rows of the paper's tables, which `store.save` writes

Every record is in `records`. Nothing here reads the environment, and only `store` knows the database.
"""
