"""The training loop: the same result whether it was killed a hundred times or never."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.utils.data import DataLoader

from pipeline.errors import ConfigError
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.development import DevelopmentSet, Watched
from pipeline.training.epochs import plan, usable
from pipeline.training.examples import Batches
from pipeline.training.loss import Batch, Guide, guide_weight, losses
from pipeline.training.machine import Machine, give_back_memory
from pipeline.training.network import build_network
from pipeline.training.optimizers import Optimizers
from pipeline.training.preparation import Prepared
from pipeline.training.progress import Log, Progress
from pipeline.training.recipe import Recipe
from pipeline.training.record import claim

LOG, CHECKPOINTS = "log.csv", "checkpoints"
_INERTIA = 0.98
"""How much of the loss that is shown is old: one batch says little."""

_BETWEEN_REPORTS = 20.0
"""Seconds between two lines for a person."""


class Interrupted(Exception):  # noqa: N818 - no error: the minutes are over
    """The time that was given is over; a checkpoint was written, and the same command goes on."""


def train(
    recipe: Recipe, prepared: Prepared, machine: Machine, folder: Path, say: Callable[[Progress], None]
) -> Checkpoints:
    """Train to the end that the recipe says, from the last checkpoint in `folder` if there is one.

    Where the machine gives only so many minutes it stops after these, with a checkpoint.

    Raises:
        ConfigError: the folder has a training of another recipe or of other data.
        StorageError: a checkpoint can't be written; the older ones are whole.
        Interrupted: the minutes are over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    claim(folder, recipe, prepared.data, prepared.start)
    checkpoints = Checkpoints(folder / CHECKPOINTS, recipe.checkpoints.keep)
    run = _Run(recipe, prepared, machine)
    if (last := checkpoints.last()) is not None:
        run.restore(checkpoints.weights(last), checkpoints.state(last))
    log = Log(folder / LOG, run.step)
    until = time.monotonic() + machine.minutes * 60 if machine.minutes else float("inf")
    shown = time.monotonic()
    try:
        for batch in run.batches():
            run.learn(batch)
            over = time.monotonic() > until and not run.is_done()
            # One is due by the count of tokens alone, so that neither a kill nor a pause moves any.
            regular = run.tokens >= run.next_due or run.is_done()
            if regular or over:
                run.next_due += recipe.checkpoints.every if regular else 0
                progress = run.progress(run.watch())
                checkpoints.write(run.step, run.weights(), run.state(), pause=over and not regular)
                log.add(progress)
                say(progress)
                shown = time.monotonic()
            elif time.monotonic() - shown > _BETWEEN_REPORTS:
                say(run.progress(Watched(None, None)))
                give_back_memory()
                shown = time.monotonic()
            if over:
                raise Interrupted(
                    f"stopped at step {run.step} after {machine.minutes:g} minutes; the same command goes on"
                )
    finally:
        log.close()
    return checkpoints


