"""An article side by side, and what can be done to it as a whole."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import ConflictError, RefusedError
from pipeline.model.work import ArticleRecord, ArticleState
from pipeline.review.readiness import blockers
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to
from pipeline.web.pages import Notice, render, said
from pipeline.web.rows import next_waiting, rows_of
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form, Visitor

router = APIRouter(prefix="/articles/{key}")


@router.get("")
def show(request: Request, site: Here, here: Anybody, key: str) -> Response:
    """Show the article."""
    return article_page(request, site, here, key)


def article_page(
    request: Request, site: Site, here: Visitor, key: str, *, problem: str = "", status: int = 200
) -> Response:
    """Return the page of an article, with what went wrong on top."""
    article = site.desk.article(key)
    segments = site.articles.segments(key)
    comments = site.discussion.comments(key)
    rows = rows_of(segments, site.discussion.drafts(key, here.user.name), comments)
    users = [user for user in site.gate.accounts.users() if user.active]
    values = {
        "article": article,
        "rows": rows,
        "blockers": blockers(article, segments),
        "changed": [one for one in segments if one.stale],
        "routine": sum(row.routine for row in rows),
        "waiting": next_waiting(segments, ""),
        "people": users,
        "comments": comments,
        "exports": site.exports,
        "published": article.state is ArticleState.PUBLISHED,
        "deadline": _local(article, site),
    }
    notices = [Notice(problem, "bad")] if problem else []
    return render(request, "article.html", values, notices=notices, status=status)


@router.post("/undo")
def undo(request: Request, site: Here, here: Anybody, key: str) -> Response:
    """Take back the person's last deed."""
    try:
        segment = site.desk.undo(here.user, key)
    except ConflictError as error:
        return article_page(request, site, here, key, problem=said(request, error), status=409)
    except RefusedError as error:
        allow(here.user, Action.EDIT)
        return article_page(request, site, here, key, problem=said(request, error), status=409)
    return back_to(f"{path_of(key)}#{segment.key}", "undone")


@router.post("/claim")
def claim(site: Here, here: Anybody, key: str, form: Form) -> Response:
    """Give the article to somebody, or to nobody."""
    assignee = form.get("assignee", here.user.name) or None
    user = site.gate.accounts.user(assignee) if assignee else None
    if assignee and (user is None or not user.active):
        raise RefusedError("There is no account {name}.", name=assignee)
    site.desk.claim(here.user, key, assignee)
    return back_to(path_of(key), "kept")


@router.post("/deadline")
def deadline(site: Here, here: Anybody, key: str, form: Form) -> Response:
    """Say until when the article is needed; an empty field takes the deadline away."""
    given = form.get("deadline", "").strip()
    try:
        at = datetime.fromisoformat(given).replace(tzinfo=ZoneInfo(site.settings.timezone)) if given else None
    except ValueError:
        raise RefusedError("The deadline is no date and time.") from None
    site.desk.set_deadline(here.user, key, at)
    return back_to(path_of(key), "kept")


@router.post("/routine")
def routine(request: Request, site: Here, here: Anybody, key: str) -> Response:
    """Approve the lines that are carried over by rule."""
    try:
        site.desk.approve_carried(here.user, key)
    except ConflictError as error:
        return article_page(request, site, here, key, problem=said(request, error), status=409)
    return back_to(path_of(key), "approved")


@router.post("/publish")
def publish(request: Request, site: Here, here: Anybody, key: str, form: Form) -> Response:
    """Publish the edition."""
    allow(here.user, Action.PUBLISH)
    try:
        publication = site.desk.publish(here.user, key, form.get("note", ""))
    except (ConflictError, RefusedError) as error:
        return article_page(request, site, here, key, problem=said(request, error), status=409)
    site.gate.log(here.user.name, "published", key, note=publication.note)
    site.messages.announce("published", publication)
    return back_to(path_of(key), "published")


@router.post("/withdraw")
def withdraw(request: Request, site: Here, here: Anybody, key: str, form: Form) -> Response:
    """Take the published edition back."""
    allow(here.user, Action.WITHDRAW)
    try:
        publication = site.desk.withdraw(here.user, key, form.get("note", ""))
    except (ConflictError, RefusedError) as error:
        return article_page(request, site, here, key, problem=said(request, error), status=409)
    site.gate.log(here.user.name, "withdrawn", key, note=publication.withdrawn_note)
    site.messages.announce("withdrawn", publication)
    return back_to(path_of(key), "withdrawn")


def path_of(key: str, segment_key: str = "") -> str:
    """Return the address of an article, or of one of its segments."""
    return f"/articles/{quote(key)}" + (f"/segments/{quote(segment_key)}" if segment_key else "")


def _local(article: ArticleRecord, site: Site) -> str:
    """Return the deadline as a field for a date and time wants it."""
    if article.deadline is None:
        return ""
    return article.deadline.astimezone(ZoneInfo(site.settings.timezone)).strftime("%Y-%m-%dT%H:%M")
