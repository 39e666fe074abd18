"""`dwibahasa model train`: make a model from a recipe, and go on after a kill."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from pipeline.cli import options
from pipeline.training.progress import Progress as Reached


@click.command()
@click.argument("recipe", metavar="RECIPE.toml")
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Where it is made [data/training/NAME]."
)
@click.option(
    "--minutes", type=click.FloatRange(min=0), default=0, help="Stop after so many; 0 is to the end."
)
@click.option("--threads", type=click.IntRange(min=0), default=0, help="CPU threads; 0 is one a core.")
@click.option("--device", default="auto", metavar="NAME", help="auto, cpu or cuda.")
def train(recipe: str, out: Path | None, minutes: float, threads: int, device: str) -> None:
    """Make a model from a recipe, or go on with one.

    RECIPE is a file, or the name of a shipped one: `quick` takes a few minutes, to see how it goes.
    Progress goes to standard error, the log as CSV and the curve as a picture into DIR, and the path of
    the finished model to standard output. Killed at any moment or stopped after --minutes, the same
    command goes on and ends with the same model.
    """
    from pipeline.config import data_folder
    from pipeline.training.recipe import load_recipe

    wanted = load_recipe(_recipe_file(recipe))
    threads = threads or options.settings().engine.threads
    from pipeline.training.machine import find_machine
    from pipeline.training.train import Interrupted
    from pipeline.training.workshop import make_model

    machine = find_machine(device, threads, minutes)
    folder = out or data_folder() / "training" / wanted.name
    with _Watch(Console(stderr=True), wanted.schedule.target_tokens) as watch:
        try:
            made = make_model(wanted, folder, machine, watch.say)
        except Interrupted as stop:
            watch.say(str(stop))
            return
    click.echo(made)


def _recipe_file(name: str) -> Path:
    """Return the file, or the shipped recipe of that name."""
    from pipeline import training
    from pipeline.errors import ConfigError

    shipped = Path(training.__file__).parent / "recipes"
    if (path := Path(name)).exists() or "/" in name:
        return path
    if (found := shipped / f"{name.removesuffix('.toml')}.toml").is_file():
        return found
    names = ", ".join(sorted(one.stem for one in shipped.glob("*.toml")))
    raise ConfigError(f"no recipe {name!r}: name a file, or one of the shipped ones: {names}")


class _Watch:
    """What is said of a training: a line each, and a bar below them while a person watches."""

    def __init__(self, console: Console, tokens: int) -> None:
        self._console = console
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:.0f}%"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("preparing", total=tokens)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def say(self, news: str | Reached) -> None:
        """Show a line; of a training's progress, only what was measured stays when a bar shows the rest."""
        if isinstance(news, Reached):
            self._bar.update(self._task, completed=news.tokens, description=str(news))
            if self._console.is_terminal and news.development_loss is None:
                return
        self._console.print(str(news), highlight=False, markup=False, soft_wrap=True)
