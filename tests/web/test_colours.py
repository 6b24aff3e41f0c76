"""Colours of pictures that leave the site."""

from app import resources
from app.web.colours import light_colours


def test_they_are_those_of_the_light_scheme() -> None:
    light, _, dark = (resources.STATIC / "styles" / "tokens.css").read_text(encoding="utf-8").partition("@media")
    for name, value in light_colours().items():
        assert f"--{name}: {value};" in light
        assert f"--{name}: {value};" not in dark.replace(light, ""), name


def test_every_colour_that_pictures_use_is_there() -> None:
    used = {"paper", "paper-raised", "ink", "ink-soft", "line-strong", "accent", "heat-3"}
    assert used <= light_colours().keys()
