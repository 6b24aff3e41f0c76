"""Vectors made once: of each text one, and none of a text that the index holds already."""

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest

from app import processes
from app.search import writing
from app.search.embedding import Kept, encoded
from app.search.encoders import EncoderError, Vectors
from app.search.index import WhooshEngine
from app.search.query import Words
from app.search.request import ClaimDocument, Mode, SearchRequest
from app.search.segments import open_vectors
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.scan import make_document


class Counting:
    """Gives each text a direction by its letters, and notes the texts that it was given."""

    spreads = False

    def __init__(self, name: str = "counting 1") -> None:
        self.name = name
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return np.array([[ord(text[at % len(text)]) % 97 + at for at in range(64)] for text in texts], dtype=np.float32)


class Spreading(Counting):
    """The same, in as many processes as there are."""

    spreads = True


class Failing(Counting):
    """Gives up at a certain text."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        if any("坏" in text for text in texts):
            raise MemoryError("no room for 坏")
        return super().encode(texts)


def documents(*texts: str, paper: str = "p") -> list[ClaimDocument]:
    return [make_document(text, f"{paper}{at}", paper=paper, position=at) for at, text in enumerate(texts)]


def engine(folder: Path, encoder: Counting) -> WhooshEngine:
    return WhooshEngine(folder, vocabulary(), encoder)


def stored(folder: Path) -> dict[str, bytes]:
    """What the index holds: text → vector, of claims that are not deleted."""
    held = {}
    with IndexFolder(folder).open().index.reader() as whole:  # type: ignore[no-untyped-call]
        for reader, _ in whole.leaf_readers():
            vectors, texts = open_vectors(reader), reader.column_reader("folded", translate=False)
            assert vectors is not None
            held |= {texts[at].decode(): vectors[at] for at in reader.all_doc_ids()}
    return held


def test_each_text_is_encoded_once() -> None:
    encoder = Counting()
    pairs = list(encoded(((document, b"") for document in documents("甲。", "乙。", "甲。", "甲。")), encoder))
    assert encoder.texts == ["甲。", "乙。"]
    assert [document.uid for document, _ in pairs] == ["p0", "p1", "p2", "p3"]
    assert pairs[0][1] == pairs[2][1] == pairs[3][1] != pairs[1][1]


def test_a_changed_paper_has_only_its_new_claims_encoded(tmp_path: Path) -> None:
    engine(tmp_path, Counting()).replace_papers({"p": documents("甲合作。", "乙协定。")})
    before = stored(tmp_path)
    again = Counting()
    engine(tmp_path, again).replace_papers(
        {"p": documents("乙协定。", "丙培训。"), "q": documents("甲合作。", paper="q")}
    )
    assert again.texts == ["丙培训。"]
    after = stored(tmp_path)
    assert set(after) == {"甲合作。", "乙协定。", "丙培训。"}
    assert {text: after[text] for text in before} == before


def test_an_index_built_anew_takes_all_vectors_from_the_old_one(tmp_path: Path) -> None:
    texts = [f"第{at}句合作。" for at in range(450)]
    first, again = Counting(), Counting()
    engine(tmp_path, first).rebuild(documents(*texts))
    assert first.texts == texts
    before = stored(tmp_path)
    assert engine(tmp_path, again).rebuild(documents(*texts)) == len(texts)
    assert again.texts == []
    assert stored(tmp_path) == before


def test_so_it_does_from_an_index_of_an_older_schema(tmp_path: Path) -> None:
    engine(tmp_path, Counting()).rebuild(documents("甲合作。"))
    named = tmp_path / "current.json"
    named.write_text(named.read_text().replace('"schema": ', '"schema": 1'))
    again = Counting()
    engine(tmp_path, again).rebuild(documents("甲合作。", "乙协定。"))
    assert again.texts == ["乙协定。"]


def test_vectors_of_another_model_are_made_anew(tmp_path: Path) -> None:
    engine(tmp_path, Counting()).rebuild(documents("甲合作。"))
    other = Counting("counting 2")
    engine(tmp_path, other).rebuild(documents("甲合作。"))
    assert other.texts == ["甲合作。"]


def test_damaged_vectors_are_made_anew(tmp_path: Path) -> None:
    engine(tmp_path, Counting()).rebuild(documents("甲合作。", "乙协定。"))
    sound = stored(tmp_path)
    (file,) = tmp_path.glob("build-*/*meaning*")
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    file.write_bytes(content)
    again = Counting()
    engine(tmp_path, again).rebuild(documents("甲合作。", "乙协定。"))
    assert again.texts == ["甲合作。", "乙协定。"]
    assert stored(tmp_path) == sound


def test_a_folder_that_holds_no_index_gives_nothing(tmp_path: Path) -> None:
    assert IndexFolder(tmp_path).open_any() is None
    (tmp_path / "current.json").write_text('{"schema": 1, "build": "build-gone"}')
    assert IndexFolder(tmp_path).open_any() is None
    assert [vector for _, vector in Kept.of(None, Counting()).beside(documents("甲。"))] == [b""]


def test_an_encoder_that_fails_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    failing = engine(tmp_path, Failing())
    failing.replace_papers({"p": documents("甲合作。")})
    before = stored(tmp_path)
    for write in (
        lambda: failing.replace_papers({"p": documents("乙合作。", "坏合作。")}),
        lambda: failing.rebuild(documents("乙合作。", "坏合作。")),
    ):
        with pytest.raises(EncoderError, match=r"counting 1 gave no vectors \(MemoryError: no room.*KEWAI_ENCODER"):
            write()
        assert stored(tmp_path) == before
        assert failing.check() is None
    failing.replace_papers({"p": documents("丙合作。")})
    assert failing.search(SearchRequest(Words("合作"), mode=Mode.KEYWORD)).total == 1


def test_an_encoder_that_answers_too_few_vectors_is_refused(tmp_path: Path) -> None:
    class Short(Counting):
        def encode(self, texts: Sequence[str]) -> Vectors:
            return super().encode(texts)[1:]

    with pytest.raises(EncoderError, match="gave no vectors"):
        engine(tmp_path, Short()).rebuild(documents("甲合作。", "乙协定。"))


def test_several_processes_make_what_one_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"第{at % 500}句与{at % 7}国合作。" for at in range(700)]
    alone, many = Spreading(), Spreading()
    monkeypatch.setattr(processes, "processors", lambda: 1)
    engine(tmp_path / "alone", alone).rebuild(documents(*texts))
    assert set(alone.texts) == set(texts)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(writing, "_WORTH_ENCODERS", 100)
    engine(tmp_path / "many", many).rebuild(documents(*texts))
    assert many.texts == [], "the texts were encoded in this process"
    assert stored(tmp_path / "many") == stored(tmp_path / "alone")


def test_words_can_go_in_before_vectors_are_made(tmp_path: Path) -> None:
    encoder = Counting()
    held = engine(tmp_path, encoder)
    held.replace_papers({"p": documents("甲合作。")})
    held.replace_papers({"p": documents("甲合作。", "乙合作。")}, vectors=False)
    assert encoder.texts == ["甲合作。"]
    assert held.search(SearchRequest(Words("合作"), mode=Mode.KEYWORD)).total == 2
    assert [bool(vector) for _, vector in sorted(stored(tmp_path).items())] == [False, True]
    held.replace_papers({"p": documents("甲合作。", "乙合作。")})
    assert encoder.texts == ["甲合作。", "乙合作。"]
    assert all(stored(tmp_path).values())


class Stopping(Counting):
    """Tells when it has work, and never ends it."""

    def __init__(self, told: Connection) -> None:
        super().__init__()
        self._told = told

    def encode(self, texts: Sequence[str]) -> Vectors:
        self._told.send(len(texts))
        time.sleep(600)
        raise AssertionError("not killed")


def _write(folder: Path, anew: bool, told: Connection) -> None:
    stopping = engine(folder, Stopping(told))
    changed = documents("甲合作。", "乙合作。")
    stopping.rebuild(changed) if anew else stopping.replace_papers({"p": changed})


@pytest.mark.parametrize("anew", [True, False])
def test_killed_while_encoding_it_leaves_the_old_index(tmp_path: Path, anew: bool) -> None:
    held = engine(tmp_path, Counting())
    held.rebuild(documents("甲合作。"))
    before = stored(tmp_path)
    receiving, sending = multiprocessing.get_context("fork").Pipe(duplex=False)
    writer = multiprocessing.get_context("fork").Process(target=_write, args=(tmp_path, anew, sending))
    writer.start()
    assert receiving.recv() == 1, "the vector of the other text is known"
    assert writer.pid is not None
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert stored(tmp_path) == before
    assert held.check() is None
    held.replace_papers({"p": documents("甲合作。", "乙合作。")})
    assert set(stored(tmp_path)) == {"甲合作。", "乙合作。"}
