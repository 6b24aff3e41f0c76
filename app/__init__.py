"""Kewai (科外): a bilingual knowledge base over Chinese papers on science and technology diplomacy.

A paper comes in through `ingest` (file → reading order → sections → claims → labels → citations → rows),
is kept by `database` and `models`, read back by `catalogue`, found by `search`, quoted by `cite`, and shown
by `pages` (HTML in Chinese and English) and `api` (their JSON twins). `library` joins what must not know
each other: it ingests then indexes, and turns search hits into rows.

Imports point one way, and `tests/test_architecture.py` holds them to it:

    settings, resources, processes, agreement, text → vocabulary → database → models
    → { catalogue | ingest | search | cite } → library → web → pages, api → main → cli

The siblings in braces do not import one another.
"""

import os

__version__ = "0.1.0"

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy reads it once; Kewai shares work out to processes instead
