"""Styles for readers of English: APA, Chicago and MLA, over pieces that they share.

A Chinese work keeps its title, with a translation in square brackets where one is known; its authors are named in
Hanyu Pinyin. Words keep the capitals of their record: which of them a style would put small cannot be told.
"""
