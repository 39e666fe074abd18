"""Comments on an article and its sentences; whoever is named with an @ finds it under their mentions."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import RefusedError
from pipeline.model.discussion import Comment
from pipeline.review.desk import clean
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import render
from pipeline.web.routes.articles import path_of
from pipeline.web.site import Here
from pipeline.web.visitors import Anybody, Form

router = APIRouter()

_NAMED = re.compile(r"(?<![\w@.])@([\w][\w.@-]{0,63})")
_LONGEST = 5_000


@router.get("/articles/{key}/comments")
def show(request: Request, site: Here, here: Anybody, key: str) -> Response:  # noqa: ARG001 - signed in
    """Show what people say about an article."""
    segments = {one.key: one for one in site.articles.segments(key)}
    values = {
        "article": site.desk.article(key),
        "segments": segments,
        "comments": site.discussion.comments(key),
        "chosen": request.query_params.get("segment", ""),
        "people": [user for user in site.gate.accounts.users() if user.active],
    }
    return render(request, "comments.html", values)


@router.post("/articles/{key}/comments")
def comment(site: Here, here: Anybody, key: str, form: Form) -> Response:
    """Add a comment."""
    allow(here.user, Action.COMMENT)
    text, segment = clean(form.get("text", "")), form.get("segment", "")
    if not text or len(text) > _LONGEST:
        raise RefusedError("A comment has between 1 and {most} characters.", most=_LONGEST)
    site.desk.article(key)
    if segment:
        site.desk.segment(key, segment)
    known = {user.name.casefold(): user.name for user in site.gate.accounts.users()}
    named = [known[name] for name in _names(text) if name in known]
    number = site.discussion.add_comment(Comment(0, key, segment, here.user.name, text, site.clock()), named)
    return back_to(f"{path_of(key)}/comments#c{number}", "commented")


@router.post("/articles/{key}/comments/{number}/resolve")
def resolve(site: Here, here: Anybody, key: str, number: str) -> Response:
    """Settle a comment."""
    allow(here.user, Action.COMMENT)
    site.discussion.resolve_comment(key, whole(number, 0), here.user.name, site.clock())
    return back_to(f"{path_of(key)}/comments#c{whole(number, 0)}", "kept")


@router.get("/mentions")
def mentions(request: Request, site: Here, here: Anybody) -> Response:
    """Show where a person is named; from now on they have seen it."""
    found = site.discussion.mentions(here.user.name)
    response = render(request, "mentions.html", {"found": found})
    site.discussion.see_mentions(here.user.name, site.clock())
    return response


def _names(text: str) -> list[str]:
    """Return who is named, a full stop at the end of the sentence left out.

    >>> _names("see @sari and @budi.")
    ['sari', 'budi']
    """
    return [name.rstrip(".-@").casefold() for name in _NAMED.findall(text)]
