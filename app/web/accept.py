"""What a client would rather have, by the headers of RFC 9110, section 12.5."""

from collections.abc import Sequence


def read_accept(header: str) -> list[tuple[str, float]]:
    """Each value of an Accept or Accept-Language header with its weight, the most wanted first; unwanted ones too.

    >>> read_accept("en;q=0.5, zh-CN, fr;q=0")
    [('zh-cn', 1.0), ('en', 0.5), ('fr', 0.0)]
    """
    return sorted((_weighted(part) for part in header.split(",") if part.strip()), key=lambda pair: -pair[1])


def preferred_type(header: str, offered: Sequence[str]) -> str:
    """The media type of `offered` that an Accept header wants most; the first, when it says nothing or wants none.

    A range (`text/*`, `*/*`) takes the first type that fits it. Parameters of types (charset) are not compared.
    """
    refused = {wanted for wanted, weight in read_accept(header) if weight <= 0}
    for wanted, weight in read_accept(header):
        for one in offered:
            if weight > 0 and _fits(one, wanted) and one not in refused:
                return one
    return offered[0]


def _fits(offered: str, wanted: str) -> bool:
    return wanted in ("*/*", offered) or (wanted.endswith("/*") and offered.startswith(wanted[:-1]))


def _weighted(text: str) -> tuple[str, float]:
    value, *parameters = (part.strip() for part in text.lower().split(";"))
    weights = [parameter.removeprefix("q=") for parameter in parameters if parameter.startswith("q=")]
    try:
        return value, float(weights[0]) if weights else 1.0
    except ValueError:
        return value, 0.0
