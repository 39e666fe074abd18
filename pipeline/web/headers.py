"""The headers that every answer carries: what a browser may do with our pages, and how long it keeps them."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "manifest-src 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""No inline script or style, nothing from elsewhere: a headline that smuggles a tag in stays text, twice over."""

_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class SafetyHeaders:
    """Dress every answer with the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and dress its answer."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, receive, dressed if scope["type"] == "http" else send)


class _TooLargeError(Exception):
    """More came than was allowed."""


class SizeLimit:
    """Refuse a body that is larger than any form or article of ours, before it fills the memory."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app, self._max = app, max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its bytes counted."""
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._max:
                raise _TooLargeError
            return message

        refusal = PlainTextResponse(f"Too large: at most {self._max // 1_000_000} MB.", 413)
        declared = dict(scope.get("headers", ())).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self._max:
            await refusal(scope, receive, send)
            return
        try:
            await self._app(scope, counted, send)
        except _TooLargeError:
            await refusal(scope, receive, send)
