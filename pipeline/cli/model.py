"""`dwibahasa model`: which models there are, what they are, how good they are."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options


@click.group()
def model() -> None:
    """Look at the models."""


@model.command("list")
def list_models() -> None:
    """List the bundled models and those in the cache of models."""
    from pipeline.config import bundled

    settings = options.settings()
    for folder in (bundled("data/models"), settings.models):
        for path in sorted(folder.glob("*/config.json")):
            click.echo(f"{path.parent.name:<24} {path.parent}")


@model.command()
@click.argument("name", metavar="[NAME_OR_DIR]", required=False)
@options.direction
def info(name: str | None, source: str | None, target: str | None) -> None:
    """Show what a model is, or why it can't be used."""
    from pipeline import bootstrap
    from pipeline.adapters.models.folder import find_model, open_model

    settings = options.settings(source=source, target=target, model=name)
    direction = bootstrap.direction_of(settings)
    found = open_model(find_model(settings, direction), direction)
    for label, value in (
        ("name", found.name),
        ("folder", found.path),
        ("direction", direction),
        ("digest", found.digest),
        ("vocabulary", f"{found.vocabulary_size} pieces"),
        ("longest text", f"{found.max_tokens} tokens; longer sentences are parted at clauses"),
        ("obeys terms", "yes: target forms are written into its source" if found.obeys_terms else "no"),
    ):
        click.echo(f"{label:<13} {value}")


@model.command()
@click.argument("tests", nargs=-1, required=True, metavar="PAIRS.tsv...", type=click.Path(path_type=Path))
@options.direction
@click.option("--model", "name", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
@click.option("--engine", metavar="NAME", help="auto, ctranslate2 or transformers.")
def evaluate(tests: tuple[Path, ...], name: str | None, **flags: str | None) -> None:
    """Measure a model on sentence pairs: a line a pair, Indonesian, a tab, English."""
    from pipeline import bootstrap
    from pipeline.cli import screen
    from pipeline.training.evaluate import evaluate as measure
    from pipeline.training.evaluate import read_pairs

    settings = options.settings(model=name, **flags)
    direction = bootstrap.direction_of(settings)
    sets = [(path.stem, read_pairs(path, direction)) for path in tests]
    engine = bootstrap.build_engine(settings, direction)
    screen.scores(engine, [measure(label, pairs, engine, direction) for label, pairs in sets])
