"""The desk as an ASGI application: routes, guards, and what a person sees when something goes wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from pipeline.errors import (
    ConflictError,
    DwibahasaError,
    ForbiddenError,
    MissingError,
    RefusedError,
    StorageError,
)
from pipeline.web import api
from pipeline.web.addresses import TrustedProxy
from pipeline.web.courier import background, courier
from pipeline.web.headers import SafetyHeaders, SizeLimit
from pipeline.web.pages import render, said, wants_part
from pipeline.web.routes import (
    accounts,
    articles,
    connections,
    dashboard,
    discussion,
    health,
    history,
    published,
    queue,
    segments,
    signing,
    terms,
)
from pipeline.web.site import Site
from pipeline.web.visitors import SAFE, ForgedError, SignInNeededError, read_form
from pipeline.web.words import TROUBLE

_log = logging.getLogger(__name__)

_ROUTES = (
    signing,
    queue,
    articles,
    segments,
    history,
    discussion,
    terms,
    dashboard,
    published,
    accounts,
    connections,
)


class _Files(StaticFiles):
    """Static files whose address changes with them: a browser asks once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, to be kept for a year where its address says which version it is."""
        response = await super().get_response(path, scope)
        named = b"v=" in scope["query_string"]
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if named else "no-cache"
        return response


def create_app(site: Site) -> FastAPI:
    """Put the application together."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        async with courier(site.messages), background(site.warm):
            yield

    app = FastAPI(title="Dwibahasa", lifespan=life, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.site = site
    for module in _ROUTES:
        app.include_router(module.router, dependencies=[Depends(read_form)])
    app.include_router(health.router)
    app.mount("/api/v1", api.create_api(site))
    app.mount("/static", _Files(directory=str(files("pipeline.web").joinpath("static"))))
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(SizeLimit, max_bytes=site.max_bytes)
    app.add_middleware(SafetyHeaders)
    app.add_middleware(TrustedProxy, trusted=site.settings.trusted_proxies)
    return app


async def _sign_in_needed(request: Request, _error: Exception) -> Response:
    """Send a reader to the sign-in page; keep what a writer wrote."""
    if wants_part(request):
        return PlainTextResponse("sign in", 401)
    if request.method in SAFE:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/login?next={quote(request.url.path + query)}", 303)
    form: dict[str, str] = getattr(request.state, "form", {})
    parts = request.url.path.split("/")
    kept = None
    if "text" in form and len(parts) > 4 and parts[3] == "segments":
        version = form.get("based_on")
        carried = {
            "kept_text": form["text"],
            "kept_article": request.path_params.get("key", ""),
            "kept_segment": request.path_params.get("segment_key", ""),
            "kept_version": version or "0",
        }
        kept = signing.kept_text(carried, "")
    return await run_in_threadpool(signing.login_page, request, wanted="/", kept=kept, status=401)


async def _forged(request: Request, _error: Exception) -> Response:
    return await _message(request, "forged", 403)


_REFUSALS: dict[type[RefusedError], tuple[str, int]] = {
    MissingError: ("missing", 404),
    ForbiddenError: ("forbidden", 403),
    RefusedError: ("refused", 422),
}


async def _refused(request: Request, error: Exception) -> Response:
    trouble, status = next(found for kind, found in _REFUSALS.items() if isinstance(error, kind))
    return await _message(request, trouble, status, error)


async def _conflict(request: Request, error: Exception) -> Response:
    _log.info("%s", error)
    return await _message(request, "conflict", 409)


async def _storage(request: Request, error: Exception) -> Response:
    """Say that the store is away, with what the person wrote; no page, for a page asks the store."""
    _log.error("%s", error)
    heading, text = (said(request, word) for word in TROUBLE["store"])
    form: dict[str, str] = getattr(request.state, "form", {})
    return PlainTextResponse(f"{heading}. {text}\n\n{form.get('text', '')}", 503)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    trouble = {404: "missing", 405: "forbidden"}.get(error.status_code, "refused")
    return await _message(request, trouble, error.status_code)


async def _invalid(request: Request, _error: Exception) -> Response:
    return await _message(request, "refused", 422)


async def _broken(request: Request, error: Exception) -> Response:
    """Say what a person has to set right: a line of the house's own glossary, a setting."""
    _log.error("%s", error)
    return await _message(request, "fault", 500, error)


async def _failed(request: Request, error: Exception) -> Response:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return await _message(request, "fault", 500)


async def _message(request: Request, trouble: str, status: int, reason: Exception | None = None) -> Response:
    """Show what went wrong, with what the person wrote."""
    heading, text = TROUBLE[trouble]
    words = said(request, reason or text) if reason or text else ""
    if wants_part(request):
        return PlainTextResponse(words or said(request, heading), status)
    form: dict[str, str] = getattr(request.state, "form", {})
    values = {"heading": said(request, heading), "text": words, "kept_text": form.get("text", "")}
    return await run_in_threadpool(render, request, "message.html", values, status=status)


_HANDLERS: dict[type[Exception] | int, Callable[[Request, Exception], Awaitable[Response]]] = {
    SignInNeededError: _sign_in_needed,
    ForgedError: _forged,
    ConflictError: _conflict,
    RefusedError: _refused,
    StorageError: _storage,
    DwibahasaError: _broken,
    HTTPException: _http,
    RequestValidationError: _invalid,
    Exception: _failed,
}
