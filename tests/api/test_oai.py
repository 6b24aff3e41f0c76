"""OAI-PMH 2.0: the protocol's answers, validated by its schema and read by an independent harvester."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch

from app import catalogue
from app.api.oai import documents, endpoint
from app.api.oai.arguments import Asked, OaiError, read_token, write_token
from app.ingest import store
from app.main import create_app
from app.settings import Settings
from app.web.xml import document
from tests.factories import make_claim, make_paper
from tests.sample import FUTURE, REVIEW, UNTITLED, open_sample
from tests.visitor import ADDRESS, Visitor

DATA = Path(__file__).parent / "data"
NAMES = {"o": documents.OAI, "dc": documents.DC, "oai_dc": documents.OAI_DC}
LISTS = ("ListRecords", "ListIdentifiers")


@pytest.fixture(scope="module")
def answers() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(DATA / "OAI-PMH.xsd"))


@pytest.fixture(scope="module")
def dublin_core() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(DATA / "oai_dc.xsd"))


class Repository:
    """Asks `/oai` and holds every answer to the schemas."""

    def __init__(self, visitor: Visitor, answers: etree.XMLSchema, dublin_core: etree.XMLSchema) -> None:
        self.visitor = visitor
        self._answers = answers
        self._dublin_core = dublin_core

    def ask(self, **arguments: str) -> etree._Element:
        return self.read(self.visitor.get(f"/oai?{urlencode(_named(arguments))}"))

    def read(self, response: object) -> etree._Element:
        assert response.status_code == 200  # type: ignore[attr-defined]
        assert response.headers["content-type"] == "text/xml; charset=utf-8"  # type: ignore[attr-defined]
        root = etree.fromstring(response.content)  # type: ignore[attr-defined]
        self._answers.assertValid(root)
        for described in root.iterfind(".//oai_dc:dc", NAMES):
            self._dublin_core.assertValid(etree.ElementTree(etree.fromstring(etree.tostring(described))))
        return root

    def refusal(self, **arguments: str) -> str:
        (error,) = self.ask(**arguments).iterfind("o:error", NAMES)
        assert error.text
        return str(error.get("code"))

    def identifiers(self, **arguments: str) -> list[str]:
        """Of all parts of a list, in order."""
        verb = arguments.pop("verb", "ListIdentifiers")
        root = self.ask(verb=verb, metadataPrefix="oai_dc", **arguments)
        found = texts(root, ".//o:identifier")
        while token := "".join(texts(root, ".//o:resumptionToken")):
            root = self.ask(verb=verb, resumptionToken=token)
            found += texts(root, ".//o:identifier")
        return found


def _named(arguments: dict[str, str]) -> dict[str, str]:
    return {name.rstrip("_"): value for name, value in arguments.items()}


def texts(root: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path, NAMES)]


def address(slug: str) -> str:
    return f"{ADDRESS}/papers/{slug}"


@pytest.fixture
def repository(settings: Settings, answers: etree.XMLSchema, dublin_core: etree.XMLSchema) -> Iterator[Repository]:
    """A site of its own, since some tests change it."""
    with open_sample(settings):
        app = create_app(settings)
        yield Repository(Visitor(app), answers, dublin_core)
        app.state.library.close()


@pytest.fixture
def in_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists come in parts of one record."""
    monkeypatch.setattr(endpoint, "TOGETHER", 1)


def test_it_says_what_it_is(repository: Repository) -> None:
    root = repository.ask(verb="Identify")
    assert texts(root, ".//o:baseURL") == [f"{ADDRESS}/oai"]
    assert texts(root, ".//o:deletedRecord") == ["persistent"]
    assert texts(root, ".//o:adminEmail") == ["webmaster@testserver.localdomain"]
    (earliest,) = texts(root, ".//o:earliestDatestamp")
    assert datetime.fromisoformat(earliest) <= datetime.now(UTC)


def test_the_settings_say_whom_to_write_to(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"admin_email": "editor@kewai.example"}))
    app.state.library.migrate()
    assert b"<adminEmail>editor@kewai.example</adminEmail>" in Visitor(app).get("/oai?verb=Identify").content
    app.state.library.close()


