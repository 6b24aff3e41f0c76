"""`/api/docs`: the OpenAPI description as a page that needs no script, and so keeps to the content policy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.web.templating import render

router = APIRouter(include_in_schema=False)

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation, its `type` in words."""

    name: str
    place: str
    type: str
    default: str
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One address that is answered."""

    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: str
    """Name of the answer's shape, with `list of` before it where it is one."""
    shape: str
    example: str
    """An address that works, empty when it hangs on what is stored."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape."""

    name: str
    type: str
    description: str
    example: str


@dataclass(frozen=True, slots=True)
class ShapeDoc:
    """One shape of answers."""

    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class DocsPage:
    """The context of the page."""

    template: ClassVar[str] = "api/docs.html"
    title: str
    version: str
    operations: tuple[Operation, ...]
    shapes: tuple[ShapeDoc, ...]


@router.get("/api/docs", name="api-docs")
def show_docs(request: Request) -> Response:
    """The description of the API for people."""
    description = request.app.openapi()
    return render(request, describe(description))


def describe(openapi: Json) -> DocsPage:
    """What the page shows of an OpenAPI description."""
    schemas = openapi["components"]["schemas"]
    return DocsPage(
        title=openapi["info"]["title"],
        version=openapi["info"]["version"],
        operations=tuple(_operation(path, item["get"], schemas) for path, item in openapi["paths"].items()),
        shapes=tuple(_shapes(schemas)),
    )


def _operation(path: str, operation: Json, schemas: Json) -> Operation:
    declared = operation.get("parameters", [])
    media_type, content = next(iter(operation["responses"]["200"]["content"].items()))
    answer = content.get("schema", {})
    description = operation.get("description", "")
    return Operation(
        path=path,
        summary=operation["summary"],
        description=" ".join(description.split()),
        parameters=tuple(_parameter(parameter, schemas) for parameter in declared),
        answers=_type(answer) if media_type == "application/json" else media_type,
        shape=_shape_of(answer),
        example=_example(path, declared),
    )


def _parameter(parameter: Json, schemas: Json) -> Parameter:
    """A parameter that may be left out is never null: only its own type is told, and the choices of an enumeration."""
    schema = parameter["schema"]
    return Parameter(
        name=parameter["name"],
        place=parameter["in"],
        type=_type(schemas.get(_shape_of(schema), schema)).removesuffix(" or null"),
        default="" if schema.get("default") is None else str(schema["default"]),
        description=parameter.get("description", ""),
    )


_NEEDS_NAMES = "/api/v1/cite."
"""Paths that answer nothing without the name of something that is stored."""


def _example(path: str, parameters: list[Json]) -> str:
    """An address made from the parameters' examples; none for a path whose parts hang on what is stored."""
    if "{" in path:
        known = {
            "/api/v1/countries/{code}": "JP",
            "/api/v1/instruments/{code}": "agreement",
            "/api/v1/glossary/{code}": "soft-power",
        }
        return path.partition("{")[0] + known[path] if path in known else ""
    if path.startswith(_NEEDS_NAMES):
        return ""
    query = [
        (parameter["name"], example)
        for parameter in parameters
        for example in parameter["schema"].get("examples", parameter.get("examples", []))[:1]
    ]
    return path + (f"?{urlencode(query, doseq=True)}" if query else "")


def _shapes(schemas: Json) -> Iterator[ShapeDoc]:
    for name, schema in schemas.items():
        if "properties" in schema:
            fields = tuple(_field(field, inner) for field, inner in schema["properties"].items())
            yield ShapeDoc(name, " ".join(schema.get("description", "").split()), fields)


def _field(name: str, schema: Json) -> Field:
    examples = schema.get("examples", [])
    return Field(name, _type(schema), schema.get("description", ""), str(examples[0]) if examples else "")


def _type(schema: Json) -> str:
    """`list of Hit`, `string or null`, `one of keyword, hybrid`: a JSON schema's type in words."""
    if "$ref" in schema:
        return _shape_of(schema)
    if "anyOf" in schema:
        return " or ".join(_type(option) for option in schema["anyOf"])
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {_type(schema['additionalProperties'])}"
    return str(schema.get("type", "any"))


def _shape_of(schema: Json) -> str:
    """The name of the shape that a schema refers to, alone or in a list; empty for plain types."""
    inner = schema.get("items", schema)
    return str(inner.get("$ref", "")).rpartition("/")[2]
