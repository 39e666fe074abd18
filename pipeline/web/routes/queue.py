"""The queue: which articles wait, the riskiest first. Every filter lives in the address."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import Response

from pipeline.model import Direction, Severity
from pipeline.model.discussion import View
from pipeline.model.work import ArticleState, Order, QueueQuery
from pipeline.review.desk import clean
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import render
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form

router = APIRouter()


class Chosen(dict[str, str]):
    """The filters that are set; every other one is empty."""

    def __missing__(self, name: str) -> str:
        """Return what a filter is that nobody set."""
        return ""


FILTERS = ("text", "state", "source", "assignee", "severity", "check", "direction", "late", "order")
DIRECTIONS = {"id-en": Direction("id", "en"), "en-id": Direction("en", "id")}
_WAITING = (ArticleState.OPEN, ArticleState.READY, ArticleState.FAILED)
_SIZE = 30


@router.get("/")
def show(request: Request, site: Here, here: Anybody) -> Response:
    """Show a page of the queue."""
    given = request.query_params
    found = site.articles.queue(query_of(given, here.user.name, site))
    chosen = Chosen({name: given[name] for name in FILTERS if given.get(name)})
    values = {
        "found": found,
        "chosen": chosen,
        "address": lambda **change: _address(chosen, change),
        "sources": site.articles.sources(),
        "people": [user for user in site.gate.accounts.users() if user.active],
        "views": site.discussion.views(here.user.name),
        "states": tuple(ArticleState),
        "severities": tuple(Severity),
        "orders": tuple(Order),
        "directions": DIRECTIONS,
        "page_number": whole(given.get("page")),
        "search_text": given.get("text", ""),
        "now": site.clock(),
    }
    return render(request, "queue.html", values)


@router.post("/views")
def keep_view(site: Here, here: Anybody, form: Form) -> Response:
    """Give a filtered queue a name, or forget one."""
    name, query = clean(form.get("name", ""))[:80], clean(form.get("query", ""))[:1000]
    if form.get("drop"):
        site.discussion.drop_view(here.user.name, name)
        return back_to("/", "removed")
    if name:
        shared = form.get("shared") == "1"
        if shared:
            allow(here.user, Action.SHARE_VIEW)
        site.discussion.keep_view(View(here.user.name, name, query, shared))
    return back_to(f"/?{query}", "kept")


def query_of(given: QueryParams, name: str, site: Site) -> QueueQuery:
    """Read the filters of an address; what it doesn't know it leaves out, so that an old link still works."""
    state, order = given.get("state", ""), given.get("order", "")
    severity, assignee = given.get("severity", ""), given.get("assignee", "")
    if state == "all":
        states: tuple[ArticleState, ...] = ()
    else:
        states = (ArticleState(state),) if state in set(ArticleState) else _WAITING
    if given.get("text") and not state:
        states = ()  # who searches wants to find it, wherever it stands
    return QueueQuery(
        states=states,
        source=given.get("source", "")[:200],
        assignee=name if assignee == "me" else assignee[:100],
        severity=Severity(severity) if severity in set(Severity) else None,
        check=given.get("check", "")[:60],
        direction=DIRECTIONS.get(given.get("direction", "")),
        overdue_at=site.clock() + timedelta(hours=1) if given.get("late") else None,
        text=clean(given.get("text", ""))[:200],
        order=Order(order) if order in set(Order) else Order.RISK,
        page=whole(given.get("page"), most=10_000),
        size=_SIZE,
    )


def _address(chosen: dict[str, str], change: dict[str, object]) -> str:
    """Return the address of the queue with some filters changed; None takes one out."""
    wanted = {name: str(value) for name, value in {**chosen, **change}.items() if value is not None}
    return f"/?{urlencode(wanted)}" if wanted else "/"
