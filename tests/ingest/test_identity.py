import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.ingest.identity import UID_LENGTH, checksum, claim_uids
from app.ingest.records import AddedReference, Bibliography
from app.vocabulary import load_vocabulary
from tests.factories import make_claim, make_document, vocabulary


def uids(*texts: str, slug: str = "p") -> tuple[str, ...]:
    return claim_uids(slug, [make_claim(text) for text in texts])


def test_a_uid_is_short_lower_case_and_fixed_for_ever() -> None:
    assert uids("日本签署协定。") == ("xm3axvjqvdpf",)


def test_a_uid_hangs_on_the_words_and_not_on_how_they_are_printed() -> None:
    assert uids("日本 [2]（2008 年）") == uids("日本（2008年）。") == uids("日本2008年")
    assert uids("日本2008年") != uids("日本2009年")
    assert uids("日本", slug="a") != uids("日本", slug="b")


def test_a_sentence_that_stands_twice_has_two_uids() -> None:
    first, second, third = uids("一样。", "不同。", "一样。")
    assert len({first, second, third}) == 3
    assert uids("一样。") == (first,)


def test_neighbours_and_labels_do_not_change_a_uid() -> None:
    claim = make_claim("日本签署协定。")
    labelled = replace(claim, type=replace(claim.type, code="other"), start=99, section="7")
    assert claim_uids("p", [make_claim("前。"), labelled])[1] == claim_uids("p", [claim])[0]


@given(st.lists(st.text(max_size=20), max_size=20))
def test_uids_of_one_paper_are_unique(texts: list[str]) -> None:
    made = uids(*texts)
    assert len(set(made)) == len(texts)
    assert all(len(uid) == UID_LENGTH and uid.isalnum() and uid == uid.lower() for uid in made)


def test_a_checksum_changes_with_whatever_an_analysis_hangs_on() -> None:
    document = make_document("p", "正文。")
    variants = [
        document,
        replace(document, checksum="0" * 64),
        replace(document, slug="q"),
        replace(document, record=Bibliography(title="题")),
        replace(document, added_references=(AddedReference("1", "known from elsewhere"),)),
    ]
    sums = {checksum(variant, vocabulary()) for variant in variants}
    assert len(sums) == len(variants)
    assert all(len(one) == 64 for one in sums)


def test_a_checksum_does_not_hang_on_where_the_file_lies() -> None:
    document = make_document("p", "正文。")
    assert checksum(document, vocabulary()) == checksum(replace(document, origin="/elsewhere/p.txt"), vocabulary())


def test_the_same_vocabulary_read_twice_gives_the_same_checksum() -> None:
    document = make_document("p", "正文。")
    assert checksum(document, vocabulary()) == checksum(document, load_vocabulary())


def test_the_checksum_does_not_hang_on_the_process() -> None:
    code = (
        "from app.ingest.identity import checksum; from app.ingest.records import Document;"
        "from app.vocabulary import load_vocabulary;"
        "print(checksum(Document('p', 'x', 'y'), load_vocabulary()))"
    )
    root = Path(__file__).parents[2]
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1
