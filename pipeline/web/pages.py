"""Pages out of templates: every value escaped, every word in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from pipeline import __version__
from pipeline.errors import RefusedError
from pipeline.review.roles import Action, may
from pipeline.web.characters import visible
from pipeline.web.languages import Formats, catalogue, choose
from pipeline.web.remarks import remark, title
from pipeline.web.site import site_of
from pipeline.web.visitors import Visitor
from pipeline.web.words import NAMES, NOTICES

NOTICE = "dwibahasa_notice"


class Notice(NamedTuple):
    """A line that says what just happened: `kind` is good, bad or warn."""

    text: str
    kind: str = "good"


@dataclass(frozen=True, slots=True)
class Page:
    """What every template knows of the page it makes."""

    visitor: Visitor | None
    language: str
    path: str
    address: str
    notices: Sequence[Notice]
    unread: int
    version: str = __version__

    @property
    def user(self) -> Any:
        """Who is signed in."""
        return self.visitor.user if self.visitor else None

    @property
    def csrf(self) -> str:
        """What makes a form ours."""
        return self.visitor.form_token if self.visitor else ""

    @property
    def theme(self) -> str:
        """Light or dark, where the person has chosen."""
        theme = self.visitor.user.theme if self.visitor else ""
        return theme if theme in ("light", "dark") else ""

    def may(self, action: str) -> bool:
        """Tell whether the person may do something."""
        return self.visitor is not None and may(self.visitor.user.role, Action(action))


def render(
    request: Request,
    name: str,
    values: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
    notices: Sequence[Notice] = (),
) -> HTMLResponse:
    """Return a page, or the part of one that a script asked for."""
    site = site_of(request)
    language = language_of(request)
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    query = f"?{request.url.query}" if request.url.query else ""
    page = Page(
        visitor,
        language,
        request.url.path,
        request.url.path + query,
        [*_waiting(request), *notices],
        site.discussion.unseen(visitor.user.name) if visitor and not name.startswith("_") else 0,
    )
    environment = _environment(language, site.settings.timezone)
    text = environment.get_template(name).render(page=page, site=site, **(values or {}))
    response = HTMLResponse(text, status)
    if NOTICE in request.cookies and not name.startswith("_"):
        response.delete_cookie(NOTICE)
    return response


def language_of(request: Request) -> str:
    """Return the language of a page."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    wanted = visitor.user.language if visitor else None
    return choose(wanted, request.headers.get("accept-language", ""), site_of(request).settings.language)


def said(request: Request, error: Exception | str) -> str:
    """Return what went wrong in the reader's language."""
    values = error.values if isinstance(error, RefusedError) else {}
    template = error.template if isinstance(error, RefusedError) else str(error)
    translated = catalogue(language_of(request)).gettext(template)
    return translated.format(**values) if values else translated


def wants_part(request: Request) -> bool:
    """Tell whether a script of ours asks for a part of a page."""
    return "x-part" in request.headers


def _waiting(request: Request) -> list[Notice]:
    key = request.cookies.get(NOTICE, "")
    text = NOTICES.get(key)
    return [Notice(catalogue(language_of(request)).gettext(text))] if text else []


_SAID = re.compile(r"""\b_\((?:"([^"%]+)"|'([^'%]+)')\)""")


class _Environment(jinja2.Environment):
    """Templates in one language: their plain words are translated when a template is read, not on every page.

    The page of an article says `Dismiss`, `Why` and the like a hundred times.
    """

    say: Callable[[str], str]

    def _parse(self, source: str, name: str | None, filename: str | None) -> jinja2.nodes.Template:
        said = _SAID.sub(lambda found: repr(self.say(found[1] or found[2])), source)
        return super()._parse(said, name, filename)


@cache
def _environment(language: str, zone: str) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.PackageLoader("pipeline.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    messages = catalogue(language)
    environment.say = messages.gettext
    environment.install_gettext_translations(messages, newstyle=True)  # type: ignore[attr-defined]
    formats = Formats(language, zone)
    environment.globals.update(asset=asset, seal=_seal, formats=formats)
    environment.filters.update(
        shown=visible,
        moment=formats.moment,
        ago=formats.ago,
        number=formats.number,
        percent=formats.percent,
        remark=lambda message, check: visible(remark(language, check, message)),
        title_of=partial(title, language),
        noted=lambda note: visible(messages.gettext(note) if note else ""),
        named=lambda key: visible(messages.gettext(NAMES.get(str(key), str(key).replace("_", " ")))),
    )
    return environment


@jinja2.pass_context
def _seal(context: jinja2.runtime.Context) -> Markup:
    return _hidden(context["page"].csrf)


@lru_cache(maxsize=256)
def _hidden(token: str) -> Markup:
    return Markup('<input type="hidden" name="form_token" value="{}">').format(token)


@cache
def asset(name: str) -> str:
    """Return the address of a static file; it changes with the file, so a browser may keep it for ever."""
    digest = sha256(files("pipeline.web").joinpath("static", name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
