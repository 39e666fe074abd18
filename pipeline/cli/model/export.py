"""`dwibahasa model export`: from a training's checkpoints, or a Marian, to a folder that others can use."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import ConfigError


@click.command()
@click.argument(
    "source", metavar="TRAINING_OR_MODEL", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--recipe", metavar="RECIPE.toml", type=click.Path(path_type=Path), help="Where the folder has none."
)
@click.option("--note", default="", help="A sentence for the card, on how the model was made.")
@click.option("--int8", is_flag=True, help="For CTranslate2 in 8 bits, instead of a Marian in float16.")
@click.option(
    "--evaluate", "measured", is_flag=True, help="Measure it too, and write the scores into its card."
)
@click.pass_context
def export(
    context: click.Context,
    source: Path,
    folder: Path,
    *,
    recipe: Path | None,
    note: str,
    int8: bool,
    measured: bool,
) -> None:
    """Write a model into DIR: a Marian in float16 with its card, for transformers, CTranslate2 and this desk.

    From the folder of a training it is the average of the last checkpoints, finished or not. What stood in
    DIR is replaced when the new model is whole. --int8 writes what CTranslate2 runs, from a training or
    from any Marian folder.
    """
    if int8 and measured:
        raise click.UsageError("--evaluate measures the Marian; export without --int8 first")
    if int8:
        _as_int8(source, folder, recipe)
    else:
        _as_marian(source, folder, recipe, note)
    click.echo(folder)
    if measured:
        from pipeline.cli.model.evaluate import evaluate

        context.invoke(evaluate, name=str(folder), card=True)


def _is_training(folder: Path) -> bool:
    return (folder / "training").is_dir()


def _as_marian(source: Path, folder: Path, recipe: Path | None, note: str) -> None:
    if not _is_training(source):
        raise ConfigError(
            f"{source} is no folder of a training; a Marian folder needs no export but with --int8"
        )
    from pipeline.training.recipe import load_recipe
    from pipeline.training.workshop import take_model

    take_model(source, folder, load_recipe(recipe) if recipe else None, note)


def _as_int8(source: Path, folder: Path, recipe: Path | None) -> None:
    import tempfile

    from pipeline.adapters.models.conversion import write_int8
    from pipeline.adapters.models.folder import open_model

    if folder.exists():
        raise ConfigError(f"{folder} is there already; name a new folder")
    with tempfile.TemporaryDirectory() as work:
        model = source
        if _is_training(source):
            model = Path(work) / "model"
            _as_marian(source, model, recipe, "")
        write_int8(open_model(model), folder)
