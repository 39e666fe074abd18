"""The glossary: looked up, searched, and added to by people who see what is missing."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.errors import RefusedError
from pipeline.model.discussion import Decision, Proposal
from pipeline.review.desk import clean
from pipeline.review.roles import Action, allow
from pipeline.web.answers import back_to, whole
from pipeline.web.pages import Notice, render, said
from pipeline.web.routes.queue import DIRECTIONS
from pipeline.web.site import Here, Site
from pipeline.web.visitors import Anybody, Form

router = APIRouter()

_MOST = 100
_LONGEST = 200


@router.get("/glossary")
def show(request: Request, site: Here, here: Anybody) -> Response:  # noqa: ARG001 - only people who are signed in
    """Look terms up."""
    return glossary_page(request, site)


def glossary_page(request: Request, site: Site, *, problem: str = "", status: int = 200) -> Response:
    """Return the page, with what went wrong on top."""
    given = request.query_params
    words = clean(given.get("words", ""))[:_LONGEST]
    name = given.get("direction", "id-en")
    direction = DIRECTIONS.get(name, DIRECTIONS["id-en"])
    base = site.terms.base(direction)
    folded = words.casefold()
    found = [
        term
        for term in base.terms
        if not folded or any(folded in form.casefold() for form in (term.source, term.target, *term.aliases))
    ]
    # What begins with the words comes first: who types `KPK` doesn't look for `KPKNL`.
    found.sort(
        key=lambda term: (term.source.casefold() != folded, not term.source.casefold().startswith(folded))
    )
    values = {
        "words": words,
        "chosen": name if name in DIRECTIONS else "id-en",
        "directions": DIRECTIONS,
        "found": found[:_MOST],
        "total": len(found),
        "proposals": site.discussion.proposals(),
        "kinds": site.kinds,
        "source": clean(given.get("source", ""))[:_LONGEST],
        "target": clean(given.get("target", ""))[:_LONGEST],
        "article": given.get("article", "")[:120],
    }
    notices = [Notice(problem, "bad")] if problem else []
    return render(request, "glossary.html", values, notices=notices, status=status)


@router.post("/glossary/proposals")
def propose(request: Request, site: Here, here: Anybody, form: Form) -> Response:
    """Propose a term."""
    allow(here.user, Action.PROPOSE)
    source, target = _cell(form.get("source", "")), _cell(form.get("target", ""))
    kind, direction = form.get("kind", ""), form.get("direction", "")
    if not source or not target or kind not in site.kinds or direction not in DIRECTIONS:
        problem = said(request, RefusedError("A term needs both forms, a kind and a direction."))
        return glossary_page(request, site, problem=problem, status=422)
    article = form.get("article", "")[:120]
    note = _cell(form.get("note", ""))
    proposal = Proposal(0, source, target, kind, note, direction, article, here.user.name, site.clock())
    number = site.discussion.propose(proposal)
    site.gate.log(here.user.name, "term proposed", f"{source} → {target}", number=number)
    return back_to("/glossary#proposals", "proposed")


@router.post("/glossary/proposals/{number}")
def decide(request: Request, site: Here, here: Anybody, number: str, form: Form) -> Response:
    """Accept or decline a proposed term."""
    allow(here.user, Action.DECIDE_TERM)
    wanted = whole(number, 0)
    proposal = next((one for one in site.discussion.proposals() if one.number == wanted), None)
    state = Decision.ACCEPTED if form.get("do") == "accept" else Decision.DECLINED
    if proposal is None or proposal.state is not Decision.OPEN:
        problem = said(request, RefusedError("Somebody has decided this already."))
        return glossary_page(request, site, problem=problem, status=409)
    reason = clean(form.get("reason", ""))[:500]
    try:
        if state is Decision.ACCEPTED:
            edited = replace(proposal, target=_cell(form.get("target", "")) or proposal.target)
            site.terms.add(edited)
    except RefusedError as error:
        return glossary_page(request, site, problem=said(request, error), status=409)
    site.discussion.decide(wanted, state, here.user.name, reason, site.clock())
    term = f"{proposal.source} → {proposal.target}"
    if state is Decision.ACCEPTED:
        site.gate.log(here.user.name, "term accepted", term, reason=reason)
    else:
        site.gate.log(here.user.name, "term declined", term, reason=reason)
    return back_to("/glossary#proposals", "decided")


def _cell(text: str) -> str:
    """Return a text as a cell of the glossary holds it: one line, single blanks."""
    return " ".join(clean(text).split())[:_LONGEST]
