"""The JSON API for a newsroom's CMS: submit an article, ask for its state, fetch the edition. Tokens, no cookies."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from pipeline import __version__
from pipeline.errors import ConflictError, ForbiddenError, MissingError, RefusedError, StorageError
from pipeline.model import Manuscript, Paragraph
from pipeline.model.accounts import User
from pipeline.model.work import ArticleRecord, ArticleState, Order, QueueQuery
from pipeline.review.gate import digest_of
from pipeline.review.roles import Action, allow
from pipeline.web.answers import address_of
from pipeline.web.routes.queue import DIRECTIONS
from pipeline.web.site import Here, Site

_bearer = HTTPBearer(auto_error=False, description="A token from the page “API and webhooks” of the desk.")


class Problem(BaseModel):
    """What went wrong."""

    detail: str


class Submission(BaseModel):
    """An article to translate. Paragraphs in order, the headline first."""

    guid: str = Field(
        default="", max_length=2_000, description="The item's identity: new text under it is a revision."
    )
    name: str = Field(min_length=1, max_length=200, description="What your system calls it; names its files.")
    paragraphs: list[Annotated[str, Field(min_length=1, max_length=100_000)]] = Field(
        min_length=1, max_length=2_000
    )
    source: Literal["id", "en"] = "id"
    target: Literal["id", "en"] = "en"
    published: datetime | None = None


class Submitted(BaseModel):
    """The key of an article that was taken in."""

    key: str


class ArticleStatus(BaseModel):
    """Where an article stands."""

    key: str
    state: ArticleState
    title: dict[str, str]
    direction: dict[str, str]
    revision: int
    words: int
    segments: int
    final: int
    open_flags: dict[str, int]
    assignee: str
    received_at: datetime
    updated_at: datetime
    published_at: datetime | None


class ArticleList(BaseModel):
    """A page of articles."""

    articles: list[ArticleStatus]
    more: bool


_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The request is no JSON"},
    401: {"model": Problem, "description": "No token, or one that doesn't hold"},
    403: {"model": Problem, "description": "The token's role doesn't go so far"},
    404: {"model": Problem, "description": "No such article"},
    413: {"description": "Too large"},
    422: {"model": Problem, "description": "The request is not as described"},
    429: {
        "model": Problem,
        "description": "Too many calls in this minute: wait for the seconds of Retry-After",
    },
    503: {"model": Problem, "description": "The store can't be reached"},
}


def caller(
    request: Request, site: Here, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> User:
    """Return whom a token stands for."""
    user = site.gate.bearer(given.credentials) if given else None
    who = digest_of(given.credentials) if given and user else address_of(request)
    if seconds := site.meter.wait(who):
        raise HTTPException(429, "Too many calls in this minute.", {"Retry-After": str(seconds)})
    if user is None:
        raise HTTPException(401, "A valid token is needed.", {"WWW-Authenticate": "Bearer"})
    return user


Caller = Annotated[User, Depends(caller)]
router = APIRouter(prefix="/articles", responses=_PROBLEMS, tags=["articles"])
_KEY = Annotated[str, Field(max_length=120)]


@router.get("", response_model=ArticleList)
def list_articles(
    site: Here,
    user: Caller,
    state: ArticleState | None = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ArticleList:
    """List articles, those first that changed last."""
    allow(user, Action.READ)
    states = (state,) if state else ()
    found = site.articles.queue(QueueQuery(states=states, order=Order.UPDATED, page=page, size=size))
    return ArticleList(articles=[_status(row) for row in found.rows], more=found.more)


@router.post("", response_model=Submitted, status_code=201)
def submit(site: Here, user: Caller, article: Submission) -> Submitted:
    """Take an article in; the next run translates it. The same text twice is one article."""
    allow(user, Action.SUBMIT)
    direction = DIRECTIONS.get(f"{article.source}-{article.target}")
    if direction is None:
        raise RefusedError("Source and target are the same language.")
    published = article.published.astimezone() if article.published else None
    paragraphs = tuple(Paragraph(text.replace("\0", "")) for text in article.paragraphs)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise RefusedError("The article has no text.")
    key = site.submit(Manuscript(article.name, paragraphs, published), direction, article.guid)
    site.gate.log(user.name, "submitted", key)
    return Submitted(key=key)


@router.get("/{key}", response_model=ArticleStatus)
def status(site: Here, user: Caller, key: _KEY) -> ArticleStatus:
    """Tell where an article stands."""
    allow(user, Action.READ)
    return _status(site.desk.article(key))


@router.get("/{key}/edition", response_model=None, responses={409: {"model": Problem}})
def edition(site: Here, user: Caller, key: _KEY, *, draft: bool = False) -> Response:
    """Return the edition as JSON, once it is published; with `draft`, as it stands."""
    allow(user, Action.READ)
    article = site.desk.article(key)
    if article.state is not ArticleState.PUBLISHED and not draft:
        raise HTTPException(409, f"The article is {article.state}, not published.")
    found = site.articles.edition(key)
    if found is None:
        raise MissingError("This article has not been translated yet.")
    _suffix, body = site.export(found, "json")
    return JSONResponse(json.loads(body))


def _status(article: ArticleRecord) -> ArticleStatus:
    return ArticleStatus(
        key=article.key,
        state=article.state,
        title={"source": article.title, "target": article.title_target},
        direction=article.direction._asdict(),
        revision=article.revision,
        words=article.words,
        segments=article.segments,
        final=article.final,
        open_flags={str(severity): count for severity, count in article.open_flags.items()},
        assignee=article.assignee,
        received_at=article.received_at,
        updated_at=article.updated_at,
        published_at=article.published_at,
    )


def create_api(site: Site) -> FastAPI:
    """Put the API together; its description is at `openapi.json`."""
    app = FastAPI(
        title="Dwibahasa", version=__version__, docs_url=None, redoc_url=None, servers=[{"url": "/api/v1"}]
    )
    app.state.site = site
    app.include_router(router)
    app.add_exception_handler(MissingError, _answer(404))
    app.add_exception_handler(ConflictError, _answer(409))
    app.add_exception_handler(ForbiddenError, _answer(403))
    app.add_exception_handler(RefusedError, _answer(422))
    app.add_exception_handler(StorageError, _answer(503))
    app.add_exception_handler(RequestValidationError, _invalid)
    return app


def _answer(code: int) -> Any:
    def handle(_request: Request, error: Exception) -> Response:
        return JSONResponse({"detail": str(error)}, code)

    return handle


def _invalid(_request: Request, error: Exception) -> Response:
    """Say what is wrong in a sentence; what was sent isn't sent back."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return JSONResponse({"detail": f"{place}: {first['msg']}"}, 422)
