"""`dwibahasa memory`: look sentences up in the translation memory, bring one in, take it out."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli import options

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_HEAD = 65_536
"""Bytes that tell what a file is."""


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


@memory.command(name="import")
@click.argument(
    "paths",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def bring_in(paths: tuple[Path, ...]) -> None:
    """Remember the translations of TMX or XLIFF files; what is remembered already is not doubled.

    Of an edition of this desk only what people approved counts.
    """
    from pipeline import bootstrap
    from pipeline.adapters import bitext
    from pipeline.adapters.formats import tmx
    from pipeline.service.exchange import entries_of

    with bootstrap.opened_store(options.settings()) as store:
        for path in paths:
            with path.open("rb") as file:
                kind = bitext.format_of(file.read(_HEAD))
                file.seek(0)
                # A memory of a million units is read unit by unit.
                units = tmx.stream(file) if kind == "tmx" else bitext.units(file.read())
                added = store.memory.add(entries_of(units, path.name, datetime.now(UTC)))
            click.echo(f"{path}: {added:,} new")


@memory.command(name="export")
@click.argument("path", metavar="FILE|-")
@options.direction
def take_out(path: str, source: str | None, target: str | None) -> None:
    """Write the memory as TMX 1.4b; of one direction where --from or --to is given, else all of it."""
    from pipeline import bootstrap
    from pipeline.adapters.files import write_atomically
    from pipeline.adapters.formats import tmx
    from pipeline.service.exchange import unit_of

    settings = options.settings(source=source, target=target)
    direction = bootstrap.direction_of(settings)
    with bootstrap.opened_store(settings) as store:
        entries = store.memory.entries(direction if source or target else None)
        pieces = tmx.written_units(map(unit_of, entries), direction.source)
        if path == "-":
            sys.stdout.writelines(pieces)
            return
        write_atomically(Path(path), pieces)
    click.echo(path, err=True)
