"""A paper's address: its file's stem, made safe for a URL.

The rule. A stem of ASCII letters, digits, `-`, `_` and `.` that starts with a letter or digit and has at most
100 characters is the slug as it stands. Any other stem is spelled out: Chinese characters in pinyin without
tones, syllables joined by `-`; whatever is then not in that alphabet becomes `-`; and because different stems
may be spelled alike, eight hexadecimal digits of the stem's BLAKE2b are put behind it.
"""

import re
import unicodedata
from hashlib import blake2b

from app.text.pinyin import plain_syllables

MAX_LENGTH = 100
_SAFE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{MAX_LENGTH - 1}}}")
_UNSAFE = re.compile(r"[^A-Za-z0-9._]+")
_SPELLED_LENGTH = 60


def slugify(stem: str) -> str:
    """The slug for a file's stem or a JSON line's id: `科技外交` → `ke-ji-wai-jiao-2b7ff9bc`. Never empty."""
    if _SAFE.fullmatch(stem):
        return stem
    normal = unicodedata.normalize("NFKC", stem)
    spelled = _UNSAFE.sub("-", "-".join(plain_syllables(normal[:MAX_LENGTH])))
    readable = spelled[:_SPELLED_LENGTH].strip("-._") or "paper"
    fingerprint = blake2b(
        unicodedata.normalize("NFC", stem).encode("utf-8", "surrogatepass"), digest_size=4
    ).hexdigest()
    return f"{readable}-{fingerprint}"
