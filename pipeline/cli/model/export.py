"""`dwibahasa model export`: from a training's checkpoints, or a Marian, to a folder that others can use."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import click

from pipeline.errors import ConfigError


@click.command()
@click.argument(
    "source", metavar="TRAINING_OR_MODEL", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--recipe", metavar="RECIPE.toml", type=click.Path(path_type=Path), help="If the training lacks it."
)
@click.option("--note", default="", metavar="TEXT", help="A sentence for the card, on how it was made.")
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="TRAINING",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Average it with another training from the same start.",
)
@click.option("--with-start", is_flag=True, help="Average it with the weights that it started from.")
@click.option("--int8", is_flag=True, help="For CTranslate2 in 8 bits, instead of a Marian in float16.")
@click.option("--evaluate", "measured", is_flag=True, help="Measure it too; the scores go into its card.")
@click.pass_context
def export(context: click.Context, /, source: Path, folder: Path, **flags: Any) -> None:
    """Write a training's model, or one for CTranslate2.

    DIR becomes a Marian in float16 with its card, which transformers, CTranslate2 and this desk load.
    From the folder of a training it is the average of the last checkpoints, finished or not. What stood
    in DIR is replaced when the new model is whole. --int8 writes what CTranslate2 alone runs, from a
    training or from any Marian folder, into a new DIR.
    """
    if flags["int8"] and (flags["measured"] or flags["others"] or flags["with_start"]):
        raise click.UsageError(
            "--evaluate, --with and --with-start make the Marian: export once without --int8"
        )
    if flags["int8"]:
        _as_int8(source, folder, flags["recipe"])
    else:
        means = {"others": flags["others"], "with_start": flags["with_start"]}
        _as_marian(source, folder, flags["recipe"], flags["note"], **means)
    click.echo(folder)
    if flags["measured"]:
        from pipeline.cli.model.evaluate import evaluate

        context.invoke(evaluate, model=str(folder), card=True)


def _as_marian(source: Path, folder: Path, recipe: Path | None, note: str = "", **means: Any) -> None:
    if not _is_training(source):
        raise ConfigError(
            f"{source} is no folder of a training, and a Marian folder needs no export but with --int8"
        )
    from pipeline.training.recipe import load_recipe
    from pipeline.training.workshop import take_model

    take_model(source, folder, load_recipe(recipe) if recipe else None, note, **means)


def _as_int8(source: Path, folder: Path, recipe: Path | None) -> None:
    from pipeline.adapters.models.conversion import write_int8
    from pipeline.adapters.models.folder import open_model

    if folder.exists():
        raise ConfigError(f"{folder} is there already: name a new folder")
    with tempfile.TemporaryDirectory() as work:
        model = source
        if _is_training(source):
            model = Path(work) / "model"
            _as_marian(source, model, recipe)
        write_int8(open_model(model), folder)


def _is_training(folder: Path) -> bool:
    return (folder / "training").is_dir()
