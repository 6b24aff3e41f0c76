"""Templates: one Jinja environment for each locale, and `render`, which turns a page's context into an answer."""

from collections.abc import MutableMapping
from dataclasses import dataclass, fields
from http import HTTPStatus
from typing import Any, ClassVar, Protocol

import jinja2
from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from app import resources
from app.cite import embedded
from app.settings import Settings
from app.web.assets import style_text
from app.web.canonical import Addresses, addresses
from app.web.citing import Reader, chosen_style, reading
from app.web.colours import light_colours
from app.web.filters import filters
from app.web.fragments import keeping
from app.web.locale import LANGUAGE_TAGS, locale_of_path, negotiate, translations
from app.web.names import Names
from app.web.urls import Links, alternates, static_url
from app.web.wording import wording


class Page(Protocol):
    """The context of one page: a frozen dataclass that says which template shows it."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Site:
    """What the layout shows around every page."""

    path: str
    """Path of this page, without its query."""
    origin: str
    """Where this site is: `https://kewai.example`, for addresses that leave the page."""
    alternates: dict[str, str]
    """Address of this page by locale."""
    addresses: Addresses | None
    """Of this page for search engines; none for an error, which is no page to keep."""
    arriving: bool
    """Whether the reader comes from elsewhere, and so has nothing of this site at hand."""


class Templating:
    """The environments by locale."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        self.base_url = settings.base_url.rstrip("/")
        self.environments = {locale: _environment(app, locale) for locale in LANGUAGE_TAGS}

    def render(self, request: Request, page: Page, status_code: int = 200) -> HTMLResponse:
        """`page` in the request's locale. Raises what Jinja raises: a template that fails is an error of ours."""
        locale = request_locale(request)
        origin = site_origin(request)
        kept = addresses(request, origin) if status_code < HTTPStatus.BAD_REQUEST else None
        site = Site(request.url.path, origin, alternates(request), kept, arrives(request))
        context = {field.name: getattr(page, field.name) for field in fields(page)}
        with reading(Reader(origin, chosen_style(request))):
            html = self.environments[locale].get_template(page.template).render(context, site=site)
        response = HTMLResponse(html, status_code, headers={"Content-Language": LANGUAGE_TAGS[locale]})
        response.headers["Cache-Control"] = "no-cache"
        language = () if locale_of_path(request.url.path) else ("Accept-Language",)
        response.headers["Vary"] = ", ".join((*language, "Cookie", "Sec-Fetch-Mode", "Sec-Fetch-Site"))
        return response


def render(request: Request, page: Page, status_code: int = 200) -> HTMLResponse:
    """`page` as the application's templates show it."""
    templating: Templating = request.app.state.templating
    return templating.render(request, page, status_code)


def site_origin(request: Request) -> str:
    """Where this site is, for permanent addresses: as the settings say, or else as the request found it."""
    templating: Templating = request.app.state.templating
    return templating.base_url or str(request.base_url).rstrip("/")


def request_locale(request: Request) -> str:
    """The locale that the path is under, or else the one that the browser asks for."""
    return locale_of_path(request.url.path) or negotiate(request.headers.get("accept-language", ""))


def arrives(request: Request) -> bool:
    """Whether a browser opens the page from elsewhere, as it says itself (Fetch Metadata, W3C).

    A browser that says nothing and a program are taken to have what they need, or to ask for it.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    return request.headers.get("sec-fetch-mode") == "navigate" and site != "same-origin"


class _Environment(jinja2.Environment):
    """Templates see the environment's names directly: through a chain of dictionaries, as Jinja has it, each import of
    a page looks for every name in all of them."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template sees besides its context: `d` before those of the environment."""
        return super().make_globals(d) if d else self.globals


def _environment(app: FastAPI, locale: str) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.FileSystemLoader(resources.TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    catalogue = translations(locale)
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(wording(catalogue))
    links = Links(app, locale)
    environment.filters.update(filters(locale))
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}  # half the bytes of \u4e2d
    environment.globals.update(
        coins=embedded.coins,
        colour=light_colours(),
        highwire=embedded.highwire,
        kept=keeping(),
        linked_article=embedded.as_article,
        linked_claim=embedded.as_claim,
        locale=locale,
        lang=LANGUAGE_TAGS[locale],
        name_of=Names(lambda: app.state.library.vocabulary, locale),
        static=static_url,
        style_text=style_text,
        twin=links.twin,
        url=links.url,
    )
    return environment
