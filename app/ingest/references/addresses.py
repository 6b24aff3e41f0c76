"""Address and DOI of an entry, mended where recognition broke them: `htp:/www. a.org/?id $\\ c =$ 7`."""

import re
from dataclasses import replace

from app.ingest.records import Reference

_FORMULA = r"\$[^$]{1,60}\$"
_CHARACTERS = r"[^\s<>，。；）》$\[\]［］]"
_URL = re.compile(
    rf"<?\s*((?:https?|ftp|h?t{{1,3}}ps?)\s?[:：]\s?/{{1,2}}\s?{_CHARACTERS}+(?:\s?{_FORMULA}\s?{_CHARACTERS}*)*"
    rf"|www\.\s?{_CHARACTERS}+)\s*>?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:\s+[\w./:?=&%#~+@$!-]*[./?=&%_~-][\w./:?=&%#~+@$!-]*|\s+\w{1,12}(?=\s*[./-])|(?<=\.)\s(?:org|com|edu|gov|net)\b"
    r"|\s?\$[^$]{1,60}\$)+[.。]?\s*(?=$|[\[［(（])"
)
_DAMAGED_SCHEME = re.compile(r"^h?t{1,3}p(s?)\s?[:：]\s?/{1,2}\s?", re.IGNORECASE)
_EQUALS = re.compile(rf"\s?({_FORMULA})\s?")
_SIGN = re.compile(r"=|\\(?:vDash|Bumpeq|equiv|doteq|models)")
_DATED = re.compile(r"(?<=[/\w])[,.(（](?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\W*$")
"""The date of access that was printed right behind an address."""
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s，。；\]]+)")


def take_addresses(reference: Reference) -> tuple[Reference, str]:
    """`reference` with its address and DOI, and its text without them in one line."""
    text = reference.text or ""
    url = doi = None
    if match := _URL.search(text):
        goes_on = None if match[1].endswith((",", ";")) else _GOES_ON.match(text, match.end(1))
        end = goes_on.end() if goes_on else match.end()
        url = _mended(text[match.start(1) : end if goes_on else match.end(1)])
        text = f"{text[: match.start()]} {text[end:]}"
    if match := _DOI.search(url or text):
        doi = match[1].rstrip(".,;)")
        if not url:
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return replace(reference, url=url, doi=doi), re.sub(r"\s+", " ", text).strip()


def _mended(address: str) -> str | None:
    """An address without spaces, its scheme spelt out; `None` when nothing follows the scheme."""
    plain = _EQUALS.sub(_sign, _DAMAGED_SCHEME.sub(r"http\1://", address))
    plain = _DATED.sub("", re.sub(r"\s", "", plain)).rstrip(".,;:)]。")
    return None if re.fullmatch(r"\w+:?/*", plain) else plain


def _sign(formula: re.Match[str]) -> str:
    """The sign of equality that was recognised as a formula, with the digits behind it; any other formula as it is."""
    sign = _SIGN.search(formula[1])
    if sign is None:
        return formula[0]
    return "=" + "".join(re.findall(r"\d", formula[1][sign.end() :]))
