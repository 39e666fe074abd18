"""`dwibahasa model list` and `info`: which models there are, and what they are."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options, tables
from pipeline.errors import EngineError


@click.command("list")
def list_models() -> None:
    """List the bundled models and those that were fetched."""
    from pipeline.adapters.models.folder import known_models

    table = tables.grid("", "model", "MB")
    for name in ("direction", "digest", "obeys terms", "folder"):
        table.add_column(name, overflow="fold")
    for name, folder in known_models(options.settings()):
        table.add_row(name, _megabytes(folder), *_row(folder))
    tables.console().print(table, highlight=False)


def _row(folder: Path) -> tuple[str, str, str, str]:
    """Return direction, digest, whether it obeys terms, and where it is or why it can't be used."""
    from pipeline.adapters.models.folder import open_model

    try:
        found = open_model(folder)
    except EngineError as error:
        return "–", "–", "–", f"can't be used: {error}"
    terms = "yes" if found.obeys_terms else "no"
    return str(found.direction or "not told"), found.digest[:12], terms, str(folder)


def _megabytes(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) / 1e6:.1f}"


@click.command()
@click.argument("name", metavar="[NAME_OR_DIR]", required=False)
@options.direction
def info(name: str | None, source: str | None, target: str | None) -> None:
    """Show what a model is, or why it can't be used."""
    from pipeline import bootstrap
    from pipeline.adapters.models.folder import find_model, open_model

    settings = options.settings(source=source, target=target, model=name)
    asked = bootstrap.direction_of(settings) if source or target or not settings.engine.model else None
    found = open_model(find_model(settings, bootstrap.direction_of(settings)), asked)
    rows = [
        ("name", found.name),
        ("folder", found.path),
        ("direction", found.direction or "not told: say --from and --to when you use it"),
        ("size", f"{_megabytes(found.path)} MB"),
        ("digest", found.digest),
        ("vocabulary", f"{found.vocabulary_size:,} pieces"),
        ("longest text", f"{found.max_tokens} tokens; longer sentences are parted at clauses"),
        ("obeys terms", "yes: target forms are written into its source" if found.obeys_terms else "no"),
    ]
    if (found.path / "README.md").is_file():
        rows.append(("card", found.path / "README.md"))
    for label, value in [*rows, *_fetched(found.path)]:
        click.echo(f"{label:<13} {value}")


def _fetched(folder: Path) -> list[tuple[str, object]]:
    from pipeline.adapters.models.hub import read_fetched

    fetched = read_fetched(folder)
    return [("fetched", f"{fetched.name}, revision {fetched.revision}")] if fetched else []
