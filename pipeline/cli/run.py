"""`dwibahasa run`: what cron calls. The log goes to standard error, a line of JSON for each thing done."""

from __future__ import annotations

import logging
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options

_log = logging.getLogger("pipeline.run")


@click.command()
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Translate at most N articles.")
@click.option("--refresh", is_flag=True, help="Translate anew what an earlier model, glossary or check made.")
@click.option("--engine", metavar="NAME", help="auto, ctranslate2, transformers or echo.")
@click.option("--model", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
def run(limit: int | None, *, refresh: bool, **flags: str | None) -> None:
    """Take news in, translate every article that waits, write the editions.

    Any number of runs may be at work at once. What a person approved is never touched.
    """
    from pipeline import bootstrap
    from pipeline.adapters.logs import JsonLines
    from pipeline.adapters.metrics import write_metrics

    settings = options.settings(**flags)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.getLogger().handlers[:] = [handler]
    _log.setLevel(logging.INFO)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # systemd's stop: what was taken is given back
    with bootstrap.running(settings) as runner:
        for event in runner.run(limit, refresh=refresh):
            _tell(event, runner.holder)
        report = runner.report
        if settings.run.metrics:
            now = datetime.now(UTC)
            write_metrics(Path(settings.run.metrics), runner.store.jobs.standing({}, at=now), report, now)
    click.echo(
        f"{report.received} received, {report.translated} translated, {report.failed} failed in {report.seconds:.1f} s"
    )
    if report.reason:
        click.echo(f"stopped: {report.reason}", err=True)
    click.get_current_context().exit(1 if report.failed or report.reason else 0)


def _tell(event: Any, holder: str) -> None:
    about = {
        "run": holder.rpartition("/")[2],
        "stage": str(event.stage),
        "article": event.article or None,
        "seconds": round(event.seconds, 4),
        "segments": event.segments or None,
        "words": event.words or None,
        "asked": event.asked if event.segments else None,
    }
    _log.log(logging.ERROR if event.failed else logging.INFO, event.message or "done", extra=about)
