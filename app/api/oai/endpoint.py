"""The six verbs. Every answer is 200, errors of the protocol among them, as it asks (section 3.6)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl, unquote, urlsplit

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app import catalogue
from app.api.oai import documents
from app.api.oai.arguments import PREFIX, OaiError, check_prefix, read_list, read_verb, write_token
from app.catalogue.views import Change
from app.library import Library
from app.web.dependencies import LibraryHere
from app.web.templating import site_origin
from app.web.text import plain
from app.web.xml import Element, add, document

router = APIRouter(include_in_schema=False)
TOGETHER = 100
"""Records in one part of a list."""
MOST_BYTES = 8000
"""Of the body of a POST."""

Arguments = Mapping[str, str]


@router.get("/oai", name="oai")
def answer_get(request: Request, library: LibraryHere) -> Response:
    """A request by GET."""
    return _answer(request, library, request.query_params.multi_items())


@router.post("/oai", name="oai-post")
async def answer_post(request: Request, library: LibraryHere) -> Response:
    """A request by POST: the arguments stand in the body, as a form sends them."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return Response("Too long for an OAI-PMH request.", 413, media_type="text/plain")
    sent = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return await run_in_threadpool(_answer, request, library, sent)


def _answer(request: Request, library: Library, sent: Sequence[tuple[str, str]]) -> Response:
    origin = site_origin(request)
    base = f"{origin}/oai"
    try:
        verb, arguments = read_verb(sent)
    except OaiError as error:
        return _response(_refusal(documents.envelope(base, {}), error))
    root = documents.envelope(base, {"verb": verb, **arguments})
    try:
        _VERBS[verb](root, library, origin, arguments)
    except OaiError as error:
        known = {} if error.code == "badArgument" else {"verb": verb, **arguments}
        root = _refusal(documents.envelope(base, known), error)
    return _response(root)


def _identify(root: Element, library: Library, origin: str, _arguments: Arguments) -> None:
    with library.session() as session:
        earliest = catalogue.first_change(session) or datetime.now(UTC)
    documents.add_identify(root, f"{origin}/oai", library.settings.admin_email or _webmaster(origin), earliest)


def _formats(root: Element, library: Library, origin: str, arguments: Arguments) -> None:
    if "identifier" in arguments:
        _change(library, origin, arguments)
    documents.add_formats(root, PREFIX)


def _sets(_root: Element, _library: Library, _origin: str, _arguments: Arguments) -> None:
    raise OaiError("noSetHierarchy", "There are no sets here.")


def _get(root: Element, library: Library, origin: str, arguments: Arguments) -> None:
    if "identifier" not in arguments:
        raise OaiError("badArgument", "identifier is missing.")
    check_prefix(arguments)
    change = _change(library, origin, arguments)
    _add_records(add(root, "GetRecord"), library, origin, [change])


def _identifiers(root: Element, library: Library, origin: str, arguments: Arguments) -> None:
    def add_headers(parent: Element, changes: Sequence[Change]) -> None:
        for change in changes:
            documents.add_header(parent, origin, change)

    _list(root, "ListIdentifiers", library, arguments, add_headers)


def _records(root: Element, library: Library, origin: str, arguments: Arguments) -> None:
    def add_records(parent: Element, changes: Sequence[Change]) -> None:
        _add_records(parent, library, origin, changes)

    _list(root, "ListRecords", library, arguments, add_records)


_VERBS: Mapping[str, Callable[[Element, Library, str, Arguments], None]] = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "GetRecord": _get,
    "ListIdentifiers": _identifiers,
    "ListRecords": _records,
}


def _list(
    root: Element,
    verb: str,
    library: Library,
    arguments: Arguments,
    fill: Callable[[Element, Sequence[Change]], None],
) -> None:
    """One part of a list, with a token for the next; the last part of several has an empty one."""
    asked = read_list(arguments)
    with library.session() as session:
        found = catalogue.list_changes(
            session, since=asked.since, before=asked.before, after=asked.after, limit=TOGETHER + 1
        )
        total = catalogue.count_changes(session, since=asked.since, before=asked.before)
    if not found:
        raise OaiError("noRecordsMatch", "No paper came or changed in this time.")
    part = found[:TOGETHER]
    listed = add(root, verb)
    fill(listed, part)
    if len(found) > TOGETHER or asked.after:
        more = write_token(asked.behind(part[-1].at, part[-1].slug, len(part))) if len(found) > TOGETHER else ""
        add(listed, "resumptionToken", more, completeListSize=str(total), cursor=str(asked.passed))


def _add_records(parent: Element, library: Library, origin: str, changes: Sequence[Change]) -> None:
    with library.session() as session:
        papers = catalogue.harvested(session, [change.slug for change in changes if not change.deleted])
    for change in changes:
        documents.add_record(parent, origin, change, papers.get(change.slug))


def _change(library: Library, origin: str, arguments: Arguments) -> Change:
    """The paper that `identifier` names. Raises `OaiError`."""
    start = documents.identifier(origin, "")
    given = arguments["identifier"]
    with library.session() as session:
        slug = plain(unquote(given.removeprefix(start)))
        found = catalogue.last_change_of(session, slug) if given.startswith(start) else None
    if found is None or documents.identifier(origin, found.slug) != given:
        raise OaiError("idDoesNotExist", f"Identifiers here begin with {start}.")
    return found


def _webmaster(origin: str) -> str:
    """The address that RFC 2142 provides for; the protocol's schema wants a dot in the host."""
    host = urlsplit(origin).hostname or "localhost"
    return f"webmaster@{host if '.' in host else f'{host}.localdomain'}"


def _refusal(root: Element, error: OaiError) -> Element:
    add(root, "error", str(error), code=error.code)
    return root


def _response(root: Element) -> Response:
    return Response(document(root), media_type=documents.MEDIA_TYPE)
