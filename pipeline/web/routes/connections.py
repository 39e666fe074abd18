"""Tokens for the JSON API, and the addresses that are told what is published."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import RefusedError
from pipeline.model.accounts import Role
from pipeline.review.desk import clean
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import Notice, render, said
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form

router = APIRouter(prefix="/tokens")


@router.get("")
def show(request: Request, site: Here, here: Anybody) -> Response:
    """Show the tokens, the webhooks and their last messages."""
    allow(here.user, Action.MANAGE_TOKENS)
    return tokens_page(request, site)


def tokens_page(
    request: Request, site: Site, *, shown: str = "", problem: str = "", status: int = 200
) -> Response:
    """Return the page; `shown` is a secret that is to be seen this once."""
    values = {
        "tokens": site.gate.accounts.tokens(),
        "webhooks": site.messages.webhooks.webhooks(),
        "deliveries": site.messages.webhooks.recent(),
        "roles": tuple(Role),
        "secret": shown,
    }
    notices = [Notice(problem, "bad")] if problem else []
    return render(request, "tokens.html", values, notices=notices, status=status)


@router.post("")
def add(request: Request, site: Here, here: Anybody, form: Form) -> Response:
    """Make a token."""
    allow(here.user, Action.MANAGE_TOKENS)
    name, role = clean(form.get("name", "")), form.get("role", "")
    if not name or role not in set(Role):
        problem = said(request, RefusedError("A token needs a name and a role."))
        return tokens_page(request, site, problem=problem, status=422)
    return tokens_page(request, site, shown=site.gate.make_token(name, Role(role), by=here.user), status=201)


@router.post("/{key}/revoke")
def revoke(site: Here, here: Anybody, key: str) -> Response:
    """Make a token worthless."""
    allow(here.user, Action.MANAGE_TOKENS)
    site.gate.revoke_token(key, by=here.user)
    return back_to("/tokens", "removed")


@router.post("/webhooks")
def add_webhook(request: Request, site: Here, here: Anybody, form: Form) -> Response:
    """Tell an address about publications."""
    allow(here.user, Action.MANAGE_TOKENS)
    try:
        secret = site.messages.add(clean(form.get("url", "")), here.user.name)
    except RefusedError as error:
        return tokens_page(request, site, problem=said(request, error), status=422)
    site.gate.log(here.user.name, "webhook added", form.get("url", ""))
    return tokens_page(request, site, shown=secret, status=201)


@router.post("/webhooks/{number}/stop")
def stop_webhook(site: Here, here: Anybody, number: str) -> Response:
    """Tell an address nothing more."""
    allow(here.user, Action.MANAGE_TOKENS)
    site.messages.webhooks.stop_webhook(whole(number, 0))
    site.gate.log(here.user.name, "webhook stopped", number)
    return back_to("/tokens", "removed")
