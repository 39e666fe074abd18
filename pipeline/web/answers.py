"""What a route answers when it changed something: a way back to a page, with a word about what happened."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse

from pipeline.web.pages import NOTICE


def back_to(address: str, notice: str = "") -> RedirectResponse:
    """Send the browser to a page of ours; `notice` is a key of `pages.NOTICES`."""
    response = RedirectResponse(local(address), 303)
    if notice:
        response.set_cookie(NOTICE, notice, max_age=30, httponly=True, samesite="lax", path="/")
    return response


def local(address: str) -> str:
    r"""Return an address if it is one of ours, else the queue's: a link must not lead out of the desk.

    >>> local("//evil.example/"), local("/articles/a?x=1"), local("/\\evil.example")
    ('/', '/articles/a?x=1', '/')
    """
    plain = address.isascii() and address.isprintable()
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and "\\" not in address
    return address if plain and ours else "/"


def whole(text: str | None, least: int = 1, most: int = 1_000_000) -> int:
    """Return a whole number out of a form or an address, `least` where there is none.

    >>> whole("7"), whole("-3"), whole("x"), whole("٣")
    (7, 1, 1, 1)
    """
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 12:
        return least
    return max(least, min(int(text), most))


def address_of(request: Request) -> str:
    """Return where a request came from."""
    return request.client.host if request.client else ""
