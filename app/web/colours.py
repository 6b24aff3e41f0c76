"""The colours of the light scheme as values: a picture that leaves the site has no style sheet to ask."""

import re
from functools import cache

from app import resources

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,8});")


@cache
def light_colours() -> dict[str, str]:
    """The colours of `styles/tokens.css` by name, without those of the dark scheme.

    >>> light_colours()["paper"], light_colours()["accent"]
    ('#faf8f3', '#9b2c1f')
    """
    tokens = (resources.STATIC / "styles" / "tokens.css").read_text(encoding="utf-8")
    return dict(_TOKEN.findall(tokens.partition("@media")[0]))
