"""What a harvester asks, read and refused by sections 3 and 4 of the protocol."""

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

PREFIX = "oai_dc"
LONGEST = 2000
"""Characters of one argument; tokens of ours have some hundred."""
ALLOWED: Mapping[str, frozenset[str]] = {
    "Identify": frozenset(),
    "ListMetadataFormats": frozenset({"identifier"}),
    "ListSets": frozenset({"resumptionToken"}),
    "ListIdentifiers": frozenset({"metadataPrefix", "from", "until", "set", "resumptionToken"}),
    "ListRecords": frozenset({"metadataPrefix", "from", "until", "set", "resumptionToken"}),
    "GetRecord": frozenset({"identifier", "metadataPrefix"}),
}
"""By verb, the arguments that it takes."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECOND = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class OaiError(Exception):
    """What the protocol answers instead of a list: `code` is one of its section 3.6."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a list: the changes from `since` on, earlier than `before`, behind `after`."""

    since: datetime | None = None
    before: datetime | None = None
    after: tuple[datetime, str] | None = None
    passed: int = 0
    """How many came in the parts before."""

    def behind(self, moment: datetime, slug: str, given: int) -> "Asked":
        """The part that follows, after `given` items the last of which is this one."""
        return replace(self, after=(moment, slug), passed=self.passed + given)


def read_verb(arguments: Sequence[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """The verb and its arguments. Raises `OaiError` for one that is unknown, repeated, missing or too long."""
    given = [name for name, _value in arguments]
    verbs = [value for name, value in arguments if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in ALLOWED:
        raise OaiError("badVerb", f"Give one verb: {', '.join(ALLOWED)}.")
    rest = {name: value for name, value in arguments if name != "verb"}
    if len(rest) != len(given) - 1:
        raise OaiError("badArgument", "An argument is repeated.")
    if unknown := sorted(rest.keys() - ALLOWED[verbs[0]]):
        raise OaiError("badArgument", f"{verbs[0]} takes no argument {unknown[0][:60]!r}.")
    if any(len(value) > LONGEST for value in rest.values()):
        raise OaiError("badArgument", f"An argument is longer than {LONGEST} characters.")
    return verbs[0], rest


def read_list(arguments: Mapping[str, str]) -> Asked:
    """Which part of the list is asked for. Raises `OaiError`."""
    if "resumptionToken" in arguments:
        if len(arguments) > 1:
            raise OaiError("badArgument", "resumptionToken is given alone.")
        return read_token(arguments["resumptionToken"])
    check_prefix(arguments)
    if "set" in arguments:
        raise OaiError("noSetHierarchy", "There are no sets here.")
    start, end = arguments.get("from"), arguments.get("until")
    if start and end and len(start) != len(end):
        raise OaiError("badArgument", "from and until have the same granularity.")
    since = _moment("from", start) if start else None
    before = _moment("until", end) + _step(end) if end else None
    if since and before and since >= before:
        raise OaiError("badArgument", "from is later than until.")
    return Asked(since, before)


def check_prefix(arguments: Mapping[str, str]) -> None:
    """Raises `OaiError` unless `metadataPrefix` is the one format that there is."""
    if "metadataPrefix" not in arguments:
        raise OaiError("badArgument", "metadataPrefix is missing.")
    if arguments["metadataPrefix"] != PREFIX:
        raise OaiError("cannotDisseminateFormat", f"The one metadataPrefix here is {PREFIX}.")


def write_token(asked: Asked) -> str:
    """`asked` as a resumption token. It holds all that is needed: it stays valid, and the server keeps nothing."""
    moments = (asked.since, asked.before, asked.after[0] if asked.after else None)
    values = [moment.isoformat() if moment else None for moment in moments]
    parts = [*values, asked.after[1] if asked.after else None, asked.passed]
    content = json.dumps(parts, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def read_token(token: str) -> Asked:
    """What `write_token` was given. Raises `OaiError` for anything else."""
    try:
        content = json.loads(base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True))
        since, before, moment, slug, passed = content
        asked = Asked(_stored(since), _stored(before), (_aware(moment), slug), passed)
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise _not_ours() from error
    if not isinstance(slug, str) or "\0" in slug or type(passed) is not int or passed < 0:
        raise _not_ours()
    return asked


def _not_ours() -> OaiError:
    return OaiError("badResumptionToken", "This token is not one of ours; begin the list again.")


def _stored(moment: str | None) -> datetime | None:
    return None if moment is None else _aware(moment)


def _aware(moment: str) -> datetime:
    read = datetime.fromisoformat(moment)
    if read.tzinfo is None:
        raise ValueError("no zone")
    return read.astimezone(UTC)


def _moment(name: str, text: str) -> datetime:
    if not (_DAY.fullmatch(text) or _SECOND.fullmatch(text)):
        raise OaiError("badArgument", f"{name} is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError as error:
        raise OaiError("badArgument", f"{name} is no date that there is.") from error


def _step(text: str) -> timedelta:
    """`until` includes the day or the second that it names."""
    return timedelta(days=1) if _DAY.fullmatch(text) else timedelta(seconds=1)
