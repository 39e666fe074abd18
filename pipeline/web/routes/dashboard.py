"""How the desk does: throughput, which checks are believed, how much people change. Charts drawn here."""

from __future__ import annotations

from datetime import date, timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

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
    given = whole(request.query_params.get("days"), 30)
    days = given if given in PERIODS else 30
    overview = site.figures.overview(site.clock() - timedelta(days=days))
    formats = Formats(language_of(request), site.settings.timezone)
    values = {
        "days": days,
        "periods": PERIODS,
        "overview": overview,
        "approved": sum(day.approved for day in overview.days),
        "upheld": sum(check.upheld for check in overview.checks),
        "dismissed": sum(check.dismissed for check in overview.checks),
        "throughput": columns([(formats.day(day.day), day.approved) for day in overview.days]),
        "effort": line(
            [(formats.day(date.fromisoformat(week.name)), week.percent) for week in overview.by_week]
        ),
    }
    return render(request, "dashboard.html", values)
