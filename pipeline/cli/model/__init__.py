"""`dwibahasa model`: which models there are, what they are, how good they are, how to make one."""

from __future__ import annotations

import click

from pipeline.cli.model.back_translate import back_translate
from pipeline.cli.model.evaluate import evaluate
from pipeline.cli.model.export import export
from pipeline.cli.model.fetch import fetch
from pipeline.cli.model.look import info, list_models
from pipeline.cli.model.train import train


@click.group()
def model() -> None:
    """Look at the models, fetch one, make one, measure them."""


for command in (list_models, info, fetch, evaluate, train, export, back_translate):
    model.add_command(command)
