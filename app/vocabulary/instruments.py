"""The three classes and thirteen kinds of policy instruments, read from `instruments.toml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from app.vocabulary.entries import ClassCode, Instrument, InstrumentClass, Trigger
from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry


class Instruments(Registry[Instrument]):
    """The kinds in display order, and their classes."""

    def __init__(self, classes: tuple[InstrumentClass, ...]) -> None:
        super().__init__(instrument for group in classes for instrument in group.instruments)
        self.classes = Registry(classes)

    def expand(self, code: str) -> tuple[str, ...]:
        """The kinds that a code stands for: those of a class, or the kind itself; `()` when it is neither."""
        if group := self.classes.get(code):
            return tuple(instrument.code for instrument in group.instruments)
        return (code,) if code in self else ()


def load_instruments(path: Path) -> Instruments:
    """Reads `instruments.toml`. Raises `VocabularyError` for a missing or malformed file."""
    content = read_toml(path)
    kinds = [_instrument(entry) for entry in tables(path, content, "instrument")]
    return Instruments(tuple(_classes(tables(path, content, "class"), kinds)))


def _classes(entries: list[Table], kinds: list[Instrument]) -> Iterator[InstrumentClass]:
    for entry in entries:
        code = cast(ClassCode, entry.one_of("code", get_args(ClassCode)))
        yield InstrumentClass(
            code=code,
            zh=entry.text("zh"),
            en=entry.text("en"),
            definition_zh=entry.text("definition_zh"),
            definition_en=entry.text("definition_en"),
            instruments=tuple(kind for kind in kinds if kind.class_code == code),
            source=_source(entry),
        )
        entry.done()


def _instrument(entry: Table) -> Instrument:
    instrument = Instrument(
        code=entry.text("code"),
        class_code=cast(ClassCode, entry.one_of("class", get_args(ClassCode))),
        zh=entry.text("zh"),
        en=entry.text("en"),
        definition_zh=entry.text("definition_zh"),
        definition_en=entry.text("definition_en"),
        short_zh=entry.text("short_zh"),
        short_en=entry.text("short_en"),
        aliases_zh=entry.texts("aliases_zh"),
        aliases_en=entry.texts("aliases_en"),
        triggers=_triggers(entry),
        source=_source(entry),
    )
    entry.done()
    return instrument


def _source(entry: Table) -> tuple[str, str] | None:
    """`source` is a pair of a paper's slug and the number of a section there."""
    pair = entry.texts("source")
    if len(pair) not in (0, 2):
        raise entry.error("'source' must be [paper, section]")
    return (pair[0], pair[1]) if pair else None


def _triggers(entry: Table) -> tuple[Trigger, ...]:
    """`triggers` is a list of [pattern, weight] pairs."""
    pairs = entry.raw("triggers") or []
    try:
        return tuple(Trigger(str(pattern), float(weight)) for pattern, weight in pairs)
    except (TypeError, ValueError) as error:
        raise entry.error("'triggers' must be a list of [pattern, weight] pairs") from error
