"""Characters that no text needs, and text that is none."""

import re

from app.ingest.errors import ReadError

_LINE_BREAKS = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 controls but tab, newline and form feed (a page break); lone surrogates; noncharacters.
# No database and no page can keep them.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What stands for a glyph whose character is unknown: (cid:123) of PDF tools, U+FFFD, the private use area.
_GLYPHS = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]")
ILLEGIBLE_SHARE = 0.2


def clean(text: str) -> tuple[str, int]:
    r"""`text` with every line break as `\n` and every control character as a space, and how many those were.

    But for `\r\n`, which becomes one character, nothing shifts: a character stands where it stood.
    """
    return _CONTROLS.subn(" ", _LINE_BREAKS.sub("\n", text))


def refuse_illegible(text: str) -> int:
    """The number of glyphs without a character.

    Raises ReadError when they make up a fifth of the text or more: such text was never there to be read.
    """
    glyphs = _GLYPHS.findall(text)
    ink = len(text) - sum(map(str.isspace, text))
    if glyphs and sum(map(len, glyphs)) >= ILLEGIBLE_SHARE * ink:
        example = glyphs[0] if glyphs[0].isascii() else f"U+{ord(glyphs[0]):04X}"
        raise ReadError(
            f"{len(glyphs)} of its glyphs have no character behind them, such as {example}",
            "make a text of it with OCR and ingest that",
        )
    return len(glyphs)
