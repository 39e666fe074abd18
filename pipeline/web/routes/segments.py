"""One segment: the editor, saving, approving, judging its flags. Works as pages, and row by row for a script."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from pipeline.errors import ConflictError, RefusedError
from pipeline.model import Direction
from pipeline.model.discussion import KeptDraft
from pipeline.model.work import Judgement, SegmentRecord, Verdict
from pipeline.review.desk import LONGEST, clean
from pipeline.review.roles import Action, allow
from pipeline.text.differences import differences
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import Notice, render, said, wants_part
from pipeline.web.routes.articles import path_of
from pipeline.web.rows import next_waiting, row_of, rows_of
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form, Visitor

router = APIRouter(prefix="/articles/{key}/segments/{segment_key}")

CHARACTERS = "“”‘’–—…é è ñ ü €£°½"
"""What newspapers need and keyboards lack."""


@router.get("")
def edit(request: Request, site: Here, here: Anybody, key: str, segment_key: str) -> Response:
    """Show the editor."""
    return editor(request, site, here, key, segment_key)


def editor(
    request: Request,
    site: Site,
    here: Visitor,
    key: str,
    segment_key: str,
    *,
    text: str | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    """Return the editor, with a draft in it where there is one."""
    article, segment = site.desk.article(key), site.desk.segment(key, segment_key)
    draft = site.discussion.draft(key, segment_key, here.user.name)
    row = row_of(segment, str(segment.kind), draft)
    shown = text if text is not None else (draft.text if draft else segment.target)
    segments = site.articles.segments(key)
    place = next((at for at, one in enumerate(segments) if one.key == segment_key), 0)
    values = {
        "article": article,
        "row": row,
        "segment": segment,
        "text": shown,
        # A draft that began from an earlier version must not pass for one that knows the present text.
        "based_on": draft.based_on if draft and text is None else segment.version,
        "draft": draft if text is None else None,
        "before": segments[place - 1] if place else None,
        "after": segments[place + 1] if place + 1 < len(segments) else None,
        "waiting": next_waiting(segments, segment_key),
        "alternatives": [one for one in segment.alternatives if one not in (segment.target, segment.machine)],
        "matches": _matches(site, segment, article.direction),
        "changes": differences(segment.machine, segment.target),
        "source_changes": differences(segment.previous_source or "", segment.source) if segment.stale else [],
        "characters": [one for one in CHARACTERS if one != " "],
    }
    notices = [Notice(problem, "bad")] if problem else []
    name = "_editor.html" if wants_part(request) else "segment.html"
    return render(request, name, values, notices=notices, status=status)


def _matches(site: Site, segment: SegmentRecord, direction: Direction) -> list[dict[str, object]]:
    """Return what the memory holds of like sentences, with how their sources differ."""
    found = site.memory.similar(segment.source, direction, limit=3, least=0.6)
    return [
        {"match": match, "changes": differences(match.entry.source, segment.source)}
        for match in found
        if not (match.entry.segment_key == segment.key and match.target == segment.target)
    ]


@router.post("")
def save(request: Request, site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Save or approve a changed text."""
    text, based_on = form.get("text", ""), whole(form.get("based_on"), 0)
    approve = form.get("do") == "approve"
    allow(here.user, Action.EDIT)
    try:
        if approve:
            segment = site.desk.approve(here.user, key, segment_key, based_on, text)
        else:
            segment = site.desk.save(here.user, key, segment_key, text, based_on)
    except ConflictError:
        return conflict(request, site, here, key, segment_key, text)
    except RefusedError as error:
        return editor(
            request, site, here, key, segment_key, text=text, problem=said(request, error), status=422
        )
    return done(request, site, key, segment, "approved" if approve else "saved", go_on=approve)