def test_there_is_one_format_for_every_paper(repository: Repository) -> None:
    for arguments in ({}, {"identifier": address(REVIEW)}):
        root = repository.ask(verb="ListMetadataFormats", **arguments)
        assert texts(root, ".//o:metadataPrefix") == ["oai_dc"]
        assert texts(root, ".//o:schema") == ["http://www.openarchives.org/OAI/2.0/oai_dc.xsd"]


def test_a_record_tells_what_is_known_of_the_paper(repository: Repository) -> None:
    root = repository.ask(verb="GetRecord", identifier=address(FUTURE), metadataPrefix="oai_dc")
    assert texts(root, ".//o:header/o:identifier") == [address(FUTURE)]
    assert texts(root, ".//dc:title") == ["科技外交与中美关系的未来发展", "The Future of Sino-US Relations"]
    assert texts(root, ".//dc:creator") == ["王明国"]
    assert texts(root, ".//dc:date") == ["2017"]
    assert texts(root, ".//dc:type") == ["Text", "article"]
    assert texts(root, ".//dc:language") == ["zh-CN"]
    assert texts(root, ".//dc:identifier") == [address(FUTURE)]


def test_what_is_unknown_is_left_out(repository: Repository) -> None:
    root = repository.ask(verb="GetRecord", identifier=address(UNTITLED), metadataPrefix="oai_dc")
    assert texts(root, ".//dc:title") == []
    assert texts(root, ".//dc:source") == []
    assert all(texts(root, ".//oai_dc:dc/*"))


def test_keywords_are_subjects_with_their_language(repository: Repository) -> None:
    root = repository.ask(verb="GetRecord", identifier=address(REVIEW), metadataPrefix="oai_dc")
    subjects = list(root.iterfind(".//dc:subject", NAMES))
    assert [subject.text for subject in subjects] == ["科技外交", "综述"]
    assert {subject.get("{http://www.w3.org/XML/1998/namespace}lang") for subject in subjects} == {"zh-CN"}


@pytest.mark.parametrize("verb", LISTS)
def test_a_list_has_every_paper_once(repository: Repository, verb: str) -> None:
    found = [one for one in repository.identifiers(verb=verb) if one.startswith(ADDRESS)]
    assert sorted(set(found)) == sorted(map(address, (REVIEW, FUTURE, UNTITLED)))


@pytest.mark.usefixtures("in_ones")
def test_a_list_in_parts_is_whole_and_counts_them(repository: Repository) -> None:
    assert sorted(repository.identifiers()) == sorted(map(address, (REVIEW, FUTURE, UNTITLED)))
    root = repository.ask(verb="ListIdentifiers", metadataPrefix="oai_dc")
    seen = []
    while (token := root.find(".//o:resumptionToken", NAMES)) is not None:
        seen.append((token.get("completeListSize"), token.get("cursor"), bool(token.text)))
        if not token.text:
            break
        root = repository.ask(verb="ListIdentifiers", resumptionToken=token.text)
    assert seen == [("3", "0", True), ("3", "1", True), ("3", "2", False)]


@pytest.mark.usefixtures("in_ones")
def test_a_token_may_be_used_again(repository: Repository) -> None:
    root = repository.ask(verb="ListIdentifiers", metadataPrefix="oai_dc")
    (token,) = texts(root, ".//o:resumptionToken")
    again = [texts(repository.ask(verb="ListIdentifiers", resumptionToken=token), ".//o:identifier") for _ in "ab"]
    assert again[0] == again[1]


def test_a_paper_that_was_taken_out_is_deleted_and_stays_so(repository: Repository) -> None:
    assert repository.visitor.app.state.library.remove(FUTURE)
    root = repository.ask(verb="ListRecords", metadataPrefix="oai_dc")
    deleted = [header for header in root.iterfind(".//o:header", NAMES) if header.get("status") == "deleted"]
    assert [texts(header, "o:identifier") for header in deleted] == [[address(FUTURE)]]
    assert len(texts(root, ".//o:metadata")) == 2
    root = repository.ask(verb="GetRecord", identifier=address(FUTURE), metadataPrefix="oai_dc")
    assert texts(root, ".//o:metadata") == []


