"""`dwibahasa db`: bring the store up to date, back it up, put a backup back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli import options


@click.group()
def db() -> None:
    """Look after the store."""


@db.command()
def upgrade() -> None:
    """Bring the tables to what this version needs; make them where there are none."""
    from pipeline.adapters.storage import upkeep

    before, after = upkeep.upgrade(_database())
    click.echo(
        f"tables are at revision {after}" + ("" if before == after else f", were at {before or 'none'}")
    )


@db.command()
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
def backup(path: Path) -> None:
    """Copy the store to FILE while others work in it; FILE is whole or not there."""
    from pipeline.adapters.storage import upkeep

    upkeep.backup(_database(), path)
    click.echo(str(path))


@db.command()
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(path: Path) -> None:
    """Put the backup FILE in the place of the store; what was there is kept beside it."""
    from pipeline.adapters.storage import upkeep

    before = upkeep.restore(_database(), path)
    if before:
        click.echo(f"the store as it was lies in {before}", err=True)
    click.echo(f"restored from {path}")


def _database() -> Any:
    from pipeline.adapters.storage.database import Database

    return Database(options.settings().store_url)
