import re

from app import resources
from app.library.unseen import unseen

QUALITY = (resources.CORPUS.parent / "docs" / "quality.md").read_text(encoding="utf-8")


def test_both_kinds_are_there() -> None:
    assert [one.kind for one in unseen()] == ["left-out", "unseen"]
    assert all(one.papers > 1 and one.sentences > 100 for one in unseen())
    assert all(0 < one.type_macro_f1 < 1 and 0 < one.type_accuracy < 1 for one in unseen())


def test_the_figures_of_unseen_papers_are_those_of_the_document() -> None:
    (new,) = (one for one in unseen() if one.kind == "unseen")
    table = dict(re.findall(r"^\| ([^|]+?) \|.*\| \*\*([\d.]+)\*\* \|$", QUALITY, re.MULTILINE))
    figures = (new.type_accuracy, new.type_macro_f1, new.countries, new.instruments, new.figures)
    names = ("type, accuracy", "type, macro-F1", "countries, F1", "instruments, F1", "figures, F1")
    assert [float(table[name]) for name in names] == list(figures)


def test_every_command_is_in_the_project() -> None:
    for measurement in unseen():
        script = measurement.command.split()[1]
        assert (resources.CORPUS.parent / script).is_file()
