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
def review(host: str | None, port: int | None) -> None:
    """Open the review desk in the browser."""
    import uvicorn

    from pipeline.web.app import create_app
    from pipeline.web.opening import open_site

    settings = load_settings({"review": {"host": host, "port": port}})
    logging.getLogger("pipeline").setLevel(settings.log.level.upper())
    site = open_site(settings)
    if not site.gate.accounts.users():
        click.echo("No accounts yet: dwibahasa user add NAME --role admin --password-stdin", err=True)
    shown = f"[{settings.review.host}]" if ":" in settings.review.host else settings.review.host
    click.echo(
        f"The review desk is open on http://{shown}:{settings.review.port} (Ctrl+C closes it)", err=True
    )
    uvicorn.run(
        create_app(site),
        host=settings.review.host,
        port=settings.review.port,
        log_level="warning",
        proxy_headers=False,  # ours believes only the proxies of the settings
        server_header=False,
    )