@router.post("/approve")
def approve(request: Request, site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Approve the text as it stands."""
    try:
        segment = site.desk.approve(here.user, key, segment_key, whole(form.get("based_on"), 0))
    except ConflictError:
        return conflict(request, site, here, key, segment_key, None)
    return done(request, site, key, segment, "approved", go_on=True)


@router.post("/reopen")
def reopen(request: Request, site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Take an approval back."""
    try:
        segment = site.desk.reopen(here.user, key, segment_key, whole(form.get("based_on"), 0))
    except ConflictError:
        return conflict(request, site, here, key, segment_key, None)
    return done(request, site, key, segment, "saved")


@router.post("/flags/{flag_key}")
def judge(
    request: Request, site: Here, here: Anybody, key: str, segment_key: str, flag_key: str, form: Form
) -> Response:
    """Dismiss, uphold or reopen a flag."""
    verdict = form.get("verdict", "")
    if verdict not in set(Verdict):
        raise RefusedError("A flag is dismissed, upheld or open.")
    judgement = Judgement(segment_key, flag_key, Verdict(verdict), form.get("reason", ""))
    segment = site.desk.judge(here.user, key, judgement)
    return done(request, site, key, segment, "kept")


@router.post("/check")
def check(request: Request, site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Say what the checks think of a text that is being typed."""
    allow(here.user, Action.EDIT)
    text = clean(form.get("text", ""))
    if len(text) > LONGEST:
        raise RefusedError("The text is too long for one sentence.")
    before = site.desk.segment(key, segment_key)
    settled = {
        (flag.flag.check, flag.flag.message) for flag in before.flags if flag.verdict is Verdict.DISMISSED
    }
    flags = site.desk.recheck(key, segment_key, text).flags
    return render(request, "_live.html", {"flags": flags, "settled": settled})


@router.put("/draft")
def keep_draft(site: Here, here: Anybody, key: str, segment_key: str, form: Form) -> Response:
    """Keep what stands in the editor."""
    allow(here.user, Action.EDIT)
    text = form.get("text", "").replace("\0", "")
    if len(text) > LONGEST:
        raise RefusedError("The text is too long for one sentence.")
    site.desk.segment(key, segment_key)
    draft = KeptDraft(key, segment_key, here.user.name, text, whole(form.get("based_on"), 0), site.clock())
    site.discussion.keep_draft(draft)
    return JSONResponse({"kept": True})


@router.post("/draft/drop")
def drop_draft(site: Here, here: Anybody, key: str, segment_key: str) -> Response:
    """Throw a draft away."""
    site.discussion.drop_draft(key, segment_key, here.user.name)
    return back_to(path_of(key, segment_key), "removed")


def conflict(
    request: Request, site: Site, here: Visitor, key: str, segment_key: str, text: str | None
) -> Response:
    """Show both texts and what differs; what the person wrote is kept as a draft until they decide."""
    segment = site.desk.segment(key, segment_key)
    mine = segment.target if text is None else clean(text)
    if text is not None and len(mine) <= LONGEST:
        # The version is the old one: the draft has not seen what stands there now.
        earlier = max(0, segment.version - 1)
        site.discussion.keep_draft(KeptDraft(key, segment_key, here.user.name, mine, earlier, site.clock()))
    values = {
        "article": site.desk.article(key),
        "segment": segment,
        "mine": mine,
        "changes": differences(segment.target, mine),
        "wrote": text is not None,
    }
    name = "_conflict.html" if wants_part(request) else "conflict.html"
    return render(request, name, values, status=409)


def done(
    request: Request, site: Site, key: str, segment: SegmentRecord, notice: str, *, go_on: bool = False
) -> Response:
    """Return to the article: the row alone for a script, else the page at the row to do next."""
    segments = site.articles.segments(key)
    following = next_waiting(segments, segment.key) if go_on else segment.key
    if not wants_part(request):
        return back_to(f"{path_of(key)}#{following or segment.key}", notice)
    article = site.desk.article(key)
    (row,) = rows_of(segments, (), site.discussion.comments(key), segment.key)
    response = render(request, "_row.html", {"article": article, "row": row})
    response.headers["x-next"] = following
    response.headers["x-progress"] = f"{article.final}/{article.segments}"
    response.headers["x-state"] = str(article.state)
    return response
