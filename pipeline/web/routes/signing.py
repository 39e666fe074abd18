"""Signing in and out. A text that was being saved when the session ended goes through the form and is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from pipeline.errors import RefusedError
from pipeline.model.discussion import KeptDraft
from pipeline.review.desk import LONGEST
from pipeline.review.gate import ThrottledError
from pipeline.web.answers import address_of, back_to, local, whole
from pipeline.web.pages import render, said
from pipeline.web.site import Here, Site, site_of
from pipeline.web.visitors import COOKIE, Anybody, ForgedError, Form, find_visitor, is_foreign

router = APIRouter()


@router.get("/login")
def ask(request: Request, site: Here) -> Response:
    """Show the form."""
    wanted = local(request.query_params.get("next", "/"))
    if find_visitor(request, site):
        return RedirectResponse(wanted, 303)
    return login_page(request, wanted=wanted)


@router.post("/login")
def sign_in(request: Request, site: Here, form: Form) -> Response:
    """Open a session."""
    if is_foreign(request):
        raise ForgedError
    name, wanted = form.get("username", "").strip(), local(form.get("next", "/"))
    address = address_of(request)
    kept = kept_text(form, name)
    try:
        token = site.gate.sign_in(
            name, form.get("password", ""), address, request.headers.get("user-agent", "")
        )
    except RefusedError as error:
        status = 429 if isinstance(error, ThrottledError) else 401
        return login_page(
            request, wanted=wanted, problem=said(request, error), name=name, kept=kept, status=status
        )
    response = back_to(wanted)
    if kept and site.articles.segment(kept.article, kept.segment):
        site.discussion.keep_draft(kept)
        response = back_to(f"/articles/{quote(kept.article)}/segments/{quote(kept.segment)}", "welcome")
    set_session(response, request, site, token)
    return response


@router.post("/logout")
def sign_out(site: Here, here: Anybody) -> Response:
    """End the session."""
    site.gate.sign_out(here.token, here.user.name)
    response = back_to("/login")
    response.delete_cookie(COOKIE)
    return response


def login_page(
    request: Request,
    *,
    wanted: str,
    problem: str = "",
    name: str = "",
    kept: KeptDraft | None = None,
    status: int = 200,
) -> Response:
    """Return the form, with the text that would be lost without it."""
    nobody = not site_of(request).gate.accounts.users()
    values = {"next": wanted, "problem": problem, "username": name, "kept": kept, "nobody": nobody}
    return render(request, "login.html", values, status=status)


def set_session(response: Response, request: Request, site: Site, token: str) -> None:
    """Give the browser the cookie of a session: no script reads it, no other site's form sends it."""
    response.set_cookie(
        COOKIE,
        site.seal.cookie(token),
        max_age=site.settings.session_hours * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
        path="/",
    )


def kept_text(form: dict[str, str], name: str) -> KeptDraft | None:
    """Return the text that travels through the sign-in form."""
    text = form.get("kept_text", "")
    if not text or len(text) > LONGEST:
        return None
    version = whole(form.get("kept_version"), 0)
    return KeptDraft(
        form.get("kept_article", ""), form.get("kept_segment", ""), name, text, version, datetime.now(UTC)
    )
