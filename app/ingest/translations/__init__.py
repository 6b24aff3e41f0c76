"""The project's English of a paper: read from `corpus/translations`, matched with what the analysis found.

reading    the translation file of a paper, entry by entry: one faulty entry does not cost the others
matching   entry → heading, sentence or note with the same Chinese; what has no partner is a warning
"""

from app.ingest.translations.matching import English, match_translation
from app.ingest.translations.reading import TranslationFiles, read_translation

__all__ = ["English", "TranslationFiles", "match_translation", "read_translation"]