def test_only_what_changed_in_the_time_asked_for_is_listed(repository: Repository) -> None:
    with repository.visitor.app.state.library.session() as session:
        session.connection().exec_driver_sql(
            "UPDATE paper SET updated_at = '2020-05-01 10:00:00.900000' WHERE slug = ?", (REVIEW,)
        )
        session.commit()
    day = {"from_": "2020-05-01", "until": "2020-05-01"}
    assert repository.identifiers(**day) == [address(REVIEW)]
    assert repository.identifiers(until="2020-05-01T10:00:00Z") == [address(REVIEW)]
    assert repository.identifiers(from_="2020-05-01T10:00:00Z", until="2020-05-01T10:00:00Z") == [address(REVIEW)]
    assert address(REVIEW) not in repository.identifiers(from_="2020-05-01T10:00:01Z")
    assert repository.refusal(verb="ListRecords", metadataPrefix="oai_dc", until="2019-12-31") == "noRecordsMatch"


REFUSALS = [
    ({}, "badVerb"),
    ({"verb": "Nonsense"}, "badVerb"),
    ({"verb": "Identify", "set": "x"}, "badArgument"),
    ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
    ({"verb": "GetRecord", "identifier": address(REVIEW)}, "badArgument"),
    ({"verb": "GetRecord", "identifier": address("never"), "metadataPrefix": "oai_dc"}, "idDoesNotExist"),
    ({"verb": "GetRecord", "identifier": "oai:other:1", "metadataPrefix": "oai_dc"}, "idDoesNotExist"),
    ({"verb": "GetRecord", "identifier": address(REVIEW), "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
    ({"verb": "ListMetadataFormats", "identifier": address("never")}, "idDoesNotExist"),
    ({"verb": "ListSets"}, "noSetHierarchy"),
    ({"verb": "ListRecords"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "x"}, "noSetHierarchy"),
    ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020-02-31"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020-02-03T10:00:00+08:00"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020-02-03", "until": "2020-02-01"}, "badArgument"),
    (
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020-02-03", "until": "2020-02-04T00:00:00Z"},
        "badArgument",
    ),
    ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
    ({"verb": "ListRecords", "resumptionToken": "WzFd"}, "badResumptionToken"),
    ({"verb": "ListRecords", "resumptionToken": "日本"}, "badResumptionToken"),
    ({"verb": "ListRecords", "resumptionToken": "x", "metadataPrefix": "oai_dc"}, "badArgument"),
    ({"verb": "ListRecords", "resumptionToken": "x" * 3000}, "badArgument"),
]


@pytest.mark.parametrize(("arguments", "code"), REFUSALS)
def test_what_it_cannot_answer_it_refuses_by_the_protocols_code(
    repository: Repository, arguments: dict[str, str], code: str
) -> None:
    assert repository.refusal(**arguments) == code


def test_a_repeated_argument_is_refused(repository: Repository) -> None:
    root = repository.read(repository.visitor.get("/oai?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc"))
    assert root.find("o:error", NAMES).get("code") == "badArgument"


def test_the_request_is_repeated_where_it_was_understood(repository: Repository) -> None:
    root = repository.ask(verb="GetRecord", identifier=address("never"), metadataPrefix="oai_dc")
    assert dict(root.find("o:request", NAMES).attrib) == {
        "verb": "GetRecord",
        "identifier": address("never"),
        "metadataPrefix": "oai_dc",
    }
    assert dict(repository.ask(verb="no").find("o:request", NAMES).attrib) == {}


def test_it_is_asked_by_post_too(repository: Repository) -> None:
    head = {"content-type": "application/x-www-form-urlencoded"}
    body = urlencode({"verb": "GetRecord", "identifier": address(REVIEW), "metadataPrefix": "oai_dc"})
    root = repository.read(repository.visitor.ask("POST", "/oai", content=body, headers=head))
    assert texts(root, ".//o:header/o:identifier") == [address(REVIEW)]
    assert repository.visitor.ask("POST", "/oai", content="verb=" + "x" * 10_000, headers=head).status_code == 413


def test_hostile_texts_are_text(settings: Settings, answers: etree.XMLSchema, dublin_core: etree.XMLSchema) -> None:
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            make_paper(session, "a b&c/日", [make_claim()], title="<b>&\x0b]]>题名", keywords=("]]>", "\ufffe"))
        app = create_app(settings)
        repository = Repository(Visitor(app), answers, dublin_core)
        listed = [one for one in repository.identifiers() if "a%20b" in one]
        assert listed == [address("a%20b%26c%2F%E6%97%A5")]
        root = repository.ask(verb="GetRecord", identifier=listed[0], metadataPrefix="oai_dc")
        assert texts(root, ".//dc:title") == ["<b>&\ufffd]]>题名"]
        app.state.library.close()


class Harvester(Scythe):
    """The harvester, with the application in place of the network."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(f"{ADDRESS}/oai")
        self._visitor = visitor

    @property
    def client(self) -> httpx2.Client:
        def answer(request: httpx2.Request) -> httpx2.Response:
            found = self._visitor.get(str(request.url).removeprefix(ADDRESS))
            return httpx2.Response(found.status_code, content=found.content, headers={"content-type": "text/xml"})

        return httpx2.Client(transport=httpx2.MockTransport(answer))


@pytest.mark.usefixtures("in_ones")
def test_a_harvester_takes_everything_twice_with_the_same_result(repository: Repository) -> None:
    repository.visitor.app.state.library.remove(UNTITLED)
    harvester = Harvester(repository.visitor)
    runs = [
        [(one.header.identifier, one.deleted, getattr(one, "metadata", None)) for one in harvester.list_records()]
        for _ in "ab"
    ]
    assert runs[0] == runs[1]
    assert {(one[0], one[1]) for one in runs[0]} == {
        (address(REVIEW), False),
        (address(FUTURE), False),
        (address(UNTITLED), True),
    }
    titles = {one[0]: one[2]["title"] for one in runs[0] if not one[1]}
    assert titles[address(FUTURE)] == ["科技外交与中美关系的未来发展", "The Future of Sino-US Relations"]
    assert harvester.identify().protocolVersion == "2.0"
    with pytest.raises(NoRecordsMatch):
        list(harvester.list_records(until="2001-01-01"))


@pytest.mark.usefixtures("in_ones")
def test_a_paper_that_changes_while_it_is_harvested_is_not_lost(repository: Repository) -> None:
    root = repository.ask(verb="ListIdentifiers", metadataPrefix="oai_dc")
    first = texts(root, ".//o:identifier")[0].rpartition("/")[2]
    with repository.visitor.app.state.library.session() as session, session.begin():
        store.remove(session, first)
    found = texts(root, ".//o:identifier")
    while token := "".join(texts(root, ".//o:resumptionToken")):
        root = repository.ask(verb="ListIdentifiers", resumptionToken=token)
        found += texts(root, ".//o:identifier")
    assert sorted(set(found)) == sorted(map(address, (REVIEW, FUTURE, UNTITLED)))
    assert found[-1] == address(first)


MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(
    st.builds(
        Asked,
        st.none() | MOMENTS,
        st.none() | MOMENTS,
        st.tuples(MOMENTS, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))),
        st.integers(0),
    )
)
def test_a_token_says_what_it_was_given(asked: Asked) -> None:
    assert read_token(write_token(asked)) == asked


@given(st.text())
def test_no_text_breaks_the_reading_of_tokens(text: str) -> None:
    with pytest.raises(OaiError) as refused:
        read_token(text)
    assert refused.value.code == "badResumptionToken"


def test_times_are_told_to_the_second_in_utc() -> None:
    zone = datetime.fromisoformat("2026-11-22T10:00:00.999+08:00")
    assert documents.stamp(zone) == "2026-11-22T02:00:00Z"
    assert documents.stamp(zone + timedelta(milliseconds=1)) == "2026-11-22T02:00:01Z"
    assert ElementTree.fromstring(document(documents.envelope("x", {}))).tag == f"{{{documents.OAI}}}OAI-PMH"  # noqa: S314


@pytest.mark.parametrize(
    ("letters", "kind"),
    [("J/OL", ["Text", "article"]), ("DB/OL", ["Text"]), ("CP", ["Text"]), ("D", ["Text", "thesis"])],
)
def test_the_letters_of_a_kind_are_read_whole(settings: Settings, letters: str, kind: list[str]) -> None:
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            make_paper(session, "kind", [make_claim()], document_type=letters)
        with library.session() as session:
            paper = catalogue.harvested(session, ["kind"])["kind"]
    assert [text for name, _, text in documents.dublin_core(paper, "x") if name == "type"] == kind
