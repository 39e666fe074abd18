"""Who changed what: a readable difference for every version, and a way back to each."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import ConflictError, MissingError
from pipeline.model.work import HistoryEntry
from pipeline.review.roles import Action, allow
from pipeline.text.differences import differences
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import render
from pipeline.web.routes.articles import path_of
from pipeline.web.routes.segments import conflict
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form

router = APIRouter(prefix="/articles/{key}")

_SIZE = 100


@router.get("/history")
def of_article(request: Request, site: Here, here: Anybody, key: str) -> Response:  # noqa: ARG001 - signed in
    """Show what happened to an article."""
    return history_page(request, site, key, "")


@router.get("/segments/{segment_key}/history")
def of_segment(request: Request, site: Here, here: Anybody, key: str, segment_key: str) -> Response:  # noqa: ARG001 - as above
    """Show what happened to a segment."""
    return history_page(request, site, key, segment_key)


def history_page(request: Request, site: Site, key: str, segment_key: str) -> Response:
    """Return a page of the history."""
    article = site.desk.article(key)
    segment = site.desk.segment(key, segment_key) if segment_key else None
    entries = site.articles.history(key, segment_key or None)
    number = whole(request.query_params.get("page"), most=10_000)
    part = entries[(number - 1) * _SIZE : number * _SIZE]
    values = {
        "article": article,
        "segment": segment,
        "entries": [{"entry": one, "changes": differences(one.before, _after(one))} for one in part],
        "page_number": number,
        "more": len(entries) > number * _SIZE,
    }
    return render(request, "history.html", values)


def _after(entry: HistoryEntry) -> str:
    """Return what an entry's text is compared with: a correction changed the source, not the translation."""
    return entry.source if entry.kind == "source" else entry.text


@router.post("/segments/{segment_key}/restore")
def restore(request: Request, site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Put the text of an earlier version back."""
    allow(here.user, Action.EDIT)
    version = whole(form.get("version"), 0)
    entries = site.articles.history(key, segment_key)
    found = next(
        (one for one in entries if one.version == version and one.kind in ("text", "state", "machine")), None
    )
    if found is None:
        raise MissingError("There is no such version.")
    based_on = whole(form.get("based_on"), 0)
    try:
        site.desk.restore(here.user, key, found, based_on)
    except ConflictError:
        return conflict(request, site, here, key, segment_key, found.text)
    return back_to(f"{path_of(key)}#{segment_key}", "saved")
