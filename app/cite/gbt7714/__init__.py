"""References in the Chinese national standard GB/T 7714, 信息与文献 参考文献著录规则, editions of 2015 and 2025.

`editions` holds what differs between the two, `creators` writes names (2015: 8.1; 2025: 7.1), `sources` what stands
behind a title for each type of document (2015: 4; 2025: 8), `entry` puts an entry together and `notes` cites in
a text and in footnotes (2015: 10; 2025: 9).

A field that is not known is left out, the type of the work too; 出版地不详 and 出版者不详 are said of a document that
was seen to print none (2015: 8.4.1.3, 8.4.2.3), which no record of ours tells.
"""

from app.cite.gbt7714.editions import EDITION_2015, EDITION_2025, Edition
from app.cite.gbt7714.entry import format_entry
from app.cite.gbt7714.notes import cite_author_date, repeat_author_date, repeat_numbered

__all__ = [
    "EDITION_2015",
    "EDITION_2025",
    "Edition",
    "cite_author_date",
    "format_entry",
    "repeat_author_date",
    "repeat_numbered",
]
