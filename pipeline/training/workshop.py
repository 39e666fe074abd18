"""The whole way from a recipe to a model that the desk can use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from pipeline.errors import ConfigError
from pipeline.training.average import average, mean
from pipeline.training.card import Making, model_card
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.curve import plot
from pipeline.training.export import export
from pipeline.training.machine import Machine
from pipeline.training.network import build_network
from pipeline.training.preparation import Prepared, open_prepared, prepare_all, weights_digest
from pipeline.training.progress import Progress
from pipeline.training.recipe import Recipe
from pipeline.training.record import Record, code_signature, read_record, recorded_recipe
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
    _finish(_training(folder, recipe), prepared, made)
    try:
        plot(training / LOG, folder / "curve.png")
    except ConfigError as error:
        say(str(error))
    return made


def take_model(  # noqa: PLR0913 - by name, what the model is made of
    folder: Path,
    model: Path,
    recipe: Recipe | None = None,
    note: str = "",
    others: Sequence[Path] = (),
    *,
    with_start: bool = False,
) -> Path:
    """Make a model of the checkpoints that lie in `folder`, whether its training is at its end or not.

    `recipe` is needed only where the folder doesn't hold it; `note` goes into the card. `others` are trainings
    to average it with: from the same start on other pairs they err in other places, and their mean is better
    than each; with the weights that it started from (`with_start`) it is mostly too, after a short round.

    Raises:
        ConfigError: there is no training in `folder`, none of this recipe, or no checkpoint yet; another
            did not start from the same weights, or those are no longer where they were.
        StorageError: the model can't be written.
    """
    found = _training(folder, recipe)
    siblings = [_training(other) for other in others]
    for one in siblings:
        if not found.record.start or one.record.start != found.record.start:
            raise ConfigError(
                f"{one.folder.parent} did not start from the same weights: the mean of the two would say nothing"
            )
    prepared = open_prepared(found.recipe, folder / "prepared", found.record.start)
    _finish(found, prepared, model, note, siblings, with_start=with_start)
    return model


class _Training(NamedTuple):
    """A training that has begun."""

    folder: Path
    recipe: Recipe
    record: Record

    def averaged(self) -> dict[str, torch.Tensor]:
        """Return the mean of its last checkpoints."""
        keep = self.recipe.checkpoints.keep
        checkpoints = Checkpoints(self.folder / CHECKPOINTS, keep)
        if not checkpoints.steps():
            raise ConfigError(f"{self.folder} has no checkpoint yet")
        return average(checkpoints, keep)


def _start(found: _Training, prepared: Prepared) -> dict[str, torch.Tensor]:
    """Return the weights that a training started from."""
    init = Path(found.recipe.init)
    if not found.recipe.init or not init.is_dir() or weights_digest(init) != found.record.start:
        raise ConfigError(f"{found.recipe.init or 'nothing'} is not what {found.folder.parent} started from")
    network = build_network(found.recipe, prepared.vocabulary, None)
    return {name: weights.detach() for name, weights in network.named_parameters()}


def _training(folder: Path, recipe: Recipe | None = None) -> _Training:
    training = folder / "training"
    record = read_record(training)
    recipe = recipe or recorded_recipe(record, training)
    if recipe.signature != record.recipe:
        raise ConfigError(f"{folder} was not made with this recipe: its signature is {record.recipe[:12]}…")
    return _Training(training, recipe, record)


def _finish(  # noqa: PLR0913 - by name, as above
    found: _Training,
    prepared: Prepared,
    model: Path,
    note: str = "",
    others: Sequence[_Training] = (),
    *,
    with_start: bool = False,
) -> None:
    making = Making(
        found.folder / LOG,
        found.record.code or code_signature(),
        note,
        tuple((other.record.recipe, other.record.data) for other in others),
        with_start,
    )
    parts = [one.averaged() for one in (found, *others)] + ([_start(found, prepared)] if with_start else [])
    weights = mean(parts)
    export(found.recipe, prepared, weights, model, model_card(found.recipe, prepared, making))
