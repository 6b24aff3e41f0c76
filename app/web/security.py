"""The security headers of every answer. The content policy starts from nothing and names what is used.

Sources: Content Security Policy Level 3 (W3C); OWASP Secure Headers Project.
"""

from collections.abc import Mapping
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.assets import style_sources

_POLICY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self' data:",
    "script-src": "'self'",
    "style-src": "'self'",
}

_OTHERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@cache
def security_headers() -> Mapping[str, str]:
    """Every header with its value. Raises `OSError` when style sheets are missing."""
    policy = _POLICY | {"style-src": " ".join((_POLICY["style-src"], *style_sources()))}
    return {"Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()), **_OTHERS}


def secure(headers: MutableHeaders) -> None:
    """Puts every security header that is not there yet into `headers`."""
    for name, value in security_headers().items():
        headers.setdefault(name, value)


class SecurityHeaders:
    """Middleware that secures every HTTP answer. Errors that nobody caught are answered outside of it: see `errors`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the wrapped application does, with the headers added."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                secure(MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)
