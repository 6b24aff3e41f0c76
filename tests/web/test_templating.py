"""Rendering: a frozen context in, a page in the visitor's language out."""

from dataclasses import dataclass
from typing import ClassVar

import jinja2
import pytest
from fastapi import FastAPI, Request
from lxml import html

from app.settings import Settings
from app.web.locale import KNOWN_LOCALES
from app.web.templating import Templating, render, site_origin
from app.web.urls import static_url
from tests.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Probe:
    template: ClassVar[str] = "probe.html"
    word: object


def environment(app: FastAPI, locale: str, source: str) -> jinja2.Environment:
    found: Templating = app.state.templating
    environment = found.environments[locale]
    environment.loader = jinja2.DictLoader({"probe.html": source})
    return environment


def show(app: FastAPI, source: str, word: object = "", locale: str = "zh") -> str:
    return environment(app, locale, source).get_template("probe.html").render(word=word)


def test_there_is_an_environment_for_each_locale(app: FastAPI) -> None:
    assert tuple(app.state.templating.environments) == KNOWN_LOCALES
    assert show(app, "{{ lang }}", locale="zh") == "zh-Hans"
    assert show(app, "{{ lang }}", locale="en") == "en"


def test_messages_come_in_the_locale(app: FastAPI) -> None:
    assert show(app, '{{ _("Countries") }}', locale="zh") == "国家"
    assert show(app, '{{ ngettext("%(num)s claim", "%(num)s claims", 3) }}', locale="en") == "3 claims"


def test_everything_is_escaped_unless_it_is_markup(app: FastAPI) -> None:
    assert show(app, "{{ word }}", "<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"
    assert show(app, '{{ _("Note %(label)s", label=word) }}', "<b>", "en") == "Note &lt;b&gt;"


def test_an_unknown_name_is_an_error_and_not_nothing(app: FastAPI) -> None:
    with pytest.raises(jinja2.UndefinedError):
        show(app, "{{ nobody }}")


def test_addresses_are_made_from_names(app: FastAPI) -> None:
    assert show(app, '{{ url("search", query={"q": word}) }}', "a b", "en") == "/en/search?q=a+b"
    with pytest.raises(Exception, match="nowhere"):
        show(app, '{{ url("nowhere") }}')


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [("", "http://testserver"), ("https://kewai.example/", "https://kewai.example")],
)
def test_the_origin_is_that_of_the_settings_or_of_the_request(settings: Settings, base_url: str, origin: str) -> None:
    app = FastAPI()
    app.state.templating = Templating(app, settings.model_copy(update={"base_url": base_url}))

    def show_origin(request: Request) -> str:
        return site_origin(request)

    app.add_api_route("/origin", show_origin)
    assert Visitor(app).get("/origin").json() == origin


def test_a_page_is_rendered_with_its_context_and_its_language(app: FastAPI) -> None:
    environment(app, "en", "{{ word }} at {{ site.path }}, {{ site.alternates.zh }}")

    def probe(request: Request) -> object:
        return render(request, Probe("shown"), 203)

    app.add_api_route("/en/probe", probe)
    answer = Visitor(app).get("/en/probe?x=1")
    assert answer.text == "shown at /en/probe, /zh/probe?x=1"
    assert (answer.status_code, answer.headers["content-language"]) == (203, "en")
    assert answer.headers["cache-control"] == "no-cache"


ARRIVING = {"sec_fetch_mode": "navigate", "sec_fetch_site": "none"}


@pytest.mark.parametrize(
    ("headers", "within"),
    [
        (ARRIVING, True),
        (ARRIVING | {"sec_fetch_site": "cross-site"}, True),
        (ARRIVING | {"sec_fetch_site": "same-site"}, True),
        (ARRIVING | {"sec_fetch_site": "same-origin"}, False),
        (ARRIVING | {"sec_fetch_mode": "cors"}, False),
        ({"sec_fetch_mode": "navigate"}, False),
        ({"sec_fetch_site": "none"}, False),
        ({}, False),
    ],
)
def test_who_comes_from_elsewhere_gets_the_sheet_within_the_page(
    visitor: Visitor, headers: dict[str, str], within: bool
) -> None:
    page = html.fromstring(visitor.get("/en/nothing", **headers).content)
    linked = page.xpath("head/link[@rel='stylesheet']/@href")
    inside = page.xpath("head/style/@data-sheet")
    assert linked + inside == [static_url("site.css")]
    assert bool(inside) == within


def test_what_is_kept_of_a_page_depends_on_where_one_comes_from(visitor: Visitor) -> None:
    assert visitor.get("/en/nothing").headers["vary"] == "Cookie, Sec-Fetch-Mode, Sec-Fetch-Site, Accept-Encoding"
    assert visitor.get("/nothing").headers["vary"].startswith("Accept-Language, Cookie, Sec-Fetch")


def test_long_pages_are_compressed(visitor: Visitor) -> None:
    answer = visitor.get("/zh/nothing", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert "这个地址没有内容" in answer.text
