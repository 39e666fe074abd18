"""`dwibahasa status`: how the desk stands, and what waits for a person."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

import click

from pipeline.cli import options


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table for people.")
@click.option("--stale", is_flag=True, help="Count what `run --refresh` would do; loads the model.")
def status(*, as_json: bool, stale: bool) -> None:
    """Show how the desk stands; exit 1 when something needs a person."""
    from pipeline import bootstrap
    from pipeline.cli import screen

    settings = options.settings()
    signatures = bootstrap.signatures(settings) if stale else {}
    with bootstrap.opened_store(settings) as store:
        standing = store.jobs.standing(signatures, at=datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(asdict(standing), ensure_ascii=False, default=datetime.isoformat))
    else:
        rows = [(str(state), str(number)) for state, number in sorted(standing.articles.items())]
        rows += [
            ("waiting for translation", str(standing.pending)),
            ("to be tried again", str(standing.retrying)),
        ]
        rows += [("made otherwise than today", str(standing.stale))] if stale else []
        rows += [
            ("last run", _moment(standing.last_run)),
            ("last run without trouble", _moment(standing.last_success)),
        ]
        screen.grid(("articles", ""), rows)
        for about, reason in (*standing.notices, *standing.trouble):
            click.echo(f"{about}: {reason}")
    click.get_current_context().exit(1 if standing.trouble else 0)


def _moment(moment: datetime | None) -> str:
    return moment.astimezone().isoformat(sep=" ", timespec="minutes") if moment else "never"
