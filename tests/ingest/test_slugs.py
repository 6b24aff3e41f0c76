"""The rule for addresses: safe stems stay, others are spelled out with a fingerprint, none is lost or shared."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.ingest.slugs import MAX_LENGTH, slugify

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@pytest.mark.parametrize("stem", ["000_a2e5f66dba48f65a", "ChinaXiv-201604.00018V2", "a", "A" * MAX_LENGTH])
def test_a_safe_stem_is_the_slug(stem: str) -> None:
    assert slugify(stem) == stem


def test_the_shipped_papers_keep_their_stems() -> None:
    stems = [path.stem for path in resources.PAPERS.glob("*.txt")]
    assert len(stems) == 5
    assert [slugify(stem) for stem in stems] == stems


@pytest.mark.parametrize(
    ("stem", "readable"),
    [
        ("科技外交", "ke-ji-wai-jiao"),
        ("中国—东盟 2008", "zhong-guo-dong-meng-2008"),
        ("two words", "two-words"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("Ｆｕｌｌ", "Full"),
        ("？", "paper"),
        ("", "paper"),
    ],
)
def test_other_stems_are_spelled_out_with_a_fingerprint(stem: str, readable: str) -> None:
    assert re.fullmatch(rf"{re.escape(readable)}-[0-9a-f]{{8}}", slugify(stem))


def test_homophones_get_different_slugs() -> None:
    assert slugify("科技外交").rpartition("-")[0] == slugify("科技歪教").rpartition("-")[0]
    assert slugify("科技外交") != slugify("科技歪教")


def test_composed_and_decomposed_names_of_one_file_share_a_slug() -> None:
    assert slugify("caf\u00e9") == slugify("cafe\u0301")


@given(st.text(alphabet=st.characters(), max_size=300))
def test_every_slug_is_safe_short_and_always_the_same(stem: str) -> None:
    slug = slugify(stem)
    assert SAFE.fullmatch(slug)
    assert len(slug) <= MAX_LENGTH
    assert slugify(stem) == slug
    assert slugify(slug) == slug


@given(st.lists(st.text(alphabet="科技外交教 歪-_./aA1", max_size=8), unique=True))
def test_different_stems_get_different_slugs(stems: list[str]) -> None:
    assert len({slugify(stem) for stem in stems}) == len(stems)
