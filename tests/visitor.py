"""A visitor asks an application for pages, with neither network nor browser, and reads them as HTML."""

import asyncio
from typing import Any

import httpx
from fastapi import FastAPI
from lxml import html

ADDRESS = "http://testserver"


class Visitor:
    """Asks `app`. An error inside the application is answered as it would be to anyone, not raised."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to GET `path`; redirects are not followed. Header names take `_` for `-`."""
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """The answer to any request."""
        return asyncio.run(self._ask(method, path, options))

    def page(self, path: str, status: int = 200) -> html.HtmlElement:
        """The page at `path`, which must answer with `status`."""
        response = self.get(path)
        assert response.status_code == status, f"{path}: {response.status_code} {response.text[:500]}"
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        return html.fromstring(response.text)

    async def _ask(self, method: str, path: str, options: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            return await client.request(method, path, **options)


def texts(page: html.HtmlElement, selector: str) -> list[str]:
    """The words of every element that a CSS-like path finds, spaces folded: `.//h2`, `.//*[@class='x']`."""
    return [" ".join(element.text_content().split()) for element in page.xpath(selector)]


def links(page: html.HtmlElement, selector: str = ".//main") -> list[str]:
    """The addresses of all links inside what `selector` finds."""
    return [link.get("href") for area in page.xpath(selector) for link in area.xpath(".//a[@href]")]
