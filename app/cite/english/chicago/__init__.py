"""The Chicago Manual of Style, 18th edition (2024): notes and bibliography, and author and date (chapters 13, 14).

A Chinese author is named family name first and without a comma, in letters and then in characters (11.90):
`Hua Linfu 華林甫`. The place of publication is no longer given (14.30).
"""

from app.cite.english.chicago.entries import format_author_date, format_bibliography
from app.cite.english.chicago.notes import cite_author_date, format_note, repeat_note

__all__ = ["cite_author_date", "format_author_date", "format_bibliography", "format_note", "repeat_note"]
