"""How the desk does: throughput, which checks are believed, how much people change. Charts drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

from pipeline.model.figures import DayCount
from pipeline.web.answers import whole
from pipeline.web.charts import columns, line
from pipeline.web.languages import Formats
from pipeline.web.pages import language_of, render
from pipeline.web.site import Here
from pipeline.web.visitors import Anybody

router = APIRouter()

PERIODS = (7, 30, 90, 365)


@router.get("/dashboard")
def show(request: Request, site: Here, here: Anybody) -> Response:  # noqa: ARG001 - signed in
    """Show the figures."""
    given = whole(request.query_params.get("days"))
    days = given if given in PERIODS else 30
    now = site.clock()
    overview = site.figures.overview(now - timedelta(days=days))
    formats = Formats(language_of(request), site.settings.timezone)
    values = {
        "days": days,
        "periods": PERIODS,
        "overview": overview,
        "approved": sum(day.approved for day in overview.days),
        "upheld": sum(check.upheld for check in overview.checks),
        "dismissed": sum(check.dismissed for check in overview.checks),
        "throughput": columns(
            [(formats.day(day), approved) for day, approved in _every_day(overview.days, now, days)]
        ),
        "effort": line(
            [(formats.day(date.fromisoformat(week.name)), week.percent) for week in overview.by_week]
        ),
    }
    return render(request, "dashboard.html", values)


def _every_day(counted: Sequence[DayCount], now: datetime, days: int) -> list[tuple[date, int]]:
    """Return the sentences approved on each day until today: a quiet Sunday is a gap, not left out.

    Days are those of UTC, as they are counted. Where nothing was done at all, there is nothing to draw.
    """
    approved = {one.day: one.approved for one in counted}
    first = now.astimezone(UTC).date() - timedelta(days=days)
    every = (first + timedelta(days=at) for at in range(days + 1))
    return [(day, approved.get(day, 0)) for day in every] if approved else []