class _Run:
    """A training under way: the network, how its weights change, and where in which epoch it is."""

    def __init__(self, recipe: Recipe, prepared: Prepared, machine: Machine) -> None:
        self._recipe, self._prepared, self._machine = recipe, prepared, machine
        self._usable = usable(prepared.lengths, recipe.batches)
        if not (prepared.pairs.weights[self._usable] > 0).any():
            raise ConfigError(
                f"no pair has at most {recipe.batches.max_pieces} pieces: see batches: max_pieces"
            )
        self._pad = prepared.vocabulary.pad
        self._model: Any = build_network(recipe, prepared.vocabulary, prepared.embeddings).to(machine.device)
        self._model.train()
        self._optimizers = Optimizers(self._model, recipe.schedule, half=machine.half)
        guided = prepared.lexicon is not None and (recipe.prior.guide or recipe.prior.guide_end)
        self._guide = (
            Guide(prepared.lexicon, prepared.vocabulary.end, machine.device)
            if guided and prepared.lexicon is not None
            else None
        )
        self._development = DevelopmentSet(recipe, prepared.vocabulary)
        torch.manual_seed(recipe.seed)
        self.step = self.tokens = self._epoch = self._number = 0
        self.next_due = recipe.checkpoints.every
        self._loss: float | None = None
        self._guide_loss: float | None = None
        self._rate = 0.0
        self._since = (time.monotonic(), 0)

    def is_done(self) -> bool:
        """Tell whether as many target tokens were learnt as the recipe says."""
        return self.tokens >= self._recipe.schedule.target_tokens

    def batches(self) -> Iterator[Batch]:
        """Yield what is to be learnt from where the run is to its end."""
        while not self.is_done():
            epoch = plan(
                self._usable,
                self._prepared.pairs.weights,
                self._prepared.lengths,
                self._recipe.batches,
                (self._recipe.seed, self._epoch),
            )
            loader = DataLoader(
                Batches(self._recipe, self._prepared, self._epoch, epoch),
                batch_size=None,
                sampler=range(self._number, len(epoch)),
                num_workers=self._machine.workers,
                prefetch_factor=4 if self._machine.workers else None,
                pin_memory=self._machine.device.type == "cuda",
                generator=torch.Generator(),  # else every loader draws from the chance of dropout
            )
            for batch in loader:
                yield Batch(*(one.to(self._machine.device, non_blocking=True) for one in batch))
                if self.is_done():
                    return
            self._epoch, self._number = self._epoch + 1, 0

    def learn(self, batch: Batch) -> None:
        """Change the weights by one batch."""
        recipe, done = self._recipe, self.tokens / self._recipe.schedule.target_tokens
        with torch.autocast(self._machine.device.type, torch.bfloat16, enabled=self._machine.half):
            found = losses(self._model, batch, self._pad, recipe.schedule.label_smoothing, self._guide)
        loss = found.cross_entropy
        if found.guide is not None:
            loss = loss + guide_weight(recipe.prior.guide, recipe.prior.guide_end, done) * found.guide
        loss.backward()  # type: ignore[no-untyped-call]
        embeddings = self._model.model.shared.weight
        embeddings.grad[self._pad] = 0
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), recipe.schedule.clip)
        self._rate = self._optimizers.step(self.step, done)
        self.step += 1
        self._number += 1
        self.tokens += int((batch.target != self._pad).sum())
        self._loss = _smooth(self._loss, float(found.cross_entropy.detach()))
        if found.guide is not None:
            self._guide_loss = _smooth(self._guide_loss, float(found.guide.detach()))
        if not np.isfinite(self._loss):
            raise ConfigError(
                f"the loss is {self._loss} at step {self.step}: lower schedule: matrix_rate and other_rate"
            )

    def watch(self) -> Watched:
        """Measure the development set."""
        return self._development.watch(self._model, self._machine)

    def progress(self, watched: Watched) -> Progress:
        """Return how far the run is; speed is that since the last time it was asked."""
        now = time.monotonic()
        since, tokens = self._since
        speed = (self.tokens - tokens) / max(now - since, 1e-9)
        self._since = (now, self.tokens)
        left = max(0, self._recipe.schedule.target_tokens - self.tokens) / max(speed, 1e-9)
        loss = self._loss if self._loss is not None else float("nan")
        return Progress(
            self.step, self._epoch + 1, self.tokens, loss, self._guide_loss, self._rate, speed, left, *watched
        )

    def weights(self) -> dict[str, torch.Tensor]:
        """Return the weights, each once though embeddings are tied."""
        return {name: one.detach().cpu() for name, one in self._model.named_parameters() if one.requires_grad}

    def state(self) -> dict[str, Any]:
        """Return all that isn't weights and decides how the run goes on."""
        cuda = self._machine.device.type == "cuda"
        return {
            "optimizers": self._optimizers.state(),
            "chance": torch.get_rng_state(),
            "cuda_chance": torch.cuda.get_rng_state() if cuda else None,
            "place": [self.step, self.tokens, self._epoch, self._number, self.next_due],
            "shown": [self._loss, self._guide_loss],
        }

    def restore(self, weights: dict[str, torch.Tensor], state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        with torch.no_grad():
            for name, parameter in self._model.named_parameters():
                if parameter.requires_grad:
                    parameter.copy_(weights[name])
        self._optimizers.restore(state["optimizers"])
        torch.set_rng_state(state["chance"])
        if self._machine.device.type == "cuda" and state["cuda_chance"] is not None:
            torch.cuda.set_rng_state(state["cuda_chance"])
        self.step, self.tokens, self._epoch, self._number, self.next_due = state["place"]
        self._loss, self._guide_loss = state["shown"]
        self._since = (time.monotonic(), self.tokens)


def _smooth(old: float | None, new: float) -> float:
    return new if old is None else _INERTIA * old + (1 - _INERTIA) * new
