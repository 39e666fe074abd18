"""The whole way from a recipe to a model that the desk can use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.training.average import average
from pipeline.training.card import model_card
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.curve import plot
from pipeline.training.export import export
from pipeline.training.machine import Machine
from pipeline.training.preparation import Prepared, open_prepared, prepare_all
from pipeline.training.progress import Progress
from pipeline.training.recipe import Recipe
from pipeline.training.record import code_signature, read_record, recorded_recipe
from pipeline.training.train import CHECKPOINTS, LOG, train


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
    training = folder / "training"
    train(recipe, prepared, machine, training, say)
    made = folder / "model"
    _finish(recipe, prepared, training, made)
    try:
        plot(training / LOG, folder / "curve.png")
    except ConfigError as error:
        say(str(error))
    return made


def take_model(folder: Path, model: Path, recipe: Recipe | None = None, note: str = "") -> Path:
    """Make a model of the checkpoints that lie in `folder`, whether its training is at its end or not.

    `recipe` is needed only where the folder doesn't hold it; `note` goes into the card.

    Raises:
        ConfigError: there is no training in `folder`, none of this recipe, or no checkpoint yet.
        StorageError: the model can't be written.
    """
    training = folder / "training"
    record = read_record(training)
    recipe = recipe or recorded_recipe(record, training)
    if recipe.signature != record.recipe:
        raise ConfigError(f"{folder} was not made with this recipe: its signature is {record.recipe[:12]}…")
    prepared = open_prepared(recipe, folder / "prepared", record.start)
    _finish(recipe, prepared, training, model, note)
    return model


def _finish(recipe: Recipe, prepared: Prepared, training: Path, model: Path, note: str = "") -> None:
    checkpoints = Checkpoints(training / CHECKPOINTS, recipe.checkpoints.keep)
    if not checkpoints.steps():
        raise ConfigError(f"{training} has no checkpoint yet")
    weights = average(checkpoints, recipe.checkpoints.keep)
    code = read_record(training).code or code_signature()
    export(
        recipe, prepared, weights, model, model_card(recipe, prepared, training / LOG, code=code, note=note)
    )
