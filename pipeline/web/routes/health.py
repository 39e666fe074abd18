"""Whether the desk can work: asked by a load balancer, answered to anybody, telling nothing else."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import PlainTextResponse, Response

from pipeline.errors import StorageError
from pipeline.web.site import Here

router = APIRouter()


@router.get("/healthz")
def healthz(site: Here) -> Response:
    """Answer 200 when the store can be read."""
    try:
        site.ping()
    except StorageError:
        return PlainTextResponse("the store can't be read\n", 503)
    return PlainTextResponse("ok\n")


@router.get("/robots.txt")
def robots() -> Response:
    """Ask crawlers to stay away."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
