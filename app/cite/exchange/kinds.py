"""What the type letters of GB/T 7714 are called in other formats."""

from dataclasses import dataclass

from app.cite.works import Work


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document. EndNote knows each by name and number."""

    bibtex: str
    ris: str
    csl: str
    endnote: str
    number: int


_WHOLE = {
    "J": Kind("article", "JOUR", "article-journal", "Journal Article", 17),
    "N": Kind("article", "NEWS", "article-newspaper", "Newspaper Article", 23),
    "M": Kind("book", "BOOK", "book", "Book", 6),
    "G": Kind("book", "BOOK", "book", "Book", 6),
    "C": Kind("proceedings", "CONF", "book", "Book", 6),
    "D": Kind("phdthesis", "THES", "thesis", "Thesis", 32),
    "R": Kind("techreport", "RPRT", "report", "Report", 27),
    "S": Kind("misc", "STAND", "standard", "Standard", 58),
    "P": Kind("patent", "PAT", "patent", "Patent", 25),
    "A": Kind("misc", "UNPB", "document", "Manuscript", 36),
    "CM": Kind("misc", "MAP", "map", "Map", 20),
    "CP": Kind("software", "COMP", "software", "Computer Program", 9),
    "DB": Kind("dataset", "DBASE", "dataset", "Online Database", 45),
    "DS": Kind("dataset", "DATA", "dataset", "Dataset", 59),
    "EB": Kind("online", "ELEC", "webpage", "Web Page", 12),
    "PP": Kind("unpublished", "UNPB", "article", "Unpublished Work", 34),
}
_PART = Kind("incollection", "CHAP", "chapter", "Book Section", 5)
_PAPER = Kind("inproceedings", "CPAPER", "paper-conference", "Conference Proceedings", 10)
_OTHER = Kind("misc", "GEN", "document", "Generic", 13)


def kind_of(work: Work) -> Kind:
    """The type of a work: that of a part where it stands in a book or in proceedings."""
    if work.kind == "C" and (work.host or work.event or work.pages):
        return _PAPER
    if work.host and work.kind not in ("J", "N", ""):
        return _PART
    return _WHOLE.get(work.kind, _OTHER)
