"""Works that a paper cites, as it prints them.

listing         where the list of references stands in the document
entries         the entries of a list, cut apart by their numbers
numbering       the numbers that begin entries, in every style, also inside a line
fields          authors, title, journal … of one entry; footnotes told from references
accessed        the day on which a work on the web was read
addresses       address and DOI of an entry, mended where they are broken
heads           authors and title: which full stop parts them
lost            entries whose number was lost
standard        entries in GB/T 7714 with a type mark such as [J]
untyped         the same without a type mark
notes           entries in the footnote style of the humanities, Chinese and Latin
western         entries of Western styles: author and date, titles in quotation marks
author_year     works of the list that the text cites by author and year
named_authors   the author whom a sentence names beside a mark
"""
