"""What English styles share: whose a work is, its title with a translation, days and page ranges."""

from collections.abc import Iterable
from dataclasses import replace

from app.cite.names import Name, parse_name, romanise
from app.cite.works import Work

UNKNOWN_TITLE = "[Title not known]"
_QUOTED = frozenset({"J", "N", "D", "EB", "DB", "DS", "PP", "A", ""})
"""Types of works whose title is never that of a book."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


_ENDS = (".", "?", "!", ".”", "?”", "!”", "？", "！", "？”", "！”")


def authors_of(work: Work) -> list[Name]:
    """The authors, in letters; of a work translated into Chinese as they are printed, since their names are foreign."""
    if work.chinese and work.translators and not work.authors_en:
        return [name if not name.han else Name(name.full, han=True) for name in map(parse_name, work.authors)]
    return latin_names(work.authors_en or work.authors)


def latin_names(names: Iterable[str]) -> list[Name]:
    """Names in letters; those of institutions as they are printed."""
    return [_pointed(romanise(parse_name(name))) for name in names]


def _pointed(name: Name) -> Name:
    """With a point behind initials that have none: `Peebles P Z` → `P. Z. Peebles`."""
    if name.han or not all(len(word) == 1 and word.isupper() for word in name.given.split()):
        return name
    return replace(name, given=" ".join(f"{letter}." for letter in name.given.split()))


def title_of(work: Work) -> str:
    """`科技外交 [Science diplomacy]`."""
    return translated(work.title, work.title_en) or UNKNOWN_TITLE


def container_of(work: Work) -> str:
    """The journal, newspaper or book, with its English name."""
    return translated(work.host, work.container_en)


def translated(text: str | None, english: str | None) -> str:
    """`外交评论 [Foreign Affairs Review]`."""
    return f"{text} [{english}]" if text and english and english != text else text or english or ""


def quoted(title: str, english: str | None, mark: str = "") -> str:
    """A title in quotation marks, a `mark` before the closing one where no translation follows: `“Money.”`."""
    inner = title.translate(str.maketrans("“”", "‘’"))
    if inner[-1:] in "?!？！" and mark == ".":
        mark = ""
    return f"“{inner}” [{english}]{mark}" if english and english != title else f"“{inner}{mark}”"


def stands_alone(work: Work) -> bool:
    """Whether the title is that of a whole: a book, a report, a site; a part has its title in quotation marks."""
    return work.kind not in _QUOTED and not work.host and not work.event


def listed(names: list[str], word: str) -> str:
    """`A`, `A and B`, `A, B, and C`, with `word` before the last; of two, a comma where the first is inverted."""
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, {word} {names[1]}"
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def month(day: str) -> tuple[str, str, str]:
    """Year, name of the month and day of a date in ISO 8601; what it does not say is empty."""
    year, _, rest = day.partition("-")
    number, _, last = rest.partition("-")
    named = _MONTHS[int(number) - 1] if number.isdigit() and 1 <= int(number) <= 12 else ""
    return year, named, last.lstrip("0") if last.isdigit() else ""


def dashed(pages: str | None) -> str:
    """`40-47` → `40–47`."""
    return "–".join(part.strip() for part in (pages or "").replace("–", "-").replace("—", "-").split("-"))


def shortened(pages: str | None, *, two_digits: bool) -> str:
    """A range of pages without the digits that repeat: `193–200`, `457–72`, `1818–59`.

    MLA (2.139) keeps `two_digits` at least, 103–04; Chicago (9.63) has 103–4, and 200–203 whole.
    """
    first, dash, last = dashed(pages).partition("–")
    if not dash or not first.isdigit() or not last.isdigit() or len(first) != len(last) or len(first) < 3:
        return first + dash + last
    if not two_digits and int(first) % 100 == 0:
        return f"{first}–{last}"
    keep = next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(last) - 1)
    least = 1 if not two_digits and int(first) % 100 < 10 else 2
    return f"{first}–{last[min(keep, len(last) - least) :]}"


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences; a full stop follows each that has no mark at its end."""
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts if part)


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def commas(*parts: str | None) -> str:
    """The parts that there are, with commas between them."""
    return ", ".join(part for part in parts if part)
