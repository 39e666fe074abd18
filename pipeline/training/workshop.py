"""The whole way from a recipe to a model that the desk can use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.training.average import average
from pipeline.training.card import model_card
from pipeline.training.curve import plot
from pipeline.training.export import export
from pipeline.training.machine import Machine
from pipeline.training.preparation import prepare_all
from pipeline.training.progress import Progress
from pipeline.training.recipe import Recipe
from pipeline.training.train import LOG, train


def make_model(
    recipe: Recipe, folder: Path, machine: Machine, say: Callable[[str | Progress], None] = lambda _: None
) -> Path:
    """Make the model that a recipe describes, and return its Marian folder, `folder`/model.

    All that is needed to go on after a kill lies in `folder`; the same call goes on. `say` hears
    what is being done, and how far it is.

    Raises:
        ConfigError: the recipe, a corpus or the machine can't be used as asked.
        StorageError: something can't be written; what was written before is whole.
        Interrupted: the machine's minutes are over; the same call goes on.
    """
    say(f"{recipe.name}: on {machine}")
    prepared = prepare_all(recipe, folder / "prepared", say)
    for one in prepared.reports:
        say(str(one))
    checkpoints = train(recipe, prepared, machine, folder / "training", say)
    weights = average(checkpoints, recipe.checkpoints.keep)
    log = folder / "training" / LOG
    export(recipe, prepared, weights, folder / "model", model_card(recipe, prepared, log))
    try:
        plot(log, folder / "curve.png")
    except ConfigError as error:
        say(str(error))
    return folder / "model"
