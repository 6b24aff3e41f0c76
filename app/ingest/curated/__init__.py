"""Labels given by a person: read from a file, put in place of what extraction found, and compared with it.

reading    the file of labels of a paper, entry by entry: one faulty entry does not cost the others
applying   entry → the sentence with its id; what has none, or names an unknown code, is a warning
judging    each label of these sentences: does the person give it, does extraction, and why
"""

from app.ingest.curated.applying import Curated, apply_labels
from app.ingest.curated.judging import JudgedSentence, Judgement
from app.ingest.curated.reading import CuratedFiles, labels_beside

__all__ = ["Curated", "CuratedFiles", "JudgedSentence", "Judgement", "apply_labels", "labels_beside"]
