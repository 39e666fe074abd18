"""`dwibahasa review`: the review desk in the browser."""

from __future__ import annotations

import logging

import click

from pipeline.config import load_settings


@click.command()
@click.option(
    "--host", metavar="ADDRESS", help="Listen here [127.0.0.1]; anything else needs an account first."
)
@click.option("--port", type=click.IntRange(1, 65535), help="Listen on this port [8000].")
@click.option("--workers", type=click.IntRange(1, 64), help="Server processes, one for each core to use [1].")
def review(host: str | None, port: int | None, workers: int | None) -> None:
    """Open the review desk in the browser."""
    from pipeline.web.opening import open_site
    from pipeline.web.serving import serve

    settings = load_settings({"review": {"host": host, "port": port, "workers": workers}})
    logging.getLogger("pipeline").setLevel(settings.log.level.upper())
    site = open_site(settings)
    if not site.gate.accounts.users():
        click.echo("No accounts yet: dwibahasa user add NAME --role admin --password-stdin", err=True)
    shown = f"[{settings.review.host}]" if ":" in settings.review.host else settings.review.host
    click.echo(
        f"The review desk is open on http://{shown}:{settings.review.port} (Ctrl+C closes it)", err=True
    )
    serve(settings, site)
