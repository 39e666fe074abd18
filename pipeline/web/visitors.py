"""Who is looking at a page, and whether a form really came from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.params import Depends as Dependency

from pipeline.errors import RefusedError
from pipeline.model.accounts import User
from pipeline.review.roles import Action, allow
from pipeline.web.site import Site, site_of

COOKIE = "dwibahasa_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SignInNeededError(Exception):
    """Nobody is signed in, or the session has ended."""


class ForgedError(Exception):
    """A form that wasn't made for this session."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who is signed in, and the token of their session."""

    user: User
    token: str
    form_token: str


def find_visitor(request: Request, site: Site) -> Visitor | None:
    """Return who is signed in, if anybody is."""
    token = site.seal.token(request.cookies.get(COOKIE, ""))
    session = site.gate.session(token) if token else None
    if token is None or session is None:
        return None
    return Visitor(session.user, token, site.seal.form_token(token))


def visitor(request: Request, site: Annotated[Site, Depends(site_of)]) -> Visitor:
    """Return who is signed in.

    Raises:
        SignInNeededError: nobody is.
        ForgedError: the request changes something, and isn't from one of our pages.
    """
    found = find_visitor(request, site)
    if found is None:
        raise SignInNeededError
    request.state.visitor = found
    if request.method not in SAFE:
        given = request.headers.get("x-form-token") or request.state.form.get("form_token", "")
        if is_foreign(request) or not site.seal.is_form_token(str(given), found.token):
            raise ForgedError
    return found


def is_foreign(request: Request) -> bool:
    """Tell whether the browser says that another site made the request."""
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def needs(action: Action) -> Dependency:
    """Return what lets only those in who may do `action`."""
    found: Dependency = Depends(_gatekeeper(action))
    return found


def _gatekeeper(action: Action) -> Callable[[Visitor], Visitor]:
    def keep(here: Annotated[Visitor, Depends(visitor)]) -> Visitor:
        allow(here.user, action)
        return here

    return keep


async def read_form(request: Request) -> None:
    """Read a form once, for the guard and for the route.

    Raises:
        RefusedError: it has more fields than any form of ours.
    """
    if request.method in SAFE:
        request.state.form = {}
        return
    form = await request.form(max_files=0, max_fields=60)
    if len(form) > 60:
        raise RefusedError("This form has too many fields.")
    request.state.form = {name: value for name, value in form.items() if isinstance(value, str)}


def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form."""
    form: dict[str, str] = request.state.form
    return form


Form = Annotated[dict[str, str], Depends(form_of)]
Anybody = Annotated[Visitor, Depends(visitor)]
"""A person who is signed in, as a parameter of a route; every role may read."""
