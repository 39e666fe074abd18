"""`dwibahasa model`: which models there are, what they are, how good they are, how to make one."""

from __future__ import annotations

import click

from pipeline.cli.lazy import LazyGroup, Listed

COMMANDS = {
    "list": Listed("model.look", "List the bundled models and those that were fetched."),
    "info": Listed("model.look", "Show what a model is, or why it can't be used."),
    "fetch": Listed("model.fetch", "Fetch a Marian from the Hugging Face hub."),
    "evaluate": Listed("model.evaluate", "Measure a model, beside others."),
    "train": Listed("model.train", "Make a model from a recipe, or go on with one."),
    "export": Listed("model.export", "Write a training's model, or one for CTranslate2."),
    "pairs": Listed(
        "model.pairs", "Print the approved translations of TMX and XLIFF as pairs to learn from."
    ),
    "back-translate": Listed("model.back_translate", "Make pairs of sentences in one language."),
}


@click.group(cls=LazyGroup, commands=COMMANDS)
def model() -> None:
    """Look at the models, fetch one, make one, measure them."""
