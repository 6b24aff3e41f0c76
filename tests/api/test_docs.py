"""The description of the API: complete, with examples, and a page that needs nothing from elsewhere."""

import re
from typing import Any

import pytest

from app.api.docs import describe
from app.web.security import security_headers
from tests.visitor import ADDRESS, Visitor, texts

PATHS = {
    "/api/v1/search",
    "/api/v1/countries",
    "/api/v1/countries/{code}",
    "/api/v1/instruments",
    "/api/v1/instruments/{code}",
    "/api/v1/papers",
    "/api/v1/papers/{slug}",
    "/api/v1/claims/{id}",
    "/api/v1/claims/{id}/similar",
    "/api/v1/citations",
    "/api/v1/glossary",
    "/api/v1/glossary.csv",
    "/api/v1/glossary.tbx",
    "/api/v1/glossary/{code}",
    "/healthz",
    "/readyz",
}


@pytest.fixture(scope="module")
def openapi(app: Any) -> Any:
    return Visitor(app).get("/api/openapi.json").json()


def test_every_address_is_described_and_no_page_is(openapi: Any) -> None:
    assert set(openapi["paths"]) >= PATHS
    assert all(path.startswith("/api/v1/") for path in openapi["paths"].keys() - {"/healthz", "/readyz"})
    assert all(set(item) == {"get"} for item in openapi["paths"].values())


def test_every_operation_says_what_it_does_and_how_it_fails(openapi: Any) -> None:
    for path, item in openapi["paths"].items():
        operation = item["get"]
        assert operation["summary"], path
        assert operation["description"], path
        if "{" in path:
            assert "404" in operation["responses"], path


def test_every_shape_and_its_main_fields_are_explained(openapi: Any) -> None:
    for name, schema in openapi["components"]["schemas"].items():
        if "properties" in schema and not name.endswith("ValidationError"):
            assert schema.get("description"), name
    examples = sum(
        "examples" in field
        for schema in openapi["components"]["schemas"].values()
        for field in schema.get("properties", {}).values()
    )
    assert examples >= 25


def test_the_page_lists_every_address_with_its_parameters(visitor: Visitor, openapi: Any) -> None:
    page = visitor.page("/api/docs")
    assert {heading.removeprefix("GET ") for heading in texts(page, ".//section/h2/code")} == set(openapi["paths"])
    names = set(texts(page, ".//section//th[@scope='row']/code"))
    parameters = {p["name"] for item in openapi["paths"].values() for p in item["get"].get("parameters", [])}
    assert parameters <= names


def test_types_are_told_in_words(visitor: Visitor) -> None:
    page = visitor.page("/api/docs")
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("(.//section)[1]//tr")]
    assert ["mode", "one of hybrid, keyword, semantic", "hybrid", ""] in rows
    assert ["country", "list of string", "", "Codes or names; any of them."] in rows
    assert "`" not in page.xpath(".//main")[0].text_content()


def test_downloads_tell_their_media_type(visitor: Visitor) -> None:
    words = " ".join(texts(visitor.page("/api/docs"), ".//section"))
    assert "text/csv" in words
    assert "application/x-tbx" in words


def test_the_pages_links_lead_somewhere(visitor: Visitor) -> None:
    page = visitor.page("/api/docs")
    anchors = {element.get("id") for element in page.xpath("//*[@id]")}
    addresses = [link.get("href") for link in page.xpath("//main//a[@href]")]
    assert len(addresses) > 10
    for address in addresses:
        if address.startswith("#"):
            assert address[1:] in anchors
        else:
            assert visitor.get(address).status_code == 200, address


def test_nothing_is_loaded_from_elsewhere(visitor: Visitor) -> None:
    response = visitor.get("/api/docs")
    assert response.headers["content-security-policy"] == security_headers()["Content-Security-Policy"]
    named = visitor.page("/api/docs").xpath("//head/link[@rel='canonical' or @rel='alternate']/@href")
    assert {address for address in named if not address.startswith(("/", f"{ADDRESS}/"))} == set()
    elsewhere = re.findall(r"""(?:src|href)="((?:https?:)?//[^"]*)""", response.text)
    assert set(elsewhere) <= set(named)
    assert "<style" not in response.text
    assert not re.findall(r"<script(?![^>]*src)", response.text)


def test_an_answer_that_is_no_json_is_told_by_its_media_type() -> None:
    operation = {"summary": "A file", "responses": {"200": {"content": {"text/csv": {}}}}}
    described = describe(
        {"info": {"title": "T", "version": "1"}, "paths": {"/f.csv": {"get": operation}}, "components": {"schemas": {}}}
    )
    assert (described.operations[0].answers, described.operations[0].shape) == ("text/csv", "")
