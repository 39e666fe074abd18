"""What went out, and the files of an edition for who wants to have them now."""

from __future__ import annotations

import mimetypes
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import MissingError
from pipeline.web.answers import whole
from pipeline.web.pages import render
from pipeline.web.site import Here
from pipeline.web.visitors import Anybody

router = APIRouter()

_SIZE = 50


@router.get("/published")
def show(request: Request, site: Here, here: Anybody) -> Response:  # noqa: ARG001 - signed in
    """Show the published editions."""
    number = whole(request.query_params.get("page"), most=100_000)
    found = site.desk.work.publications(number, _SIZE)
    return render(
        request, "published.html", {"found": found, "page_number": number, "more": len(found) == _SIZE}
    )


@router.get("/articles/{key}/export/{name}")
def export(site: Here, here: Anybody, key: str, name: str) -> Response:  # noqa: ARG001 - signed in
    """Return the edition as it stands, as a file."""
    edition = site.articles.edition(key)
    if edition is None or name not in site.exports:
        raise MissingError("There is no such edition.")
    suffix, body = site.export(edition, name)
    kind = mimetypes.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(key + suffix)}"}
    return Response(body, media_type=kind, headers=headers)
