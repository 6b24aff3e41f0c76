"""Pure functions on Chinese and mixed text: they know nothing of papers, files or databases.

scripts     what is Han; traditional ⇄ simplified
normalise   folding for comparison and search, with offsets back to the source; the bare form for identity
numbers     Chinese and Arabic numerals
words       segmentation into words (jieba with our vocabulary)
sentences   borders of sentences
names       personal names in Chinese and in Latin letters
"""
