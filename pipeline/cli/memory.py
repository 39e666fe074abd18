"""`dwibahasa memory`: look sentences up in the translation memory; `import` and `export` move it."""

from __future__ import annotations

import click

from pipeline.cli import options


@click.group()
def memory() -> None:
    """Look after the translation memory."""


@memory.command()
@click.argument("text")
@options.direction
@click.option(
    "--least", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="How alike at least."
)
def lookup(text: str, source: str | None, target: str | None, least: float) -> None:
    """Show what is remembered of sentences like TEXT, most alike first."""
    from pipeline import bootstrap

    settings = options.settings(source=source, target=target)
    with bootstrap.opened_store(settings) as store:
        found = store.memory.similar(text, bootstrap.direction_of(settings), least=least)
    for match in found:
        click.echo(f"{match.score:>4.0%}  {match.target}")
        about = ", ".join(filter(None, (match.entry.origin, match.entry.actor, f"{match.entry.at:%Y-%m-%d}")))
        click.echo(f"      {match.entry.source}  ({about})")
    if not found:
        click.echo("nothing like it is remembered", err=True)
    click.get_current_context().exit(0 if found else 1)
