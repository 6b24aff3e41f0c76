"""The quantities of the vocabulary: every entry is usable, and a file that is not says where."""

import re
from pathlib import Path

import pytest

from app.vocabulary import VocabularyError
from app.vocabulary.quantities import load_quantities
from tests.factories import vocabulary

ENTRY = '[[quantity]]\ncode = "c"\nzh = "数"\nen = "Number"\n'
FORM = "[[quantity.form]]\nbefore = '有'\nafter = '个'\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "quantities.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_quantity_has_names_and_forms() -> None:
    quantities = vocabulary().quantities
    assert len(quantities) >= 8
    for quantity in quantities:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", quantity.code)
        assert quantity.forms
        assert quantity.label("zh") == quantity.zh != quantity.en == quantity.label("en")
        assert set(quantity.names()) == {quantity.zh, quantity.en}
        assert quantity.instrument is None or quantity.instrument in vocabulary().instruments
        assert vocabulary().quantities.find(quantity.zh) is quantity


def test_a_form_is_read(tmp_path: Path) -> None:
    (quantity,) = load_quantities(write(tmp_path, ENTRY + 'instrument = "overseas"\n' + FORM + 'basis = "partners"\n'))
    (form,) = quantity.forms
    assert (form.before, form.after, form.basis, quantity.instrument) == ("有", "个", "partners", "overseas")


def test_an_entry_may_leave_out_instrument_and_basis(tmp_path: Path) -> None:
    (quantity,) = load_quantities(write(tmp_path, ENTRY + FORM))
    assert (quantity.instrument, quantity.forms[0].basis) == (None, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENTRY + FORM.replace("'有'", "'('"), ["a form of c", "before", "regular expression"]),
        (ENTRY + FORM + 'basis = "guess"\n', ["a form of c", "basis", "partners"]),
        (ENTRY + FORM + 'colour = "red"\n', ["a form of c", "colour"]),
        (ENTRY + "[[quantity.form]]\nbefore = '有'\n", ["a form of c", "after", "missing"]),
        (ENTRY.replace('en = "Number"\n', "") + FORM, ["en", "missing"]),
        (ENTRY + FORM + ENTRY + FORM, ["'c'", "twice"]),
        ("[[quantity", ["not valid TOML"]),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(VocabularyError) as caught:
        load_quantities(write(tmp_path, text))
    for word in ("quantities.toml", *words):
        assert word in str(caught.value)
