"""Text is readable on every ground it stands on, light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest

from app import resources

TOKENS = (resources.STATIC / "styles" / "tokens.css").read_text()
LIGHT_TEXT, DARK_TEXT = TOKENS.split("@media (prefers-color-scheme: dark)")
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
LIGHT = dict(COLOUR.findall(LIGHT_TEXT))
DARK = {**LIGHT, **dict(COLOUR.findall(DARK_TEXT))}
GROUNDS = ("paper", "paper-raised", "paper-sunk", "mark")


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink-soft", "accent", "accent-deep"])
def test_text_reaches_4_5_to_1(scheme: dict[str, str], ground: str, ink: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("on-accent", "accent"), ("on-accent", "accent-deep"), ("on-heat-5", "heat-5")]
    + [("ink", f"heat-{step}") for step in range(1, 5)],
)
def test_text_on_colour_reaches_4_5_to_1(scheme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "paper-raised"])
def test_borders_of_controls_reach_3_to_1(scheme: dict[str, str], ground: str) -> None:
    assert contrast(scheme["line-strong"], scheme[ground]) >= 3


def test_the_heat_map_grows_warmer_step_by_step() -> None:
    steps = [luminance(LIGHT[f"heat-{step}"]) for step in range(1, 6)]
    assert steps == sorted(steps, reverse=True)
    steps = [luminance(DARK[f"heat-{step}"]) for step in range(1, 6)]
    assert steps == sorted(steps)
