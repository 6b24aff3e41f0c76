"""Who made a work: authors, editors of what it stands in, translators (2015: 8.1; 2025: 7.1)."""

from collections.abc import Sequence

from app.cite.gbt7714.editions import Edition
from app.cite.names import Name, parse_name
from app.cite.works import Work

MOST = 3
"""Authors that are named; of more, the first three and 等 or et al. (2015: 8.1.2; 2025: 7.1.2)."""
NOBODY = {True: "佚名", False: "Anon"}
"""Who wrote what names nobody, where entries are sorted by authors (2015: 8.1.3; 2025: 7.1.3), by `Work.chinese`."""


def authors(work: Work, edition: Edition) -> str:
    """`张三，李四，王五，等`; empty when nobody is known."""
    return people(work.authors, edition, chinese=work.chinese, complete=work.authors_complete)


def people(names: Sequence[str], edition: Edition, *, chinese: bool, complete: bool = True) -> str:
    """Names as they are printed, in the form of the standard; 等 or et al. by the language of the entry."""
    shown = [person(parse_name(name), edition) for name in names[:MOST]]
    if shown and (len(names) > MOST or not complete):
        shown.append("等" if chinese else "et al")
    return edition.comma.join(shown)


def person(name: Name, edition: Edition) -> str:
    """`EINSTEIN A`, `LI J N` and `PEEBLES P Z, Jr`; in 2025 `Einstein A`, `Li Jiangning` and `Peebles P Z Jr`."""
    if name.han or not name.given:
        return name.full
    family = name.family.upper() if edition.capitals else name.family
    given = name.initials()
    if name.pinyin:
        syllables = name.syllables()
        given = " ".join(part[0] for part in syllables) if edition.capitals else "".join(syllables).capitalize()
    suffix = ("," if edition.capitals else "") + f" {name.suffix}" if name.suffix else ""
    return f"{family} {given}{suffix}"


def translators(work: Work, edition: Edition) -> str:
    """`徐超，译`; of more than three `潘惠霞，魏婧，杨艳，等译` (2015: 10.1.3)."""
    if not work.translators:
        return ""
    names = people(work.translators, edition, chinese=work.chinese)
    if len(work.translators) > MOST and work.chinese:
        return f"{names}译"
    return names + edition.comma + ("译" if work.chinese else "trans")
