"""A person's own settings, and for admins everybody's accounts and the audit log."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import MissingError, RefusedError, StorageError
from pipeline.model.accounts import Role
from pipeline.review.desk import clean
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to, whole
from pipeline.web.languages import LANGUAGES
from pipeline.web.pages import Notice, render, said
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form

router = APIRouter()

_SIZE = 100


@router.get("/settings")
def settings(request: Request, site: Here, here: Anybody) -> Response:  # noqa: ARG001 - signed in
    """Show a person's own settings."""
    return render(request, "settings.html", {"languages": LANGUAGES})


@router.post("/settings")
def change_settings(site: Here, here: Anybody, form: Form) -> Response:
    """Keep a person's own settings."""
    language, theme = form.get("language", ""), form.get("theme", "")
    changed = replace(
        here.user,
        display=clean(form.get("display", ""))[:100],
        language=language if language in LANGUAGES else "",
        theme=theme if theme in ("light", "dark") else "",
    )
    site.gate.change_user(changed, by=here.user.name)
    return back_to("/settings", "kept")


@router.post("/settings/password")
def change_password(request: Request, site: Here, here: Anybody, form: Form) -> Response:
    """Change a person's own password."""
    try:
        site.gate.change_own_password(here.user, form.get("old", ""), form.get("new", ""), here.token)
    except RefusedError as error:
        notices = [Notice(said(request, error), "bad")]
        return render(request, "settings.html", {"languages": LANGUAGES}, notices=notices, status=422)
    return back_to("/settings", "password")


@router.get("/users")
def users(request: Request, site: Here, here: Anybody) -> Response:
    """Show the accounts."""
    allow(here.user, Action.MANAGE_USERS)
    return users_page(request, site)


def users_page(request: Request, site: Site, problem: str = "", status: int = 200) -> Response:
    """Return the page of the accounts, with what went wrong on top."""
    values = {"users": site.gate.accounts.users(), "roles": tuple(Role)}
    notices = [Notice(problem, "bad")] if problem else []
    return render(request, "users.html", values, notices=notices, status=status)


@router.post("/users")
def add_user(request: Request, site: Here, here: Anybody, form: Form) -> Response:
    """Make an account."""
    allow(here.user, Action.MANAGE_USERS)
    try:
        site.gate.add_user(
            clean(form.get("name", "")),
            _role(form),
            form.get("password", ""),
            display=clean(form.get("display", "")),
            by=here.user.name,
        )
    except (RefusedError, StorageError) as error:
        return users_page(request, site, said(request, error), 422)
    return back_to("/users", "kept")


@router.post("/users/{name}")
def change_user(request: Request, site: Here, here: Anybody, name: str, form: Form) -> Response:
    """Change somebody's role or password, or switch their account off."""
    allow(here.user, Action.MANAGE_USERS)
    user = site.gate.accounts.user(name)
    if user is None:
        raise MissingError("There is no account {name}.", name=name)
    try:
        changed = replace(user, role=_role(form), active=form.get("active") == "1")
        site.gate.change_user(changed, by=here.user.name)
        if form.get("password"):
            site.gate.set_password(name, form["password"], by=here.user.name)
    except RefusedError as error:
        return users_page(request, site, said(request, error), 422)
    return back_to("/users", "kept")


def _role(form: dict[str, str]) -> Role:
    try:
        return Role(form.get("role", ""))
    except ValueError:
        raise RefusedError("There is no such role.") from None


@router.get("/audit")
def audit(request: Request, site: Here, here: Anybody) -> Response:
    """Show the audit log."""
    allow(here.user, Action.READ_AUDIT)
    number = whole(request.query_params.get("page"), most=100_000)
    entries = site.gate.accounts.entries(page=number, size=_SIZE)
    return render(
        request, "audit.html", {"entries": entries, "page_number": number, "more": len(entries) == _SIZE}
    )


@router.get("/help")
def help_page(request: Request, site: Here, here: Anybody) -> Response:  # noqa: ARG001 - signed in
    """Show the keys and how the desk works."""
    return render(request, "help.html")
