"""References → works: the same work cited in different words, scripts and languages is one.

Pure functions over frozen records: `face_of` makes a description comparable, `compare` judges two, `keys_of` says
which are worth comparing, `group` makes works of many. `app.ingest.linking` brings them to the database.
"""

from app.ingest.works.blocking import candidates, keys_of
from app.ingest.works.comparing import Likeness, Verdict, compare
from app.ingest.works.decisions import Decision, Decisions, read_decisions
from app.ingest.works.entry import Entry, Face, face_of
from app.ingest.works.grouping import Doubt, Group, Grouping, Member, group, judge

__all__ = [
    "Decision",
    "Decisions",
    "Doubt",
    "Entry",
    "Face",
    "Group",
    "Grouping",
    "Likeness",
    "Member",
    "Verdict",
    "candidates",
    "compare",
    "face_of",
    "group",
    "judge",
    "keys_of",
    "read_decisions",
]
