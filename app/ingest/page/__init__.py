"""What is on the pages: lines and what each of them is, before anything is said of the paper's structure.

    lines           the lines that are not blank, tied to the source; the measure to which they were set
    furniture       page numbers, running heads, imprint, pictures, tables, captions
    front_labels    摘要 and 关键词
    footnotes       notes at the foot of pages, and the marks that call them
    english         English title pages of a Chinese paper, its own and foreign ones
    repeats         stretches that stand twice
    headings        headings of sections, by number and place
    blocks          paragraphs, joined over lines, columns, pages and notes
    reading_order   blocks put back where their numbers belong
    marks           citation marks in a line
    flow            lines joined to running text with a place in the source for every character

Each takes lines and answers lines in new roles; none knows what a claim is.
"""
